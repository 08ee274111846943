import Foundation
import Yams

extension ControllerClaim {
    func yaml() throws -> [UInt8] {
        try YAMLText.serialize(
            YAMLText.map([
                ("apiVersion", YAMLText.word("plumbline.dev/v1")),
                ("kind", YAMLText.word(Self.kind)),
                ("installation", YAMLText.text(installation)),
                ("holder", Self.node(holder)),
                ("seen", YAMLText.word(seen.formatted(.iso8601))),
                ("answersWithin", YAMLText.word(String(answersWithin))),
                ("released", isReleased ? YAMLText.word("true") : nil),
                (
                    "question",
                    question.map { YAMLText.map([("id", YAMLText.text($0.id)), ("by", Self.node($0.by))]) }
                ),
                ("answer", answer.map(YAMLText.text)),
            ]))
    }

    private static func node(_ controller: Controller) -> Node {
        YAMLText.map([("id", YAMLText.text(controller.id)), ("replica", YAMLText.text(controller.replica))])
    }

    /// nil when the text is no claim.
    init?(yaml bytes: [UInt8]) {
        guard let node = try? YAMLText.parse(bytes), node.string("kind") == Self.kind,
            let installation = node.string("installation"), let seen = node.date("seen"),
            let holder = Self.controller(node.mapping?["holder"]),
            let answersWithin = node.string("answersWithin").flatMap({ Int($0) }), (0...86_400).contains(answersWithin)
        else { return nil }
        self.init(holder: holder, installation: installation, seen: seen, answersWithin: answersWithin)
        isReleased = node.string("released") == "true"
        if let asked = node.mapping?["question"], let id = asked.string("id"),
            let by = Self.controller(asked.mapping?["by"])
        {
            question = Question(id: id, by: by)
        }
        answer = node.string("answer")
    }

    private static func controller(_ node: Node?) -> Controller? {
        guard let id = node?.string("id"), let replica = node?.string("replica") else { return nil }
        return Controller(id: id, replica: replica)
    }
}
