import Foundation
import Testing

extension World {
    /// Runs a verb with `--output json`, and takes standard output for one document, whatever its keys.
    func document(_ verb: String, _ options: String...) async throws -> [String: Any] {
        let finished = try await Program.run(
            Program.plumbline, [verb, "--repo", repository.bare.path, "--output", "json"] + options,
            environment: environment)
        #expect(finished.code == 0, "\(finished.said)")
        let value = try JSONSerialization.jsonObject(with: Data(finished.output.utf8))
        return try #require(value as? [String: Any], "\(finished.said)")
    }
}
