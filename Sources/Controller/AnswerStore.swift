import AWSResources
import Foundation
import Model

/// Keeps AWS's immutable answers in files, one for each account and region, a line for each answer.
///
/// A cache: lines that cannot be read are passed over, a file that cannot be written is done without. A file that has grown
/// past the limit is written anew with the newest answers, as far as half of it goes; what is needed again is asked again.
struct AnswerStore: Sendable {
    let directory: String
    /// Bytes that a file may have: some thousand answers.
    var limit = 4 << 20

    func answers(for scope: AccountScope) -> ImmutableAnswers {
        let file = "\(directory)/\(scope.account)-\(scope.region)"
        var lines: [Line] = []
        if let data = FileManager.default.contents(atPath: file) {
            lines = String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { Line($0) }
            if data.count > limit {
                lines = newest(of: lines)
                replace(file, with: lines)
            }
        }
        // The last word on a key counts.
        let known = Dictionary(lines.map { ($0.key, $0.answer) }) { _, last in last }
        return ImmutableAnswers(known: known) { key, answer in
            append(Line(key: key, answer: answer), to: file)
        }
    }

    private struct Line {
        var key: String
        var answer: String

        init(key: String, answer: String) {
            self.key = key
            self.answer = answer
        }

        init?(_ text: Substring) {
            let parts = text.split(separator: "\t", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            (key, answer) = (String(parts[0]), String(parts[1]))
        }

        var text: String { "\(key)\t\(answer)\n" }
    }

    /// The last word on each key, from the end of the file on.
    private func newest(of lines: [Line]) -> [Line] {
        var (kept, seen, size): ([Line], Set<String>, Int) = ([], [], 0)
        for line in lines.reversed() where seen.insert(line.key).inserted {
            size += line.text.utf8.count
            guard size <= limit / 2 else { break }
            kept.append(line)
        }
        return kept.reversed()
    }

    /// Whole or not at all; what another process appends meanwhile is lost, and asked again.
    private func replace(_ file: String, with lines: [Line]) {
        let data = Data(lines.map(\.text).joined().utf8)
        guard (try? data.write(to: URL(filePath: file), options: .atomic)) != nil else { return }
        try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    }

    private func append(_ line: Line, to file: String) {
        try? FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let descriptor = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        // One write, so that lines of two processes do not mix.
        _ = Array(line.text.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }
}
