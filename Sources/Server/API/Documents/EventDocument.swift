import Foundation
import Model

/// Something that happened: the data of one event of the stream.
struct EventDocument: Codable, Sendable, Hashable {
    var time: Date
    @Nullable var environment: String?
    var severity: String
    var reason: String
    var message: String
    @Nullable var revision: String?
    @Nullable var address: String?

    init(_ event: ControllerEvent) {
        time = event.time
        environment = event.environment
        severity = event.severity.rawValue
        reason = event.reason
        message = event.message
        revision = event.revision?.description
        address = event.address?.path
    }

    static let schema = Schema.object([
        ("time", .time), ("environment", .optional(.string)),
        ("severity", .words(ControllerEvent.Severity.allCases.map(\.rawValue))), ("reason", .string),
        ("message", .string), ("revision", .optional(.string)), ("address", .optional(.string)),
    ])
}
