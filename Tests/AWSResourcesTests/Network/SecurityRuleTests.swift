import Model
import Testing

@testable import AWSResources

@Suite("Rules of security groups")
struct SecurityRuleTests {
    @Test(
        "mean the same however they are spelled",
        arguments: [
            (
                SecurityRule(protocol: "6", fromPort: 1, toPort: 2, source: .cidr("10.1.2.3/8")),
                SecurityRule(protocol: "tcp", fromPort: 1, toPort: 2, source: .cidr("10.0.0.0/8"))
            ),
            (SecurityRule(protocol: "ALL", fromPort: 0, toPort: 65535, source: .cidr("1.2.3.4/0")), .everything),
            (
                SecurityRule(protocol: "-1", fromPort: -1, toPort: -1, source: .cidr("0.0.0.0/0"), description: ""),
                .everything
            ),
            (
                SecurityRule(protocol: "ICMP", fromPort: -1, toPort: -1, source: .cidr("10.0.0.1/32")),
                SecurityRule(protocol: "1", source: .cidr("10.0.0.1/32"))
            ),
            (
                SecurityRule(protocol: "udp", fromPort: 5, toPort: 5, source: .cidrV6("2001:DB8::/32")),
                SecurityRule(protocol: "17", fromPort: 5, toPort: 5, source: .cidrV6("2001:db8::/32"))
            ),
        ]
    )
    func spelling(_ one: SecurityRule, _ other: SecurityRule) {
        #expect(one.fieldValue == other.fieldValue)
        #expect(one.canonical == other.canonical)
    }

    @Test("differ by protocol, ports, source and description")
    func differences() {
        let rule = SecurityRule(fromPort: 80, toPort: 80, source: .cidr("10.0.0.0/8"), description: "a")
        var others = [rule, rule, rule, rule, rule]
        others[0].protocol = "udp"
        others[1].fromPort = 79
        others[2].toPort = 81
        others[3].source = .group("sg-1")
        others[4].description = "b"
        for other in others { #expect(other.fieldValue != rule.fieldValue) }
    }

    @Test("survive the older form in which they are made")
    func permission() {
        let rules = [
            SecurityRule(fromPort: 80, toPort: 81, source: .group("sg-1"), description: "a"),
            SecurityRule(protocol: "-1", source: .prefixList("pl-1")),
            SecurityRule(protocol: "udp", fromPort: 1, toPort: 1, source: .cidrV6("::/0")),
            .everything,
        ]
        for rule in rules { #expect(IpPermission(rule).rules == [rule]) }
    }
}
