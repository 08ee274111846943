extension AWSClient {
    /// Sends a call until it is answered or may not be tried again.
    /// - Parameter once: a failure that leaves open whether the call had its effect is not tried again.
    func perform(_ call: WireCall, once: Bool = false) async throws(AWSError) -> WireAnswer {
        let request = try call.serialized()
        var endpoint = try runtime.configuration.endpoint(of: call.table, region: region)
        var mayRedirect = true
        var retry = RetryState(maximumAttempts: runtime.configuration.maximumAttempts)
        var mayRenew = call.isSigned
        var maySetClock = call.isSigned
        while true {
            try await waitForTurn(
                runtime.reserve(service: call.table.id, region: endpoint.signingRegion), call.action)
            while let pause = runtime.takeBudget(call.action, service: call.table.id, at: endpoint) {
                try await waitForTurn(pause, call.action)
            }
            let credentials = call.isSigned ? try await credentials.current(for: call.action) : nil
            let (result, response) = try await attempt(call, request, endpoint, credentials)
            let error: AWSError
            switch result {
            case .success(let answer):
                runtime.noteSuccess(retry, service: call.table.id, region: endpoint.signingRegion)
                return answer
            case .failure(let failure): error = failure
            }
            if mayRedirect, let other = response?.bucketRegion, other != endpoint.signingRegion {
                mayRedirect = false
                endpoint = try runtime.configuration.endpoint(of: call.table, region: other)
                continue
            }
            if error.isThrottling {
                runtime.calls.recordThrottle(call.action)
                runtime.noteThrottling(service: call.table.id, region: endpoint.signingRegion)
            }
            if maySetClock, error.mayComeFromClock, let date = response?.date, runtime.correctClock(by: date) {
                maySetClock = false
                continue
            }
            if mayRenew, error.isExpiredCredentials, let credentials {
                mayRenew = false
                if await self.credentials.discard(credentials) { continue }
            }
            if once, error.isAmbiguous { throw error }
            switch runtime.decide(&retry, error, retryAfter: response?.retryAfter) {
            case .fail: throw error
            case .retry(let delay):
                runtime.configuration.logger.info(
                    "trying again",
                    metadata: ["action": "\(call.action)", "code": "\(error.code)", "after": "\(delay)"])
                try await wait(delay, call.action)
            }
        }
    }

    /// One request and its answer, when it is its turn. What it needed of credentials is there by then: whoever has a place
    /// must not wait for another.
    private func attempt(
        _ call: WireCall,
        _ request: WireRequest,
        _ endpoint: Endpoint,
        _ credentials: Credentials?
    ) async throws(AWSError) -> (Result<WireAnswer, AWSError>, WireResponse?) {
        guard await runtime.places.enter(endpoint.url) else { throw Self.cancelled(call.action) }
        defer { runtime.places.leave(endpoint.url) }
        // Others may wait for the session that a role's assumption brings.
        guard call.table.id == "sts" || Self.permit?.maySend != false else { throw Self.cancelled(call.action) }
        return await send(call, request, endpoint, credentials)
    }

    private func send(
        _ call: WireCall,
        _ request: WireRequest,
        _ endpoint: Endpoint,
        _ credentials: Credentials?
    ) async -> (Result<WireAnswer, AWSError>, WireResponse?) {
        let (endpoint, request) = endpoint.addressed(request)
        var outgoing = SigV4Signer.Request(
            method: request.method,
            path: String(endpoint.path.dropLast()) + request.path,
            query: request.query.map { ($0.name, $0.value ?? "") },
            headers: [("Host", endpoint.host)] + request.headers,
            body: request.body,
            form: call.table.isSignedAsS3 ? .s3 : .standard
        )
        if let credentials {
            let scope = SigV4Signer.Scope(region: endpoint.signingRegion, service: call.table.signingName)
            outgoing = runtime.signer.sign(outgoing, credentials, scope, at: runtime.signingTime)
        }
        runtime.calls.record(call.action)
        let began = runtime.clock.uptime()
        do throws(HTTPTransport.Failure) {
            let response = try await runtime.transport.send(
                method: request.method,
                url: endpoint.url + request.target,
                headers: outgoing.headers,
                body: outgoing.body,
                deadline: runtime.configuration.requestTimeout
            )
            runtime.configuration.logger.debug(
                "answered",
                metadata: [
                    "action": "\(call.action)", "region": "\(region)", "status": "\(response.status)",
                    "seconds": "\(runtime.clock.uptime() - began)",
                ])
            return (Result { () throws(AWSError) in try response.answer(to: call) }, response)
        } catch {
            runtime.configuration.logger.debug(
                "not answered", metadata: ["action": "\(call.action)", "region": "\(region)", "why": "\(error)"])
            return (.failure(Self.error(error, call.action, endpoint, runtime.configuration.requestTimeout)), nil)
        }
    }

    /// Waits before anything is sent. Whole lines wait for AWS's limits, minutes at a time, so a stop has to end it. A bucket fills
    /// with time alone: there is no event to wait for instead of a sleep.
    private func waitForTurn(_ delay: Duration, _ action: AWSAction) async throws(AWSError) {
        guard delay > .zero, let permit = Self.permit else { return try await wait(delay, action) }
        let clock = runtime.clock
        do {
            try await permit.wait { try await clock.sleep(delay) }
        } catch {
            throw Self.cancelled(action)
        }
    }

    private func wait(_ delay: Duration, _ action: AWSAction) async throws(AWSError) {
        do {
            try Task.checkCancellation()
            if delay > .zero { try await runtime.clock.sleep(delay) }
        } catch {
            throw Self.cancelled(action)
        }
    }

    private static func cancelled(_ action: AWSAction) -> AWSError {
        AWSError(code: AWSError.Codes.cancelled, action: action, message: "the call was cancelled")
    }

    private static func error(
        _ failure: HTTPTransport.Failure,
        _ action: AWSAction,
        _ endpoint: Endpoint,
        _ timeout: Duration
    ) -> AWSError {
        switch failure {
        case .cancelled: return cancelled(action)
        case .timeout:
            return AWSError(
                code: AWSError.Codes.timeout,
                action: action,
                message: "\(endpoint.url) did not answer in time; check that it can be reached from here"
            )
        case .connection(let reason):
            return AWSError(
                code: AWSError.Codes.connectionFailed,
                action: action,
                message: "cannot talk to \(endpoint.url): \(reason); check the network, the region and AWS_ENDPOINT_URL"
            )
        case .tooLarge:
            return AWSError(
                code: AWSError.Codes.unparsableResponse,
                action: action,
                message: "the answer of \(endpoint.url) is larger than any AWS answer"
            )
        }
    }
}

extension AWSError {
    /// Whether the local clock may be the reason that the signature was refused.
    fileprivate var mayComeFromClock: Bool {
        [
            "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture", "InvalidSignatureException",
            "SignatureDoesNotMatch", "AuthFailure",
        ].contains(code)
    }
}
