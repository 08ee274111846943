import EmulatorSupport
import Foundation
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One of several controllers of one world, with a cache and an access key of its own, by which its calls can be told from
/// the others'.
struct Replica: Sendable {
    /// How long a lease lasts: long enough that a machine with much else to do renews it in time. Others take over after one
    /// duration and two looks of a third each at most; the rest is for what such a machine takes to say so.
    static let lease = Duration.seconds(12)
    static let takeover = lease * 5 / 3 + .seconds(40)

    let name: String
    let controller: Controller
    /// The access key that signs its calls.
    let key: String
    private let port: Int

    /// The configuration that all replicas of a world share.
    static func settings(_ world: World) -> String {
        "leases: { table: leases, region: \(world.region), duration: \(lease.components.seconds)s }"
    }

    static func createTable(_ world: World) async throws {
        let made = try await Controller.run(world, settings(world), "--create-lease-table")
        #expect(made.code == 0, "\(made.said)")
    }

    /// - Parameter settings: more of the configuration, as whole lines.
    static func start(
        _ name: String, _ world: World, _ settings: String = "", variables: [String: String] = [:]
    ) async throws -> Replica {
        let key = "AKIA" + name.uppercased().padding(toLength: 16, withPad: "X", startingAt: 0)
        let own = [
            "AWS_ACCESS_KEY_ID": key, "PLUMBLINE_CACHE": world.cache.appendingPathComponent(name).path,
            "PLUMBLINE_REPLICA": name, "ACTOR": "act-hunter2",
        ]
        let controller = try Controller.start(
            world, Self.settings(world) + "\n" + settings, variables: own.merging(variables) { $1 },
            tokens: "tokens: [{ name: jo, token: { env: ACTOR }, rights: [read, act] }]")
        return Replica(name: name, controller: controller, key: key, port: try await controller.port())
    }

    struct Answer: Sendable {
        var status: Int
        var text: String
    }

    func get(_ path: String) async throws -> Answer { try await send("GET", path, nil) }

    func post(_ path: String, _ body: String = "{}") async throws -> Answer { try await send("POST", path, body) }

    /// How one environment stands, as this replica's API tells it.
    func environment(_ name: String = "dev") async throws -> Shown {
        let answer = try await get("api/v1/environments/\(name)")
        try #require(answer.status == 200, "\(answer)")
        return try JSONDecoder().decode(Shown.self, from: Data(answer.text.utf8))
    }

    /// Waits until this replica works on so many environments, by what it says of them.
    func untilHolding(_ count: Int) async throws {
        while held.count != count { try await controller.line("\"reason\":\"Lease", within: Self.takeover) }
    }

    private var held: Set<String> {
        struct Line: Decodable {
            var reason: String?
            var environment: String?
        }
        return controller.said.split(separator: "\n").reduce(into: []) { held, text in
            guard let line = try? JSONDecoder().decode(Line.self, from: Data(text.utf8)), let name = line.environment
            else { return }
            if line.reason == "LeaseGained" { held.insert(name) }
            if line.reason == "LeaseLost" { held.remove(name) }
        }
    }

    struct Shown: Decodable, Sendable {
        struct Condition: Decodable, Sendable {
            var type: String
            var status: Bool
            var reason: String
            var since: String
        }
        struct Plan: Decodable, Sendable {
            var digest: String
            var summary: [String: Int]
            var approvalReasons: [String]
        }

        var name: String
        var phase: String
        var conditions: [Condition]
        var appliedRevision: String?
        var plan: Plan?
        var resources: [String: Int]
        var holder: String?
        var heldSince: String?

        var reason: String? { conditions.first?.reason }
    }

    private func send(_ method: String, _ path: String, _ body: String?) async throws -> Answer {
        let url = try #require(URL(string: "http://127.0.0.1:\(port)/\(path)"))
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.httpBody = body.map { Data($0.utf8) }
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue("Bearer act-hunter2", forHTTPHeaderField: "Authorization")
        let (data, response) = try await URLSession.shared.data(for: request)
        Kept.keep(String(decoding: data, as: UTF8.self), of: "\(method) \(path)")
        return Answer(
            status: (response as? HTTPURLResponse)?.statusCode ?? 0, text: String(decoding: data, as: UTF8.self))
    }
}

extension World {
    /// Waits until the emulator's log says something: it has no way to tell by itself.
    func untilRequests(
        within limit: Duration = .seconds(60), sourceLocation: SourceLocation = #_sourceLocation,
        _ isReached: ([EmulatorRequest]) -> Bool
    ) async throws {
        let deadline = ContinuousClock.now + limit
        while try await !isReached(aws.requests()) {
            try #require(ContinuousClock.now < deadline, "the calls did not come", sourceLocation: sourceLocation)
            try await Task.sleep(for: .milliseconds(50))
        }
    }
}
