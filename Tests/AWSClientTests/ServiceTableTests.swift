import Foundation
import Testing

@testable import AWSClient

@Suite("The service table")
struct ServiceTableTests {
    @Test(
        "every operation of the list is in the table, and every shape it names exists",
        arguments: ServiceTable.serviceIDs
    )
    func complete(service: String) throws {
        let table = try #require(ServiceTable.named(service))
        let list = PublishedSuite.packageRoot.appending(path: "Sources/AWSClient/Table/operations.txt")
        let wanted = try String(contentsOf: list, encoding: .utf8).split(separator: "\n")
            .filter { $0.hasPrefix("\(service):") }
            .flatMap { $0.split(separator: " ").dropFirst().map(String.init) }
        #expect(!wanted.isEmpty)
        #expect(Set(table.operations.keys) == Set(wanted), "run `make table`")
        func check(_ reference: ShapeReference?) {
            guard let reference, case .shape(let number) = reference.kind else { return }
            #expect(table.shapes.indices.contains(number))
        }
        for operation in table.operations.values {
            check(operation.input)
            check(operation.output)
        }
        for shape in table.shapes {
            switch shape {
            case .structure(let members): members.forEach { check($0.reference) }
            case .list(let item, _): check(item)
            case .map(let key, let value, _): [key, value].forEach(check)
            }
        }
    }

    @Test("facts that requests depend on are read")
    func facts() throws {
        let ec2 = try #require(ServiceTable.named("ec2"))
        let page = try #require(ec2.operations["DescribeVpcs"]?.pagination)
        #expect(page.inputTokens == ["NextToken"])
        #expect(page.limitMember == "MaxResults" && page.limitMaximum == 1000)
        #expect(ServiceTable.named("iam")?.operations["ListRoles"]?.pagination?.moreResults == ["IsTruncated"])
        #expect(
            ServiceTable.named("elbv2")?.operations["DescribeLoadBalancers"]?.resultWrapper
                == "DescribeLoadBalancersResult"
        )
        #expect(ServiceTable.named("dynamodb")?.jsonVersion == "1.0")
        let nat = ec2.members(of: ec2.operations["CreateNatGateway"]?.input)
        #expect(nat.contains { $0.name == "ClientToken" && $0.reference.isIdempotencyToken })
        let unlisted = ServiceTable.named("wafv2")?.operations["ListWebACLs"]?.pagination
        #expect(
            unlisted?.inputTokens == ["NextMarker"],
            "operations page although botocore lists no paginator for them"
        )
        #expect(ServiceTable.named("nonesuch") == nil)
    }
}
