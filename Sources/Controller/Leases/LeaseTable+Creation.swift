import AWSClient
import AWSResources
import Model

extension LeaseTable {
    /// What making the table came to.
    public enum Creation: Sendable, Hashable {
        case made
        case wasThere
    }

    /// Makes the table: paid by request, with a time to live for leases that nobody takes any more, and tags; waits until
    /// it can be used. Safe to repeat: what is missing is added, and a table of another form is refused.
    /// - Parameter patience: how long AWS may take.
    public func create(
        tags: [String: String] = [:], patience: Duration = .seconds(300)
    ) async throws(LeaseError) -> Creation {
        let tags = tags.merging(["plumbline:purpose": "leases"]) { given, _ in given }
            .sorted { $0.key < $1.key }.map { DynamoDBTag(key: $0.key, value: $0.value) }
        let isNew = try await createdNow(tags)
        let table = try await active(patience)
        guard Set(table.keySchema ?? []) == Set(Self.keySchema) else {
            throw LeaseError(
                .table,
                "there is a table \(name) in \(client.region), but it is no lease table; name another in `leases.table`"
            )
        }
        if !isNew, let arn = table.tableArn { try await send(TagDynamoDBResource(resourceArn: arn, tags: tags)) }
        try await setTimeToLive()
        return isNew ? .made : .wasThere
    }

    /// The permissions on the table, for the credentials that Plumbline starts with, whose account is not known here.
    /// - Parameter creating: with those that `serve --create-lease-table` needs.
    public static func permissions(table: String, region: String, creating: Bool) -> PermissionPolicy {
        let using: Set<AWSAction> = [
            QueryItems.action, PutDynamoDBItem.action, UpdateDynamoDBItem.action, DeleteDynamoDBItem.action,
        ]
        let making: Set<AWSAction> = [
            CreateDynamoDBTable.action, DescribeDynamoDBTable.action, DescribeTimeToLive.action,
            UpdateTimeToLive.action, TagDynamoDBResource.action,
        ]
        let place = PermissionPlace(
            partition: AccountScope(account: "*", region: region).partition, account: "*", region: region)
        return PermissionPolicy(
            [
                PermissionGrant(
                    creating ? using.union(making) : using,
                    on: ["arn:{partition}:dynamodb:{region}:{account}:table/\(table)"])
            ], in: place)
    }

    private static let keySchema = [
        CreateDynamoDBTable.Key(attributeName: "installation", keyType: "HASH"),
        CreateDynamoDBTable.Key(attributeName: "entry", keyType: "RANGE"),
    ]

    /// False when there is a table of the name already.
    private func createdNow(_ tags: [DynamoDBTag]) async throws(LeaseError) -> Bool {
        let request = CreateDynamoDBTable(
            tableName: name,
            attributeDefinitions: Self.keySchema.map { .init(attributeName: $0.attributeName, attributeType: "S") },
            keySchema: Self.keySchema, billingMode: "PAY_PER_REQUEST", tags: tags)
        do throws(AWSError) {
            _ = try await client.send(request)
            return true
        } catch {
            guard error.code == "ResourceInUseException" else { throw LeaseError(error) }
            return false
        }
    }

    private func active(_ patience: Duration) async throws(LeaseError) -> DescribeDynamoDBTable.Table {
        let end = ContinuousClock.now + patience
        var pause = Duration.milliseconds(200)
        while true {
            var status = "not there yet"
            do throws(AWSError) {
                if let table = try await client.send(DescribeDynamoDBTable(tableName: name)).table {
                    status = table.tableStatus ?? status
                    if status == "ACTIVE" || status == "UPDATING" { return table }
                }
            } catch {
                // DescribeTable is eventually consistent: right after the making it may not know the table.
                guard error.code == "ResourceNotFoundException" else { throw LeaseError(error) }
            }
            guard ContinuousClock.now + pause < end else {
                throw LeaseError(
                    .table, "the table \(name) is \(status) after \(patience); run the command again later")
            }
            do { try await Task.sleep(for: pause) } catch {
                throw LeaseError(.table, "stopped before the table \(name) was ready; run the command again")
            }
            pause = min(pause * 2, .seconds(5))
        }
    }

    private func setTimeToLive() async throws(LeaseError) {
        let found = try await send(DescribeTimeToLive(tableName: name)).timeToLiveDescription
        guard found?.timeToLiveStatus != "ENABLED", found?.timeToLiveStatus != "ENABLING" else { return }
        try await send(
            UpdateTimeToLive(
                tableName: name, timeToLiveSpecification: .init(enabled: true, attributeName: "expires")))
    }

    @discardableResult
    private func send<R: AWSRequest>(_ request: R) async throws(LeaseError) -> R.Response {
        do throws(AWSError) {
            return try await client.send(request)
        } catch {
            throw LeaseError(error)
        }
    }
}
