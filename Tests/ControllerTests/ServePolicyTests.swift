import AWSResources
import Foundation
import Testing

@testable import Controller

@Suite("What the controller itself has to be allowed")
struct ServePolicyTests {
    private func policy(_ text: String, creating: Bool = false) throws -> AccountPolicy? {
        let text = Array(("repository: { url: /srv/config.git }\n" + text).utf8)
        let (configuration, problems) = ConfigurationFile.read(text, file: "plumbline.yaml", variables: [:])
        return try #require(configuration, "\(problems)").policy(["AWS_REGION": "eu-west-1"], creating: creating)
    }

    private func resources(_ policy: AccountPolicy) -> [String] {
        policy.policy.documents.flatMap(\.statements).flatMap { $0.resources.map(\.description) }.sorted()
    }

    @Test("is nothing without leases and secrets in Secrets Manager")
    func nothing() throws {
        #expect(try policy("server: { tokens: [{ name: a, token: { env: A } }] }\n") == nil)
    }

    @Test("is the lease table, in its region, and its making where that is asked for")
    func leases() throws {
        let using = try #require(try policy("leases: { table: plumbline, region: us-gov-west-1 }\n"))
        #expect(
            using.policy.actions == [
                "dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem",
            ])
        #expect(resources(using) == ["arn:aws-us-gov:dynamodb:us-gov-west-1:*:table/plumbline"])
        let making = try #require(try policy("leases: { table: plumbline }\n", creating: true))
        #expect(making.policy.actions.isSuperset(of: ["dynamodb:CreateTable", "dynamodb:TagResource"]))
        #expect(resources(making) == ["arn:aws:dynamodb:eu-west-1:*:table/plumbline"])
    }

    @Test("is the reading of exactly the secrets that the configuration names, by name or ARN")
    func secrets() throws {
        let arn = "arn:aws:secretsmanager:eu-west-2:123456789012:secret:token-AbCdEf"
        let found = try #require(
            try policy(
                """
                webhooks: { github: { secret: { secretsManager: plumbline/hook } } }
                forge: { kind: github, token: { secretsManager: "\(arn)" }, url: https://a, project: a/b }
                notifications: [{ kind: slack, name: ops, url: { secretsManager: slack, region: us-east-1 } }]

                """))
        #expect(found.policy.actions == ["secretsmanager:GetSecretValue"])
        #expect(
            resources(found) == [
                "arn:aws:secretsmanager:eu-west-1:*:secret:plumbline/hook-??????", arn,
                "arn:aws:secretsmanager:us-east-1:*:secret:slack-??????",
            ])
        #expect(found.account == nil && found.roleARN == nil)
    }

    @Test("is one policy for both")
    func both() throws {
        let both = try #require(
            try policy("leases: { table: t-t }\ncommits: { signingKey: { secretsManager: key } }\n"))
        #expect(both.policy.documents.count == 1)
        #expect(
            both.policy.documents[0].statements.compactMap(\.sid).sorted() == ["ChangeDynamodb", "ReadSecretsmanager"])
    }
}
