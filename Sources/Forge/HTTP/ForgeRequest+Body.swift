import Foundation

extension ForgeRequest {
    /// Gives the request a JSON body.
    mutating func carry(_ body: (any Encodable)?) throws(ForgeError) {
        guard let body else { return }
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            self.body = try encoder.encode(body)
        } catch {
            throw ForgeError(.refused, operation: operation, message: "it cannot be written as JSON")
        }
        headers.append(("Content-Type", "application/json"))
    }
}

extension CharacterSet {
    /// What stands for itself in every part of a URL (RFC 3986, section 2.3).
    static let urlUnreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
