import AWSClient
import AWSResources
import Model

/// The ways to the accounts and regions of a run, and how often AWS was called.
public struct AccountConnections: Sendable {
    private let client: AWSClient
    private let answers: AnswerStore
    let installation: String

    /// - Throws: when AWS is not configured; no call is made yet.
    init(_ settings: RunSettings, region: String, installation: String) throws(RunError) {
        try self.init(
            cacheDirectory: settings.cacheDirectory, environmentVariables: settings.environmentVariables,
            region: region, installation: installation)
    }

    init(
        cacheDirectory: String, environmentVariables: [String: String], region: String, installation: String
    ) throws(RunError) {
        self.installation = installation
        answers = AnswerStore(directory: cacheDirectory + "/answers")
        do throws(AWSError) {
            client = try AWSClient.standard(environment: environmentVariables, region: region)
        } catch {
            throw RunError(.aws, error.description)
        }
    }

    /// The calls made so far, by action.
    var calls: [String: Int] { client.calls.snapshot() }

    /// How often AWS turned calls away for coming too fast, by action.
    var throttles: [String: Int] { client.calls.throttleSnapshot() }

    func close() async { await client.shutdown() }

    /// Asks AWS whose credentials these are, and refuses every other account than the declared one.
    ///
    /// Nothing but `sts:GetCallerIdentity` (and the assuming of the declared role) is called before it agrees.
    func provider(for scope: AccountScope, of names: [String]) async throws(ResourceError) -> AWSResourceProvider {
        var scoped = client.with(region: scope.region)
        if let role = scope.roleARN {
            scoped = scoped.assuming(
                roleARN: role, sessionName: "plumbline-\(installation)", externalID: scope.externalID,
                tags: scope.sessionTags)
        }
        let identity = try await identity(of: scoped, names)
        guard identity.account == scope.account else {
            throw ResourceError(
                .denied, operation: "sts:GetCallerIdentity",
                message: "the credentials are of account \(identity.account) (\(identity.arn)), but "
                    + "\(names.joined(separator: ", ")) belongs to account \(scope.account); nothing else was "
                    + "called. Use credentials of \(scope.account), or set `roleArn`")
        }
        return AWSResourceProvider(
            session: AWSSession(
                client: scoped, account: identity.account, partition: identity.partition,
                installation: installation, immutableAnswers: answers.answers(for: scope)))
    }

    /// The account whose credentials these are, for who does not know it yet.
    func account(region: String, roleARN: String?, of name: String) async throws(ResourceError) -> String {
        var scoped = client.with(region: region)
        if let roleARN { scoped = scoped.assuming(roleARN: roleARN, sessionName: "plumbline-\(installation)") }
        return try await identity(of: scoped, [name]).account
    }

    private func identity(
        of client: AWSClient, _ names: [String]
    ) async throws(ResourceError) -> (account: String, arn: String, partition: String) {
        do throws(AWSError) {
            return try await client.callerAccount()
        } catch {
            throw ResourceError(
                .unreachable, operation: error.action.description,
                message: "AWS could not be asked for \(names.joined(separator: ", ")): \(error)")
        }
    }
}
