/// Environment and profiles hold keys, so they are not shown.
extension AWSConfiguration: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "AWS \(region ?? "without a region"), profile \(profileName)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["region": region ?? "", "profile": profileName]) }
}

extension Profile: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { name }
    var debugDescription: String { name }
    var customMirror: Mirror { Mirror(self, children: ["name": name]) }
}
