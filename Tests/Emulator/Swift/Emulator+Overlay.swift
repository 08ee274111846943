import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

extension Emulator {
    /// Empties AWS, the request log, the faults and the settings. The next call to IAM or STS takes most of a second,
    /// while moto reads AWS's own policies: a fresh region or account is quicker.
    public func reset() async throws {
        try await post("reset")
    }

    /// Every AWS request since the last reset, in the order of arrival.
    public func requests() async throws -> [EmulatorRequest] {
        try await JSONDecoder().decode([EmulatorRequest].self, from: get("requests"))
    }

    /// How many requests there were since the last reset.
    public func counts() async throws -> EmulatorCounts {
        try await JSONDecoder().decode(EmulatorCounts.self, from: get("counts"))
    }

    /// Forgets the requests, and nothing else.
    public func resetRequests() async throws {
        try await post("requests/reset")
    }

    /// Lets a fault happen to the next calls that it names. Faults are tried in the order they were given.
    public func inject(_ fault: Fault) async throws {
        try await post("faults", JSONEncoder().encode(fault))
    }

    /// Forgets the faults, and lets go of the requests that hang.
    public func resetFaults() async throws {
        try await post("faults/reset")
    }

    /// How long an ECS deployment moves: for `rolloutPolls` DescribeServices answers (2 unless set, 0 completes at the
    /// first), or `rolloutSeconds` if that is sooner.
    public func configure(rolloutPolls: Int = 2, rolloutSeconds: Double? = nil) async throws {
        let settings = RolloutSettings(rolloutPolls: rolloutPolls, rolloutSeconds: rolloutSeconds)
        try await post("settings", JSONEncoder().encode(settings))
    }

    private struct RolloutSettings: Encodable {
        let rolloutPolls: Int
        let rolloutSeconds: Double?
    }

    private func get(_ path: String) async throws -> Data {
        try await send(path, method: "GET", body: nil)
    }

    @discardableResult
    func post(_ path: String, _ body: Data = Data("{}".utf8)) async throws -> Data {
        try await send(path, method: "POST", body: body)
    }

    private func send(_ path: String, method: String, body: Data?) async throws -> Data {
        guard let url = URL(string: "\(endpoint)/plumbline/\(path)") else {
            throw EmulatorError("\(endpoint)/plumbline/\(path) is no address")
        }
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.httpBody = body
        let (data, response) = try await URLSession.shared.data(for: request)
        let status = (response as? HTTPURLResponse)?.statusCode
        guard status == 200 else {
            let said = String(decoding: data, as: UTF8.self)
            throw EmulatorError("The emulator answered \(method) /plumbline/\(path) with \(status ?? 0): \(said)")
        }
        return data
    }
}
