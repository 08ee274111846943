/// Keeps one comment with a marker on a pull request, whatever was lost on the way.
enum CommentWriting {
    struct Found: Sendable {
        var id: Int
        var text: String
    }

    /// How often a comment is looked for after a creation whose answer was lost.
    private static let attempts = 3

    /// Updates the first comment that begins with the marker, or makes one.
    ///
    /// A creation may have had its effect though no answer came, so the comment is looked for before it is made again. A
    /// comment of somebody else that begins with the marker cannot be changed; then ours is made beside it.
    static func put(
        _ text: String, marker: String, clock: ForgeClock,
        list: () async throws(ForgeError) -> [Found],
        update: (Int, String) async throws(ForgeError) -> Void,
        create: (String) async throws(ForgeError) -> Void
    ) async throws(ForgeError) {
        for attempt in 1...attempts {
            for found in try await list() where found.text.hasPrefix(marker) {
                guard found.text != text else { return }
                do throws(ForgeError) {
                    return try await update(found.id, text)
                } catch  where error.code == .forbidden || error.code == .notFound {
                    continue
                }
            }
            do throws(ForgeError) {
                return try await create(text)
            } catch  where error.isAmbiguous && attempt < attempts {
                do { try await clock.sleep(max(.seconds(2 * attempt), error.retryAfter ?? .zero)) } catch {
                    throw ForgeError(.cancelled, operation: "comment", message: "it was stopped")
                }
            }
        }
    }
}
