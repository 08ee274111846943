import Model

/// Reads the configuration of `plumbline serve`: strict, and with every problem at once.
public enum ConfigurationReader {
    /// The keys that hold one value, such as `["drift", "every"]`: those over which a variable may stand.
    public static let keys: [[String]] = leaves.map(\.key)

    private static let leaves: [(key: [String], isText: Bool)] = leaves(
        of: ObjectSchema.members(of: ServeConfiguration.fields), below: [])

    /// The variable over a key: `PLUMBLINE_DRIFT_EVERY` for `["drift", "every"]`.
    public static func variable(for key: [String]) -> String {
        let words = key.flatMap { part in
            part.reduce(into: [""]) { words, letter in
                if letter.isUppercase { words.append("") }
                words[words.count - 1].append(letter)
            }
        }
        return (["plumbline"] + words).joined(separator: "_").uppercased()
    }

    /// Decodes and validates a configuration file with the variables over it.
    ///
    /// The configuration is nil when there is an error. Problems of a variable are shown at its name.
    /// - Parameter variable: the value that stands over a key; nil for none.
    public static func read(
        _ bytes: [UInt8], file: String, variable: (_ key: [String]) -> String?
    ) -> (ServeConfiguration?, [Diagnostic]) {
        let overrides = leaves.compactMap { key, isText in variable(key).map { (key: key, isText: isText, text: $0) } }
        let files = [file] + overrides.map { Self.variable(for: $0.key) }
        let composed = YAMLComposer.compose(bytes, file: 0)
        var problems = composed.problems
        let start = Place(file: 0, line: 1, column: 1)
        var root = composed.documents.first ?? YAMLNode(content: .mapping([]), place: start)
        if composed.documents.count > 1 {
            problems.append(("the configuration is one document: remove the others", composed.documents[1].place))
        }
        for (index, entry) in overrides.enumerated() {
            let place = Place(file: Int32(index + 1), line: 1, column: 1)
            let scalar = YAMLScalar(text: entry.text, isPlain: !entry.isText)
            root.set(YAMLNode(content: .scalar(scalar), place: place), at: entry.key[...])
        }
        var decoder = ManifestDecoder(files: files, document: "the configuration", place: start)
        let configuration: ServeConfiguration? = decoder.object(root)
        let told = problems.map { message, place in
            Diagnostic(
                .error, message,
                at: SourceLocation(file: files[Int(place.file)], line: Int(place.line), column: Int(place.column)))
        }
        let diagnostics = (told + decoder.diagnostics).sorted {
            ($0.location?.file ?? "", $0.location?.line ?? 0, $0.location?.column ?? 0, $0.message)
                < ($1.location?.file ?? "", $1.location?.line ?? 0, $1.location?.column ?? 0, $1.message)
        }
        return (diagnostics.contains { $0.severity == .error } ? nil : configuration, diagnostics)
    }

    /// The schema knows every key, and whether its value is a text.
    private static func leaves(of members: [(String, JSON)], below path: [String]) -> [(key: [String], isText: Bool)] {
        guard case .object(let properties)? = members.first(where: { $0.0 == "properties" })?.1 else { return [] }
        return properties.flatMap { name, schema -> [(key: [String], isText: Bool)] in
            guard case .object(let inner) = schema, case .string(let type)? = inner.first(where: { $0.0 == "type" })?.1
            else { return [] }
            switch type {
            case "object": return leaves(of: inner, below: path + [name])
            case "string": return [(path + [name], true)]
            case "integer", "boolean": return [(path + [name], false)]
            default: return []
            }
        }
    }
}

extension YAMLNode {
    /// Puts a value at a key further down, making the mappings on the way.
    fileprivate mutating func set(_ value: YAMLNode, at key: ArraySlice<String>) {
        guard let name = key.first else {
            self = value
            return
        }
        var entries: [Entry] = []
        if case .mapping(let present) = content { entries = present }
        var index = entries.firstIndex { $0.key == name }
        if index == nil {
            entries.append(
                Entry(
                    key: name, keyPlace: value.place, value: YAMLNode(content: .mapping([]), place: value.place)))
            index = entries.count - 1
        }
        if let index {
            entries[index].value.set(value, at: key.dropFirst())
            if key.count == 1 { entries[index].keyPlace = value.place }
        }
        content = .mapping(entries)
    }
}
