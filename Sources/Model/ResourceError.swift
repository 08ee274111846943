/// Why something could not be done with a resource.
public struct ResourceError: Error, Sendable, Hashable {
    /// What the engine decides by.
    public enum Code: String, Sendable {
        /// The credentials may not do this.
        case denied
        /// The thing is not there.
        case notFound
        /// Something else still uses it.
        case inUse
        /// The next step of a change has to wait until the last one has come to rest: the same call is to be made again.
        case busy
        /// Something with this name is there and is not ours.
        case conflict
        /// A reference could not be resolved.
        case unresolved
        /// It did not settle in time.
        case deadline
        /// AWS gave up on it, as with a deployment that was rolled back.
        case failed
        /// AWS could not be asked: no connection, no credentials, no answer that could be read.
        case unreachable
        /// Any other refusal.
        case refused
        case cancelled
    }

    public var code: Code
    /// The call that failed, such as `ec2:CreateVpc`.
    public var operation: String
    /// What happened and what to do next, for people.
    public var message: String
    /// AWS's id of the failed request.
    public var requestID: String?
    /// Where the manifests ask for what failed.
    public var location: SourceLocation?

    public init(_ code: Code, operation: String, message: String, requestID: String? = nil) {
        self.code = code
        self.operation = operation
        self.message = message
        self.requestID = requestID
    }
}

extension ResourceError {
    /// The same error, with the place in the manifests that it comes from.
    public func located(at place: SourceLocation?) -> ResourceError {
        var error = self
        error.location = location ?? place
        return error
    }
}

extension ResourceError: CustomStringConvertible {
    /// `file:line:column: message`, as of a diagnostic.
    public var description: String {
        (location.map { "\($0): " } ?? "") + message + (requestID.map { " (request \($0))" } ?? "")
    }
}
