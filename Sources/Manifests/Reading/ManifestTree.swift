/// The YAML files of one commit, each composed once when it is first asked for.
struct ManifestTree {
    /// Why a file cannot be had.
    struct Unreadable: Error {
        /// Continues a sentence that begins with the file's name.
        var reason: String
    }

    /// How a pointer of Git LFS begins (github.com/git-lfs/git-lfs, docs/spec.md).
    private static let lfsPointer = Array("version https://git-lfs.github.com/spec/".utf8)

    private let files: [String: ManifestFile]
    /// The paths by number, as places hold them.
    private(set) var paths: [String]
    private var numbers: [String: Int32]
    private var composed: [String: YAMLComposer.Result] = [:]
    /// The paths of each folder, once somebody asked.
    private lazy var folders = Dictionary(grouping: paths, by: RepositoryPath.folder)
    private lazy var submodules = files.values.filter { $0.kind == .submodule }.map(\.path)

    init(_ files: [ManifestFile]) {
        paths = files.map(\.path).sorted()
        self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        numbers = Dictionary(zip(paths, paths.indices.map { Int32($0) }), uniquingKeysWith: { first, _ in first })
    }

    /// The file's beginning.
    func start(of path: String) -> Place { Place(file: numbers[path] ?? 0, line: 1, column: 1) }

    func path(of place: Place) -> String { paths[Int(place.file)] }

    /// The path that is reached when all links are followed.
    mutating func followLinks(_ path: String) throws(Unreadable) -> String {
        var current = path
        for _ in 0..<8 {
            guard let file = files[current] else {
                guard current == path else {
                    let target = YAMLScalar.printable(current)
                    throw Unreadable(reason: "is a link to \(target), which is no YAML file of this commit")
                }
                throw Unreadable(reason: absence(of: path))
            }
            switch file.kind {
            case .regular: return current
            case .submodule: throw Unreadable(reason: "is a submodule, whose content is not part of this commit")
            case .symlink(let target):
                // The root of a link is the machine's, not the repository's.
                guard !target.hasPrefix("/"),
                    let next = RepositoryPath.resolve(target, from: RepositoryPath.folder(of: current))
                else {
                    let target = YAMLScalar.printable(target)
                    throw Unreadable(reason: "is a link to \(target), which is outside the repository")
                }
                current = next
            }
        }
        throw Unreadable(reason: "is a link that leads to itself, or through too many others")
    }

    private mutating func absence(of path: String) -> String {
        let around = submodules.first { path.hasPrefix($0 + "/") }
        if let around { return "is in the submodule \(around), whose content is not part of this commit" }
        guard RepositoryPath.isYAML(path) else { return "is not a YAML file (its name must end in .yaml or .yml)" }
        let folder = RepositoryPath.folder(of: path)
        return "is not in the repository" + Suggestion.phrase(for: path, among: folders[folder] ?? [])
    }

    /// The file's documents, and what is wrong with it.
    mutating func compose(_ path: String) -> YAMLComposer.Result {
        if let result = composed[path] { return result }
        let result = read(path)
        composed[path] = result
        return result
    }

    private func read(_ path: String) -> YAMLComposer.Result {
        guard let file = files[path] else { return .init() }
        guard file.size <= ManifestReader.sizeLimit, let content = file.content,
            content.count <= ManifestReader.sizeLimit
        else {
            let limit = ManifestReader.sizeLimit >> 20
            return .init(problems: [
                ("the file has \(file.size) bytes, more than \(limit) MiB: split it", start(of: path))
            ])
        }
        guard !content.starts(with: Self.lfsPointer) else {
            return .init(problems: [
                (
                    "the file is only a pointer: Git LFS keeps its content elsewhere. Keep manifests out of LFS: take the "
                        + "pattern out of .gitattributes and run git add --renormalize", start(of: path)
                )
            ])
        }
        return YAMLComposer.compose(content, file: numbers[path] ?? 0)
    }
}
