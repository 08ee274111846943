import Crypto
import Foundation
import Synchronization

/// Signs requests as AWS Signature Version 4 says, with the signature in the `Authorization` header.
///
/// Deriving the key costs four hashes; the last one of each region and service is kept for its day.
final class SigV4Signer: Sendable {
    /// A request as it goes on the wire. Headers of one name are signed as one, in their order.
    struct Request: Sendable {
        var method: String
        /// The path as it goes on the wire.
        var path: String
        var query: [(name: String, value: String)] = []
        var headers: [(name: String, value: String)]
        var body: [UInt8]
        var form = Form.standard
    }

    /// How a service wants its requests signed.
    enum Form: Sendable {
        /// The path is encoded once more.
        case standard
        /// S3's: the path is signed as it goes on the wire, and the hash of the body is a header
        /// (https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html).
        case s3
    }

    /// What a signature is valid for.
    struct Scope: Hashable, Sendable {
        var region: String
        var service: String
    }

    /// The steps of a signature, which the published test vectors compare one by one.
    struct Signature: Sendable {
        let canonicalRequest: String
        let stringToSign: String
        let authorization: String
    }

    private struct CachedKey {
        let secret: Secret
        let day: String
        let key: SymmetricKey
    }

    private let keys = Mutex<[Scope: CachedKey]>([:])

    init() {}

    /// The request with `X-Amz-Date`, `X-Amz-Security-Token` and `Authorization` added. It must have its `Host`.
    /// - Parameter time: when it is signed, in seconds since 1970.
    func sign(_ request: Request, _ credentials: Credentials, _ scope: Scope, at time: Double) -> Request {
        var signed = request
        let moment = CivilTime(secondsSince1970: Int64(time))
        signed.headers.append(("X-Amz-Date", moment.compactText))
        if request.form == .s3 {
            signed.headers.append(("X-Amz-Content-Sha256", Self.hex(SHA256.hash(data: request.body))))
        }
        if let token = credentials.sessionToken { signed.headers.append(("X-Amz-Security-Token", token.revealed)) }
        let signature = signature(of: signed, credentials, scope, at: moment)
        signed.headers.append(("Authorization", signature.authorization))
        return signed
    }

    /// The signature over a request that already has its date and token headers.
    func signature(
        of request: Request,
        _ credentials: Credentials,
        _ scope: Scope,
        at moment: CivilTime
    ) -> Signature {
        let headers = Self.canonicalHeaders(request.headers)
        let names = headers.map(\.name).joined(separator: ";")
        let canonical = [
            request.method,
            request.form == .s3 ? request.path : Self.canonicalPath(request.path),
            Self.canonicalQuery(request.query),
            headers.map { "\($0.name):\($0.value)\n" }.joined(),
            names,
            Self.hex(SHA256.hash(data: request.body)),
        ].joined(separator: "\n")
        let scopeText = "\(moment.dateText)/\(scope.region)/\(scope.service)/aws4_request"
        let hash = Self.hex(SHA256.hash(data: Array(canonical.utf8)))
        let toSign = "AWS4-HMAC-SHA256\n\(moment.compactText)\n\(scopeText)\n\(hash)"
        let key = signingKey(credentials.secretAccessKey, scope, day: moment.dateText)
        let mac = Self.hex(HMAC<SHA256>.authenticationCode(for: Array(toSign.utf8), using: key))
        let authorization =
            "AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyID)/\(scopeText), SignedHeaders=\(names), Signature=\(mac)"
        return Signature(canonicalRequest: canonical, stringToSign: toSign, authorization: authorization)
    }

    private func signingKey(_ secret: Secret, _ scope: Scope, day: String) -> SymmetricKey {
        keys.withLock { keys in
            if let cached = keys[scope], cached.secret == secret, cached.day == day { return cached.key }
            var key = SymmetricKey(data: Array("AWS4\(secret.revealed)".utf8))
            for part in [day, scope.region, scope.service, "aws4_request"] {
                key = SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Array(part.utf8), using: key))
            }
            keys[scope] = CachedKey(secret: secret, day: day, key: key)
            return key
        }
    }

    /// Names in lower case and order, runs of spaces as one, values of one name joined by commas.
    private static func canonicalHeaders(
        _ headers: [(name: String, value: String)]
    ) -> [(name: String, value: String)] {
        var values: [String: [String]] = [:]
        for header in headers {
            let words = header.value.split(whereSeparator: \.isWhitespace)
            values[header.name.lowercased(), default: []].append(words.joined(separator: " "))
        }
        return values.sorted { $0.key < $1.key }.map { ($0.key, $0.value.joined(separator: ",")) }
    }

    /// Dot segments and doubled slashes resolved, everything else encoded.
    private static func canonicalPath(_ path: String) -> String {
        var segments: [Substring] = []
        for segment in path.split(separator: "/") {
            switch segment {
            case ".": continue
            case "..": _ = segments.popLast()
            default: segments.append(segment)
            }
        }
        let isFolder = path.hasSuffix("/") || path.hasSuffix("/.") || path.hasSuffix("/..")
        let joined = "/" + segments.joined(separator: "/")
        return PercentEncoding.encode(isFolder && !segments.isEmpty ? joined + "/" : joined, keeping: "/")
    }

    private static func canonicalQuery(_ query: [(name: String, value: String)]) -> String {
        query
            .map { (PercentEncoding.encode($0.name), PercentEncoding.encode($0.value)) }
            .sorted { $0 < $1 }
            .map { "\($0.0)=\($0.1)" }
            .joined(separator: "&")
    }

    private static func hex(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
