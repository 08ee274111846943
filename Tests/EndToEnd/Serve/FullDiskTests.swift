import EmulatorSupport
import Foundation
import Testing

@Suite("A full disk, under plumbline serve,", .inTurn)
struct FullDiskTests {
    @Test("is told, drift is still repaired, and the commit that could not be fetched is applied once there is room")
    func fullDisk() async throws {
        let world = try await World.open()
        let disk = try await SmallDisk.start(world)
        try await disk.next("\"reason\":\"Converged\"")
        try await disk.next("\"message\":\"status written\"")
        try disk.fill()
        // Larger than what a file system keeps back, and not to be compressed.
        let noise = (0..<3000).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined(separator: " ")
        try await world.repository.commit(["README.md": noise, "acme.yaml": Small.node(count: 3)])
        try await disk.next("\"reason\":\"GitTrouble\"")
        try await world.boto3(
            "client(\"ecs\").update_service(cluster=\"x-dev\", service=\"x-dev-acme\", desiredCount=7)")
        try await disk.next("\"reason\":\"ChangeSucceeded\"", "dev/acme/Service")
        try disk.makeRoom()
        try await disk.next("\"reason\":\"GitAnswers\"")
        try await disk.next("\"reason\":\"Converged\"")
        try await world.expectNoChanges()
        #expect(disk.isRunning)
    }
}

/// A running `plumbline serve` whose cache is on a disk of a few megabytes. It is killed with this object.
private final class SmallDisk: Sendable {
    private let process: Process
    private let log: LineLog
    private let cache: String
    private let folder: Folder

    private init(_ process: Process, _ log: LineLog, _ cache: String, _ folder: Folder) {
        (self.process, self.log, self.cache, self.folder) = (process, log, cache, folder)
    }

    deinit { kill(process.processIdentifier, SIGKILL) }

    var isRunning: Bool { process.isRunning }

    static func start(_ world: World) async throws -> SmallDisk {
        let folder = try Folder()
        let (file, cache) = (folder.url("plumbline.yaml"), folder.url("cache"))
        try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
        let configuration = """
            repository: { url: "\(world.repository.bare.path)" }
            poll: 200ms
            drift: { every: 1s }
            retry: { first: 200ms, max: 1s }
            log: { format: json }
            cache: "\(cache.path)"
            server: { listen: "127.0.0.1:0" }

            """
        try Data(configuration.utf8).write(to: file)
        let script = "mount -t tmpfs -o size=2m none \"$1\" && exec \"$2\" serve --config \"$3\""
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh"]
            + [cache.path, Program.plumbline.path, file.path]
        process.environment = world.environment.merging(["PLUMBLINE_CACHE": ""]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let errors = Pipe()
        process.standardError = errors
        let (log, handle) = (LineLog(), errors.fileHandleForReading)
        try process.run()
        log.read(handle)
        return SmallDisk(process, log, cache.path, folder)
    }

    /// The file that fills the disk, as it is seen from outside of the process's own mounts.
    private var filler: String { "/proc/\(process.processIdentifier)/root\(cache)/filler" }

    /// Leaves not a byte.
    func fill() throws {
        let descriptor = open(filler, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw EndToEndError("\(filler) cannot be made: \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        let block = [UInt8](repeating: 1, count: 4096)
        while write(descriptor, block, block.count) > 0 {}
        #expect(errno == ENOSPC)
    }

    func makeRoom() throws { try FileManager.default.removeItem(atPath: filler) }

    func next(_ texts: String..., sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let line = await log.next(texts, within: .seconds(60))
        _ = try #require(line, "no \(texts) in\n\(log.text)", sourceLocation: sourceLocation)
    }
}
