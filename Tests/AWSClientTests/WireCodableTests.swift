import Foundation
import Testing

@testable import AWSClient

@Suite("Structs on the wire")
struct WireCodableTests {
    struct Sample: Codable, Equatable {
        enum Mode: String, Codable { case fast, slow }
        struct Inner: Codable, Equatable { var dbName: String? }
        var vpcId: String
        var big: Int64?
        var ratio: Double?
        var at: Date?
        var data: Data?
        var mode: Mode?
        var inner: [Inner]?
        var map: [String: String]?
        var flag: Bool?
    }

    @Test("a struct goes out and comes back whole, 64-bit integers too")
    func roundTrip() throws {
        let sample = Sample(
            vpcId: "vpc-1",
            big: .max,
            ratio: 0.5,
            at: Date(timeIntervalSince1970: 12.5),
            data: Data([1, 2]),
            mode: .slow,
            inner: [.init(dbName: "x"), .init()],
            map: ["Key": "v"],
            flag: true
        )
        #expect(try WireDecoder.decode(Sample.self, from: WireEncoder.encode(sample)) == sample)
    }

    @Test("nil is not sent")
    func absent() throws {
        let value = try WireEncoder.encode(Sample(vpcId: "v"))
        #expect(value == .record([WireField(name: "vpcId", value: .string("v"))]))
    }

    @Test("members are found ignoring case, unknown ones ignored, null is absent")
    func leniency() throws {
        let value = WireValue.record([
            WireField(name: "vpcid", value: .string("v")),
            WireField(name: "unknown", value: .list([.int(1)])),
            WireField(name: "flag", value: .null),
            WireField(name: "inner", value: .list([.record([WireField(name: "dbname", value: .string("d"))])])),
        ])
        let sample = try WireDecoder.decode(Sample.self, from: value)
        #expect(sample == Sample(vpcId: "v", inner: [.init(dbName: "d")]))
    }

    @Test("an answer without a needed member is an error that names it, never an empty value")
    func missing() {
        let answer = WireAnswer(value: .record([]), requestID: "r")
        let error = #expect(throws: AWSError.self) { try answer.decoded(as: Sample.self, of: "ec2:DescribeVpcs") }
        #expect(error?.code == "UnparsableResponse")
        #expect(error?.message.contains("vpcId") == true)
        #expect(error?.requestID == "r")
    }
}
