import Discovery
import Foundation

/// The directory into which an adoption writes.
struct ManifestDirectory {
    let path: String
    /// Whether files that are there and differ are written over.
    let overwrites: Bool

    /// Writes the manifests and the report, or nothing at all when something else is there.
    func write(_ report: AdoptionReport) throws(RunError) -> [WrittenFile] {
        let former = content(AdoptionReport.path)
        let text = report.merged(into: former)
        let files = report.discovered.files + [ManifestFileText(path: AdoptionReport.path, text: text)]
        let others = files.filter { file in
            // The report of another environment stays, so that ours beside it overwrites nothing.
            if file.path == AdoptionReport.path { return report.contradicts(former) }
            return content(file.path).map { $0 != file.text } ?? false
        }
        guard overwrites || others.isEmpty else {
            let names = others.map(\.path).joined(separator: ", ")
            throw RunError(
                .usage,
                "\(names) in \(path) would be written over, and nothing was written; choose another --directory, or use "
                    + "--force")
        }
        var written: [WrittenFile] = []
        for file in files {
            let isNew = content(file.path) != file.text
            if isNew { try write(file) }
            written.append(WrittenFile(path: file.path, isNew: isNew))
        }
        return written
    }

    private func location(_ file: String) -> URL { URL(fileURLWithPath: path).appendingPathComponent(file) }

    private func content(_ file: String) -> String? { try? String(contentsOf: location(file), encoding: .utf8) }

    private func write(_ file: ManifestFileText) throws(RunError) {
        let location = location(file.path)
        do {
            try FileManager.default.createDirectory(
                at: location.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.text.utf8).write(to: location, options: .atomic)
        } catch {
            throw RunError(.usage, "\(location.path) cannot be written: \(error.localizedDescription)")
        }
    }
}

/// A file that an adoption was to write.
public struct WrittenFile: Sendable, Hashable {
    /// Below the directory.
    public var path: String
    /// False when it had this content already.
    public var isNew: Bool
}
