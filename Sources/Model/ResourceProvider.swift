/// The engine's view of one account in one region: the kinds there are, and how to read and change them.
///
/// AWS stands behind it in the product, memory in the engine's own tests and benchmarks.
public protocol ResourceProvider: Sendable {
    /// Every kind, by type.
    var kinds: [ResourceType: KindDescription] { get }

    /// Every resource of a kind that is there; complete, or an error.
    func observe(_ type: ResourceType, _ scope: ObservationScope) async throws(ResourceError) -> [ObservedResource]
    func create(_ order: Order) async throws(ResourceError) -> Made
    func update(_ observed: ObservedResource, to order: Order, changing fields: Set<String>) async throws(ResourceError)
        -> Made
    func tag(_ observed: ObservedResource, _ tags: [String: String]) async throws(ResourceError)
    func delete(_ observed: ObservedResource) async throws(ResourceError)
    func settled(_ type: ResourceType, _ made: Made) async throws(ResourceError) -> Settlement
    func isGone(_ observed: ObservedResource) async throws(ResourceError) -> Bool
}

/// A kind with its types forgotten.
public struct KindDescription: Sendable {
    public var type: ResourceType
    public var noun: String
    public var traits: KindTraits
    public var fields: [FieldRow]

    public init(type: ResourceType, noun: String, traits: KindTraits, fields: [FieldRow]) {
        self.type = type
        self.noun = noun
        self.traits = traits
        self.fields = fields
    }
}

/// A declaration on its way to be carried out.
public struct Order: Sendable {
    public var declaration: Declaration
    /// Every tag, ownership tags included.
    public var tags: [String: String]
    /// See `Desired.token`.
    public var token: String
    public var numbers: [String: Int]
    public var lookup: @Sendable (ResourceAddress, Output) -> String?

    public init(
        declaration: Declaration, tags: [String: String], token: String, numbers: [String: Int] = [:],
        lookup: @escaping @Sendable (ResourceAddress, Output) -> String?
    ) {
        self.declaration = declaration
        self.tags = tags
        self.token = token
        self.numbers = numbers
        self.lookup = lookup
    }
}
