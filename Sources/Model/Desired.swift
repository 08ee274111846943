/// A declaration at the moment when it is carried out: what it refers to exists by now.
public struct Desired<Attributes: Sendable>: Sendable {
    public var address: ResourceAddress
    public var attributes: Attributes
    /// Every tag the resource is to carry, the ownership tags included.
    public var tags: [String: String]
    /// The same for every try of this change in this run, different in every other: for AWS's client tokens. At most
    /// 32 characters.
    public var token: String
    /// Numbers that the plan chose for fields which the manifest leaves out.
    public var numbers: [String: Int]
    private let lookup: @Sendable (ResourceAddress, Output) -> String?

    public init(
        address: ResourceAddress, attributes: Attributes, tags: [String: String], token: String,
        numbers: [String: Int] = [:], lookup: @escaping @Sendable (ResourceAddress, Output) -> String?
    ) {
        self.address = address
        self.attributes = attributes
        self.tags = tags
        self.token = token
        self.numbers = numbers
        self.lookup = lookup
    }

    /// The text of a reference.
    /// - Throws: `ResourceError` `.unresolved` when what it names does not exist, which is a fault of the plan.
    public func text(_ reference: Reference) throws(ResourceError) -> String {
        let result = reference.resolved(by: lookup)
        if let text = result.text { return text }
        throw ResourceError(
            .unresolved, operation: "resolve \(result)",
            message: "\(address) needs \(result), which is not there; run the command again")
    }

    /// The text of a reference where there is one.
    public func text(_ reference: Reference?) throws(ResourceError) -> String? {
        guard let reference else { return nil }
        return try text(reference) as String
    }

    /// The texts of several references, in order.
    public func texts(_ references: some Sequence<Reference>) throws(ResourceError) -> [String] {
        var result: [String] = []
        for reference in references { result.append(try text(reference)) }
        return result
    }
}

/// What a create or an update leaves behind.
public struct Made: Sendable, Hashable {
    public var identifier: String
    public var outputs: [Output: String]

    public init(_ identifier: String, outputs: [Output: String] = [:]) {
        self.identifier = identifier
        self.outputs = outputs.merging([.id: identifier]) { own, _ in own }
    }
}
