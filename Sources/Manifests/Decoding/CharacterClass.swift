/// A set of ASCII characters; a literal lists them.
struct CharacterClass: ExpressibleByStringLiteral, Sendable {
    private let bytes: [UInt8]

    init(stringLiteral characters: String) { bytes = Array(characters.utf8) }

    static let lowercase: CharacterClass = "abcdefghijklmnopqrstuvwxyz"
    static let digits: CharacterClass = "0123456789"
    static let letters: CharacterClass = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

    func contains(_ byte: UInt8) -> Bool { bytes.contains(byte) }
}

extension String {
    /// Whether every character is in one of the classes; an empty text is.
    func consists(of classes: CharacterClass...) -> Bool {
        utf8.allSatisfy { byte in classes.contains { $0.contains(byte) } }
    }
}
