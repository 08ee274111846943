import Foundation

@testable import AWSClient

/// AWS's published test suites, which `make` puts under `.cache/botocore-tests`.
enum PublishedSuite {
    struct Missing: Error, CustomStringConvertible {
        let path: String
        var description: String {
            "\(path) is not there: run `make test` once, or Scripts/fetch-botocore-tests, to download AWS's test suites"
        }
    }

    static let folder = packageRoot.appending(path: ".cache/botocore-tests/tests")

    static let packageRoot = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        let url = folder.appending(path: path)
        guard let data = FileManager.default.contents(atPath: url.path) else { throw Missing(path: url.path) }
        return String(decoding: data, as: UTF8.self)
    }

    static func json(_ path: String) throws -> JSONValue {
        try JSONValue(parsing: try text(path))
    }

    /// The files below a folder whose names end so, as paths within the suites.
    static func files(in path: String, suffix: String) throws -> [String] {
        let root = folder.appending(path: path)
        guard let names = FileManager.default.enumerator(atPath: root.path) else { throw Missing(path: root.path) }
        return names.compactMap { $0 as? String }.filter { $0.hasSuffix(suffix) }.map { "\(path)/\($0)" }.sorted()
    }
}
