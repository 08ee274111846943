/// Something that a person should know about a manifest or a plan, and where it stands.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable, Comparable {
        case error, warning

        public static func < (a: Severity, b: Severity) -> Bool { a == .error && b == .warning }
    }

    public var severity: Severity
    /// What is wrong, and what to do about it.
    public var message: String
    /// The place in the config repository; absent when the matter is not of one file.
    public var location: SourceLocation?
    /// The resource concerned, when there is one.
    public var address: ResourceAddress?

    public init(
        _ severity: Severity,
        _ message: String,
        at location: SourceLocation? = nil,
        address: ResourceAddress? = nil
    ) {
        self.severity = severity
        self.message = message
        self.location = location
        self.address = address
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `file:line:column: error: message`, the form that editors and CI systems link.
    public var description: String {
        let place = location?.description ?? address?.description
        return (place.map { "\($0): " } ?? "") + "\(severity.rawValue): \(message)"
    }
}

/// A place in a file of the config repository; lines and columns count from 1.
public struct SourceLocation: Hashable, Sendable, Comparable, CustomStringConvertible {
    public var file: String
    public var line: Int
    public var column: Int

    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    public var description: String { "\(file):\(line):\(column)" }

    /// A place from its description; nil for any other text.
    public init?(text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count > 2, let line = Int(parts[parts.count - 2]), let column = Int(parts[parts.count - 1])
        else { return nil }
        self.init(file: parts.dropLast(2).joined(separator: ":"), line: line, column: column)
    }

    public static func < (a: SourceLocation, b: SourceLocation) -> Bool {
        (a.file, a.line, a.column) < (b.file, b.line, b.column)
    }
}
