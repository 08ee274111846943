import AWSClient
import Model

/// The least that credentials must be allowed for Plumbline to do its work in one account, as IAM policies.
public struct PermissionPolicy: Sendable {
    /// For what the permissions are.
    public enum Purpose: String, Sendable, CaseIterable {
        /// To compare: nothing that changes anything.
        case plan
        /// To make AWS agree.
        case apply
    }

    /// To be attached all; there are several only where one would be longer than AWS takes.
    public var documents: [PolicyDocument]

    /// Every action that is allowed.
    public var actions: Set<String> {
        documents.reduce(into: []) { all, document in
            for statement in document.statements { all.formUnion(statement.actions) }
        }
    }

    /// Permissions for some kinds in some environments of one account.
    /// - Parameters:
    ///   - looking: the kinds that are read: every kind, because a plan looks for what nobody declares any more.
    ///   - changing: the kinds in use, of which something may be made, changed or deleted.
    ///   - searching: what is there already is looked for beyond its name, to be taken over.
    public init(
        for purpose: Purpose, looking: [any AWSResourceKind] = KindCatalog.all, changing: [any AWSResourceKind],
        in places: [PermissionPlace], searching: Bool = false
    ) {
        // Every credential may ask who it is; it stands here so that the list of calls is whole.
        var reads: Set<AWSAction> = ["sts:GetCallerIdentity", BatchGetImage.action]
        for kind in looking { reads.formUnion(kind.permissions.reads) }
        if searching { for request in DiscoveryRequests.all { reads.insert(request.action) } }
        var statements = Self.statements(reads: reads)
        statements += Self.statements(grants: looking.flatMap { $0.permissions.boundReads }, as: "Look", in: places)
        if purpose == .apply {
            statements += Self.statements(grants: changing.flatMap { $0.permissions.writes }, in: places)
        }
        documents = Self.documents(of: statements)
    }

    /// The permission to assume the roles that environments name, for the credentials that Plumbline starts with.
    /// - Parameter tagged: those of them whose sessions carry tags.
    public init(assuming roles: Set<String>, tagged: Set<String> = []) {
        var statements = [
            PolicyStatement(sid: "Assume", actions: ["sts:AssumeRole"], resources: Set(roles.map(Reference.known)))
        ]
        if !tagged.isEmpty {
            statements.append(
                PolicyStatement(
                    sid: "TagSession", actions: ["sts:TagSession"], resources: Set(tagged.map(Reference.known))))
        }
        documents = [PolicyDocument(statements: statements)]
    }

    /// Permissions that belong to no kind of resource, such as those on the controller's own table.
    /// - Parameter verb: what the statements are called by.
    public init(_ grants: [PermissionGrant], as verb: String = "Change", in place: PermissionPlace) {
        documents = Self.documents(of: Self.statements(grants: grants, as: verb, in: [place]))
    }

    /// All of several, in as few documents as hold them.
    public init(joining policies: [PermissionPolicy]) {
        documents = Self.documents(of: policies.flatMap(\.documents).flatMap(\.statements))
    }

    /// One statement per service, so that a person finds what is looked for.
    private static func statements(reads: Set<AWSAction>) -> [PolicyStatement] {
        Dictionary(grouping: reads, by: \.service.iamPrefix).sorted { $0.key < $1.key }.map { service, actions in
            PolicyStatement(
                sid: "Read\(word(service))", actions: Set(actions.map(\.description)), resources: ["*"])
        }
    }

    /// One statement for all that is allowed on the same things under the same conditions.
    private static func statements(
        grants: [PermissionGrant], as verb: String = "Change", in places: [PermissionPlace]
    ) -> [PolicyStatement] {
        struct Terms: Hashable {
            var service: String
            var resources: Set<String>
            var conditions: [String: Set<String>]
        }
        let regions = Set(places.map(\.region))
        var actions: [Terms: Set<String>] = [:]
        for grant in grants {
            let resources = Set(grant.resources.flatMap { template in places.flatMap { $0.all(template) } })
            guard !resources.isEmpty else { continue }
            var conditions = grant.conditions
            // What cannot be bound to names is bound to the regions at least.
            if resources.contains("*") { conditions["aws:RequestedRegion"] = regions }
            for action in grant.actions {
                let terms = Terms(
                    service: action.service.iamPrefix, resources: resources, conditions: conditions)
                actions[terms, default: []].insert(action.description)
            }
        }
        let sorted = actions.sorted { a, b in
            (a.key.service, a.value.min() ?? "", a.key.resources.min() ?? "", a.key.conditions.description)
                < (b.key.service, b.value.min() ?? "", b.key.resources.min() ?? "", b.key.conditions.description)
        }
        var numbers: [String: Int] = [:]
        return sorted.map { terms, actions in
            numbers[terms.service, default: 0] += 1
            let number = numbers[terms.service] ?? 1
            let conditions = terms.conditions.mapValues { Set($0.map(Reference.known)) }
            return PolicyStatement(
                sid: "\(verb)\(word(terms.service))\(number > 1 ? String(number) : "")", actions: actions,
                resources: Set(terms.resources.map(Reference.known)),
                conditions: conditions.isEmpty ? [:] : ["StringEquals": conditions])
        }
    }

    /// Fills one document after the other.
    private static func documents(of statements: [PolicyStatement]) -> [PolicyDocument] {
        var result: [PolicyDocument] = []
        var open: [PolicyStatement] = []
        for statement in statements {
            if !open.isEmpty, length(open + [statement]) > longest {
                result.append(PolicyDocument(statements: open))
                open = []
            }
            open.append(statement)
        }
        return result + (open.isEmpty ? [] : [PolicyDocument(statements: open)])
    }

    /// Characters that AWS takes in a managed policy, white space not counted
    /// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
    private static let longest = 6_144

    private static func length(_ statements: [PolicyStatement]) -> Int {
        PolicyDocument(statements: statements).text.count { !$0.isWhitespace }
    }

    /// A Sid takes letters and digits only.
    private static func word(_ service: String) -> String {
        let parts = service.split { !$0.isLetter && !$0.isNumber }
        return parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}

extension PolicyDocument {
    /// The document as JSON; a reference to what does not exist yet stands as `${address.output}`.
    public var text: String {
        func text(_ reference: Reference) throws(ResourceError) -> String { reference.description }
        // Only the resolving of a reference could fail, and this one never does.
        return (try? json(text)) ?? ""
    }
}
