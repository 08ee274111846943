/// Sends typed requests to AWS, in one region and as one identity.
///
/// A client is cheap to copy. Clients derived from one another share the connections, the retry budget, the rate
/// limits and the call counter. Every error is an `AWSError`; a cancelled task ends with the code `Cancelled`.
public struct AWSClient: Sendable {
    /// The region that requests go to, such as `ap-southeast-1`.
    public let region: String

    let runtime: AWSRuntime
    let credentials: CredentialProvider

    init(region: String, runtime: AWSRuntime, credentials: CredentialProvider) {
        self.region = region
        self.runtime = runtime
        self.credentials = credentials
    }

    /// A client configured the standard way: environment, shared files, and the chain of credential sources.
    ///
    /// No request is made here; credentials are looked for at the first call. Throws `NoRegion` when neither the
    /// argument, the environment nor the profile names a region, and `InvalidConfiguration` for unreadable settings.
    /// - Parameters:
    ///   - environment: the process environment, or a substitute.
    ///   - region: overrides `AWS_REGION`.
    ///   - profile: overrides `AWS_PROFILE`.
    ///   - clock: time, waiting and chance; only tests need another.
    public static func standard(
        environment: [String: String],
        region: String? = nil,
        profile: String? = nil,
        clock: ClientClock = .system
    ) throws(AWSError) -> AWSClient {
        let configuration = try AWSConfiguration.standard(environment: environment, region: region, profile: profile)
        return try AWSClient(configuration: configuration, clock: clock)
    }

    /// A client with the given settings.
    public init(configuration: AWSConfiguration, clock: ClientClock = .system) throws(AWSError) {
        guard let region = configuration.region else {
            throw AWSError(
                code: AWSError.Codes.noRegion,
                action: "sts:GetCallerIdentity",
                message: "no AWS region is set; set AWS_REGION, or `region` in the profile"
            )
        }
        let runtime = try AWSRuntime(configuration: configuration, clock: clock)
        let chain = CredentialChain(configuration: configuration, region: region, runtime: runtime)
        self.init(region: region, runtime: runtime, credentials: CredentialProvider(clock: clock, load: chain.load))
    }

    /// Asked right before each request of the task in which it is set, repetitions included: once it says no, calls end as
    /// those of a cancelled task do. Calls that assume a role are not asked about, because others may share the session.
    @TaskLocal public static var permit: CallPermit?

    /// The requests sent so far by this client and all clients that share its connections.
    public var calls: AWSCallCounter { runtime.calls }

    /// Sends one request and reads its response, retrying as the AWS standard retry mode says.
    ///
    /// Members that AWS marks as idempotency tokens are filled when nil, with one value for all retries.
    public func send<R: AWSRequest>(_ request: R) async throws(AWSError) -> R.Response {
        let call = try WireCall(request)
        return try await perform(call).decoded(as: R.Response.self, of: R.action)
    }

    /// The same identity in another region.
    public func with(region: String) -> AWSClient {
        AWSClient(region: region, runtime: runtime, credentials: credentials)
    }

    /// A client that acts as the given role, which this client's identity assumes at the first call and again before
    /// the session ends.
    public func assuming(
        roleARN: String, sessionName: String, externalID: String? = nil, tags: [String: String] = [:]
    ) -> AWSClient {
        let role = AssumedRole(roleARN: roleARN, sessionName: sessionName, externalID: externalID, tags: tags)
        let base = self
        let provider = CredentialProvider(clock: runtime.clock) { () async throws(AWSError) in
            try await role.credentials(using: base)
        }
        return AWSClient(region: region, runtime: runtime, credentials: provider)
    }

    /// Closes the connections of this client and of all clients that share them. Calls after it fail.
    public func shutdown() async {
        await runtime.shutdown()
    }
}
