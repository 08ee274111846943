/// Keeps the credentials of one identity and loads new ones before they end.
///
/// However many calls ask at once, one load runs. Credentials are renewed five minutes before their end; when that fails
/// they serve on until they end.
actor CredentialProvider {
    private enum State {
        case empty
        case loading(Task<Result<Credentials, AWSError>, Never>, old: Credentials?)
        case loaded(Credentials)
    }

    /// How long before the end new credentials are loaded, in seconds.
    static let renewalMargin = 300.0

    private var state = State.empty
    private let clock: ClientClock
    private let load: @Sendable () async throws(AWSError) -> Credentials

    init(clock: ClientClock, load: @escaping @Sendable () async throws(AWSError) -> Credentials) {
        self.clock = clock
        self.load = load
    }

    /// Credentials that are valid now. Throws what the source throws, as an error of the action that needs them.
    func current(for action: AWSAction) async throws(AWSError) -> Credentials {
        switch state {
        case .loaded(let credentials) where remaining(credentials) > Self.renewalMargin: return credentials
        case .loaded(let credentials): return try await start(old: credentials, action)
        case .loading(let task, let old): return try finish(await task.value, old: old, action)
        case .empty: return try await start(old: nil, action)
        }
    }

    /// Forgets credentials that AWS called expired. False when there is no way to get others.
    func discard(_ credentials: Credentials) -> Bool {
        if case .loaded(credentials) = state { state = .empty }
        return credentials.expiration != nil
    }

    private func remaining(_ credentials: Credentials) -> Double {
        credentials.expiration.map { $0 - clock.now() } ?? .infinity
    }

    private func start(old: Credentials?, _ action: AWSAction) async throws(AWSError) -> Credentials {
        let load = load
        // A task of its own, because the first caller's cancellation must not take the others' credentials away.
        let task = Task { await Result { () async throws(AWSError) in try await load() } }
        state = .loading(task, old: old)
        let result = await task.value
        if case .loading(task, _) = state {
            switch result {
            case .success(let credentials): state = .loaded(credentials)
            case .failure: state = old.map(State.loaded) ?? .empty
            }
        }
        return try finish(result, old: old, action)
    }

    private func finish(
        _ result: Result<Credentials, AWSError>,
        old: Credentials?,
        _ action: AWSAction
    ) throws(AWSError) -> Credentials {
        switch result {
        case .success(let credentials): return credentials
        case .failure(let error):
            if let old, remaining(old) > 0 { return old }
            throw error.code == AWSError.Codes.noCredentials ? error.during(action) : error
        }
    }
}

extension AWSError {
    /// The same error told of the action that met it.
    func during(_ action: AWSAction) -> AWSError {
        AWSError(code: code, action: action, message: message, requestID: requestID, httpStatus: httpStatus)
    }
}

extension Result where Failure == AWSError {
    init(catching body: () async throws(AWSError) -> Success) async {
        do throws(AWSError) {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }
}
