import Foundation
import Testing

@testable import AWSClient

@Suite("Signature Version 4")
struct SigV4SignerTests {
    @Test("every published vector gives the canonical request, the string to sign and the signature")
    func vectors() throws {
        let files = try PublishedSuite.files(in: "unit/auth/aws4_testsuite", suffix: ".req")
        #expect(files.count >= 30)
        for file in files {
            let stem = String(file.dropLast(4))
            let request = try Self.parse(try PublishedSuite.text(file))
            let canonical = try PublishedSuite.text(stem + ".creq").replacing("\r", with: "")
            let signature = SigV4Signer().signature(
                of: request,
                Self.credentials,
                .init(region: "us-east-1", service: "service"),
                at: CivilTime(secondsSince1970: 1_440_938_160)
            )
            // The vectors with a session token sign it as one more header.
            if canonical.contains("x-amz-security-token"), !file.contains("sts-header-after") {
                var request = request
                let token = canonical.split(separator: "\n").first { $0.hasPrefix("x-amz-security-token:") }
                request.headers = request.headers.filter {
                    $0.name != "X-Amz-Date" && $0.name != "X-Amz-Security-Token"
                }
                var credentials = Self.credentials
                credentials.sessionToken = token.map { Secret(String($0.dropFirst("x-amz-security-token:".count))) }
                let signed = SigV4Signer().sign(
                    request,
                    credentials,
                    .init(region: "us-east-1", service: "service"),
                    at: 1_440_938_160
                )
                let authorization = signed.headers.last?.value
                #expect(authorization == (try PublishedSuite.text(stem + ".authz")), "\(stem)")
                continue
            }
            #expect(signature.canonicalRequest == canonical, "\(stem)")
            #expect(
                signature.stringToSign == (try PublishedSuite.text(stem + ".sts")).replacing("\r", with: ""),
                "\(stem)"
            )
            #expect(signature.authorization == (try PublishedSuite.text(stem + ".authz")), "\(stem)")
        }
    }

    @Test("the kept key is not used for another secret or another day")
    func keptKey() {
        let signer = SigV4Signer()
        let request = SigV4Signer.Request(method: "POST", path: "/", headers: [("Host", "h")], body: [])
        let scope = SigV4Signer.Scope(region: "us-east-1", service: "ec2")
        let other = Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: Secret("other"))
        let day = CivilTime(secondsSince1970: 1_440_938_160)
        let nextDay = CivilTime(secondsSince1970: 1_440_938_160 + 86_400)
        let first = signer.signature(of: request, Self.credentials, scope, at: day).authorization
        #expect(signer.signature(of: request, other, scope, at: day).authorization != first)
        let later = signer.signature(of: request, Self.credentials, scope, at: nextDay).authorization
        #expect(later == SigV4Signer().signature(of: request, Self.credentials, scope, at: nextDay).authorization)
        #expect(signer.signature(of: request, Self.credentials, scope, at: day).authorization == first)
    }

    @Test("S3's form gives the signature of AWS's own example")
    func s3() {
        // "Example: GET Bucket Lifecycle" in the Amazon S3 API Reference.
        let request = SigV4Signer.Request(
            method: "GET", path: "/", query: [("lifecycle", "")], headers: [("Host", "examplebucket.s3.amazonaws.com")],
            body: [], form: .s3)
        let credentials = Credentials(
            accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: Secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"))
        let scope = SigV4Signer.Scope(region: "us-east-1", service: "s3")
        let signed = SigV4Signer().sign(request, credentials, scope, at: 1_369_353_600)
        let hash = signed.headers.first { $0.name == "X-Amz-Content-Sha256" }?.value
        #expect(hash == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        let signature = "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"
        #expect(signed.headers.last?.value.hasSuffix("Signature=\(signature)") == true)
    }

    @Test("S3's form signs a path as it goes on the wire")
    func s3Path() {
        func canonical(_ form: SigV4Signer.Form) -> Substring {
            let request = SigV4Signer.Request(
                method: "GET", path: "/a%20b//c/../d", headers: [("Host", "h")], body: [], form: form)
            let scope = SigV4Signer.Scope(region: "us-east-1", service: "s3")
            let signature = SigV4Signer().signature(
                of: request, Self.credentials, scope, at: CivilTime(secondsSince1970: 0))
            return signature.canonicalRequest.split(separator: "\n")[1]
        }
        #expect(canonical(.s3) == "/a%20b//c/../d")
        #expect(canonical(.standard) == "/a%2520b/d")
    }

    static let credentials = Credentials(
        accessKeyID: "AKIDEXAMPLE",
        secretAccessKey: Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
    )

    /// Reads a raw HTTP request; a line that starts with a space continues the header before it.
    static func parse(_ text: String) throws -> SigV4Signer.Request {
        let text = text.replacing("\r", with: "")
        let parts = text.split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
        let lines = parts[0].split(separator: "\n")
        let first = try #require(lines.first)
        let method = try #require(first.split(separator: " ").first)
        let target = first.dropFirst(method.count + 1).dropLast(" HTTP/1.1".count)
        let halves = target.split(separator: "?", maxSplits: 1)
        var request = SigV4Signer.Request(
            method: String(method),
            path: String(halves.first ?? "/"),
            headers: [],
            body: parts.count > 1 ? Array(parts[1].utf8) : []
        )
        if halves.count > 1 {
            request.query = halves[1].split(separator: "&").map { pair in
                let sides = pair.split(separator: "=", maxSplits: 1).map { $0.removingPercentEncoding ?? String($0) }
                return (sides[0], sides.count > 1 ? sides[1] : "")
            }
        }
        for line in lines.dropFirst() {
            if line.hasPrefix(" "), let last = request.headers.popLast() {
                request.headers.append((last.name, last.value + " " + line))
            } else {
                let sides = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                request.headers.append((String(sides[0]), sides.count > 1 ? String(sides[1]) : ""))
            }
        }
        return request
    }
}
