import Foundation

/// The credentials of a container, from the endpoint that ECS or EKS tells it.
struct ContainerCredentials: Sendable, Equatable {
    let url: String
    private let token: Secret?
    private let tokenFile: String?

    /// Nil when the environment names no such endpoint. Throws `InvalidConfiguration` for one that is not allowed.
    init?(environment: [String: String]) throws(AWSError) {
        if let relative = environment["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] {
            url = "http://169.254.170.2" + relative
        } else if let full = environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] {
            guard Self.isAllowed(full) else {
                throw AWSConfiguration.invalid(
                    "AWS_CONTAINER_CREDENTIALS_FULL_URI must be https, or http to loopback or a container endpoint"
                )
            }
            url = full
        } else {
            return nil
        }
        token = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN"].map { Secret($0) }
        tokenFile = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"]
    }

    /// Credentials may go unencrypted only over addresses that do not leave the host.
    private static func isAllowed(_ url: String) -> Bool {
        guard let parts = URLComponents(string: url), let host = parts.host?.lowercased() else { return false }
        if parts.scheme == "https" { return true }
        let bare = host.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        let isLoopback = bare == "localhost" || bare == "::1" || (bare.hasPrefix("127.") && bare.isDottedQuad)
        return parts.scheme == "http"
            && (isLoopback || ["169.254.170.2", "169.254.170.23", "fd00:ec2::23"].contains(bare))
    }

    func credentials(_ transport: HTTPTransport) async throws(AWSError) -> Credentials {
        var headers: [(name: String, value: String)] = [("Accept", "application/json")]
        if let token = try authorization() { headers.append(("Authorization", token)) }
        let response: WireResponse
        do throws(HTTPTransport.Failure) {
            response = try await transport.send(
                method: "GET",
                url: url,
                headers: headers,
                body: [],
                deadline: .seconds(5)
            )
        } catch {
            throw Self.failure("the container's credential endpoint \(url) cannot be reached")
        }
        guard response.status == 200, let credentials = MetadataCredentials.parse(response.body) else {
            throw Self.failure(
                "the container's credential endpoint \(url) answered HTTP \(response.status), no credentials"
            )
        }
        return credentials
    }

    private func authorization() throws(AWSError) -> String? {
        guard let tokenFile else { return token?.revealed }
        guard let data = FileManager.default.contents(atPath: tokenFile),
            let text = String(validating: data, as: UTF8.self),
            !text.contains(where: { $0 == "\r" || $0 == "\r\n" })
        else { throw Self.failure("the token file \(tokenFile) of the container's credential endpoint cannot be read") }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func failure(_ message: String) -> AWSError {
        AWSError(code: AWSError.Codes.noCredentials, action: "sts:GetCallerIdentity", message: message)
    }
}

extension String {
    fileprivate var isDottedQuad: Bool {
        let parts = split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}
