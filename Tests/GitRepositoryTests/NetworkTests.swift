import Foundation
import Testing

@testable import GitRepository
@testable import Trials

@Suite("A network with troubles", .serialized)
struct NetworkTests {
    static let figures = Figures(
        "git-network", title: "Troubles of the network to the git server", command: "swift test --filter NetworkTests")

    /// A server behind a network, and files that do not compress, so that a cut falls into the middle of a pack.
    private struct Place {
        let playground: Playground
        let peer: Peer
        let network: Network
        let commit: String
        private let isSSH: Bool

        init(ssh: Bool = false) throws {
            isSSH = ssh
            playground = try Playground()
            var generator = SeededGenerator(seed: 1)
            let noise = (0..<4000).map { _ in String(generator.next(), radix: 36) }.joined(separator: " ")
            commit = try playground.commit(["a.yaml": "1", "noise.yaml": noise])
            peer = try ssh ? Peer.ssh(playground) : Peer.http(playground)
            network = try Network(before: peer.port)
        }

        var remote: GitRemote {
            get throws {
                guard isSSH else { return GitRemote(url: "http://127.0.0.1:\(network.port)/config.git") }
                func key(_ name: String) throws -> String {
                    try String(contentsOfFile: playground.path + "/ssh/" + name, encoding: .utf8)
                }
                return GitRemote(
                    url: "ssh://\(NSUserName())@127.0.0.1:\(network.port)\(playground.bare)",
                    credential: .sshKey(privateKey: GitSecret(try key("user")), passphrase: nil),
                    knownHosts: "[127.0.0.1]:\(network.port) " + (try key("host.pub")))
            }
        }

        func mirror(_ name: String, _ deadlines: GitDeadlines = .patient) throws -> GitMirror {
            try playground.mirror(remote, cache: playground.path + "/cache-" + name, deadlines: deadlines)
        }

        /// Some places in a transfer, its ends among them. What passes last over SSH is only a farewell, and no two
        /// transfers are of quite the same length: the server tells its progress as often as it is slow.
        static func places(in total: Int, ssh: Bool = false) -> [Int] {
            let last = ssh ? [] : [total - max(30, total / 20)]
            return ([0, 1, 60, 200, total / 4, total / 2, total * 3 / 4] + last).filter { $0 >= 0 && $0 < total }
        }
    }

    @Test(
        "a clone that is cut anywhere ends in a clear error, leaves nothing behind, and works when the line is back",
        arguments: [false, true], Network.Way.allCases)
    func cutClone(ssh: Bool, way: Network.Way) async throws {
        let place = try Place(ssh: ssh)
        try place.network.have(.none)
        #expect(try await place.mirror("whole").resolve(ref: "main").commit == place.commit)
        let total = try place.network.have(.none)[way] ?? 0
        for count in Place.places(in: total, ssh: ssh) {
            let mirror = try place.mirror("\(count)")
            try place.network.have(.cut(way, after: count))
            let error = await gitError { try await mirror.resolve(ref: "main") }
            #expect(error?.code == .unreachable, "\(way) \(count): \(error?.description ?? "")")
            #expect(error?.message.contains("Check the address, the network") == true)
            try place.network.have(.none)
            let left = try FileManager.default.contentsOfDirectory(atPath: place.playground.path + "/cache-\(count)")
            #expect(!left.contains { $0.contains(".new") || $0.hasSuffix(".git") }, "\(left)")
            #expect(try await mirror.resolve(ref: "main").commit == place.commit)
            #expect(try await mirror.readTree(at: place.commit).map(\.path) == ["a.yaml", "noise.yaml"])
            Self.figures.count("clones cut \(way) the line over \(ssh ? "ssh" : "http")")
        }
    }

    @Test(
        "a publication that is cut anywhere is on the branch once, after it was tried again",
        arguments: [false, true], Network.Way.allCases)
    func cutPublication(ssh: Bool, way: Network.Way) async throws {
        let place = try Place(ssh: ssh)
        let mirror = try place.mirror("one")
        func publish(_ name: String) async throws -> String? {
            try await mirror.publish(branch: "status", message: name, author: .plumbline) { _ in
                ["\(name).yaml": Array(name.utf8)]
            }
        }
        _ = try await publish("first")
        try place.network.have(.none)
        _ = try await publish("measured")
        let total = try place.network.have(.none)[way] ?? 0
        let places = Place.places(in: total, ssh: ssh)
        for count in places {
            try place.network.have(.cut(way, after: count))
            let error = await gitError { try await publish("n\(count)") }
            #expect(error?.code == .unreachable, "\(way) \(count): \(error?.description ?? "")")
            try place.network.have(.none)
            _ = try await publish("n\(count)")
            Self.figures.count("publications cut \(way) the line over \(ssh ? "ssh" : "http")")
        }
        let subjects = try playgroundLog(place.playground)
        #expect(subjects == (["first", "measured"] + places.map { "n\($0)" }).reversed())
        try place.playground.git("fsck", "--strict")
    }

    private func playgroundLog(_ playground: Playground) throws -> [String] {
        try playground.git("log", "--format=%s", "status").split(separator: "\n").map(String.init)
    }

    @Test("a server that falls silent in the middle ends in a clear error at the deadline, and works when it is back")
    func stall() async throws {
        let place = try Place()
        try place.network.have(.none)
        _ = try await place.mirror("whole").resolve(ref: "main")
        let total = try place.network.have(.none)[.down] ?? 0
        let mirror = try place.mirror("one", .short)
        for count in [10, total / 2] {
            try place.network.have(.stall(.down, after: count))
            let error = await gitError { try await mirror.resolve(ref: "main") }
            #expect(error?.code == .timedOut)
            #expect(error?.message.contains("Check that the server is up") == true)
            #expect(mirror.helper.processID == nil)
            Self.figures.count("servers that fell silent")
        }
        try place.network.have(.none)
        let patient = try place.mirror("one")
        #expect(try await patient.resolve(ref: "main").commit == place.commit)
    }

    @Test("a publication whose answer never comes is told, and is not made twice when it is tried again")
    func lostAnswer() async throws {
        let place = try Place()
        func publish(_ mirror: GitMirror) async throws -> String? {
            try await mirror.publish(branch: "status", message: "m", author: .plumbline) { _ in ["a": [49]] }
        }
        try place.network.have(.none)
        _ = try await place.mirror("one").publish(branch: "other", message: "m", author: .plumbline) { _ in ["a": [48]]
        }
        let total = try place.network.have(.none)[.down] ?? 0
        // The last bytes that come down are the server's word that it has taken the commit.
        try place.network.have(.stall(.down, after: total - 10))
        let error = await gitError { try await publish(place.mirror("two", .short)) }
        #expect(error?.code == .timedOut)
        try place.network.have(.none)
        _ = try await publish(place.mirror("two"))
        #expect(try place.playground.git("rev-list", "--count", "status") == "1")
    }

    @Test("a slow line is waited for, as long as the deadline allows")
    func slow() async throws {
        let place = try Place()
        try place.network.have(.trickle(bytes: 2000, milliseconds: 10))
        #expect(try await place.mirror("patient").resolve(ref: "main").commit == place.commit)
        try place.network.have(.trickle(bytes: 20, milliseconds: 100))
        let error = await gitError { try await place.mirror("hasty", .short).resolve(ref: "main") }
        #expect(error?.code == .timedOut)
        Self.figures.count("slow lines", 2)
    }
}
