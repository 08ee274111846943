import Manifests
import Testing

@testable import Discovery

@Suite("The report of an adoption")
struct AdoptionReportTests {
    private func report(_ environment: String, _ leftovers: [Leftover] = []) -> AdoptionReport {
        AdoptionReport(
            Discovered(
                environment: environment, manifests: ManifestSet(), resources: [:], leftovers: leftovers, remarks: []),
            remarks: [])
    }

    @Test("holds one part for each environment, and writes over no other")
    func parts() {
        let dev = report("dev").merged(into: nil)
        let both = report("test").merged(into: dev)
        #expect(both.contains("# Adoption of dev\n") && both.contains("# Adoption of test\n"))
        #expect(report("dev").merged(into: both) == both)
        #expect(report("test").merged(into: both) == both)
        let mine = "Some words of mine.\n"
        #expect(report("dev").merged(into: mine).contains("Some words of mine."))
    }

    @Test("tells when it would write over what it told before")
    func contradicts() {
        let changed = report("dev", [Leftover(type: "AWS::EC2::Instance", identifier: "i-1", reason: "a reason")])
        let dev = report("dev").merged(into: nil)
        #expect(!report("dev").contradicts(nil))
        #expect(!report("dev").contradicts(dev))
        #expect(changed.contradicts(dev))
        #expect(!changed.contradicts(report("test").merged(into: nil)))
        #expect(!report("dev").contradicts(report("dev-eu").merged(into: nil)))
    }
}
