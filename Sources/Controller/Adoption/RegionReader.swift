import AWSResources
import Discovery
import Engine
import Model

/// Reads everything of a region that a description needs.
struct RegionReader: Sendable {
    let provider: AWSResourceProvider

    struct Read: Sendable {
        var state: ObservedState
        var stacks: [StackResource]
        var launchConfigurations: [LaunchConfiguration]
        var remarks: [String]
    }

    /// Looks again with more in view until nothing new comes into it: services lead to task definitions, these to roles
    /// and log groups.
    ///
    /// What cannot be read completely ends it: half a description would be taken for a whole one, and what was not read for
    /// what is not there.
    func read(_ request: DiscoveryRequest) async throws(RunError) -> Read {
        let (stacks, remarks) = await stacks(request)
        var interest = Interest()
        var state = ObservedState()
        var configurations: [LaunchConfiguration] = []
        // Each look reaches one neighbour further; there are no longer chains.
        for _ in 0..<6 {
            state = await observe(interest)
            if let failure = state.failures.sorted(by: { $0.key < $1.key }).first {
                throw RunError(.aws, "\(failure.key) cannot be read: \(failure.value)")
            }
            if !interest.launchConfigurations.isEmpty {
                do throws(ResourceError) {
                    configurations = try await provider.launchConfigurations(named: interest.launchConfigurations)
                } catch {
                    throw RunError(.aws, "the launch configurations cannot be read: \(error)")
                }
            }
            let wider = Discovery(request, state, stacks: stacks, launchConfigurations: configurations).interest
            if wider == interest { break }
            interest = wider
        }
        return Read(state: state, stacks: stacks, launchConfigurations: configurations, remarks: remarks)
    }

    /// Stacks are a help, not a condition: who may not list them still finds by name and by neighbour.
    private func stacks(_ request: DiscoveryRequest) async -> ([StackResource], [String]) {
        do throws(ResourceError) {
            return (try await provider.stackResources { request.isOwnStack($0) }, [])
        } catch {
            return (
                [],
                [
                    "The CloudFormation stacks could not be read, so what only they tell is neither found nor listed: "
                        + error.description
                ]
            )
        }
    }

    /// What task definitions hold that no manifest has: later revisions would be without it.
    func remainders(_ discovered: Discovered) async throws(RunError) -> [Leftover] {
        var leftovers: [Leftover] = []
        for (_, resource) in discovered.resources.sorted(by: { $0.key < $1.key })
        where resource.type == TaskDefinition().type {
            do throws(ResourceError) {
                let names = try await provider.remainder(ofTaskDefinition: resource.identifier)
                guard !names.isEmpty else { continue }
                leftovers.append(
                    Leftover(
                        type: "\(resource.type)", identifier: resource.identifier,
                        reason:
                            "no manifest has its \(names.joined(separator: ", ")); this revision stays as it is, but "
                            + "the next that Plumbline registers is without them"))
            } catch {
                throw RunError(.aws, error.description)
            }
        }
        return leftovers
    }

    private func observe(_ interest: Interest) async -> ObservedState {
        let round = ObservationRound()
        var state = ObservedState()
        await withTaskGroup(of: (ResourceType, Result<[ObservedResource], ResourceError>).self) { group in
            for kind in provider.kinds.values {
                let scope = interest.scope(for: kind, round: round)
                group.addTask { (kind.type, await provider.observation(of: kind.type, scope)) }
            }
            for await (type, result) in group {
                switch result {
                case .success(let resources): state.resources[type] = resources
                case .failure(let error): state.failures[type] = error
                }
            }
        }
        return state
    }
}
