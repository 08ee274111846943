import Model
import Testing

@testable import AWSResources

@Suite("Whose details are read")
struct InterestTests {
    private func tags(_ installation: String, _ address: String) -> [String: String] {
        [OwnershipTag.installation: installation, OwnershipTag.address: address]
    }

    @Test("those of what is ours and asked about, and of what stands where a declaration wants to be")
    func interest() {
        var scope = ObservationScope(declaredNames: ["wanted"], installation: "here")
        #expect(scope.isInterested(in: "a", tags("here", "prod/acme/TargetGroup")))
        scope.scopes = ["dev"]
        #expect(scope.isInterested(in: "a", tags("here", "dev/acme/TargetGroup")))
        #expect(!scope.isInterested(in: "a", tags("here", "prod/acme/TargetGroup")))
        #expect(!scope.isInterested(in: "a", tags("elsewhere", "dev/acme/TargetGroup")))
        #expect(scope.isInterested(in: "wanted", tags("here", "prod/acme/TargetGroup")))
        // Nobody can tell whose it is.
        #expect(scope.isInterested(in: "a", [OwnershipTag.installation: "here"]))
    }
}
