import Testing

@testable import AWSClient

@Suite("AWS's published response suites")
struct ProtocolOutputTests {
    /// Cases of the suites that do not apply, and why.
    static let leftOut: [String: String] = [:]

    @Test(
        "every response is read as the suite expects",
        arguments: [("query", 35), ("ec2", 25), ("json", 50), ("json_1_0", 25), ("rest-xml", 78)]
    )
    func responses(suite: String, atLeast: Int) throws {
        var ran = 0
        for model in try PublishedSuite.json("unit/protocols/output/\(suite).json").arrayValue ?? [] {
            for test in model["cases"]?.arrayValue ?? [] {
                let id = test["id"]?.stringValue ?? ""
                guard Self.leftOut[id] == nil else { continue }
                let given = try #require(test["given"])
                try Self.check(id, test, ServiceTable(model: model, operation: given))
                ran += 1
            }
        }
        #expect(ran >= atLeast, "only \(ran) cases ran")
    }

    private static func check(_ id: String, _ test: JSONValue, _ table: ServiceTable) throws {
        let operation = try #require(table.operations.values.first)
        let action = AWSAction(service: "suite", operation: operation.name)
        let call = WireCall(action: action, table: table, operation: operation, input: .record([]))
        var headers: [String: String] = [:]
        for (name, value) in test["response"]?["headers"]?.objectValue ?? JSONObject() {
            headers[name.lowercased()] = value.stringValue
        }
        let response = WireResponse(
            status: Int(test["response"]?["status_code"]?.intValue ?? 0),
            headers: headers,
            body: Array((test["response"]?["body"]?.stringValue ?? "").utf8)
        )
        if test["error"] == nil {
            let expected = WireValue(suite: test["result"] ?? .object([:]), operation.output, table)
            let answer = try response.answer(to: call)
            #expect(answer.value.comparable == expected.comparable, "\(id)")
        } else {
            // Of an error its code and message are read; AWSError carries no other members.
            let error = #expect(throws: AWSError.self, "\(id)") { try response.answer(to: call) }
            let code = test["errorCode"]?.stringValue ?? ""
            if !code.isEmpty { #expect(error?.code == code, "\(id)") }
            if let message = test["errorMessage"]?.stringValue { #expect(error?.message == message, "\(id)") }
        }
    }
}
