import AWSClient
import Model

@testable import AWSResources

/// What the kinds of this folder need before they can be made, by plain calls where that can be.
extension Bench {
    static let imageParameter = "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id"
    static let armImageParameter = "/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id"

    /// A new launch template that can start instances, as `lt-…:1`.
    func template(_ name: String = "plain", type: String = "t3.small", group: String) async throws -> String {
        var data = LaunchTemplateData()
        data.imageId = "ami-12c6146b"
        data.instanceType = type
        data.securityGroupIds = [group]
        let answer = try await client.send(
            LaunchTemplate.CreateLaunchTemplate(
                launchTemplateName: name, versionDescription: "plain", launchTemplateData: data, tagSpecifications: [],
                clientToken: name))
        return try found(answer.launchTemplate?.launchTemplateId, "a launch template") + ":1"
    }

    /// A new role's name; IAM has one place for all regions of an account.
    func role(_ name: String) async throws -> String {
        let name = "\(name)-\(session.region)"
        let trust = #"{"Version":"2012-10-17","Statement":[]}"#
        _ = try await client.send(MakeRole(roleName: name, assumeRolePolicyDocument: trust))
        return name
    }

    /// Runs a boto3 script in the bench's account and region, for calls that Plumbline never makes; `them(service)` is a
    /// client there.
    @discardableResult
    func outside(_ script: String) async throws -> String {
        try await emulator.python(
            """
            role = "arn:aws:iam::\(session.account):role/them"
            keys = client("sts").assume_role(RoleArn=role, RoleSessionName="them")["Credentials"]
            def them(service):
                return boto3.client(service, region_name="\(session.region)",
                    aws_access_key_id=keys["AccessKeyId"], aws_secret_access_key=keys["SecretAccessKey"],
                    aws_session_token=keys["SessionToken"])
            \(script)
            """)
    }

    /// The states of the region's instances.
    func instanceStates() async throws -> [String] {
        let answer = try await client.collect(DescribeInstances(), \.reservations)
        return answer.flatMap { $0.instances ?? [] }.compactMap { $0.state?.name }
    }
}

private struct MakeRole: AWSRequest {
    static let action: AWSAction = "iam:CreateRole"
    var roleName: String
    var assumeRolePolicyDocument: String
    typealias Response = EmptyResponse
}

private struct DescribeInstances: AWSRequest {
    static let action: AWSAction = "ec2:DescribeInstances"
    struct Response: Codable, Sendable { var reservations: [Reservation]? }
    struct Reservation: Codable, Sendable { var instances: [Instance]? }
    struct Instance: Codable, Sendable { var state: State? }
    struct State: Codable, Sendable { var name: String? }
}
