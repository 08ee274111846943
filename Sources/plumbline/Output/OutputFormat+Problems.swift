import Controller
import Manifests
import Model

extension OutputFormat {
    /// Does something of which a failure is to be told in this format.
    func reportingErrors<T>(_ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let error as RunError {
            if self == .json { write(json: PlanDocument.problems(nil, [Diagnostic(.error, error.message)])) }
            throw error
        }
    }

    /// The manifests, if they are valid; else tells what is wrong with them and ends with exit code 4.
    @discardableResult
    func requireValid(_ loaded: LoadedRevision) throws -> ManifestSet {
        if let manifests = loaded.manifests { return manifests }
        switch self {
        case .json: write(json: PlanDocument.problems(loaded.revision, loaded.diagnostics))
        case .text:
            let text = PlanText(paint: Paint(.error))
            for diagnostic in loaded.diagnostics { Console.write(text.line(diagnostic), to: .error) }
            let count = loaded.diagnostics.count { $0.severity == .error }
            Console.error(
                loaded.refusal == nil
                    ? "the manifests at \(loaded.revision.short) are not valid (\(counted(count, "error"))); nothing was changed"
                    : "\(loaded.revision.short) was not read; nothing was changed")
        }
        throw Exit.invalidManifests
    }
}
