import Model

/// A message in the form of Slack's incoming webhooks (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/).
struct SlackMessage: Encodable {
    /// What notifications of the chat show, and programs that know no blocks.
    var text: String
    var blocks: [Block]

    struct Block: Encodable {
        var type: String
        var text: Text?
        var elements: [Text]?
    }

    struct Text: Encodable {
        var type = "mrkdwn"
        var text: String
    }

    /// - Parameter page: the environment's page, when people can reach it.
    init(_ event: ControllerEvent, isRecovery: Bool, page: String?) {
        let place = event.environment.map { "\($0): " } ?? ""
        let word = isRecovery ? "recovered" : event.severity.rawValue
        text = Self.cut(Self.escaped("[\(word)] \(place)\(event.message)"), 1000)
        let mark =
            isRecovery || event.severity == .info
            ? ":white_check_mark:" : event.severity == .error ? ":x:" : ":warning:"
        let title = "\(mark) *\(Self.escaped(place + event.reason))*" + (isRecovery ? " (recovered)" : "")
        // A section takes 3000 characters (https://docs.slack.dev/reference/block-kit/blocks/section-block).
        blocks = [
            Block(
                type: "section", text: Text(text: title + "\n" + Self.cut(Self.escaped(event.message), 2500)),
                elements: nil)
        ]
        var details: [String] = []
        if let revision = event.revision { details.append("`\(Self.escaped(revision.short))`") }
        if let address = event.address { details.append("`\(Self.escaped(address.path))`") }
        if let page { details.append("<\(page)|Plumbline>") }
        if !details.isEmpty {
            blocks.append(
                Block(type: "context", text: nil, elements: [Text(text: details.joined(separator: "  "))]))
        }
    }

    /// https://docs.slack.dev/messaging/formatting-message-text/#escaping
    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    private static func cut(_ text: String, _ length: Int) -> String {
        text.count > length ? text.prefix(length - 1) + "…" : text
    }
}
