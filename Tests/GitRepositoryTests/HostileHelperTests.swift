import Foundation
import Testing

@testable import GitMessages
@testable import GitRepository

/// The helper reads what strangers' servers send, so it may have been taken over; and whoever starts the helper may send anything.
@Suite("Hostile messages", .timeLimit(.minutes(2)))
struct HostileHelperTests {
    /// A helper that says something in the place of every answer.
    private func helper(saying script: String, in playground: Playground) throws -> GitHelper {
        let path = playground.path + "/helper"
        try playground.write(script: "#!/bin/sh\n\(script)\nexec cat > /dev/null\n", to: path)
        return GitHelper(executable: path, patience: .seconds(600))
    }

    @Test(
        "of a helper end in an error",
        arguments: [
            // A length of two gigabytes, and one of the largest that is allowed which never comes.
            #"printf '\177\377\377\377'"#, #"printf '\020\000\000\000[' ; exit"#,
            // A hundred thousand levels.
            #"printf '\000\001\206\240'; head -c 100000 /dev/zero | tr '\000' '['"#,
            #"printf '\000\000\000\002{}'"#, #"printf '\000\000\000\003\377\376\375'"#, "head -c 65536 /dev/zero",
            #"printf '\000\000\000\037{"hello":{"version":1e9999999999}}'"#, "exit 0",
        ])
    func ofAHelper(script: String) async throws {
        let playground = try Playground()
        let helper = try helper(saying: script, in: playground)
        let request = GitRequest.findCommit(mirror: "/nowhere", name: "main")
        let error = await #expect(throws: GitHelper.Failure.self) {
            try await helper.perform(request, within: .seconds(60))
        }
        guard case .died = error else {
            Issue.record("it ended otherwise: \(String(describing: error))")
            return
        }
        #expect(helper.processID == nil)
        let told = GitError(.died, operation: "read main from x")
        #expect(told.description.contains("the git process ended twice without an answer"))
    }

    @Test("without an end are given up at the deadline, and the helper is gone")
    func withoutEnd() async throws {
        let playground = try Playground()
        let helper = try helper(saying: #"printf '\017\377\377\377'; exec cat /dev/zero"#, in: playground)
        let request = GitRequest.findCommit(mirror: "/nowhere", name: "main")
        await #expect(throws: GitHelper.Failure.self) { try await helper.perform(request, within: .seconds(5)) }
        #expect(helper.processID == nil)
    }

    /// What a helper is sent; its name stands for its bytes where a test says what it was given.
    struct Sent: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]

        init(_ name: String, _ bytes: [UInt8]) { (testDescription, self.bytes) = (name, bytes) }

        static let hostile = [
            Sent("two gigabytes", [0x7F, 0xFF, 0xFF, 0xFF]), Sent("no request", [0, 0, 0, 2] + Array("{}".utf8)),
            Sent("no text", [0, 0, 0, 3, 0xFF, 0xFE, 0xFD]), Sent("zeros", [UInt8](repeating: 0, count: 32_768)),
            Sent("many levels", [0, 0, 0x75, 0x30] + [UInt8](repeating: UInt8(ascii: "["), count: 30_000)),
        ]
    }

    @Test("to a helper end it in good order", arguments: Sent.hostile)
    func toAHelper(sent: Sent) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Playground.executable)
        let (input, errors) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(sent.bytes))
        let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        // It ends by itself: nobody has gone away.
        try input.fileHandleForWriting.close()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 2)
        #expect(told.contains("it is started by plumbline"))
    }

    @Test("of a remote are told as far as a person reads, without a secret in them")
    func longWords() throws {
        let remote = GitRemote(url: "https://example.com/x.git", credential: .token(GitSecret("hush-hush")))
        let connection = try RemoteConnection(remote)
        let told = connection.redacted(
            String(repeating: "x", count: 3998) + "hush-hush" + String(repeating: "y", count: 1 << 20))
        #expect(told.unicodeScalars.count == 4000)
        #expect(!told.contains("hu"))
    }
}
