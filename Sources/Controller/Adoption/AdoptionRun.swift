import AWSResources
import Blueprints
import Discovery
import Engine
import Manifests
import Model

/// Asks AWS for an environment that nobody described yet, and writes its manifests.
public struct AdoptionRun: Sendable {
    public var environment: String
    public var prefix: String
    public var region: String
    /// nil takes the account of the credentials.
    public var account: String?
    public var roleARN: String?
    public var contactEmail: String?
    public var costCode: String?
    /// Where the manifests go.
    public var directory: String
    /// Whether files that are there and differ are written over.
    public var overwrites = false
    public var cacheDirectory: String
    public var environmentVariables: [String: String]

    /// The name that stands for an installation while there is no config repository yet.
    private static let installation = "adoption"

    public init(
        environment: String, prefix: String, region: String, directory: String, cacheDirectory: String,
        environmentVariables: [String: String]
    ) {
        self.environment = environment
        self.prefix = prefix
        self.region = region
        self.directory = directory
        self.cacheDirectory = cacheDirectory
        self.environmentVariables = environmentVariables
    }

    /// Reads AWS, describes what is there, checks that the description is right, and writes it. Nothing in AWS is
    /// changed, and no file either when something is wrong.
    public func run() async throws(RunError) -> AdoptedEnvironment {
        let connections = try AccountConnections(
            cacheDirectory: cacheDirectory, environmentVariables: environmentVariables, region: region,
            installation: Self.installation)
        let result: Result<AdoptedEnvironment, RunError>
        do throws(RunError) {
            result = .success(try await run(connections))
        } catch {
            result = .failure(error)
        }
        await connections.close()
        return try result.get()
    }

    private func run(_ connections: AccountConnections) async throws(RunError) -> AdoptedEnvironment {
        let reader: RegionReader
        let request: DiscoveryRequest
        do throws(ResourceError) {
            let own = try await connections.account(region: region, roleARN: roleARN, of: environment)
            let scope = AccountScope(account: account ?? own, region: region, roleARN: roleARN)
            request = DiscoveryRequest(
                environment: environment, prefix: prefix, region: region, account: scope.account, roleARN: roleARN,
                contactEmail: contactEmail, costCode: costCode)
            reader = RegionReader(provider: try await connections.provider(for: scope, of: [environment]))
        } catch {
            throw RunError(.aws, error.description)
        }
        let read: RegionReader.Read
        do throws(RunError) {
            read = try await reader.read(request)
        } catch {
            throw RunError(.aws, "nothing was written, because \(error.message)")
        }
        var discovered: Discovered
        do throws(DiscoveryError) {
            let discovery = Discovery(
                request, read.state, stacks: read.stacks, launchConfigurations: read.launchConfigurations)
            discovered = try discovery.describe(kinds: reader.provider.kinds)
        } catch {
            throw RunError(.usage, error.message)
        }
        try check(discovered)
        discovered.leftovers += try await reader.remainders(discovered)
        let remarks =
            read.remarks + discovered.remarks
            + AdoptionCheck(discovered, read.state, reader.provider.kinds).remarks
        let report = AdoptionReport(discovered, remarks: remarks)
        let written = try ManifestDirectory(path: directory, overwrites: overwrites).write(report)
        return AdoptedEnvironment(
            discovered: discovered, remarks: remarks, files: written, apiCalls: connections.calls)
    }

    /// What is written has to be read again: a name or an address that AWS takes and a manifest does not is told here.
    private func check(_ discovered: Discovered) throws(RunError) {
        let files = discovered.files.map { file in
            ManifestFile(
                path: file.path, blobID: file.path, content: Array(file.text.utf8), size: file.text.utf8.count)
        }
        let (manifests, diagnostics) = ManifestReader.read(files: files)
        let problems =
            diagnostics.filter { $0.severity == .error } + (manifests.map { Blueprints.problems(of: $0) } ?? [])
        guard !problems.isEmpty else { return }
        let lines = problems.map { "\n  \($0)" }.joined()
        throw RunError(
            .usage,
            "what was found does not fit into manifests, and nothing was written; change it in AWS, or begin with manifests "
                + "of your own and `adopt: true`:\(lines)")
    }
}

/// What an adoption found and wrote.
public struct AdoptedEnvironment: Sendable {
    public var discovered: Discovered
    public var remarks: [String]
    /// Each file, and whether it was written or had this content already.
    public var files: [WrittenFile]
    public var apiCalls: [String: Int]
}
