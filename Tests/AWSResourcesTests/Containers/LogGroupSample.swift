import AWSClient
import AWSResources

struct LogGroupSample: KindSample {
    let kind = LogGroup()
    let createAction = "CreateLogGroup"

    func attributes(on bench: Bench) async throws -> LogGroup.Attributes {
        LogGroup.Attributes(logGroupName: "x-dev-acme-logs", retentionInDays: 30)
    }

    let outsideChanges: [OutsideChange<LogGroup>] = [
        .edit("retentionInDays") { attributes, _ in attributes.retentionInDays = 7 },
        .call("retentionInDays") { bench, observed in
            _ = try await bench.client.send(DeleteRetentionPolicy(logGroupName: observed.identifier))
        },
    ]
}

private struct DeleteRetentionPolicy: AWSRequest {
    static let action: AWSAction = "logs:DeleteRetentionPolicy"
    var logGroupName: String
    typealias Response = EmptyResponse
}
