import Testing

@testable import Manifests

/// A repository with something wrong, and every diagnostic that it must give, in order.
struct BadInput: Sendable, CustomTestStringConvertible {
    let name: String
    let fixture: RepositoryFixture
    let lines: [String]

    init(_ name: String, _ fixture: RepositoryFixture, _ lines: String...) {
        self.name = name
        self.fixture = fixture
        self.lines = lines
    }

    var testDescription: String { name }

    /// Expects exactly the diagnostics, and no set if one of them is an error.
    func check() {
        let (set, lines) = fixture.read()
        #expect(lines == self.lines, "\(name)\n\(lines.joined(separator: "\n"))")
        #expect((set == nil) == lines.contains { $0.contains(": error: ") || $0.hasPrefix("error: ") })
    }
}
