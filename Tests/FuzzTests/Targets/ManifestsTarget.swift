import Blueprints
import Model

@testable import Manifests

/// Up to eight files of a config repository, `a.yaml` to `h.yaml`, with a zero byte between them.
///
/// A problem stands at a place that there is and can be read in one line. The order of the files does not count. Manifests that
/// are valid say the same in the plainest YAML, and can be turned into declarations.
enum ManifestsTarget {
    static func take(_ input: [UInt8]) throws(BrokenPromise) {
        let parts = input.split(separator: 0, maxSplits: 7, omittingEmptySubsequences: false)
        let files = zip("abcdefgh", parts).map { name, part in file("\(name).yaml", Array(part)) }
        let (set, diagnostics) = ManifestReader.read(files: files)
        for diagnostic in diagnostics { try check(diagnostic, files) }
        try promise(
            (set == nil) == diagnostics.contains { $0.severity == .error }, "a set with errors, or none without")
        let (again, others) = ManifestReader.read(files: files.reversed())
        try promise(diagnostics == others, "the order of the files changes what is told")
        guard let set, let again else { return }
        try promise(set.says(what: again), "the order of the files changes what is read")
        try checkRendering(of: files, as: set)
        for problem in Blueprints.problems(of: set) { try check(problem, files) }
        try checkDeclarations(set)
    }

    private static func file(_ path: String, _ content: [UInt8]) -> ManifestFile {
        ManifestFile(path: path, blobID: "", content: content, size: content.count)
    }

    private static func check(_ diagnostic: Diagnostic, _ files: [ManifestFile]) throws(BrokenPromise) {
        let message = diagnostic.message
        try promise(!message.isEmpty && message.utf8.count < 16_384, "the length of a message: \(message.prefix(400))")
        let isClean = message.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        try promise(isClean, "a control character in a message: \(message.debugDescription)")
        guard let location = diagnostic.location else { return }
        guard let content = files.first(where: { $0.path == location.file })?.content else {
            throw BrokenPromise(description: "a problem in \(location.file), which is no file")
        }
        // A line ends as YAML says, with a carriage return too, and in YAML 1.1 with three characters more.
        let text = String(decoding: content, as: UTF8.self)
        let lines = text.unicodeScalars.count { "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) } + 1
        try promise((1...lines + 1).contains(location.line), "\(location) is not within its \(lines) lines")
        try promise((1...content.count + 1).contains(location.column), "\(location) is not within its line")
    }

    private static func checkRendering(of files: [ManifestFile], as set: ManifestSet) throws(BrokenPromise) {
        let rendered = files.map { one in
            let documents = YAMLComposer.compose(one.content ?? [], file: 0).documents
            return file(one.path, Array(documents.map { "--- \(PlainYAML.text($0))\n" }.joined().utf8))
        }
        // Aliases written out may be more than a file may hold.
        guard rendered.allSatisfy({ $0.size <= ManifestReader.sizeLimit }) else { return }
        let (again, diagnostics) = ManifestReader.read(files: rendered)
        let problem = diagnostics.first { $0.severity == .error }
        try promise(problem == nil, "written plainly, it is no longer valid: \(problem?.description ?? "")")
        try promise(again.map(set.says) == true, "written plainly, it says something else")
    }

    private static func checkDeclarations(_ set: ManifestSet) throws(BrokenPromise) {
        for (scope, declarations) in Blueprints.declarations(for: set) {
            let addresses = Set(declarations.map(\.address))
            try promise(addresses.count == declarations.count, "two declarations of one address in \(scope)")
        }
    }
}

extension ManifestSet {
    /// Whether another set says the same, wherever it is written.
    fileprivate func says(what other: ManifestSet) -> Bool {
        environments == other.environments && repositories == other.repositories && nodes == other.nodes
            && extras == other.extras && databases == other.databases && caches == other.caches
            && suspensions == other.suspensions && approvals == other.approvals && pipelines == other.pipelines
    }
}
