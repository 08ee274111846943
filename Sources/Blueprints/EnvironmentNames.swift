import Manifests
import Model

extension Environment {
    /// The account and region that the environment lives in.
    public var scope: AccountScope {
        AccountScope(
            account: account, region: region, roleARN: roleArn, externalID: externalId, sessionTags: sessionTags)
    }

    var address: ResourceAddress { ResourceAddress(name) }
    var vpc: ResourceAddress { address.appending("VPC") }
    var internetGateway: ResourceAddress { address.appending("InternetGateway") }
    var publicRouteTable: ResourceAddress { address.appending("PublicRouteTable") }
    var applicationGroup: ResourceAddress { address.appending("ApplicationSecurityGroup") }
    var clusterAddress: ResourceAddress { address.appending("Cluster") }

    /// 1, 2, … for each availability zone that the environment uses.
    var zoneNumbers: [Int] { Array(1...max(1, network.zones)) }

    func publicSubnet(_ zone: Int) -> ResourceAddress { address.appending("PublicSubnet\(zone)") }
    func privateSubnet(_ zone: Int) -> ResourceAddress { address.appending("PrivateSubnet\(zone)") }
    func privateRouteTable(_ zone: Int) -> ResourceAddress { address.appending("PrivateRouteTable\(zone)") }

    var publicSubnetIDs: Set<Reference> { Set(zoneNumbers.map { .id(publicSubnet($0)) }) }
    var privateSubnetIDs: Set<Reference> { Set(zoneNumbers.map { .id(privateSubnet($0)) }) }

    /// The partition of ARNs, which follows from the region.
    var partition: String {
        region.hasPrefix("cn-") ? "aws-cn" : region.hasPrefix("us-gov-") ? "aws-us-gov" : "aws"
    }

    /// The tags of everything in the environment.
    func tags(name: String, application: String? = nil) -> [String: String] {
        var tags = [
            "Environment": self.name, "ContactEmail": contactEmail, "CostCode": costCode, "Name": name,
        ]
        tags["Application"] = application
        return tags
    }
}
