import AWSResources
import Model

struct RoleSample: KindSample {
    let kind = Role()
    let createAction = "CreateRole"

    private static let taskExecution = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
    private static let readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess"

    func attributes(on bench: Bench) async throws -> Role.Attributes {
        let statement = PolicyStatement(
            sid: "Secrets", actions: ["secretsmanager:GetSecretValue", "ssm:GetParameters"],
            resources: ["arn:aws:secretsmanager:*:*:secret:x-dev-acme-??????", "arn:aws:ssm:*:*:parameter/x-dev-acme"],
            conditions: ["StringEquals": ["aws:ResourceAccount": [.known(bench.session.account)]]])
        return Role.Attributes(
            roleName: "contract-role", trustPolicy: .trusting(service: "ecs-tasks.amazonaws.com"),
            managedPolicies: [Self.taskExecution],
            inlinePolicies: ["access-config": PolicyDocument(statements: [statement])],
            path: "/contract/", roleDescription: "Runs the contract's tasks", maxSessionDuration: 7200)
    }

    var outsideChanges: [OutsideChange<Role>] {
        [
            .edit("trustPolicy") { attributes, _ in
                attributes.trustPolicy = .trusting(service: "ec2.amazonaws.com")
            },
            .edit("managedPolicies") { attributes, _ in attributes.managedPolicies = [] },
            .edit("managedPolicies") { attributes, _ in attributes.managedPolicies.insert(Self.readOnly) },
            .edit("inlinePolicies") { attributes, _ in attributes.inlinePolicies = [:] },
            .edit("inlinePolicies") { attributes, _ in
                attributes.inlinePolicies["extra"] = PolicyDocument(statements: [
                    PolicyStatement(actions: ["s3:*"], resources: ["*"])
                ])
            },
            .edit("inlinePolicies") { attributes, _ in
                attributes.inlinePolicies["access-config"]?.statements[0].resources.insert("*")
            },
            .edit("roleDescription") { attributes, _ in attributes.roleDescription = "Something else" },
            .edit("maxSessionDuration") { attributes, _ in attributes.maxSessionDuration = 3600 },
        ]
    }
}
