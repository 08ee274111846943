import AWSClient
import Model

/// Reads and changes the resources of one account in one region, for the engine.
public struct AWSResourceProvider: ResourceProvider {
    public let session: AWSSession
    public let kinds: [ResourceType: KindDescription]
    private let erased: [ResourceType: ErasedKind]

    public init(session: AWSSession, kinds: [any AWSResourceKind] = KindCatalog.all) {
        self.session = session
        let erased = kinds.map { ErasedKind($0) }
        self.erased = Dictionary(erased.map { ($0.description.type, $0) }) { first, _ in first }
        self.kinds = self.erased.mapValues(\.description)
    }

    public func observe(
        _ type: ResourceType,
        _ scope: ObservationScope
    ) async throws(ResourceError) -> [ObservedResource] {
        try await run(type) { kind async throws in try await kind.observe(scope, session) }
    }

    public func create(_ order: Order) async throws(ResourceError) -> Made {
        try await run(order.declaration.type) { kind async throws in try await kind.create(order, session) }
    }

    public func update(
        _ observed: ObservedResource,
        to order: Order,
        changing fields: Set<String>
    ) async throws(ResourceError) -> Made {
        try await run(observed.type) { kind async throws in try await kind.update(observed, order, fields, session) }
    }

    public func tag(_ observed: ObservedResource, _ tags: [String: String]) async throws(ResourceError) {
        try await run(observed.type) { kind async throws in try await kind.tag(observed, tags, session) }
    }

    public func delete(_ observed: ObservedResource) async throws(ResourceError) {
        try await run(observed.type) { kind async throws in try await kind.delete(observed, session) }
    }

    public func settled(_ type: ResourceType, _ made: Made) async throws(ResourceError) -> Settlement {
        try await run(type) { kind async throws in try await kind.settled(made, session) }
    }

    public func isGone(_ observed: ObservedResource) async throws(ResourceError) -> Bool {
        try await run(observed.type) { kind async throws in try await kind.isGone(observed, session) }
    }

    /// The one place where whatever a kind throws becomes a `ResourceError`.
    private func run<T>(
        _ type: ResourceType,
        _ body: (ErasedKind) async throws -> T
    ) async throws(ResourceError) -> T {
        guard let kind = erased[type] else {
            throw ResourceError(
                .refused,
                operation: "find kind",
                message: "this version of Plumbline does not know \(type)"
            )
        }
        do {
            return try await body(kind)
        } catch {
            throw ResourceError(translating: error)
        }
    }
}
