/// What goes over the wire as a plain text and must not be seen: it prints as `•••` however it is printed.
protocol UnseenOnTheWire: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension UnseenOnTheWire {
    var description: String { "•••" }
    var debugDescription: String { "•••" }
    var customMirror: Mirror { Mirror(self, children: []) }
}

extension SessionCredentials: UnseenOnTheWire {}
extension AssumeRoleWithWebIdentity: UnseenOnTheWire {}
extension GetSecretValue.Response: UnseenOnTheWire {}
