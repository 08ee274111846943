import Foundation
import Logging
import Manifests

/// How the log is written to standard error: lines for people, or a JSON object on each line.
public struct LogFormat: Sendable {
    private let format: LogSettings.Format
    private let level: Logger.Level

    public init(_ settings: LogSettings) {
        format = settings.format
        level = Logger.Level(rawValue: settings.level.rawValue) ?? .info
    }

    /// The handler of one label's logger.
    public func handler(_ label: String) -> any LogHandler {
        switch format {
        case .text:
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        case .json: return JSONLogHandler(label: label, level: level)
        }
    }
}

/// Writes each message as a JSON object on a line of its own: `time`, `level`, `logger`, `message`, and the metadata.
struct JSONLogHandler: LogHandler {
    let label: String
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    init(label: String, level: Logger.Level) {
        self.label = label
        logLevel = level
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let own = ["time", "level", "logger", "message"]
        var members = [
            ("time", Date().formatted(.iso8601)), ("level", event.level.rawValue), ("logger", label),
            ("message", event.message.description),
        ]
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            members.append((own.contains(key) ? "_\(key)" : key, "\(value)"))
        }
        let line = "{" + members.map { "\(Self.quoted($0)):\(Self.quoted($1))" }.joined(separator: ",") + "}\n"
        // One write, so that lines of several threads do not mix.
        FileHandle.standardError.write(Data(line.utf8))
    }

    private static func quoted(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        guard let data = try? encoder.encode(text) else { return "\"\"" }
        return String(decoding: data, as: UTF8.self)
    }
}
