import Crypto
import Model

extension Declaration {
    /// A short hash of everything the manifests say of this resource.
    public var contentHash: String {
        var text = "\(type) \(address)"
        for (name, value) in values.sorted(by: { $0.key < $1.key }) { text += "\n\(name)=\(value)" }
        for (key, value) in tags.sorted(by: { $0.key < $1.key }) { text += "\n#\(key)=\(value)" }
        if retain { text += "\nretain" }
        return Plan.hexadecimal(SHA256.hash(data: Array(text.utf8)).prefix(8))
    }

    /// The declared tags and those that say whose it is.
    func allTags(installation: String, observed: [String: String]) -> [String: String] {
        var result = tags
        result[OwnershipTag.installation] = installation
        result[OwnershipTag.address] = address.path
        if retain {
            result[OwnershipTag.deletionPolicy] = "retain"
        } else if observed[OwnershipTag.deletionPolicy] != nil {
            result[OwnershipTag.deletionPolicy] = "delete"
        }
        return result
    }
}
