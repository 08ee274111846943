import AWSClient
import Model

extension ResourceError {
    /// A thing of the wanted name is there and is not this resource's.
    /// - Parameters:
    ///   - noun: what people call the thing, such as `ECS cluster`.
    ///   - identifier: AWS's id or ARN of the one that is there.
    static func conflict<R: AWSRequest>(
        _ request: R.Type,
        _ noun: String,
        named name: String,
        identifier: String,
        wantedBy address: ResourceAddress
    ) -> ResourceError {
        ResourceError(
            .conflict,
            operation: R.action.description,
            message: """
                \(address): the \(noun) \(name) is there already (\(identifier)) and does not belong to this resource; \
                set `adopt: true` in the manifest to take it over, or remove it
                """
        )
    }
}
