/// Why a call to AWS failed: the code decides, the message is for people.
///
/// `code` is AWS's own where AWS answered (`InvalidVpcID.NotFound`), else one of ours: `ConnectionFailed`, `Timeout`,
/// `UnparsableResponse`, `UnsupportedOperation` (the endpoint does not know the operation), `InvalidRequest` (the request
/// struct does not fit the service table), `NoCredentials`, `NoRegion`, `InvalidConfiguration`, `IncompletePages`,
/// `Cancelled`.
public struct AWSError: Error, Sendable, Equatable {
    public let code: String
    public let action: AWSAction
    /// What happened and, for our own codes, what to do next.
    public let message: String
    /// AWS's id of the failed request, which AWS support asks for.
    public let requestID: String?
    public let httpStatus: Int?

    public init(
        code: String,
        action: AWSAction,
        message: String,
        requestID: String? = nil,
        httpStatus: Int? = nil
    ) {
        self.code = code
        self.action = action
        self.message = message
        self.requestID = requestID
        self.httpStatus = httpStatus
    }

    /// Whether the caller's permissions did not allow the action.
    public var isAccessDenied: Bool {
        Self.denialCodes.contains(code)
    }

    /// Whether AWS asked for fewer requests.
    public var isThrottling: Bool {
        Self.throttlingCodes.contains(code) || httpStatus == 429
    }

    /// Whether the same request may succeed when it is sent again later. `send` has already retried.
    public var isRetryable: Bool {
        if isThrottling || Self.transientCodes.contains(code) { return true }
        guard let httpStatus, code != Codes.unsupportedOperation else { return false }
        return [500, 502, 503, 504].contains(httpStatus)
    }

    /// Whether the credentials have run out and new ones may help.
    public var isExpiredCredentials: Bool {
        ["ExpiredToken", "ExpiredTokenException", "RequestExpired"].contains(code)
    }

    /// Codes of ours, where AWS gave none.
    enum Codes {
        static let connectionFailed = "ConnectionFailed"
        static let timeout = "Timeout"
        static let unparsableResponse = "UnparsableResponse"
        static let unsupportedOperation = "UnsupportedOperation"
        static let invalidRequest = "InvalidRequest"
        static let noCredentials = "NoCredentials"
        static let noRegion = "NoRegion"
        static let invalidConfiguration = "InvalidConfiguration"
        static let incompletePages = "IncompletePages"
        static let cancelled = "Cancelled"
    }

    private static let denialCodes: Set<String> = [
        "AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "AuthorizationError",
        "UnauthorizedException", "Client.UnauthorizedOperation",
    ]

    /// The throttling codes of the AWS SDKs' standard retry mode.
    private static let throttlingCodes: Set<String> = [
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException",
        "TooManyRequestsException", "ProvisionedThroughputExceededException", "TransactionInProgressException",
        "RequestLimitExceeded", "BandwidthLimitExceeded", "RequestThrottled",
        "SlowDown", "PriorRequestNotComplete", "EC2ThrottledException",
    ]

    private static let transientCodes: Set<String> = [
        Codes.connectionFailed, Codes.timeout, "RequestTimeout", "RequestTimeoutException", "InternalFailure",
        "InternalError", "InternalServerError", "ServiceUnavailable", "ServiceUnavailableException", "Unavailable",
        "IDPCommunicationError",
    ]
}

extension AWSError: CustomStringConvertible {
    public var description: String {
        let verb = isAccessDenied ? "was denied" : isThrottling ? "was throttled" : "failed"
        var text = "\(action) \(verb): \(message.isEmpty ? code : message)"
        var details: [String] = []
        if !message.isEmpty, !isAccessDenied, !message.contains(code) { details.append(code) }
        if let requestID { details.append("request id \(requestID)") }
        if !details.isEmpty { text += " (\(details.joined(separator: ", ")))" }
        return text
    }
}
