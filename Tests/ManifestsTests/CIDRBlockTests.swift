import Testing

@testable import Manifests

@Suite("An IPv4 network")
struct CIDRBlockTests {
    @Test(
        "is read and written the same",
        arguments: ["0.0.0.0/0", "10.192.0.0/16", "10.0.0.1/32", "255.255.255.254/31"]
    )
    func roundTrips(_ text: String) { #expect(CIDRBlock(text)?.description == text) }

    @Test(
        "is nothing else",
        arguments: [
            "", "/", "10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0/8", "10.0.0.0.0/8", "256.0.0.0/8", "010.0.0.0/8",
            "10.0.0.0/08", "10.0.0.0/8 ", "+1.0.0.0/8", "10.0.0.0/-1", "a.b.c.d/8", "::/0", "10.0.0.1/8", "10..0.0/8",
            "１0.0.0.0/8",
        ]
    )
    func refuses(_ text: String) { #expect(CIDRBlock(text) == nil) }

    @Test("knows what it holds")
    func containment() throws {
        let vpc = CIDRBlock(10, 192, 0, 0, prefixLength: 16)
        let inner = try #require(CIDRBlock("10.192.255.0/24"))
        let outer = try #require(CIDRBlock("10.193.0.0/24"))
        let all = try #require(CIDRBlock("0.0.0.0/0"))
        #expect(vpc.contains(inner) && vpc.contains(vpc) && !inner.contains(vpc) && !vpc.contains(outer))
        #expect(vpc.overlaps(inner) && inner.overlaps(vpc) && !vpc.overlaps(outer) && all.contains(vpc))
        #expect(vpc.addressCount == 65536 && all.addressCount == 1 << 32)
    }

    @Test("is cut into subnets")
    func subnets() throws {
        let block = try #require(CIDRBlock("10.0.0.0/8"))
        #expect(block.subnet(255, prefixLength: 16)?.description == "10.255.0.0/16")
        #expect(block.subnet(256, prefixLength: 16) == nil)
        #expect(block.subnet(0, prefixLength: 7) == nil)
        #expect(CIDRBlock("0.0.0.0/0")?.subnet(255, prefixLength: 8)?.description == "255.0.0.0/8")
        #expect(CIDRBlock("10.0.0.4/32")?.subnet(0, prefixLength: 32)?.description == "10.0.0.4/32")
    }

    @Test(
        "derived subnets are inside the VPC, apart, and stay when a zone is added",
        arguments: 16...24
    )
    func derivation(_ length: Int) {
        var network = Environment.Network()
        network.cidr = CIDRBlock(172, 16, 0, 0, prefixLength: length)
        let two = (network.resolvedPublicSubnets, network.resolvedPrivateSubnets)
        network.zones = 6
        let all = network.resolvedPublicSubnets + network.resolvedPrivateSubnets
        #expect(all.count == 12)
        #expect(all.allSatisfy(network.cidr.contains))
        for (index, block) in all.enumerated() { #expect(!all[..<index].contains(where: block.overlaps)) }
        #expect(Array(network.resolvedPublicSubnets.prefix(2)) == two.0)
        #expect(Array(network.resolvedPrivateSubnets.prefix(2)) == two.1)
    }

    @Test("every size that Fargate offers is allowed, and no other")
    func fargateSizes() {
        let pairs = FargateSize.cpus.map { FargateSize.memory(forCPU: $0)?.count }
        #expect(pairs == [3, 4, 7, 13, 23, 12, 12])
        #expect(FargateSize.memory(forCPU: 8192)?.last == 61440)
        #expect(FargateSize.memory(forCPU: 300) == nil)
    }
}
