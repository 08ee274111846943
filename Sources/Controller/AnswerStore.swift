import AWSResources
import Foundation
import Model

/// Keeps AWS's immutable answers in files, one for each account and region, a line for each answer.
///
/// A cache: lines that cannot be read are passed over, a file that cannot be written is done without.
struct AnswerStore: Sendable {
    let directory: String

    func answers(for scope: AccountScope) -> ImmutableAnswers {
        let file = "\(directory)/\(scope.account)-\(scope.region)"
        var known: [String: String] = [:]
        if let data = FileManager.default.contents(atPath: file) {
            for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
                let parts = line.split(separator: "\t", maxSplits: 1)
                // The last word on a key counts.
                if parts.count == 2 { known[String(parts[0])] = String(parts[1]) }
            }
        }
        return ImmutableAnswers(known: known) { key, answer in
            append("\(key)\t\(answer)\n", to: file)
        }
    }

    private func append(_ line: String, to file: String) {
        try? FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let descriptor = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        // One write, so that lines of two processes do not mix.
        _ = Array(line.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }
}
