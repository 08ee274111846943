import EmulatorSupport
import Foundation
import Testing

@Suite("Environments side by side, under plumbline serve,", .inTurn)
struct NeighbourTests {
    @Test("one that AWS throttles holds up no other, and converges when it is let go")
    func throttled() async throws {
        var files = Small.files
        files["far.yaml"] = Small.environment("far", region: "eu-west-1", cidr: "10.193.0.0/16")
        let world = try await World.open(files)
        try await world.aws.inject(
            Fault(
                .error(status: 400, code: "ThrottlingException", message: "Rate exceeded"), service: "ecs",
                region: "eu-west-1", count: -1))
        let controller = try Controller.start(
            world, "concurrency: { environments: 2 }", variables: ["READER": "read"],
            tokens: "tokens: [{ name: reader, token: { env: READER } }]")
        try await controller.next("Converged", "\"environment\":\"dev\"")
        let commit = try await world.repository.commit(["acme.yaml": Small.node(count: 3)])
        try await controller.next("Converged", "\"environment\":\"dev\"", "\(commit.prefix(7))")
        let shown = try await controller.get("api/v1/environments/far", token: "read").text
        #expect(shown.contains("\"phase\":\"planning\""), "\(shown)")
        let metrics = try await controller.get("metrics", token: "read").text
        let throttles = metrics.split(separator: "\n").filter { $0.hasPrefix("plumbline_aws_throttles_total{") }
        #expect(throttles.contains { $0.contains("service=\"ecs\"") }, "\(throttles)")
        try await world.aws.resetFaults()
        try await controller.next("Converged", "\"environment\":\"far\"")
        #expect(!controller.said.contains("\"reason\":\"Failed\""), "\(controller.said)")
        #expect(await controller.stop() == 0, "\(controller.said)")
    }

    @Test("credentials of AWS that expired are told and asked for again for as long as it takes, never given up")
    func expiredCredentials() async throws {
        let world = try await World.open()
        let controller = try Controller.start(
            world, "drift: { every: 500ms }", variables: ["PLUMBLINE_RETRY_QUARANTINE_AFTER": "2"])
        try await controller.next("Converged")
        try await controller.line("status written")
        try await world.aws.inject(
            Fault(
                .error(status: 400, code: "ExpiredToken", message: "The security token included is expired"),
                service: "ec2", count: -1))
        for _ in 1...4 { try await controller.next("Failed", "expired") }
        let commit = try await world.repository.commit(["acme.yaml": Small.node(count: 3)])
        try await controller.next("Failed", "expired", "\(commit.prefix(7))")
        try await world.aws.resetFaults()
        try await controller.next("Converged", "\(commit.prefix(7))")
        try await world.expectNoChanges()
        #expect(!controller.said.contains("Quarantined"), "\(controller.said)")
        #expect(await controller.stop() == 0, "\(controller.said)")
    }
}
