extension WireResponse {
    /// Reads the answer to a call: its values, or the error that it holds.
    func answer(to call: WireCall) throws(AWSError) -> WireAnswer {
        guard (200..<300).contains(status) else { throw error(of: call) }
        do throws(WireProblem) {
            switch call.table.wireProtocol {
            case .ec2, .query:
                let value = try XMLResponseReader.read(body, call.operation, call.table)
                return WireAnswer(value: value, requestID: headerRequestID)
            case .json:
                let value = try JSONResponseReader.read(body, call.operation, call.table)
                return WireAnswer(value: value, requestID: headerRequestID)
            case .restXML:
                let value = try RESTResponseReader.read(self, call.operation, call.table)
                return WireAnswer(value: value, requestID: headerRequestID)
            }
        } catch {
            throw AWSError(
                code: AWSError.Codes.unparsableResponse,
                action: call.action,
                message: "the answer cannot be read: \(error.description)",
                requestID: headerRequestID,
                httpStatus: status
            )
        }
    }

    private func error(of call: WireCall) -> AWSError {
        var found: (code: String, message: String, requestID: String?)?
        switch call.table.wireProtocol {
        case .ec2, .query, .restXML: found = XMLResponseReader.error(self)
        case .json: found = JSONResponseReader.error(self).map { ($0.code, $0.message, nil) }
        }
        guard let found, !found.code.isEmpty else { return foreignError(of: call) }
        // They go into logs and on the status branch: however much was answered, no more of it than a person reads.
        return AWSError(
            code: found.code.shortened(to: 128),
            action: call.action,
            message: found.message.shortened(to: 2000),
            requestID: (found.requestID ?? headerRequestID)?.shortened(to: 128),
            httpStatus: status
        )
    }

    /// An error that is not of the service's protocol: from something between, or from an endpoint that does not know
    /// the operation.
    private func foreignError(of call: WireCall) -> AWSError {
        let isOverload = [429, 502, 503, 504].contains(status)
        let isUnknown = !isOverload && !body.isEmpty
        let code =
            isUnknown ? AWSError.Codes.unsupportedOperation : isOverload ? "ServiceUnavailable" : "InternalFailure"
        let advice = isUnknown ? "; the endpoint may not know this operation or region" : ""
        return AWSError(
            code: code,
            action: call.action,
            message: "the endpoint answered HTTP \(status) without an AWS error\(advice)",
            requestID: headerRequestID,
            httpStatus: status
        )
    }

    private var headerRequestID: String? {
        let id = headers["x-amzn-requestid"] ?? headers["x-amz-request-id"] ?? headers["x-amzn-request-id"]
        return id?.shortened(to: 128)
    }

    /// The region in which the bucket of the request is, when S3 says that it is another
    /// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html).
    var bucketRegion: String? {
        [301, 307, 400].contains(status) ? headers["x-amz-bucket-region"] : nil
    }

    /// How long the server asks to wait before the next try.
    var retryAfter: Duration? {
        guard let seconds = headers["retry-after"].flatMap(Double.init), !seconds.isNaN else { return nil }
        return .milliseconds(Int64(min(max(seconds, 0), 300) * 1000))
    }

    /// The server's clock, in seconds since 1970.
    var date: Double? {
        headers["date"].flatMap(WireTimestamp.seconds)
    }
}
