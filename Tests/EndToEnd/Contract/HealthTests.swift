import EmulatorSupport
import Foundation
import Testing

@Suite("plumbline health", .inTurn)
struct HealthTests {
    private func health(_ options: String..., variables: [String: String] = [:]) async throws -> Finished {
        try await Program.run(
            Program.plumbline, ["health"] + options, environment: variables, deadline: .seconds(30))
    }

    @Test("it exits 0 for an answer of 200, and says what it got for any other")
    func answers() async throws {
        let server = try await Emulator.start()
        let well = "\(server.endpoint)/plumbline/counts"
        let finished = try await health("--url", well)
        #expect(finished.code == 0 && finished.output == "\(well) answers 200\n", "\(finished.said)")
        try await health("--url", "\(server.endpoint)/plumbline/nothing-here")
            .expectClear(1, "/plumbline/nothing-here answers 404")
    }

    @Test("it asks this host at the port that serve listens on, and says when nobody answers there")
    func ownPort() async throws {
        try await health(variables: ["PLUMBLINE_SERVER_LISTEN": "0.0.0.0:1"])
            .expectClear(1, "http://127.0.0.1:1/healthz cannot be asked: is plumbline serve running there?")
        try await health("--ready", variables: ["PLUMBLINE_SERVER_LISTEN": "[::]:1"])
            .expectClear(1, "http://127.0.0.1:1/readyz cannot be asked")
    }

    @Test("options that make no sense are refused")
    func usage() async throws {
        try await health("--timeout", "0").expectClear(1, "--timeout takes 1 to 60 seconds")
        try await health("--ready", "--url", "http://localhost/").expectClear(1, "give either --url or --ready")
        try await health("--url", "nonsense").expectClear(1, "nonsense is none")
    }
}
