import Foundation
import Testing

@testable import AWSClient

/// What comes in the place of AWS's answers, from a proxy that lies or a service that has gone mad.
@Suite("Hostile answers", .timeLimit(.minutes(2)))
struct HostileAnswerTests {
    private typealias ListClusters = AWSClientCallTests.ListClusters

    private func error(
        to reply: LoopbackServer.Reply, change: (inout AWSConfiguration) -> Void = { _ in }
    ) async throws -> AWSError? {
        let server = try LoopbackServer { _, _ in reply }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        let error = await #expect(throws: AWSError.self) { try await client.send(ListClusters()) }
        await client.shutdown()
        return error
    }

    @Test("an answer that announces a gigabyte is refused before it comes")
    func announced() async throws {
        let error = try await error(to: .announced(1 << 30))
        #expect(error?.code == "UnparsableResponse")
        #expect(error?.message.hasSuffix("is larger than any AWS answer") == true)
    }

    @Test("an answer without an end is refused at the limit")
    func endless() async throws {
        let error = try await error(to: .endless)
        #expect(error?.code == "UnparsableResponse")
        #expect(error?.message.hasSuffix("is larger than any AWS answer") == true)
    }

    @Test("a list whose pages never end is an error, and no short list")
    func endlessPages() async throws {
        let server = try LoopbackServer { _, index in .http(200, #"{"clusterArns":[],"nextToken":"\#(index)"}"#) }
        defer { server.stop() }
        var configuration = try AWSClient.loopback(server.url, clock: FakeClock().clock).runtime.configuration
        configuration.maximumPages = 20
        let client = try AWSClient(configuration: configuration, clock: FakeClock().clock)
        let error = await #expect(throws: AWSError.self) { try await client.pages(ListClusters()) }
        #expect(error?.code == "IncompletePages")
        #expect(error?.message == "the list has no end after 20 pages")
        #expect(server.requests.count == 20)
        await client.shutdown()
    }

    @Test(
        "a wait that is no number is no wait, and none is longer than five minutes",
        arguments: [
            ("nan", nil), ("-nan", nil), ("soon", nil), ("inf", Duration.seconds(300)), ("1e300", .seconds(300)),
            ("-inf", .zero), ("1.5", .milliseconds(1500)),
        ])
    func retryAfter(text: String, wait: Duration?) {
        let response = WireResponse(status: 503, headers: ["retry-after": text], body: [])
        #expect(response.retryAfter == wait)
    }

    @Test("an answer with such a wait is tried again")
    func retryAfterOnTheWire() async throws {
        let server = try LoopbackServer { _, index in
            index == 0 ? .http(503, "", headers: ["Retry-After": "nan"]) : .http(200, #"{"clusterArns":["a"]}"#)
        }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        #expect(try await client.send(ListClusters()).clusterArns == ["a"])
        await client.shutdown()
    }

    @Test(
        "a time that no calendar has is none",
        arguments: [
            "9223372036854775807-01-01T00:00:00Z", "-9223372036854775808-01-01T00:00:00Z", "10000-01-01T00:00:00Z",
            "1e300",
            "-1e300", "inf", "nan", "Tue, 29 Apr 9223372036854775807 18:30:38 GMT", "2026-11-26T00:00:00+1e308:00",
        ])
    func times(text: String) throws {
        #expect(WireTimestamp.seconds(text) == nil)
        // A server's clock is believed when a signature is refused for its time.
        #expect(WireResponse(status: 403, headers: ["date": text], body: []).date == nil)
    }

    @Test("times as numbers are held to the same years", arguments: ["1e300", "-9223372036854775808", "253402300800"])
    func numericTimes(text: String) throws {
        let (table, operation) = try ServiceTable.operation(of: "ecs:DescribeServices")
        let body = Array(#"{"services":[{"createdAt":\#(text)}]}"#.utf8)
        let error = #expect(throws: WireProblem.self) { try JSONResponseReader.read(body, operation, table) }
        #expect(error?.description == "DescribeServices.services[].createdAt is no timestamp")
    }

    @Test("a far date does not become the clock that requests are signed by")
    func farDate() async throws {
        let refusal = #"{"__type":"RequestTimeTooSkewed","message":"skewed"}"#
        let server = try LoopbackServer { _, _ in .http(403, refusal, headers: ["Date": "1e300"]) }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        for _ in 0..<2 {
            let error = await #expect(throws: AWSError.self) { try await client.send(ListClusters()) }
            #expect(error?.code == "RequestTimeTooSkewed")
        }
        await client.shutdown()
    }

    @Test("of an error's words no more is kept than a person reads")
    func longWords() async throws {
        let long = String(repeating: "m", count: 1 << 20)
        let error = try await error(to: .http(400, #"{"__type":"\#(long)","message":"\#(long)"}"#))
        #expect(error?.code.count == 129)
        #expect(error?.message.count == 2001)
        let marks = try await self.error(
            to: .http(400, #"{"__type":"X","message":"a\#(String(repeating: "\u{301}", count: 1 << 20))"}"#))
        #expect(marks?.message.unicodeScalars.count == 2001)
    }

    @Test("a long key does not become part of every value below it")
    func longKey() throws {
        let (table, operation) = try ServiceTable.operation(of: "codebuild:BatchGetProjects")
        let key = String(repeating: "k", count: 1 << 20)
        let items = Array(repeating: #"{"name":"x"}"#, count: 20_000).joined(separator: ",")
        let body = Array(#"{"\#(key)":0,"projects":[\#(items)]}"#.utf8)
        let time = ContinuousClock().measure {
            #expect(throws: Never.self) { try JSONResponseReader.read(body, operation, table) }
        }
        #expect(time < .seconds(20))
        let twice = #expect(throws: JSONError.self) { try JSONValue(parsing: #"{"\#(key)":0,"\#(key)":1}"#) }
        #expect(twice?.message.count == 65 + "the key  stands twice".count)
    }

    @Test("more values or elements than any answer has are refused")
    func count() throws {
        let values = "[" + Array(repeating: "0", count: 1000).joined(separator: ",") + "]"
        let limits = JSONLimits(depth: 8, bytes: 1 << 20, values: 1000)
        let json = #expect(throws: JSONError.self) { try JSONValue(parsing: values, limits: limits) }
        #expect(json?.message == "the document has more than 1000 values")
        #expect(throws: Never.self) { try JSONValue(parsing: values) }
        let elements = Array(("<a b='1'>" + String(repeating: "<c/>", count: 999) + "</a>").utf8)
        let xml = #expect(throws: XMLError.self) { try XMLParser.parse(elements, upTo: 1000) }
        #expect(xml?.message == "more than 1000 elements and attributes")
        #expect(throws: Never.self) { try XMLParser.parse(elements) }
    }

    @Test("a hundred thousand levels are refused", arguments: ["[", #"{"a":"#, "<a>"])
    func depth(opening: String) {
        let text = Array(String(repeating: opening, count: 100_000).utf8)
        if opening == "<a>" {
            let error = #expect(throws: XMLError.self) { try XMLParser.parse(text) }
            #expect(error?.message == "nested deeper than 128 elements")
        } else {
            let error = #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
            #expect(error?.message == "nested deeper than 128 levels")
        }
    }

    @Test("a billion laughs in XML are refused at the first line, whatever asks for it")
    func laughs() async throws {
        var text = #"<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a0 "ha">"#
        for level in 1...30 {
            let ten = String(repeating: "&a\(level - 1);", count: 10)
            text += "<!ENTITY a\(level) \"\(ten)\">"
        }
        text += "]><DescribeVpcsResponse>&a30;</DescribeVpcsResponse>"
        let server = try LoopbackServer { [text] _, _ in .http(200, text) }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        let error = await #expect(throws: AWSError.self) { try await client.send(AWSClientCallTests.DescribeVpcs()) }
        #expect(error?.message.contains("a document type declaration is not allowed") == true)
        await client.shutdown()
    }
}
