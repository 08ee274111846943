import Crypto
import Model

/// Client tokens for AWS.
enum Token {
    /// 32 hexadecimal digits: the same for every try of one address in one run, another in every other.
    static func make(_ installation: String, _ address: ResourceAddress, _ run: String) -> String {
        let digest = SHA256.hash(data: Array("\(installation)\n\(address)\n\(run)".utf8))
        return String(Plan.hexadecimal(digest).prefix(32))
    }
}
