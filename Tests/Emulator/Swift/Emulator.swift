import Foundation

/// AWS for a test: moto with Plumbline's overlay (`Tests/Emulator`), in a process of its own on a free loopback port. With the
/// overlay it is a copy of one that has read beforehand what moto reads at first use, which takes seconds.
///
/// ```swift
/// let aws = try await Emulator.start()
/// try await aws.inject(Fault(.dropAfter, service: "ec2", action: "CreateVpc"))
/// try await aws.python(#"client("ec2").create_vpc(CidrBlock="10.9.0.0/16")"#)
/// #expect(try await aws.counts().mutating == 1)
/// ```
///
/// The process ends with `stop()`, with the last reference to this object, or with the test process,
/// however that ends: its standard input closes, and it watches its parent.
public final class Emulator: Sendable {
    /// What answers.
    public enum Mode: Sendable {
        /// moto with rollouts that move, faults on request, and the request log.
        case overlay
        /// moto as PyPI ships it, with the request log only; `inject` and `configure` are refused.
        case plain
    }

    /// The account that every key belongs to unless a role of another account was assumed.
    public static let account = "123456789012"

    /// The region that `environment` names.
    public static let region = "ap-southeast-1"

    /// Where it listens, such as `http://127.0.0.1:40787`.
    public let endpoint: String

    private enum Origin {
        case process(Process, input: Pipe)
        case copy(of: Emulator, Started)
    }

    private struct Started: Codable {
        let endpoint: String
        let pid: Int32
    }

    private let origin: Origin

    private init(endpoint: String, _ origin: Origin) {
        self.endpoint = endpoint
        self.origin = origin
    }

    deinit {
        stop()
    }

    /// Starts an emulator of its own for the caller.
    ///
    /// Throws `EmulatorError` when the virtual environment is missing or the process ends before it listens.
    public static func start(_ mode: Mode = .overlay) async throws -> Emulator {
        switch mode {
        case .plain: return try await run("--plain")
        case .overlay:
            let warm = try await pristine.value
            let copy = try await JSONDecoder().decode(Started.self, from: warm.post("copies"))
            return Emulator(endpoint: copy.endpoint, .copy(of: warm, copy))
        }
    }

    /// Of which all others are copies. Nobody else asks it for anything, so it stays as it began.
    private static let pristine = Task { try await run("--warm") }

    private static func run(_ option: String) async throws -> Emulator {
        let python = try TestPython.interpreter()
        let process = Process()
        let input = Pipe()
        let output = Pipe()
        let log = TestPython.temporaryFile("emulator.log")
        try Data().write(to: log)
        let errors = try FileHandle(forWritingTo: log)
        process.executableURL = python
        process.arguments = [TestPython.root.appendingPathComponent("Tests/Emulator/emulator.py").path, option]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let line = await firstLine(of: output.fileHandleForReading)
        guard let started = try? JSONDecoder().decode(Started.self, from: line) else {
            try? input.fileHandleForWriting.close()
            let cause = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
            throw EmulatorError("The emulator ended before it listened:\n\(cause)")
        }
        // The open descriptor keeps it for the emulator; nothing is left behind in the file system.
        try? FileManager.default.removeItem(at: log)
        return Emulator(endpoint: started.endpoint, .process(process, input: input))
    }

    /// The emulator that all tests of this process share, started by the first that asks.
    ///
    /// For tests that keep apart by names, regions or accounts: none may `reset` it or `inject` into it.
    public static func shared() async throws -> Emulator {
        try await common.value
    }

    private static let common = Task { try await start() }

    /// Ends the process. Safe to repeat.
    public func stop() {
        switch origin {
        case .process(let process, let input):
            try? input.fileHandleForWriting.close()
            if process.isRunning { process.terminate() }
        case .copy(let warm, let copy):
            kill(copy.pid, SIGKILL)
            // Whose child it is lets go of it. At the end of the tests that may come too late, and all end together.
            Task { _ = try? await warm.post("copies/end", JSONEncoder().encode(copy)) }
        }
    }

    /// The variables by which any AWS client, Plumbline's or boto3, comes here. The machine's own AWS settings are
    /// turned off.
    public var environment: [String: String] {
        [
            "AWS_ENDPOINT_URL": endpoint,
            "AWS_REGION": Self.region,
            "AWS_DEFAULT_REGION": Self.region,
            "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE",
            "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_CONFIG_FILE": "/dev/null",
            "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
        ]
    }

    /// The first line, or all there was when it ended without one. Blocks a thread that is not the caller's.
    private static func firstLine(of handle: FileHandle) async -> Data {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var line = Data()
                while !line.contains(UInt8(ascii: "\n")) {
                    let more = handle.availableData
                    if more.isEmpty { break }
                    line.append(more)
                }
                continuation.resume(returning: line)
            }
        }
    }
}
