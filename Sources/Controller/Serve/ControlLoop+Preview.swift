import Forge
import GitRepository
import Model

extension ControlLoop {
    /// Takes on who plans pull requests: notices of them are handed on, and each look at git is one at the open ones.
    func hand(_ preview: PullRequestPreview) {
        self.preview = preview
        if isForge { preview.look() }
    }

    /// Plans the head of a pull request against live AWS and changes nothing: the environments of which it says something
    /// else than the commit in force.
    nonisolated func plan(_ request: PullRequest) async -> PullRequestPlan {
        guard let (run, inForce) = await planningParts() else {
            return .failed("the config repository was not read yet")
        }
        do throws(RunError) {
            let loaded = try await run.load(at: request.head)
            guard let manifests = loaded.manifests else {
                return .invalid(loaded.diagnostics.filter { $0.severity == .error })
            }
            guard let head = RevisionInForce(loaded) else { return .invalid(loaded.diagnostics) }
            let changed = head.contents.filter { inForce?.contents[$0.key] != $0.value }.keys
            let removed = (inForce?.contents.keys).map { Set($0).subtracting(head.contents.keys) } ?? []
            let recorded = try await run.recorded()
            var plans: [EnvironmentPlan] = []
            for name in Set(changed).union(removed).sorted() {
                let planned = try await run.only(name, pool).plan(loaded, manifests, recorded: recorded)
                plans.append(EnvironmentPlan(environment: name, plan: PlanState(planned, made: clock.now().wall)))
            }
            return .planned(plans)
        } catch {
            return .failed(error.message)
        }
    }

    private func planningParts() -> (Run, RevisionInForce?)? { source.map { ($0.run, inForce) } }
}

extension Run {
    /// The manifests of a commit, which may be on no branch but a pull request's. It is only planned, so it need not be signed:
    /// what the merge will be is signed by whoever merges.
    func load(at commit: String) async throws(RunError) -> LoadedRevision {
        let found: GitRevision
        do throws(GitError) { found = try await repository.mirror.resolve(ref: commit) } catch { throw RunError(error) }
        return try await repository.load(Revision(ref: found.ref, commit: found.commit), isForForce: false)
    }
}
