import Foundation

/// The sections of a shared configuration or credentials file of the AWS tools.
///
/// The form is INI: `[section]`, `name = value`, comments after `#` or `;` at the start of a line, and settings indented
/// below a name, which are kept under `name.subname`. Names count without regard to case.
struct SharedFile: Sendable, Equatable {
    private(set) var sections: [String: [String: String]] = [:]

    init() {}

    init(parsing text: String) {
        var section = ""
        var parent = ""
        for line in text.split(whereSeparator: \.isNewline) {
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            if trimmed.isEmpty || trimmed.hasPrefix("#") || trimmed.hasPrefix(";") { continue }
            if trimmed.hasPrefix("["), let end = trimmed.firstIndex(of: "]") {
                let words = trimmed[trimmed.index(after: trimmed.startIndex)..<end].split(
                    whereSeparator: \.isWhitespace
                )
                section = words.joined(separator: " ")
                sections[section] = sections[section] ?? [:]
                parent = ""
                continue
            }
            guard let equals = trimmed.firstIndex(of: "=") else { continue }
            let name = trimmed[..<equals].trimmingCharacters(in: .whitespaces).lowercased()
            var value = trimmed[trimmed.index(after: equals)...].trimmingCharacters(in: .whitespaces)
            if let comment = value.range(of: " #") ?? value.range(of: " ;") {
                value = value[..<comment.lowerBound].trimmingCharacters(in: .whitespaces)
            }
            let isNested = line.first?.isWhitespace == true && !parent.isEmpty
            if !isNested { parent = value.isEmpty ? name : "" }
            sections[section, default: [:]][isNested ? "\(parent).\(name)" : name] = value
        }
    }

    /// The file at a path, empty when there is none.
    static func read(_ path: String) throws(SharedFileError) -> SharedFile {
        guard FileManager.default.fileExists(atPath: path) else { return SharedFile() }
        do {
            // A handle reads what is no regular file too: people name /dev/null to have no settings.
            guard let handle = FileHandle(forReadingAtPath: path) else { throw SharedFileError(path: path) }
            let data = try handle.readToEnd() ?? Data()
            guard let text = String(validating: data, as: UTF8.self) else { throw SharedFileError(path: path) }
            return SharedFile(parsing: text)
        } catch {
            throw SharedFileError(path: path)
        }
    }
}

/// A shared file that is there but cannot be read.
struct SharedFileError: Error {
    let path: String
}
