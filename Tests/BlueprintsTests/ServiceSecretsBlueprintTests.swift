import AWSResources
import Manifests
import Model
import Testing

@testable import Blueprints

@Suite("A service's configuration and secrets")
struct ServiceSecretsBlueprintTests {
    private func declared(
        _ node: (inout Node) -> Void = { _ in }, extra: (inout Extra) -> Void = { _ in }
    ) -> Declared {
        Declared(Examples.set(node: Examples.node(node), extra: Examples.extra(extra)))
    }

    private func container(_ declared: Declared, _ address: ResourceAddress) throws -> [String: Value] {
        guard case .map(let containers)? = declared.value(address, "containers"),
            case .map(let container)? = containers.values.first
        else { throw Missing() }
        return container
    }

    private struct Missing: Error {}

    @Test("an existing secret takes the place of the service's own: nothing is made, both roles may read it")
    func from() throws {
        let declared = declared { $0.config.from = "shared/acme" }
        #expect(declared["dev/acme/Secret"] == nil)
        let existing = try #require(declared["dev/acme/JUICE_CONFIGExistingSecret"])
        #expect(existing.name == "shared/acme")
        let container = try container(declared, "dev/acme/TaskDefinition")
        #expect(
            container["environment"]?.description.contains("\"secrets_manager:::ap-southeast-1:::shared/acme\"") == true
        )
        for role in ["dev/acme/ExecutionRole", "dev/acme/TaskRole"] as [ResourceAddress] {
            #expect(
                Set(declared.value(role, "inlinePolicies")?.addresses ?? [])
                    == ["dev/acme/JUICE_CONFIGExistingSecret", "dev/acme/api2/Secret"])
        }
    }

    @Test("an injected configuration is read by the execution role alone, and JUICE_CONFIG is no plain variable")
    func valueFrom() throws {
        let declared = declared { $0.config.valueFrom = SecretReference(.secret("shared/acme"), jsonKey: "config") }
        let container = try container(declared, "dev/acme/TaskDefinition")
        #expect(container["environment"]?.description.contains("JUICE_CONFIG") == false)
        #expect(
            container["secrets"]
                == .map(["JUICE_CONFIG": .reference("\(.arn("dev/acme/JUICE_CONFIGExistingSecret")):config::")]))
        let execution = try #require(declared.value("dev/acme/ExecutionRole", "inlinePolicies"))
        #expect(execution.description.contains("x-dev-acme-secrets"))
        #expect(execution.addresses.contains("dev/acme/JUICE_CONFIGExistingSecret"))
        let task = try #require(declared.value("dev/acme/TaskRole", "inlinePolicies"))
        #expect(task.addresses == ["dev/acme/api2/Secret"])
    }

    @Test(
        "secrets and parameters are injected by ARN, with their key and version, and read by the execution role alone")
    func secrets() throws {
        let elsewhere = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:far-AbCdEf"
        let near = "arn:aws:ssm:ap-southeast-1:123456789012:parameter/shared/level"
        let declared = declared { node in
            node.service.secrets = [
                "FAR": SecretReference(.secretArn(elsewhere), versionStage: "AWSPREVIOUS"),
                "LEVEL": SecretReference(.parameterArn(near)),
                "OWN": SecretReference(.secret("x-dev-acme-api2"), jsonKey: "key"),
                "PLAIN": SecretReference(.parameter("/a/b")),
            ]
        }
        let container = try container(declared, "dev/acme/TaskDefinition")
        #expect(
            container["secrets"]
                == .map([
                    "FAR": .string("\(elsewhere)::AWSPREVIOUS:"),
                    "LEVEL": .reference(.arn("dev/acme/LEVELExistingParameter")),
                    "OWN": .reference("\(.arn("dev/acme/api2/Secret")):key::"),
                    "PLAIN": .reference(.arn("dev/acme/PLAINExistingParameter")),
                ]))
        #expect(declared["dev/acme/LEVELExistingParameter"]?.name == "/shared/level")
        #expect(declared["dev/acme/PLAINExistingParameter"]?.name == "/a/b")
        #expect(declared.addresses.filter { $0.hasSuffix("ExistingSecret") } == [])
        let policies = try #require(declared.value("dev/acme/ExecutionRole", "inlinePolicies"))
        #expect(policies.description.contains(elsewhere))
        #expect(policies.description.contains("ssm:GetParameters"))
        #expect(declared.value("dev/acme/TaskRole", "inlinePolicies")?.description.contains(elsewhere) == false)
    }

    @Test("restartOnChange puts the versions of what may change into the task definition, and nothing pinned")
    func restart() throws {
        let declared = declared { node in
            node.config.restartOnChange = true
            node.service.secrets = [
                "PINNED": SecretReference(.secret("shared"), versionID: "01234567-89ab-cdef-0123-456789abcdef"),
                "TOKEN": SecretReference(.secret("shared"), jsonKey: "token"),
            ]
        }
        let container = try container(declared, "dev/acme/TaskDefinition")
        #expect(
            container["configurationVersion"]?.description
                == "JUICE_CONFIG=${dev/acme/Secret.version} TOKEN=${dev/acme/TOKENExistingSecret.version}")
        let extra = try self.container(declared, "dev/acme/api2/TaskDefinition")
        #expect(extra["configurationVersion"] == nil)
    }

    @Test("jump boxes stand stopped in the public subnets, zone after zone, open to whom the manifest names")
    func jumpBoxes() throws {
        let none = Declared(Examples.set())
        #expect(!none.addresses.contains { $0.contains("JumpBox") })
        let declared = Declared(
            ManifestSet(
                environments: [
                    Examples.environment {
                        $0.jumpBoxes = .init(count: 3)
                        $0.jumpBoxes?.allowFrom = [.cidr(CIDRBlock(192, 0, 2, 0, prefixLength: 24))]
                    }
                ]))
        let boxes = (1...3).map { ResourceAddress("dev/JumpBoxInstance\($0)") }
        #expect(boxes.map { declared[$0]?.name } == (1...3).map { "x-dev-jumpbox-\($0)" })
        #expect(
            boxes.map { declared.value($0, "subnet")?.addresses }
                == [["dev/PublicSubnet1"], ["dev/PublicSubnet2"], ["dev/PublicSubnet1"]])
        #expect(boxes.allSatisfy { declared.value($0, "state") == "stopped" })
        #expect(boxes.allSatisfy { declared.value($0, "httpTokens") == "required" })
        #expect(boxes.allSatisfy { declared.value($0, "keyName") == nil })
        let ingress = try #require(declared.value("dev/JumpBoxSecurityGroup", "ingress")).description
        #expect(ingress.contains("192.0.2.0/24") && ingress.contains("22"))
        #expect(declared["dev/JumpBoxSecurityGroup"]?.name == "x-dev-jumpbox")
    }
}
