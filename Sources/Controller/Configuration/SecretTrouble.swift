import Manifests

/// Why a secret cannot be had, or not anew.
struct SecretTrouble: Sendable {
    var source: SecretSource
    /// Names the place and shows nothing of the secret; AWS's request ids make it another one each time.
    var message: String
}
