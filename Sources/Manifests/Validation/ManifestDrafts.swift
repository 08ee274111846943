import Model

/// The manifests that were read so far, right or wrong, with what is known to be wrong.
struct ManifestDrafts {
    var set = ManifestSet()
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether every manifest's identity is known. If not, what seems to be missing may only be unreadable.
    var isComplete = true
    /// By manifest, the paths of which an error was reported.
    private var unsound: [ManifestKey: UnsoundPaths] = [:]
    /// Manifests of which so much is missing that they are no subject of further checks.
    private var partial: Set<ManifestKey> = []

    init(files: [String]) { set.sources = SourceTable(files: files) }

    /// Takes a decoded manifest; one without a sound identity is dropped, a second one of the same identity reported.
    mutating func add<Kind: ManifestKind>(
        _ manifest: Kind,
        _ decoder: ManifestDecoder,
        at place: Place,
        files: [Int32],
        isPartial: Bool
    ) {
        diagnostics += decoder.diagnostics
        guard !decoder.unsound.hasPath(around: "metadata") else {
            isComplete = false
            return
        }
        let key = manifest.key
        if let first = set.sources.location(of: key, "metadata.name") {
            error(
                "\(key) is already declared at \(first): rename or remove one",
                at: decoder.places["metadata.name"] ?? place
            )
            return
        }
        set[keyPath: Kind.storage].append(manifest)
        set.sources.add(key, at: place, files: files, places: decoder.places)
        if !decoder.unsound.isEmpty { unsound[key] = decoder.unsound }
        if isPartial { partial.insert(key) }
    }

    /// Whether nothing wrong was found in these values of a manifest.
    func isSound(_ key: ManifestKey, _ paths: String...) -> Bool {
        guard !partial.contains(key) else { return false }
        guard let unsound = unsound[key] else { return true }
        return !unsound.contains("spec") && paths.allSatisfy { !unsound.hasPath(around: $0) }
    }

    /// Whether a value was written, in the manifest or in a base.
    func isGiven(_ key: ManifestKey, _ path: String) -> Bool { set.sources.isGiven(key, path) }

    func location(_ key: ManifestKey, _ path: String) -> SourceLocation? { set.location(of: key, path) }

    mutating func error(_ message: String, of key: ManifestKey, at path: String) {
        diagnostics.append(Diagnostic(.error, message, at: location(key, path)))
    }

    mutating func warning(_ message: String, of key: ManifestKey, at path: String) {
        diagnostics.append(Diagnostic(.warning, message, at: location(key, path)))
    }

    mutating func error(_ message: String, at place: Place?) {
        diagnostics.append(Diagnostic(.error, message, at: place.map(set.sources.location)))
    }

    mutating func warning(_ message: String, at place: Place) {
        diagnostics.append(Diagnostic(.warning, message, at: set.sources.location(place)))
    }
}
