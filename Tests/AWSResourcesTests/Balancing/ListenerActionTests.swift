import Model
import Testing

@testable import AWSResources

@Suite("What a listener does")
struct ListenerActionTests {
    private typealias Wire = ListenerAction.Description
    private let group = "arn:aws:elasticloadbalancing:r:1:targetgroup/a/1"

    private func forward(_ groups: [(String, Int?)], sticky: Bool? = nil, plain: String? = nil) -> Wire {
        Wire(
            type: "forward", targetGroupArn: plain,
            forwardConfig: Wire.Forward(
                targetGroups: groups.map { Wire.WeightedGroup(targetGroupArn: $0.0, weight: $0.1) },
                targetGroupStickinessConfig: sticky.map { Wire.Stickiness(enabled: $0) }))
    }

    @Test("is the same forward in each of AWS's forms")
    func forwardForms() {
        let expected = ListenerAction.forward(.known(group))
        #expect(ListenerAction([Wire(type: "forward", targetGroupArn: group)]) == expected)
        #expect(ListenerAction([forward([(group, 1)], plain: group)]) == expected)
        #expect(ListenerAction([forward([(group, 100)], sticky: false)]) == expected)
    }

    @Test("is no plain forward when it is weighted, sticky, or one of several actions")
    func otherForwards() {
        let others = [
            ListenerAction([forward([(group, 1), ("arn:b", 2)])]),
            ListenerAction([forward([(group, 1)], sticky: true)]),
            ListenerAction([
                Wire(type: "forward", order: 2, targetGroupArn: group), Wire(type: "authenticate-oidc", order: 1),
            ]),
            ListenerAction([]), ListenerAction(nil),
        ]
        for other in others {
            guard case .other = other else {
                Issue.record("\(other) was taken for a form that can be declared")
                continue
            }
            #expect(other.fieldValue != ListenerAction.forward(.known(group)).fieldValue)
        }
        #expect(others[2] == .other("authenticate-oidc, then forward"))
    }

    @Test("redirects to the request's own host, path and query, spelled out or not")
    func redirects() {
        let expected = ListenerAction.redirect(protocol: "HTTPS", port: "443", statusCode: "HTTP_301")
        let short = Wire.Redirect(protocol: "HTTPS", port: "443", statusCode: "HTTP_301")
        var long = short
        (long.host, long.path, long.query) = ("#{host}", "/#{path}", "#{query}")
        #expect(ListenerAction([Wire(type: "redirect", redirectConfig: short)]) == expected)
        #expect(ListenerAction([Wire(type: "redirect", redirectConfig: long)]) == expected)
        long.host = "elsewhere.example"
        #expect(ListenerAction([Wire(type: "redirect", redirectConfig: long)]) != expected)
    }

    @Test("has AWS's content type and no body unless they are given")
    func fixedResponses() {
        let short = ListenerAction.fixedResponse(statusCode: "404")
        let long = ListenerAction.fixedResponse(statusCode: "404", contentType: "text/plain", messageBody: "")
        #expect(short.fieldValue == long.fieldValue)
        #expect(short.fieldValue != ListenerAction.fixedResponse(statusCode: "404", messageBody: "no").fieldValue)
    }

    @Test("names the target group that it waits for")
    func dependency() {
        #expect(ListenerAction.forward(.arn("dev/acme/TargetGroup")).fieldValue?.addresses == ["dev/acme/TargetGroup"])
    }
}
