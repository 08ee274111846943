/// Only the wire to the helper sees what is in a credential: it prints as `•••` however it is printed.
extension RemoteCredential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "•••" }
    public var debugDescription: String { "•••" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
