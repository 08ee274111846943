import Blueprints
import GitRepository
import Manifests
import Model

/// The config repository: manifests as they are committed.
public struct ConfigRepository: Sendable {
    let mirror: GitMirror
    private let settings: RunSettings

    public init(_ settings: RunSettings) throws(RunError) {
        self.settings = settings
        mirror = try Self.mirror(of: settings.repository, settings)
    }

    /// The mirror of the repository in which the status branch is.
    func statusMirror() throws(RunError) -> GitMirror {
        guard let remote = settings.statusRepository else { return mirror }
        return try Self.mirror(of: remote, settings)
    }

    private static func mirror(of remote: GitRemote, _ settings: RunSettings) throws(RunError) -> GitMirror {
        do throws(GitError) {
            return try GitMirror(
                remote: remote, cacheDirectory: settings.cacheDirectory + "/mirrors", executable: settings.gitHelper,
                deadlines: settings.deadlines)
        } catch {
            throw RunError(error)
        }
    }

    /// Reads the manifests of the configured ref.
    public func load() async throws(RunError) -> LoadedRevision {
        let revision: Revision
        do throws(GitError) {
            let found = try await mirror.resolve(ref: settings.ref)
            revision = Revision(ref: found.ref, commit: found.commit)
        } catch {
            throw RunError(error)
        }
        return try await load(revision)
    }

    /// Reads the manifests of one commit, which the mirror holds.
    /// - Parameter isForForce: what the commit says may be put in force, so it has to be signed where that is required; of
    ///   one that is not signed as it has to be, no file is read.
    func load(_ revision: Revision, isForForce: Bool = true) async throws(RunError) -> LoadedRevision {
        do throws(GitError) {
            var signer: String?
            if isForForce, let trust = settings.trust {
                let fingerprint = trust.fingerprint
                switch try await mirror.signer(of: revision.commit, trust) {
                case .success(let name): signer = name
                case .failure(let refusal):
                    return try await refused(revision, RefusedSignature(refusal, revision, under: fingerprint))
                }
            }
            let files = try await mirror.readTree(at: revision.commit)
            let (manifests, diagnostics) = ManifestReader.read(
                files: files.map { ManifestFile($0) }, under: settings.path)
            let problems = manifests.map { Blueprints.problems(of: $0) } ?? []
            let root = try await mirror.rootCommit(of: revision.commit)
            let valid = problems.isEmpty ? manifests : nil
            return LoadedRevision(
                revision: revision, manifests: valid, diagnostics: diagnostics + problems,
                installation: settings.installation ?? String(root.prefix(12)),
                suspensions: valid?.suspensions ?? suspensions(in: files), signer: signer)
        } catch {
            throw RunError(error)
        }
    }

    private func refused(_ revision: Revision, _ refusal: RefusedSignature) async throws(GitError) -> LoadedRevision {
        let root = try await mirror.rootCommit(of: revision.commit)
        return LoadedRevision(
            revision: revision, manifests: nil, diagnostics: [Diagnostic(.error, refusal.message)],
            installation: settings.installation ?? String(root.prefix(12)), refusal: refusal)
    }

    /// The suspensions that can be read though another manifest is broken: each file counts for itself.
    private func suspensions(in files: [GitFile]) -> [SuspensionOrder] {
        let folder = (settings.path.split(separator: "/").filter { $0 != "." } + ["suspensions", ""])
            .joined(separator: "/")
        return files.filter { $0.path.hasPrefix(folder) }.flatMap { file in
            ManifestReader.read(files: [ManifestFile(file)], under: settings.path).0?.suspensions ?? []
        }
    }
}

/// The manifests of one revision, read and validated.
public struct LoadedRevision: Sendable {
    public var revision: Revision
    /// nil when they are not valid.
    public var manifests: ManifestSet?
    public var diagnostics: [Diagnostic]
    public var installation: String
    /// The orders to leave environments alone; those hold also when the manifests are not valid.
    var suspensions: [SuspensionOrder] = []
    /// Who signed it, where that is required.
    var signer: String?
    /// Why its signature does not count; then nothing of it was read.
    public internal(set) var refusal: RefusedSignature?
}

/// A commit that is not signed as it has to be.
public struct RefusedSignature: Sendable {
    public var message: String
    /// The fingerprint of the trust by which it was judged.
    var trust: String

    init(_ refusal: SignatureRefusal, _ revision: Revision, under trust: String) {
        message =
            "\(revision.short) is refused: \(refusal.reason). Only commits that a known signer signed count; sign it "
            + "(git commit --amend -S), or put a signed commit on top of it"
        self.trust = trust
    }
}

extension ManifestFile {
    init(_ file: GitFile) {
        var kind = Kind.regular
        switch file.kind {
        case .file: kind = .regular
        case .symlink: kind = .symlink(target: String(decoding: file.content ?? [], as: UTF8.self))
        case .submodule: kind = .submodule
        }
        self.init(
            path: file.path, blobID: file.blobID, content: kind == .regular ? file.content : nil, size: file.size,
            kind: kind)
    }
}
