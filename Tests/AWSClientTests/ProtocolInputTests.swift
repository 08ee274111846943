import Testing

@testable import AWSClient

@Suite("AWS's published request suites")
struct ProtocolInputTests {
    /// Cases of the suites that do not apply, and why.
    static let leftOut = [
        "AwsJson11EndpointTrait": "host prefixes: no operation in the table has one",
        "AwsJson11EndpointTraitWithHostLabel": "host prefixes: no operation in the table has one",
        "AwsQueryEndpointTrait": "host prefixes: no operation in the table has one",
        "AwsQueryEndpointTraitWithHostLabel": "host prefixes: no operation in the table has one",
        "Ec2QueryEndpointTrait": "host prefixes: no operation in the table has one",
        "Ec2QueryEndpointTraitWithHostLabel": "host prefixes: no operation in the table has one",
        "AwsJson10EndpointTrait": "host prefixes: no operation in the table has one",
        "AwsJson10EndpointTraitWithHostLabel": "host prefixes: no operation in the table has one",
        "AwsJson11HostWithPath": "the host is the endpoint's affair: see EndpointTests",
        "AwsJson10HostWithPath": "the host is the endpoint's affair: see EndpointTests",
        "QueryHostWithPath": "the host is the endpoint's affair: see EndpointTests",
        "Ec2QueryHostWithPath": "the host is the endpoint's affair: see EndpointTests",
        "SDKAppliedContentEncoding_awsJson1_1": "request compression: no operation in the table has it",
        "SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_1":
            "request compression: no operation in the table has it",
        "SDKAppliedContentEncoding_awsJson1_0": "request compression: no operation in the table has it",
        "SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_0":
            "request compression: no operation in the table has it",
        "SDKAppliedContentEncoding_awsQuery": "request compression: no operation in the table has it",
        "SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsQuery":
            "request compression: no operation in the table has it",
        "RestXmlEndpointTrait": "host prefixes: no operation in the table has one",
        "RestXmlEndpointTraitWithHostLabelAndHttpBinding": "host prefixes: no operation in the table has one",
        "RestXmlEndpointTraitWithHostLabel": "host prefixes: no operation in the table has one",
        "RestXmlHostWithPath": "the host is the endpoint's affair: see EndpointTests",
        "SDKAppliedContentEncoding_restXml": "request compression: no operation in the table has it",
        "SDKAppendedGzipAfterProvidedEncoding_restXml": "request compression: no operation in the table has it",
        // botocore, whose models these are, leaves them out for the same reason.
        "HttpPayloadWithXmlName": "the model does not tell the name of a member from that of its element",
        "HttpPayloadWithXmlNamespace": "the model does not tell the name of a member from that of its element",
        "HttpPayloadWithXmlNamespaceAndPrefix": "the model does not tell the name of a member from that of its element",
        "RestXmlHttpPayloadWithUnion": "the model does not tell the name of a member from that of its element",
        "XmlAttributesOnPayload": "the model does not tell the name of a member from that of its element",
        "SDKAppliedContentEncoding_ec2Query": "request compression: no operation in the table has it",
        "SDKAppendsGzipAndIgnoresHttpProvidedEncoding_ec2Query":
            "request compression: no operation in the table has it",
    ]

    @Test(
        "every request is written as the suite expects",
        arguments: [("query", 25), ("ec2", 20), ("json", 40), ("json_1_0", 12), ("rest-xml", 84)]
    )
    func requests(suite: String, atLeast: Int) throws {
        var ran = 0
        for model in try PublishedSuite.json("unit/protocols/input/\(suite).json").arrayValue ?? [] {
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
        let params = test["params"] ?? .object([:])
        var call = WireCall(
            action: AWSAction(service: "suite", operation: operation.name),
            table: table,
            operation: operation,
            input: operation.input == nil ? .record([]) : WireValue(suite: params, operation.input, table)
        )
        call.fillTokens { "00000000-0000-4000-8000-000000000000" }
        let request = try call.serialized()
        let expected = try #require(test["serialized"])
        let body = String(decoding: request.body, as: UTF8.self)
        if let text = expected["body"]?.stringValue {
            if table.wireProtocol == .json {
                #expect(try JSONValue(parsing: body) == JSONValue(parsing: text), "\(id)")
            } else if text.contains("<") {
                let (written, wanted) = try (XMLParser.parse(request.body), XMLParser.parse(Array(text.utf8)))
                #expect(written.comparable == wanted.comparable, "\(id)")
            } else if table.wireProtocol == .restXML {
                #expect(body == text, "\(id)")
            } else {
                #expect(body.split(separator: "&").sorted() == text.split(separator: "&").sorted(), "\(id)")
            }
        }
        if table.wireProtocol == .restXML {
            #expect(request.method == expected["method"]?.stringValue, "\(id)")
            #expect(request.target == expected["uri"]?.stringValue, "\(id)")
            for name in expected["forbidHeaders"]?.arrayValue ?? [] {
                #expect(!request.headers.contains { $0.name == name.stringValue }, "\(id) \(name)")
            }
        }
        for (name, value) in expected["headers"]?.objectValue ?? JSONObject() {
            let header = request.headers.first { $0.name.lowercased() == name.lowercased() }?.value
            // The form's character set is told, which the suite leaves open.
            let told = header.map { $0.split(separator: ";").first.map(String.init) ?? "" }
            #expect(told == value.stringValue, "\(id) \(name)")
        }
    }
}
