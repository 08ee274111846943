import Model

/// Where a container's output goes.
public struct LogConfiguration: Sendable, FieldValue {
    /// Such as `awslogs`.
    public var driver: String
    /// The driver's own settings, such as `awslogs-group`.
    public var options: [String: Reference]

    public init(driver: String, options: [String: Reference] = [:]) {
        self.driver = driver
        self.options = options
    }

    public var fieldValue: Value? {
        .map(["driver": .string(driver), "options": options.fieldValue ?? .map([:])])
    }
}
