import AWSClient

/// What many kinds need before they can be made, by plain calls, so that no kind's test hangs on another kind.
extension Bench {
    /// A new VPC's id.
    func vpc(_ cidrBlock: String = "10.50.0.0/16") async throws -> String {
        let answer = try await client.send(CreateVpc(cidrBlock: cidrBlock))
        return try found(answer.vpc?.vpcId, "a VPC")
    }

    /// Ids of new subnets in a VPC, one in each of the region's first zones.
    func subnets(_ count: Int = 2, in vpc: String, prefix: String = "10.50") async throws -> [String] {
        var ids: [String] = []
        for index in 0..<count {
            let zone = client.region + ["a", "b", "c"][index % 3]
            let answer = try await client.send(
                CreateSubnet(vpcId: vpc, cidrBlock: "\(prefix).\(100 + index).0/24", availabilityZone: zone)
            )
            ids.append(try found(answer.subnet?.subnetId, "a subnet"))
        }
        return ids
    }

    /// A new security group's id.
    func securityGroup(_ name: String = "prerequisite", in vpc: String) async throws -> String {
        let answer = try await client.send(CreateSecurityGroup(vpcId: vpc, groupName: name, description: name))
        return try found(answer.groupId, "a security group")
    }

    /// The value, or an error that says what the emulator did not give.
    func found<T>(_ value: T?, _ what: String) throws -> T {
        guard let value else { throw BenchError("the emulator gave no \(what)") }
        return value
    }
}

private struct CreateVpc: AWSRequest {
    static let action: AWSAction = "ec2:CreateVpc"
    var cidrBlock: String
    struct Response: Codable, Sendable { var vpc: Item? }
    struct Item: Codable, Sendable { var vpcId: String? }
}

private struct CreateSubnet: AWSRequest {
    static let action: AWSAction = "ec2:CreateSubnet"
    var vpcId: String
    var cidrBlock: String
    var availabilityZone: String
    struct Response: Codable, Sendable { var subnet: Item? }
    struct Item: Codable, Sendable { var subnetId: String? }
}

private struct CreateSecurityGroup: AWSRequest {
    static let action: AWSAction = "ec2:CreateSecurityGroup"
    var vpcId: String
    var groupName: String
    var description: String
    struct Response: Codable, Sendable { var groupId: String? }
}
