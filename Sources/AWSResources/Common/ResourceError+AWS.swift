import AWSClient
import Model

extension ResourceError {
    /// What a kind's code threw, as the engine knows errors.
    init(translating error: any Error) {
        switch error {
        case let error as ResourceError: self = error
        case let error as AWSError: self.init(error)
        case is CancellationError:
            self.init(.cancelled, operation: "wait", message: "stopped before it was done")
        default:
            self.init(.refused, operation: "read answer", message: String(describing: error))
        }
    }

    private init(_ error: AWSError) {
        self.init(
            Self.code(of: error),
            operation: error.action.description,
            message: error.description,
            requestID: error.requestID
        )
        // The description of an AWSError already ends with the request id.
        self.requestID = nil
    }

    private static func code(of error: AWSError) -> Code {
        if error.isAccessDenied { return .denied }
        if error.code == "Cancelled" { return .cancelled }
        if error.isMissing { return .notFound }
        if error.isInUse { return .inUse }
        if error.isExisting { return .conflict }
        // What passes by without anybody mending anything: no answer, too many requests, trouble at AWS's, credentials that
        // are renewed.
        if error.httpStatus == nil || error.isRetryable || error.isExpiredCredentials { return .unreachable }
        return .refused
    }
}

extension AWSError {
    /// The thing named in the request is not there. Only kinds may call it absence, and only for their own thing.
    var isMissing: Bool {
        code.hasSuffix(".NotFound") || code.hasSuffix("NotFound") || code.hasSuffix("NotFoundException")
            || code.hasSuffix("NotFoundFault") || code == "NoSuchEntity" || code == "ParameterNotFound"
            || code == "NoSuchBucket"
    }

    /// AWS refuses to delete because something still uses the thing.
    var isInUse: Bool {
        code == "DependencyViolation" || code == "ResourceInUse" || code == "DeleteConflict"
            || code.hasSuffix("InUse") || code.hasSuffix("InUseException") || code.hasSuffix("InUseFault")
    }

    /// AWS refuses to create because something of that name is there.
    var isExisting: Bool {
        code.hasSuffix("AlreadyExists") || code.hasSuffix("AlreadyExistsException")
            || code.hasSuffix("AlreadyExistsFault") || code.hasSuffix("DuplicateFault") || code.hasPrefix("Duplicate")
            || code.hasSuffix(".Duplicate") || code == "EntityAlreadyExists" || code == "ResourceExistsException"
            || code == "ParameterAlreadyExists" || code == "BucketAlreadyOwnedByYou"
    }
}
