import EmulatorSupport
import Foundation
import Testing

@Suite("Required signatures", .inTurn)
struct SignatureTests {
    @Test("an unsigned commit and one of a stranger are refused and told; the last commit that counts stays in force")
    func serve() async throws {
        let keys = try await SigningKeys("jo", "eve")
        try keys.allow("jo")
        let world = try await World.open(nil)
        try await world.repository.sign(with: keys.key("jo"))
        try await world.repository.commit(Small.files)
        let settings = "signatures: { allowedSigners: \"\(keys.signers.path)\" }\ndrift: { every: 1s }"
        let controller = try Controller.start(world, settings)
        try await controller.next("CommitSeen", "signed by jo@example.com")
        try await controller.next("Converged")
        try await controller.line("status written")

        try await world.repository.sign(with: nil)
        let unsigned = try await world.repository.commit(["acme.yaml": Small.node(count: 3)])
        try await controller.next(
            "SignatureRefused", "\(unsigned.prefix(7)) is refused: it is not signed", "stays in force")
        try await controller.line("status written")
        let status = try await world.repository.statusFile("status/dev.yaml")
        #expect(status.contains("SignatureRefused") && status.contains("outcome: invalid"), "\(status)")
        try await world.boto3(
            "client(\"ecs\").update_service(cluster=\"x-dev\", service=\"x-dev-acme\", desiredCount=7)")
        try await controller.next("ChangeSucceeded", "dev/acme/Service")
        #expect(try await count(world) == "1", "what is in force is repaired, and the refused commit is not applied")

        try await world.repository.sign(with: keys.key("eve"))
        try await world.repository.commit(["acme.yaml": Small.node(count: 2)])
        try await controller.next("SignatureRefused", "of no allowed signer", "stays in force")
        // Whoever may say whose signatures count says so: the same commit is judged anew.
        try keys.allow("jo", "eve")
        try await controller.next("CommitSeen", "signed by eve@example.com")
        try await controller.next("Converged")
        try await controller.line("status written")
        #expect(try await count(world) == "2")
        #expect(await controller.stop() == 0, "\(controller.said)")

        // The commit with which AWS agrees is of nobody who counts any more: nothing older takes its place.
        try keys.allow("jo")
        let before = try await world.aws.requests().count
        let second = try Controller.start(world, settings)
        let refused = try await second.next("SignatureRefused", "of no allowed signer")
        #expect(!refused.contains("stays in force"))
        try await world.repository.sign(with: nil)
        try await world.repository.commit([:])
        try await second.next("SignatureRefused", "it is not signed")
        let calls = try await world.aws.requests().dropFirst(before).filter(\.mutating)
        #expect(calls.map(\.action) == [])
        #expect(await second.stop() == 0, "\(second.said)")
    }

    @Test("plan, apply and the verbs that commit hold to the same signers, and refuse before AWS is called")
    func commandLine() async throws {
        let keys = try await SigningKeys("jo", "eve")
        try keys.allow("jo")
        let world = try await World.untouched(Small.files)
        let variables = ["PLUMBLINE_SIGNATURES_ALLOWED_SIGNERS": keys.signers.path]
        for verb in ["plan", "apply", "validate"] {
            let refused = try await world.plumbline(verb, variables: variables)
            refused.expectClear(4, "is refused: it is not signed", "was not read")
        }
        let report = try await world.report("plan", expect: 4, variables: variables)
        #expect(report.errors.count == 1 && report.errors[0].contains("it is not signed"), "\(report.errors)")
        try await world.plumbline("validate", "--allowed-signers", keys.signers.path).expectClear(4, "it is not signed")

        try await world.repository.sign(with: keys.key("jo"))
        try await world.repository.commit([:])
        let valid = try await world.plumbline("validate", variables: variables)
        #expect(valid.code == 0, "\(valid.said)")
        let principals = variables.merging(["PLUMBLINE_SIGNATURES_PRINCIPALS": "*@example.org"]) { $1 }
        try await world.plumbline("validate", variables: principals).expectClear(4, "none of the principals")

        // A word of a person that would not count is not committed.
        let digest = "sha256:" + String(repeating: "0", count: 64)
        try await world.plumbline("approve", "dev", digest, variables: variables)
            .expectClear(1, "there is no key to sign this one with")
        try await world.plumbline("approve", "dev", digest, "--sign-with", keys.key("eve").path, variables: variables)
            .expectClear(1, "the signing key is of none of them")
        let approved = try await world.plumbline(
            "approve", "dev", digest, "--sign-with", keys.key("jo").path, variables: variables)
        #expect(approved.code == 0, "\(approved.said)")
        let after = try await world.plumbline("validate", variables: variables)
        #expect(after.code == 0, "\(after.said)")
        try await world.expectNoCall()
    }

    @Test("a file of signers that cannot be used ends the start, with the line that is wrong")
    func unusable() async throws {
        let keys = try await SigningKeys("jo")
        try Data("jo@example.com cert-authority ssh-ed25519 AAAA\n".utf8).write(to: keys.signers)
        let world = try await World.untouched()
        let controller = try Controller.start(world, "signatures: { allowedSigners: \"\(keys.signers.path)\" }")
        try await controller.line(keys.signers.path, "line 1", "certificates are not supported")
        #expect(await controller.ended() == 1, "\(controller.said)")
        let nobody = try await Controller.run(world, "signatures: { principals: \"*\" }", "--check")
        nobody.expectClear(1, "add allowedSigners, keyring or both", "principals are names in allowedSigners")
    }

    private func count(_ world: World) async throws -> String {
        try await world.boto3(
            """
            print(client("ecs").describe_services(cluster="x-dev", services=["x-dev-acme"])["services"][0]["desiredCount"])
            """)
    }
}
