extension Endpoint {
    /// The endpoint and the request to it, with the bucket in the host's name where S3 wants it there.
    ///
    /// A name with dots stays in the path: the certificates of S3 cover one label only
    /// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html).
    func addressed(_ request: WireRequest) -> (Endpoint, WireRequest) {
        guard isVirtualHosted, request.path.hasPrefix("/") else { return (self, request) }
        let label = String(request.path.dropFirst().prefix { $0 != "/" })
        guard Self.isHostLabel(label), let hosted = Endpoint(url: hosting(label), signingRegion: signingRegion) else {
            return (self, request)
        }
        var rest = request
        rest.path = String(request.path.dropFirst(label.count + 1))
        if rest.path.isEmpty { rest.path = "/" }
        return (hosted, rest)
    }

    private func hosting(_ label: String) -> String {
        url.replacing("://", with: "://\(label).", maxReplacements: 1)
    }

    private static func isHostLabel(_ text: String) -> Bool {
        let letters = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-")
        }
        return letters && (3...63).contains(text.utf8.count) && !text.hasPrefix("-") && !text.hasSuffix("-")
    }
}
