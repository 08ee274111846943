/// A commit of the config repository, with the name by which it was asked for.
public struct Revision: Hashable, Sendable, CustomStringConvertible {
    /// A branch, a tag or a commit id.
    public var ref: String
    /// The full commit id.
    public var commit: String

    public init(ref: String, commit: String) {
        self.ref = ref
        self.commit = commit
    }

    /// Reads what `description` writes; nil for any other text.
    public init?(_ text: String) {
        guard let mark = text.firstRange(of: "@sha1:"), mark.upperBound < text.endIndex else { return nil }
        self.init(ref: String(text[..<mark.lowerBound]), commit: String(text[mark.upperBound...]))
    }

    /// `main@sha1:3f2a1bc…`, the spelling that Flux made known.
    public var description: String { "\(ref)@sha1:\(commit)" }
    /// `main@3f2a1bc`, for people.
    public var short: String { "\(ref)@\(commit.prefix(7))" }
}
