import Model

/// Decodes one document: collects what is wrong, and where each value stands.
///
/// A value is named by its path: `service.cpu` in the spec, `metadata.name` in the metadata, `allowFrom[0]` in a list.
struct ManifestDecoder {
    /// The run's files, by number.
    private let files: [String]
    private(set) var diagnostics: [Diagnostic] = []
    /// Where each value was written.
    fileprivate(set) var places: [String: Place] = [:]
    /// The paths of which an error was reported.
    private(set) var unsound = UnsoundPaths()
    /// The path of the value being decoded.
    private(set) var path = ""
    /// The paths of the values that it is in, the innermost last.
    private var enclosing: [String] = []
    /// The key of the value being decoded, for messages.
    private(set) var key: String
    fileprivate let documentPlace: Place
    /// Whether a base is missing, so that nothing can be said of what is absent.
    fileprivate let isPartial: Bool

    init(files: [String], document: String, place: Place, isPartial: Bool = false) {
        self.files = files
        self.key = document
        self.documentPlace = place
        self.isPartial = isPartial
    }

    // MARK: Reporting

    /// Reports an error of the value being decoded.
    mutating func error(_ message: String) {
        report(.error, message, path: path)
    }

    /// Reports an error of other values, named from here; it is shown at the first of them that was written.
    mutating func error(_ message: String, at keys: String...) {
        let paths = keys.map(resolve)
        let told = paths.first { places[$0] != nil } ?? paths.first ?? path
        let between = told.enclosingPaths.prefix { $0.utf8.count > path.utf8.count }
        report(.error, message, path: told, through: between.reversed())
    }

    /// Reports a warning of another value, named from here.
    mutating func warning(_ message: String, at key: String) {
        report(.warning, message, path: resolve(key))
    }

    /// Reports a value of the wrong type.
    mutating func expected(_ expectation: String, found node: YAMLNode) {
        error("\(key) must be \(expectation), not \(node.description)")
    }

    /// Whether nothing wrong was found in the values, named from here, nor in what they are made of.
    func isSound(_ keys: String...) -> Bool {
        !isPartial && keys.map(resolve).allSatisfy { !unsound.hasPath(around: $0) }
    }

    /// Whether a value, named from here, was written, in the manifest or in a base.
    func isGiven(_ key: String) -> Bool { places[resolve(key)] != nil }

    fileprivate mutating func report(
        _ severity: Diagnostic.Severity,
        _ message: String,
        path: String,
        through between: [String] = [],
        at place: Place? = nil
    ) {
        if severity == .error {
            unsound.insert(path, within: enclosing + (path == self.path ? [] : [self.path]) + between)
        }
        diagnostics.append(Diagnostic(severity, message, at: location(place ?? self.place(of: path))))
    }

    private func resolve(_ key: String) -> String {
        path.isEmpty || key.hasPrefix("metadata.") ? key : "\(path).\(key)"
    }

    private func place(of path: String) -> Place {
        SourceTable.nearest(path) { places[$0] } ?? documentPlace
    }

    private func location(_ place: Place) -> SourceLocation {
        SourceLocation(file: files[Int(place.file)], line: Int(place.line), column: Int(place.column))
    }

    // MARK: Going down

    /// Decodes an element of a list.
    mutating func inside<Result>(element index: Int, at place: Place, _ body: (inout Self) -> Result) -> Result {
        inside("\(path)[\(index)]", key: key, at: place, body)
    }

    /// Decodes the value of a key.
    mutating func inside<Result>(key: String, at place: Place, _ body: (inout Self) -> Result) -> Result {
        inside(path.isEmpty ? key : "\(path).\(key)", key: YAMLScalar.printable(key), at: place, body)
    }

    fileprivate mutating func inside<Result>(
        _ path: String,
        key: String,
        at place: Place,
        _ body: (inout Self) -> Result
    ) -> Result {
        let outer = (self.path, self.key)
        (self.path, self.key) = (path, key)
        enclosing.append(outer.0)
        if !path.isEmpty { places[path] = place }
        defer {
            (self.path, self.key) = outer
            enclosing.removeLast()
        }
        return body(&self)
    }

    /// Decodes a mapping; nil when it is none. An object with errors in it is returned with what could be read.
    mutating func object<Object: ManifestObject>(_ node: YAMLNode) -> Object? {
        var object = Object()
        guard decode(node, into: &object, by: Object.fields, later: Object.laterKeys) else { return nil }
        object.validate(&self)
        return object
    }

    /// Decodes a mapping by rows; false when it is none.
    mutating func decode<Object: ManifestObject>(
        _ node: YAMLNode,
        into object: inout Object,
        by fields: [ManifestField<Object>],
        later: [String: String]
    ) -> Bool {
        guard case .mapping(let entries) = node.content else {
            expected("a mapping of keys and values", found: node)
            return false
        }
        for entry in entries {
            guard let field = fields.first(where: { $0.key == entry.key }) else {
                unknown(entry, among: fields.map(\.key), later: later)
                continue
            }
            inside(key: entry.key, at: entry.place) { decoder in
                if entry.value.isNull {
                    decoder.error("\(entry.key) has no value: write one, or remove the key")
                } else {
                    field.decode(entry.value, &object, &decoder)
                }
            }
        }
        for field in fields where field.isRequired && node.entry(field.key) == nil && !isPartial {
            let owner = key
            let missing = path.isEmpty ? field.key : "\(path).\(field.key)"
            report(.error, "\(owner) lacks the required key \(field.key)", path: missing, at: place(of: path))
        }
        return true
    }

    fileprivate mutating func unknown(_ entry: YAMLNode.Entry, among keys: [String], later: [String: String]) {
        let hint = Suggestion.phrase(for: entry.key, among: keys)
        let text = hint.isEmpty ? "; known here: \(keys.joined(separator: ", "))" : hint
        let message = later[entry.key] ?? "unknown key \(YAMLScalar.quoted(entry.key)) in \(key)\(text)"
        report(.error, message, path: path.isEmpty ? entry.key : "\(path).\(entry.key)", at: entry.keyPlace)
    }
}

// MARK: - The document

extension ManifestDecoder {
    private static let documentKeys = ["apiVersion", "kind", "metadata", "spec"]

    /// Decodes a whole document; `spec` is its spec with the bases underneath.
    mutating func document<Kind: ManifestKind>(_ document: YAMLNode, spec: YAMLNode?, into manifest: inout Kind) {
        guard case .mapping(let entries) = document.content else { return }
        for entry in entries where !Self.documentKeys.contains(entry.key) {
            unknown(entry, among: Self.documentKeys, later: [:])
        }
        if let entry = document.entry("metadata") {
            inside(key: "metadata", at: entry.place) { decoder in
                _ = decoder.decode(entry.value, into: &manifest, by: Kind.metadata, later: [:])
            }
        } else {
            report(.error, "\(key) lacks the required key metadata", path: "metadata", at: documentPlace)
        }
        guard let entry = document.entry("spec"), let spec else {
            report(.error, "\(key) lacks the required key spec", path: "spec", at: documentPlace)
            return
        }
        places["spec"] = entry.place
        inside("", key: "spec", at: entry.place) { decoder in
            guard decoder.decode(spec, into: &manifest, by: Kind.fields, later: Kind.laterKeys) else { return }
            manifest.validate(&decoder)
        }
    }
}
