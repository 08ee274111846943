/// A list of patterns as OpenSSH has them (`PATTERNS` in ssh_config(5)): separated by commas, `*` for any text, `?` for one
/// character, `!` before one that must not match.
public struct PatternList: Sendable, Hashable {
    private let patterns: [(isNegated: Bool, text: [Character])]

    public init(_ text: some StringProtocol) {
        patterns = text.split(separator: ",").map { part in
            let word = part.drop { $0 == " " }
            return (word.hasPrefix("!"), Array(word.hasPrefix("!") ? word.dropFirst() : word))
        }
    }

    /// Those that are not negated.
    var names: [String] { patterns.filter { !$0.isNegated }.map { String($0.text) } }

    /// Whether one matches, and none that is negated does.
    public func matches(_ text: String) -> Bool {
        let characters = Array(text)
        let found = patterns.filter { Self.matches(characters[...], $0.text[...]) }
        return !found.isEmpty && !found.contains { $0.isNegated }
    }

    public static func == (one: PatternList, other: PatternList) -> Bool {
        one.patterns.elementsEqual(other.patterns) { $0 == $1 }
    }

    public func hash(into hasher: inout Hasher) {
        for pattern in patterns {
            hasher.combine(pattern.isNegated)
            hasher.combine(pattern.text)
        }
    }

    /// Goes back to the last `*` only, so that no pattern takes longer than pattern times text.
    private static func matches(_ text: ArraySlice<Character>, _ pattern: ArraySlice<Character>) -> Bool {
        var (at, wanted) = (text.startIndex, pattern.startIndex)
        var back: (at: Int, wanted: Int)?
        while at < text.endIndex {
            if wanted < pattern.endIndex, pattern[wanted] == "*" {
                back = (at, wanted)
                wanted += 1
            } else if wanted < pattern.endIndex, pattern[wanted] == "?" || pattern[wanted] == text[at] {
                (at, wanted) = (at + 1, wanted + 1)
            } else if let last = back {
                back = (last.at + 1, last.wanted)
                (at, wanted) = (last.at + 1, last.wanted + 1)
            } else {
                return false
            }
        }
        return pattern[wanted...].allSatisfy { $0 == "*" }
    }
}
