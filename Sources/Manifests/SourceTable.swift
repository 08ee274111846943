import Model

/// Where the values of every manifest were written, kept small: each path's text is held once for all manifests.
struct SourceTable: Sendable {
    private struct Row: Sendable {
        var path: Int32
        var place: Place
    }

    private struct Document: Sendable {
        var place: Place
        /// By path number.
        var rows: [Row]
        /// The manifest's own file first, then its bases'.
        var files: [Int32]
    }

    private var files: [String] = []
    private var pathNumbers: [String: Int32] = [:]
    private var documents: [ManifestKey: Document] = [:]

    init(files: [String] = []) { self.files = files }

    mutating func add(_ key: ManifestKey, at place: Place, files: [Int32], places: [String: Place]) {
        var rows: [Row] = []
        rows.reserveCapacity(places.count)
        for (path, place) in places {
            let number = pathNumbers[path] ?? Int32(pathNumbers.count)
            pathNumbers[path] = number
            rows.append(Row(path: number, place: place))
        }
        rows.sort { $0.path < $1.path }
        documents[key] = Document(place: place, rows: rows, files: files)
    }

    func location(of key: ManifestKey, _ path: String) -> SourceLocation? {
        guard let document = documents[key] else { return nil }
        guard !path.isEmpty else { return location(document.place) }
        return location(Self.nearest(path) { self.place(of: $0, in: document) } ?? document.place)
    }

    /// Whether the value itself was written somewhere.
    func isGiven(_ key: ManifestKey, _ path: String) -> Bool {
        documents[key].flatMap { place(of: path, in: $0) } != nil
    }

    func files(of key: ManifestKey) -> [String] {
        documents[key]?.files.map { files[Int($0)] } ?? []
    }

    func location(_ place: Place) -> SourceLocation {
        SourceLocation(file: files[Int(place.file)], line: Int(place.line), column: Int(place.column))
    }

    /// The place of the path, or of the nearest path that encloses it.
    static func nearest(_ path: String, _ find: (String) -> Place?) -> Place? {
        var path = path[...]
        while !path.isEmpty {
            if let place = find(String(path)) { return place }
            guard let end = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { break }
            path = path[..<end]
        }
        return find("spec")
    }

    private func place(of path: String, in document: Document) -> Place? {
        guard let number = pathNumbers[path] else { return nil }
        var (low, high) = (0, document.rows.count)
        while low < high {
            let middle = (low + high) / 2
            if document.rows[middle].path < number { low = middle + 1 } else { high = middle }
        }
        return low < document.rows.count && document.rows[low].path == number ? document.rows[low].place : nil
    }
}
