import Model

/// What a plan in the making may take as given: the outputs of what exists and stays what it is.
///
/// A class, so that the lookups handed around share it: a copy for each declaration would make planning quadratic.
final class KnownOutputs {
    private let owned: AddressTable<ObservedResource>
    private var adopted: [ResourceAddress: ObservedResource] = [:]
    /// Declared addresses whose outputs will be others after the plan.
    private(set) var unstable: Set<ResourceAddress> = []

    init(_ owned: AddressTable<ObservedResource>) { self.owned = owned }

    func output(_ address: ResourceAddress, _ output: Output) -> String? {
        guard !unstable.contains(address) else { return nil }
        return (owned[address] ?? adopted[address])?.outputs[output]
    }

    func adopt(_ resource: ObservedResource, as address: ResourceAddress) { adopted[address] = resource }

    func unsettle(_ address: ResourceAddress) { unstable.insert(address) }
}
