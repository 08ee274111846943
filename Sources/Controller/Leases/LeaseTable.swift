import AWSClient

/// The DynamoDB table of the leases, as one installation sees it. Every write is conditional, so that each may be
/// repeated and of several writers one wins.
public struct LeaseTable: Sendable {
    let client: AWSClient
    public let name: String
    /// Whose leases: several installations may use one table.
    let installation: String
    /// For one request with all its repetitions.
    let deadline: Duration

    /// - Parameter client: of the table's account and region; best one of its own, so that no other calls hold it up.
    public init(_ client: AWSClient, name: String, installation: String, deadline: Duration = .seconds(5)) {
        self.client = client
        self.name = name
        self.installation = installation
        self.deadline = deadline
    }

    static let leasePrefix = "lease/"
    /// After the leases in the table's order: see `LeaseBook.isFree`.
    static let memberPrefix = "member/"

    /// Everything of the installation, strongly consistent.
    func read() async throws(AWSError) -> LeaseView {
        var view = LeaseView()
        var start: [String: DynamoDBValue]?
        repeat {
            let request = QueryItems(
                tableName: name, keyConditionExpression: "installation = :installation",
                expressionAttributeValues: [":installation": DynamoDBValue(installation)], consistentRead: true,
                exclusiveStartKey: start)
            let page = try await within { () async throws(AWSError) in try await client.send(request) }
            for item in page.items ?? [] { view.add(item) }
            start = page.lastEvaluatedKey.flatMap { $0.isEmpty ? nil : $0 }
        } while start != nil
        return view
    }

    /// Writes the first sign of life of a session.
    func join(_ session: String, _ member: MemberRecord) async throws(AWSError) {
        var item = key(Self.memberPrefix + session)
        item["beat"] = DynamoDBValue(member.beat)
        item["wants"] = DynamoDBValue(member.wants)
        item["replica"] = DynamoDBValue(member.replica)
        item["seen"] = member.seen.map { DynamoDBValue($0) }
        let request = PutDynamoDBItem(tableName: name, item: item)
        _ = try await within { () async throws(AWSError) in try await client.send(request) }
    }

    /// A later sign of life.
    /// - Returns: false when the session has been buried.
    func beat(_ session: String, _ member: MemberRecord) async throws(AWSError) -> Bool {
        var values = [":beat": DynamoDBValue(member.beat), ":wants": DynamoDBValue(member.wants)]
        values[":seen"] = member.seen.map { DynamoDBValue($0) }
        return try await update(
            Self.memberPrefix + session,
            "SET beat = :beat, wants = :wants" + (member.seen == nil ? "" : ", seen = :seen"), when: "beat < :beat",
            values)
    }

    /// Removes a session's member record; with `beat`, only if it has been silent since.
    /// - Returns: false when it gave a sign of life.
    @discardableResult
    func remove(_ session: String, beat: Int? = nil) async throws(AWSError) -> Bool {
        let request = DeleteDynamoDBItem(
            tableName: name, key: key(Self.memberPrefix + session),
            conditionExpression: beat == nil ? nil : "attribute_not_exists(beat) OR beat = :beat",
            expressionAttributeValues: beat.map { [":beat": DynamoDBValue($0)] })
        return try await ifCondition { () async throws(AWSError) in
            _ = try await within { () async throws(AWSError) in try await client.send(request) }
        }
    }

    /// Takes a lease. What somebody asked of the holder before is asked no more: whoever takes it looks anyway.
    /// - Parameters:
    ///   - seen: the fence that the record had; nil when there was none.
    ///   - since: seconds since 1970.
    /// - Returns: false when somebody else was quicker.
    func take(
        _ environment: String, seen: Int?, fence: Int, for session: String, replica: String, since: Int
    ) async throws(AWSError) -> Bool {
        var values = [
            ":fence": DynamoDBValue(fence), ":session": DynamoDBValue(session), ":replica": DynamoDBValue(replica),
            ":since": DynamoDBValue(since),
        ]
        if let seen { values[":seen"] = DynamoDBValue(seen) }
        return try await update(
            Self.leasePrefix + environment,
            "SET fence = :fence, holder = :session, replica = :replica, since = :since REMOVE expires, mark, asker",
            when: seen == nil ? "attribute_not_exists(fence)" : "fence = :seen", values)
    }

    /// Gives a lease back. The record stays for the fence, until the table's time to live takes it away.
    /// - Parameter expires: seconds since 1970.
    func release(_ environment: String, of session: String, expires: Int) async throws(AWSError) {
        _ = try await update(
            Self.leasePrefix + environment, "SET expires = :expires REMOVE holder, replica, since",
            when: "holder = :session",
            [":expires": DynamoDBValue(expires), ":session": DynamoDBValue(session)])
    }

    /// Leaves a mark for whoever holds a lease. One that was never taken needs none.
    /// - Parameter mark: each time another one.
    func ask(_ environment: String, mark: String, by person: String) async throws(AWSError) {
        _ = try await update(
            Self.leasePrefix + environment, "SET mark = :mark, asker = :asker", when: "attribute_exists(fence)",
            [":mark": DynamoDBValue(mark), ":asker": DynamoDBValue(person)])
    }

    /// Removes a mark that was heard.
    /// - Returns: false when there is another one by now.
    func clear(_ environment: String, mark: String) async throws(AWSError) -> Bool {
        try await update(
            Self.leasePrefix + environment, "REMOVE mark, asker", when: "mark = :mark",
            [":mark": DynamoDBValue(mark)])
    }

    private func key(_ entry: String) -> [String: DynamoDBValue] {
        ["installation": DynamoDBValue(installation), "entry": DynamoDBValue(entry)]
    }

    private func update(
        _ entry: String, _ change: String, when condition: String, _ values: [String: DynamoDBValue]
    ) async throws(AWSError) -> Bool {
        let request = UpdateDynamoDBItem(
            tableName: name, key: key(entry), updateExpression: change, conditionExpression: condition,
            expressionAttributeValues: values)
        return try await ifCondition { () async throws(AWSError) in
            _ = try await within { () async throws(AWSError) in try await client.send(request) }
        }
    }

    /// Whether the condition of a write held.
    private func ifCondition(_ write: () async throws(AWSError) -> Void) async throws(AWSError) -> Bool {
        do {
            try await write()
            return true
        } catch  where error.code == "ConditionalCheckFailedException" {
            return false
        }
    }

    /// Bounds a request with its repetitions: a lease that cannot be renewed in time is better known as lost.
    private func within<Answer: Sendable>(
        _ send: @escaping @Sendable () async throws(AWSError) -> Answer
    ) async throws(AWSError) -> Answer {
        let deadline = deadline
        let result = await withTaskGroup(of: Result<Answer, AWSError>?.self) { group in
            group.addTask {
                do throws(AWSError) { return .success(try await send()) } catch { return .failure(error) }
            }
            group.addTask {
                try? await Task.sleep(for: deadline)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        guard let result else {
            throw AWSError(
                code: "Timeout", action: "dynamodb:UpdateItem",
                message: "the lease table \(name) did not answer within \(deadline)")
        }
        return try result.get()
    }
}

extension LeaseView {
    /// Adds one item of the table; what is not ours to read is passed over.
    fileprivate mutating func add(_ item: [String: DynamoDBValue]) {
        guard let entry = item["entry"]?.text else { return }
        if entry.hasPrefix(LeaseTable.leasePrefix), let fence = item["fence"]?.number {
            leases[String(entry.dropFirst(LeaseTable.leasePrefix.count))] = LeaseRecord(
                fence: fence, holder: item["holder"]?.text, replica: item["replica"]?.text,
                since: item["since"]?.number, mark: item["mark"]?.text, asker: item["asker"]?.text)
        } else if entry.hasPrefix(LeaseTable.memberPrefix), let beat = item["beat"]?.number {
            members[String(entry.dropFirst(LeaseTable.memberPrefix.count))] = MemberRecord(
                beat: beat, wants: item["wants"]?.number ?? 0, replica: item["replica"]?.text ?? "",
                seen: item["seen"]?.text)
        }
    }
}
