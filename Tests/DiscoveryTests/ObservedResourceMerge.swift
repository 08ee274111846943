import Discovery
import Engine
import Model

/// Two regions in one, as far as one kind goes.
enum ObservedResourceMerge {
    static func merge(_ a: FabricatedRegion, _ b: FabricatedRegion, of type: ResourceType) -> ObservedState {
        var state = a.state
        state.resources[type, default: []] += b.state.resources[type] ?? []
        return state
    }
}

/// Why a region cannot be described.
func refusal(_ state: ObservedState) -> DiscoveryError? {
    do throws(DiscoveryError) {
        _ = try Discovery(Samples.request, state, stacks: []).describe(kinds: [:])
        return nil
    } catch {
        return error
    }
}

func code(_ state: ObservedState) -> DiscoveryError.Code? { refusal(state)?.code }
func message(_ state: ObservedState) -> String? { refusal(state)?.message }
