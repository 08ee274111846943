import AWSResources

/// moto 5.2.1 moves no group to another path: the overlay's `hosts.py` completes UpdateGroup.
struct UserGroupSample: KindSample {
    let kind = UserGroup()
    let createAction = "CreateGroup"
    let tags: [String: String] = [:]

    private static let readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess"

    func attributes(on bench: Bench) async throws -> UserGroup.Attributes {
        .init(
            groupName: "x-dev-developers", managedPolicies: [Self.readOnly],
            inlinePolicies: [
                "x-dev-developers": PolicyDocument(statements: [
                    PolicyStatement(sid: "Find", actions: ["ecs:ListClusters"], resources: ["*"])
                ])
            ])
    }

    let outsideChanges: [OutsideChange<UserGroup>] = [
        .edit("managedPolicies") { attributes, _ in attributes.managedPolicies = [] },
        .edit("managedPolicies") { attributes, _ in
            attributes.managedPolicies.insert("arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore")
        },
        .edit("inlinePolicies") { attributes, _ in attributes.inlinePolicies = [:] },
        .edit("inlinePolicies") { attributes, _ in
            attributes.inlinePolicies["x-dev-developers"]?.statements[0].actions.insert("ecs:*")
        },
    ]

    let unshownClauses: [ContractClause: String] = [
        .tagsAreWrittenAndRepaired: "IAM groups carry no tags; a test of their own shows what the path says"
    ]
}
