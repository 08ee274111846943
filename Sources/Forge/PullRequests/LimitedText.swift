/// A text that never grows past a limit: blocks are cut by whole lines, and a note at the end says how many are missing.
struct LimitedText {
    private let limit: Int
    private let note: (Int) -> String
    private var text = ""
    private var missing = 0

    /// - Parameters:
    ///   - limit: in UTF-16 units.
    ///   - note: says how many lines were left out.
    init(limit: Int, note: @escaping (Int) -> String) {
        self.limit = limit
        self.note = note
    }

    var finished: String { missing > 0 ? text + note(missing) : text }

    /// What is left, with room for the note.
    private var room: Int { limit - text.utf16.count - note(1_000_000).utf16.count }

    /// Adds a piece whole, or counts its lines as missing.
    mutating func add(_ piece: String) {
        guard piece.utf16.count <= room else {
            missing += piece.split(separator: "\n").count
            return
        }
        text += piece
    }

    /// Adds a code block with as many of its lines as there is room for.
    mutating func add(block lines: [String], language: String, before: String, after: String) {
        let fence = Self.fence(for: lines)
        let frame = "\(before)\(fence)\(language)\n" + "\(fence)\n\(after)"
        var left = room - frame.utf16.count
        var taken: [String] = []
        for line in lines {
            left -= line.utf16.count + 1
            guard left >= 0 else { break }
            taken.append(line)
        }
        missing += lines.count - taken.count
        guard !taken.isEmpty else { return }
        text += "\(before)\(fence)\(language)\n" + taken.map { $0 + "\n" }.joined() + "\(fence)\n\(after)"
    }

    /// Longer than any run of back-ticks within (https://spec.commonmark.org/0.31.2/#fenced-code-blocks).
    private static func fence(for lines: [String]) -> String {
        var longest = 2
        for line in lines {
            var run = 0
            for character in line.utf8 {
                run = character == UInt8(ascii: "`") ? run + 1 : 0
                longest = max(longest, run)
            }
        }
        return String(repeating: "`", count: longest + 1)
    }
}
