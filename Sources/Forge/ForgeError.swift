import AsyncHTTPClient

/// Why a forge or a chat could not be told something.
public struct ForgeError: Error, Sendable {
    public var message: String
}
