/// A page with a message: an error, or the login form.
struct MessageView: Sendable {
    var heading: String
    var message: String
    var hasMessage: Bool
    /// Where to go on.
    var next: String

    init(_ heading: String, _ message: String = "", next: String = "/") {
        self.heading = heading
        self.message = message
        hasMessage = !message.isEmpty
        self.next = next
    }
}
