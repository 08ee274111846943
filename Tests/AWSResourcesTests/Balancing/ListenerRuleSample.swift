import AWSResources
import Model

struct ListenerRuleSample: KindSample {
    let kind = ListenerRule()
    let createAction = "CreateRule"

    func attributes(on bench: Bench) async throws -> ListenerRule.Attributes {
        ListenerRule.Attributes(
            listener: .known(try await bench.listener()), priority: 5, pathPatterns: ["/api2", "/api2/*"],
            action: .forward(.known(try await bench.targetGroup())))
    }

    var outsideChanges: [OutsideChange<ListenerRule>] {
        [
            .edit("priority") { attributes, _ in attributes.priority = 7 },
            .edit("pathPatterns") { attributes, _ in attributes.pathPatterns = ["/elsewhere"] },
            .edit("action") { attributes, _ in
                attributes.action = .fixedResponse(statusCode: "404", contentType: "text/html", messageBody: "gone")
            },
        ]
    }
}
