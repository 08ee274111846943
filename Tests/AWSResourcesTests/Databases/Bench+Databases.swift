import AWSClient

/// What databases and caches stand in, by plain calls.
extension Bench {
    /// The name of a new DB subnet group.
    func databaseSubnets(_ name: String = "contract-db", in vpc: String) async throws -> String {
        let subnets = try await subnets(2, in: vpc)
        _ = try await client.send(
            CreateDBSubnetGroup(dbSubnetGroupName: name, dbSubnetGroupDescription: name, subnetIds: subnets)
        )
        return name
    }

    /// The name of a new cache subnet group.
    func cacheSubnets(_ name: String = "contract-cache", in vpc: String) async throws -> String {
        let subnets = try await subnets(2, in: vpc)
        _ = try await client.send(
            CreateCacheSubnetGroup(cacheSubnetGroupName: name, cacheSubnetGroupDescription: name, subnetIds: subnets)
        )
        return name
    }
}

private struct CreateDBSubnetGroup: AWSRequest {
    static let action: AWSAction = "rds:CreateDBSubnetGroup"
    var dbSubnetGroupName: String
    var dbSubnetGroupDescription: String
    var subnetIds: [String]
    typealias Response = EmptyResponse
}

private struct CreateCacheSubnetGroup: AWSRequest {
    static let action: AWSAction = "elasticache:CreateCacheSubnetGroup"
    var cacheSubnetGroupName: String
    var cacheSubnetGroupDescription: String
    var subnetIds: [String]
    typealias Response = EmptyResponse
}
