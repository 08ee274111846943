import Model

/// Reads every kind of an account and region, several at a time.
public struct Observer: Sendable {
    private let provider: any ResourceProvider
    private let width: Int

    /// - Parameter width: how many kinds are read at the same time.
    public init(_ provider: any ResourceProvider, width: Int = 8) {
        self.provider = provider
        self.width = max(1, width)
    }

    /// Reads all kinds; one that cannot be read is reported and keeps none of the others back.
    /// - Parameter briefly: by what was recorded, where that may do.
    public func observe(_ basis: PlanBasis, briefly: Bool = false) async -> ObservedState {
        await observe(basis, provider.kinds.keys.sorted(), briefly: briefly)
    }

    /// Reads in full what was read briefly.
    public func complete(_ state: ObservedState, _ basis: PlanBasis) async -> ObservedState {
        let full = await observe(basis, state.brief.sorted(), briefly: false)
        var result = state
        result.brief = []
        for type in state.brief {
            result.resources[type] = full.resources[type]
            result.failures[type] = full.failures[type]
        }
        return result
    }

    private func observe(_ basis: PlanBasis, _ types: [ResourceType], briefly: Bool) async -> ObservedState {
        let declared = Dictionary(grouping: basis.declarations + basis.formerDeclarations, by: \.type)
        var identifiers: [ResourceType: [String]] = [:]
        for resource in basis.recorded.values {
            if let identifier = resource.identifier { identifiers[resource.type, default: []].append(identifier) }
        }
        let recorded = identifiers.mapValues { $0.sorted() }
        let adopted = Dictionary(grouping: basis.declarations.filter(\.adopt), by: \.type)
            .mapValues { Set($0.compactMap(\.name)) }
        let wanted = Self.wantedOutputs(basis.declarations)
        let identified = Dictionary(grouping: basis.declarations.filter(\.adopt), by: \.type)
            .mapValues { Set($0.compactMap(\.adoptedIdentifier)) }
        let round = ObservationRound()
        var state = ObservedState()
        await withTaskGroup(of: (ResourceType, Result<[ObservedResource], ResourceError>).self) { group in
            var waiting = types[...]
            func startNext() {
                guard let type = waiting.popFirst() else { return }
                let declarations = declared[type] ?? []
                let named = Dictionary(declarations.compactMap { one in one.name.map { ($0, one) } }) { first, _ in
                    first
                }
                var scope = ObservationScope(
                    declaredNames: Set(named.keys),
                    managedFields: declarations.reduce(into: []) { $0.formUnion($1.values.keys) },
                    installation: basis.installation, recordedIdentifiers: recorded)
                scope.declaredTags = { named[$0]?.allTags(installation: basis.installation, observed: [:]) }
                scope.wantedOutputs = wanted[type] ?? [:]
                scope.scopes = basis.scopes
                if briefly, provider.kinds[type]?.traits.isReadByRecord == true, !declarations.isEmpty {
                    scope.isBrief = declarations.allSatisfy { basis.recorded[$0.address]?.identifier != nil }
                }
                if scope.isBrief { state.brief.insert(type) }
                scope.adoptedNames = adopted
                scope.adoptedIdentifiers = identified
                scope.round = round
                group.addTask { [scope] in (type, await provider.observation(of: type, scope)) }
            }
            for _ in 0..<width { startNext() }
            for await (type, result) in group {
                switch result {
                case .success(let resources): state.resources[type] = resources
                case .failure(let error): state.failures[type] = error
                }
                startNext()
            }
        }
        return state
    }

    /// What declarations refer to, by kind and output: the natural names of those whose output it is.
    private static func wantedOutputs(_ declarations: [Declaration]) -> [ResourceType: [Output: Set<String>]] {
        var wanted: AddressTable<Set<Output>> = [:]
        for declaration in declarations {
            for value in declaration.values.values {
                value.forEachPending { address, output in wanted.update(address, default: []) { $0.insert(output) } }
            }
        }
        var result: [ResourceType: [Output: Set<String>]] = [:]
        for target in declarations {
            guard let outputs = wanted[target.address], let name = target.name else { continue }
            for output in outputs { result[target.type, default: [:]][output, default: []].insert(name) }
        }
        return result
    }
}

extension ResourceProvider {
    /// Every resource of a kind that is there, or why they could not be read.
    ///
    /// A function, not the body of the tasks that ask: with the `do throws` within a task's closure that returns a tuple,
    /// the optimiser of Swift 6.3 makes code that returns garbage.
    public func observation(
        of type: ResourceType, _ scope: ObservationScope
    ) async -> Result<[ObservedResource], ResourceError> {
        do throws(ResourceError) {
            return .success(try await observe(type, scope))
        } catch {
            return .failure(error)
        }
    }
}
