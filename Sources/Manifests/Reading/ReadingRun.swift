import Model

/// One run of the reader over a commit's files, within limits: what is past one of them is told once, and nothing more is read.
struct ReadingRun {
    /// Documents in all files.
    static let documentLimit = 60_000
    /// Values in all manifests, with the bases of each counted in.
    static let valueLimit = 5_000_000
    /// Past so many problems nobody reads on, and the answer would be larger than the repository.
    static let problemLimit = 2000

    private let folder: String
    private let selected: [ManifestFile]
    private var bases: BaseMerger
    private var drafts: ManifestDrafts
    private var problems: [(message: String, place: Place)] = []
    /// Documents that may be bases, by file.
    private var candidates: [(file: String, place: Place)] = []
    private var documentCount = 0
    private var valueCount = 0
    /// Whether a limit was passed.
    private var isOver = false

    init(_ files: [ManifestFile], folder: String) {
        self.folder = folder
        let tree = ManifestTree(files)
        bases = BaseMerger(tree)
        drafts = ManifestDrafts(files: tree.paths)
        selected = files.filter { file in
            RepositoryPath.isVisible(file.path, under: folder)
                && (RepositoryPath.isYAML(file.path) || file.kind == .submodule)
        }.sorted { $0.path < $1.path }
    }

    mutating func readFiles() {
        // A link to a file that is read anyway adds nothing.
        var seen = Set(selected.filter { $0.kind == .regular }.map(\.path))
        for file in selected where !isOver {
            switch file.kind {
            case .regular: readFile(file.path)
            case .submodule:
                drafts.warning(
                    "the submodule is not read: its content is not part of this commit",
                    at: bases.tree.start(of: file.path)
                )
            case .symlink:
                do throws(ManifestTree.Unreadable) {
                    let target = try bases.tree.followLinks(file.path)
                    if seen.insert(target).inserted { readFile(target) }
                } catch {
                    problem("the file \(error.reason)", at: bases.tree.start(of: file.path))
                }
            }
        }
    }

    private mutating func readFile(_ path: String) {
        let content = bases.tree.compose(path)
        problems += content.problems
        if !content.problems.isEmpty { drafts.isComplete = false }
        stopWhereFull(at: bases.tree.start(of: path))
        for document in content.documents where !isOver {
            documentCount += 1
            if documentCount > Self.documentLimit {
                stop("more than \(Self.documentLimit) documents in the repository: split it", at: document.place)
            } else {
                readDocument(document, in: path)
                stopWhereFull(at: document.place)
            }
        }
    }

    private mutating func stopWhereFull(at place: Place) {
        guard !isOver, problems.count + bases.problems.count + drafts.diagnostics.count > Self.problemLimit else {
            return
        }
        stop("more than \(Self.problemLimit) problems: what follows was not read", at: place)
    }

    private mutating func stop(_ message: String, at place: Place) {
        isOver = true
        problem(message, at: place)
    }

    private mutating func readDocument(_ document: YAMLNode, in file: String) {
        guard case .mapping = document.content else {
            problem(
                "a manifest is a mapping with apiVersion, kind, metadata and spec, not \(document.description)",
                at: document.place
            )
            return
        }
        let (version, kind) = (document.entry("apiVersion"), document.entry("kind"))
        guard version != nil || kind != nil else {
            candidates.append((file, document.place))
            return
        }
        let isOurs = checkVersion(version, in: document)
        guard let kind else {
            problem("the manifest lacks the required key kind", at: document.place)
            return
        }
        guard case .scalar(let name) = kind.value.content, let type = ManifestKinds.named(name.text) else {
            if isOurs { unknownKind(kind) }
            return
        }
        decode(type, document)
    }

    /// Whether the document claims to be Plumbline's, so that the rest of it is worth a complaint.
    private mutating func checkVersion(_ version: YAMLNode.Entry?, in document: YAMLNode) -> Bool {
        guard let version else {
            problem(
                "the manifest lacks the required key apiVersion: write apiVersion: \(ManifestKinds.apiVersion)",
                at: document.place
            )
            return true
        }
        if case .scalar(let scalar) = version.value.content, scalar.text == ManifestKinds.apiVersion { return true }
        problem(
            "apiVersion must be \(ManifestKinds.apiVersion), not \(version.value.description): "
                + "files that are not Plumbline's belong outside the configured path",
            at: version.place
        )
        return false
    }

    private mutating func unknownKind(_ kind: YAMLNode.Entry) {
        guard case .scalar(let name) = kind.value.content, !name.text.isEmpty else {
            problem("kind must be a text, not \(kind.value.description)", at: kind.place)
            return
        }
        let kinds = ManifestKinds.all.map { $0.kind }
        let hint = Suggestion.phrase(for: name.text, among: kinds)
        let text = hint.isEmpty ? ": the kinds are \(kinds.joined(separator: ", "))" : hint
        problem("unknown kind \(YAMLScalar.quoted(name.text))\(text)", at: kind.place)
    }

    private mutating func decode<Kind: ManifestKind>(_: Kind.Type, _ document: YAMLNode) {
        var manifest = Kind()
        let merged = document.entry("spec").map { bases.merge($0.value, chain: []) }
        valueCount += merged?.node.size ?? 0
        guard valueCount <= Self.valueLimit else {
            return stop(
                "more than \(Self.valueLimit) values in the repository, with the bases of every manifest: share less, or "
                    + "split it",
                at: document.place)
        }
        var decoder = ManifestDecoder(
            files: bases.tree.paths,
            document: "this \(Kind.kind)",
            place: document.place,
            isPartial: merged?.isPartial ?? false
        )
        decoder.document(document, spec: merged?.node, into: &manifest)
        let files = [document.place.file] + (merged?.files ?? []).map { bases.tree.start(of: $0).file }
        drafts.add(manifest, decoder, at: document.place, files: files, isPartial: merged?.isPartial ?? false)
    }

    /// Reports a problem that may hide a manifest.
    private mutating func problem(_ message: String, at place: Place) {
        problems.append((message, place))
        drafts.isComplete = false
    }

    /// The set, which counts only if no error is among the diagnostics.
    mutating func finish() -> (ManifestSet, [Diagnostic]) {
        for candidate in candidates where !isOver && !bases.used.contains(candidate.file) {
            problem(
                "this is neither a manifest, for it has no apiVersion and kind, nor the base of one: no spec.base names "
                    + candidate.file,
                at: candidate.place
            )
        }
        for problem in problems + bases.problems { drafts.error(problem.message, at: problem.place) }
        if documentCount == 0, drafts.diagnostics.isEmpty {
            let place = folder.isEmpty ? "in the repository" : "under \(folder)"
            drafts.error(
                "no manifests \(place): a manifest is a .yaml file with apiVersion: \(ManifestKinds.apiVersion)",
                at: nil
            )
        }
        drafts.set.sort()
        ManifestChecks.run(&drafts)
        return (drafts.set, drafts.diagnostics)
    }
}
