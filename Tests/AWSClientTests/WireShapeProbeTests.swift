import Foundation
import Testing

@testable import AWSClient

@Suite("Structs against the service table")
struct WireShapeProbeTests {
    struct Good: AWSRequest {
        static let action: AWSAction = "ec2:DescribeSecurityGroups"
        struct Filter: Codable, Sendable {
            var name: String
            var values: [String]
        }
        var filters: [Filter]?
        var groupIds: [String]?
        struct Response: Codable, Sendable {
            struct Tag: Codable, Sendable { var key: String; var value: String }
            struct Group: Codable, Sendable { var groupId: String; var tags: [Tag]? }
            var securityGroups: [Group]?
        }
    }

    struct Bad: AWSRequest {
        enum State: String, Codable { case on, off }
        static let action: AWSAction = "ecs:DescribeServices"
        var clusterName: String?
        var services: String?
        struct Response: Codable, Sendable {
            struct Service: Codable, Sendable {
                var desiredCount: String?
                var createdAt: Date?
                var runningCuont: Int?
                var deployments: [Deployment]?
            }
            struct Deployment: Codable, Sendable { var id: Int? }
            var services: [Service]?
        }
    }

    struct Unknown: AWSRequest {
        static let action: AWSAction = "ec2:CreateUnicorn"
        typealias Response = EmptyResponse
    }

    @Test("structs that fit have no problems")
    func fitting() {
        let own: [any AWSRequest.Type] = [
            Good.self, GetCallerIdentity.self, GetSecretValue.self, AssumeRole.self, AssumeRoleWithWebIdentity.self,
        ]
        for request in own { #expect(WireShapeProbe.problems(for: request) == []) }
    }

    @Test("each property that does not fit is named, however deep it is")
    func unfitting() {
        let problems = WireShapeProbe.problems(for: Bad.self).joined(separator: "\n")
        for name in [
            "request.clusterName", "request.services", "desiredCount", "runningCuont", "deployments[].id",
        ] {
            #expect(problems.contains(name))
        }
        #expect(!problems.contains("createdAt"))
    }

    @Test("an operation outside the table is a problem")
    func unknown() {
        #expect(WireShapeProbe.problems(for: Unknown.self).count == 1)
    }
}
