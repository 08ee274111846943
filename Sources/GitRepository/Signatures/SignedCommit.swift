/// A commit's own bytes taken apart: the signature, and what it is over.
///
/// What is signed is the commit without its signature's header, as git defines it in `gitformat-signature`. Only headers are
/// looked at: libgit2's own extraction would also take a signature that stands in the message.
struct SignedCommit {
    enum Kind {
        case ssh, openPGP, x509, unknown
    }

    /// The armoured signature, ended by a line break.
    var signature: [UInt8]
    var payload: [UInt8]
    /// Seconds since 1970, of the committer: when the signer says that it was signed.
    var time: Int64

    var kind: Kind {
        let text = String(decoding: signature.prefix(40), as: UTF8.self)
        if text.hasPrefix("-----BEGIN SSH SIGNATURE-----") { return .ssh }
        if text.hasPrefix("-----BEGIN PGP SIGNATURE-----") || text.hasPrefix("-----BEGIN PGP MESSAGE-----") {
            return .openPGP
        }
        return text.hasPrefix("-----BEGIN SIGNED MESSAGE-----") ? .x509 : .unknown
    }

    /// - Throws: `unsigned` without a signature, `malformed` for what git itself would not have written.
    init(_ bytes: [UInt8]) throws(SignatureRefusal) {
        var (signature, payload): ([UInt8]?, [UInt8]) = (nil, [])
        var time: Int64?
        var rest = bytes[...]
        // Whether the lines that follow go on with a signature, and whether with the one that counts.
        var (isSignature, isOurs) = (false, false)
        while let first = rest.first, first != Self.lineBreak {
            let end = rest.firstIndex(of: Self.lineBreak) ?? rest.endIndex
            let line = rest[rest.startIndex..<end]
            let whole = rest[rest.startIndex..<min(end + 1, rest.endIndex)]
            rest = rest[whole.endIndex...]
            if first == UInt8(ascii: " "), isSignature {
                if isOurs { signature?.append(contentsOf: line.dropFirst() + [Self.lineBreak]) }
                continue
            }
            isOurs = line.starts(with: "gpgsig ".utf8)
            isSignature = isOurs || line.starts(with: "gpgsig-sha256 ".utf8)
            if isOurs {
                guard signature == nil else { throw .malformed("it has more than one signature") }
                signature = line.dropFirst("gpgsig ".utf8.count) + [Self.lineBreak]
            }
            guard !isSignature else { continue }
            payload += whole
            if line.starts(with: "committer ".utf8) { time = Self.time(of: line) }
        }
        guard !bytes.prefix(bytes.count - rest.count).contains(0) else { throw .malformed("its headers hold a zero") }
        guard let signature else { throw .unsigned }
        guard let time else { throw .malformed("its committer's line cannot be read") }
        self.signature = signature
        self.payload = payload + rest
        self.time = time
    }

    private static let lineBreak = UInt8(ascii: "\n")

    /// Of `committer Jo Doe <jo@example.com> 1764115200 +0100`.
    private static func time(of line: ArraySlice<UInt8>) -> Int64? {
        guard let close = line.lastIndex(of: UInt8(ascii: ">")) else { return nil }
        let words = line[close...].dropFirst().split(separator: UInt8(ascii: " "))
        return words.first.flatMap { Int64(String(decoding: $0, as: UTF8.self)) }
    }
}
