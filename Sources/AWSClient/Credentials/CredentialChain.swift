/// Finds credentials where the AWS tools look for them, in their order: environment, profile, web identity, container,
/// instance.
///
/// A source that is configured but fails ends the search with its error, so that nobody acts as somebody else by mistake.
struct CredentialChain: Sendable {
    let configuration: AWSConfiguration
    let region: String
    let runtime: AWSRuntime

    private static let unsupported = ["credential_process", "sso_session", "sso_start_url", "login_session"]

    @Sendable
    func load() async throws(AWSError) -> Credentials {
        let environment = configuration.environment
        if !configuration.isProfileExplicit, let credentials = try environmentCredentials() { return credentials }
        if let role = try await profileRole(configuration.profileName, path: []) { return role }
        if !configuration.isProfileExplicit, let identity = try webIdentity() {
            return try await identity.credentials(using: client(nil))
        }
        if let keys = configuration.profile.staticCredentials { return keys }
        if let setting = Self.unsupported.first(where: { configuration.profile[$0] != nil }) {
            throw AWSConfiguration.invalid(
                "the AWS profile \(configuration.profileName) uses \(setting), which is not supported; "
                    + "export keys to the environment (aws configure export-credentials) or use a role"
            )
        }
        if let container = try ContainerCredentials(environment: environment) {
            return try await container.credentials(runtime.transport)
        }
        if let instance = InstanceCredentials(environment: environment),
            let credentials = try await instance.credentials(runtime.transport)
        {
            return credentials
        }
        throw AWSError(
            code: AWSError.Codes.noCredentials,
            action: GetCallerIdentity.action,
            message: "no AWS credentials were found in the environment, the profile \(configuration.profileName), "
                + "the container or the instance; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE"
        )
    }

    private func environmentCredentials() throws(AWSError) -> Credentials? {
        let environment = configuration.environment
        guard let id = environment["AWS_ACCESS_KEY_ID"] else { return nil }
        guard let secret = environment["AWS_SECRET_ACCESS_KEY"] else {
            throw AWSConfiguration.invalid("AWS_ACCESS_KEY_ID is set but AWS_SECRET_ACCESS_KEY is not")
        }
        let token = environment["AWS_SESSION_TOKEN"].map { Secret($0) }
        return Credentials(accessKeyID: id, secretAccessKey: Secret(secret), sessionToken: token)
    }

    private func webIdentity() throws(AWSError) -> WebIdentity? {
        let environment = configuration.environment
        guard let file = environment["AWS_WEB_IDENTITY_TOKEN_FILE"] else { return nil }
        guard let role = environment["AWS_ROLE_ARN"] else {
            throw AWSConfiguration.invalid("AWS_WEB_IDENTITY_TOKEN_FILE is set but AWS_ROLE_ARN is not")
        }
        let session = environment["AWS_ROLE_SESSION_NAME"] ?? "plumbline"
        return WebIdentity(tokenFile: file, roleARN: role, sessionName: session)
    }

    /// The credentials of a profile that assumes a role, nil when it does not.
    /// - Parameter path: the profiles that led here, which may not come again.
    private func profileRole(_ name: String, path: [String]) async throws(AWSError) -> Credentials? {
        guard let profile = configuration.profiles[name], let roleARN = profile["role_arn"] else { return nil }
        guard !path.contains(name) else {
            throw AWSConfiguration.invalid("the AWS profiles \((path + [name]).joined(separator: " → ")) form a circle")
        }
        let session = profile["role_session_name"] ?? "plumbline"
        if let file = profile["web_identity_token_file"] {
            let identity = WebIdentity(tokenFile: file, roleARN: roleARN, sessionName: session)
            return try await identity.credentials(using: client(nil))
        }
        guard profile["mfa_serial"] == nil else {
            throw AWSConfiguration.invalid(
                "the AWS profile \(name) needs a one-time code (mfa_serial), which nobody is here to type"
            )
        }
        let base = try await baseCredentials(of: profile, path: path + [name])
        let role = AssumedRole(
            roleARN: roleARN,
            sessionName: session,
            externalID: profile["external_id"],
            duration: profile["duration_seconds"].flatMap { Int($0) }
        )
        return try await role.credentials(using: client(base))
    }

    /// The credentials that a role's profile assumes the role with.
    private func baseCredentials(of profile: Profile, path: [String]) async throws(AWSError) -> Credentials {
        if let source = profile["credential_source"] { return try await named(source, profile) }
        guard let source = profile["source_profile"] else {
            throw AWSConfiguration.invalid("the AWS profile \(profile.name) has role_arn but no source_profile")
        }
        guard let sourceProfile = configuration.profiles[source] else {
            throw AWSConfiguration.invalid(
                "the AWS profile \(profile.name) names the source_profile \(source), which is not there"
            )
        }
        // A profile may name itself: then its own keys assume the role.
        if source != profile.name, let role = try await profileRole(source, path: path) { return role }
        guard let keys = sourceProfile.staticCredentials else {
            throw AWSConfiguration.invalid("the AWS profile \(source) has no keys and no role")
        }
        return keys
    }

    private func named(_ source: String, _ profile: Profile) async throws(AWSError) -> Credentials {
        var found: Credentials?
        switch source {
        case "Environment": found = try environmentCredentials()
        case "EcsContainer":
            found = try await ContainerCredentials(environment: configuration.environment)?.credentials(
                runtime.transport
            )
        case "Ec2InstanceMetadata":
            found = try await InstanceCredentials(environment: configuration.environment)?.credentials(
                runtime.transport
            )
        default: break
        }
        guard let found else {
            throw AWSConfiguration.invalid(
                "the AWS profile \(profile.name): credential_source \(source) gives no credentials"
            )
        }
        return found
    }

    private func client(_ credentials: Credentials?) -> AWSClient {
        let provider = CredentialProvider(clock: runtime.clock) { () async throws(AWSError) in
            guard let credentials else {
                throw AWSError(
                    code: AWSError.Codes.noCredentials,
                    action: GetCallerIdentity.action,
                    message: "this call is not signed"
                )
            }
            return credentials
        }
        return AWSClient(region: region, runtime: runtime, credentials: provider)
    }
}
