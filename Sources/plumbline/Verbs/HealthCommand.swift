import ArgumentParser
import AsyncHTTPClient
import Controller
import Foundation

/// `plumbline health`: asks a running `plumbline serve` how it is, for health checks of containers that hold no curl.
///
/// Exits 0 when the answer is 200, and 1 for anything else. It reads no configuration and no secret.
struct HealthCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health", abstract: "Asks a running plumbline serve whether it is well.",
        discussion: "Without --url it asks the port of $PLUMBLINE_SERVER_LISTEN, or 8080, on this host.")

    @Option(help: ArgumentHelp("Where to ask instead, such as http://plumbline:8080/readyz.", valueName: "url"))
    var url: String?

    @Flag(help: "Asks /readyz, whether everything was looked at once, and not /healthz.")
    var ready = false

    @Option(help: ArgumentHelp("How long to wait for the answer.", valueName: "seconds"))
    var timeout = 3

    func validate() throws {
        guard (1...60).contains(timeout) else { throw ValidationError("--timeout takes 1 to 60 seconds") }
        guard let url else { return }
        guard !ready else { throw ValidationError("give either --url or --ready") }
        guard let parsed = URL(string: url), ["http", "https"].contains(parsed.scheme), parsed.host != nil else {
            throw ValidationError("--url takes an http or https address; \(url) is none")
        }
    }

    func run() async throws {
        let url = url ?? Self.ownAddress(ready ? "/readyz" : "/healthz", ProcessInfo.processInfo.environment)
        var request = HTTPClientRequest(url: url)
        request.headers.add(name: "user-agent", value: "plumbline-health/\(Plumbline.version)")
        let status: UInt
        do {
            status = try await HTTPClient.shared.execute(request, timeout: .seconds(Int64(timeout))).status.code
        } catch let error as HTTPClientError where error == .deadlineExceeded || error == .connectTimeout {
            throw RunError(.usage, "\(url) did not answer within \(timeout) s")
        } catch {
            throw RunError(.usage, "\(url) cannot be asked: is plumbline serve running there?")
        }
        guard status == 200 else { throw RunError(.usage, "\(url) answers \(status)") }
        Console.write("\(url) answers 200")
    }

    /// A path at the port that `plumbline serve` listens on when it has the same variables.
    static func ownAddress(_ path: String, _ variables: [String: String]) -> String {
        let port = variables["PLUMBLINE_SERVER_LISTEN"]?.split(separator: ":").last.flatMap { UInt16($0) } ?? 8080
        return "http://127.0.0.1:\(port)\(path)"
    }
}
