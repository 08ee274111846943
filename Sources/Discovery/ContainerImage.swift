import Manifests

/// A container image as a task definition names it, taken apart.
struct ContainerImage {
    /// As a manifest says it; `registry` is nil for an image of the account's own ECR.
    var reference: ImageReference
    /// The account and region of an image in ECR.
    var registry: (account: String, region: String)?

    /// nil for what no manifest can name: a short name of Docker Hub, or an image without tag and digest.
    init?(_ text: String) {
        let halves = text.split(separator: "@", maxSplits: 1).map(String.init)
        guard let name = halves.first, let slash = name.firstIndex(of: "/") else { return nil }
        let host = String(name[..<slash])
        guard host.contains(".") || host.contains(":") else { return nil }
        var path = String(name[name.index(after: slash)...])
        var tag: String?
        if let colon = path.lastIndex(of: ":") {
            tag = String(path[path.index(after: colon)...])
            path = String(path[..<colon])
        }
        let digest = halves.count == 2 ? halves[1] : nil
        guard tag != nil || digest != nil, !path.isEmpty else { return nil }
        reference = ImageReference(repository: path, tag: digest == nil ? tag : nil, digest: digest, registry: host)
        // 123456789012.dkr.ecr.ap-southeast-1.amazonaws.com
        let parts = host.split(separator: ".").map(String.init)
        if parts.count >= 6, parts[1] == "dkr", parts[2] == "ecr", parts[0].count == 12 {
            registry = (parts[0], parts[3])
            reference.registry = nil
        }
    }
}
