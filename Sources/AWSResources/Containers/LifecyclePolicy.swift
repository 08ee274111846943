import AWSClient
import Model

/// An ECR lifecycle policy: which images may be forgotten.
///
/// Two policies are equal when they mean the same: spaces, the order of keys, of rules (their `rulePriority` orders
/// them) and of tag prefixes and patterns do not count. A text that is not JSON is compared as it stands.
public struct LifecyclePolicy: Sendable, FieldValue {
    /// The policy document, as ECR takes it.
    public var text: String

    public init(_ text: String) { self.text = text }

    /// Keeps the newest images and drops untagged ones after some days.
    ///
    /// - Parameters:
    ///   - images: how many images are kept.
    ///   - untaggedDays: after how many days an image without a tag goes.
    public static func keeping(images: Int, untaggedDays: Int) -> LifecyclePolicy {
        // A rule on every image has to come last
        // (https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html).
        let untagged = rule(
            1,
            "Drop untagged images after \(untaggedDays) days",
            [
                "tagStatus": "untagged", "countType": "sinceImagePushed", "countUnit": "days",
                "countNumber": .int(Int64(untaggedDays)),
            ]
        )
        let newest = rule(
            2,
            "Keep the newest \(images) images",
            ["tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": .int(Int64(images))]
        )
        return LifecyclePolicy((["rules": [untagged, newest]] as JSONValue).text())
    }

    private static func rule(_ priority: Int64, _ description: String, _ selection: JSONValue) -> JSONValue {
        [
            "rulePriority": .int(priority), "description": .string(description), "selection": selection,
            "action": ["type": "expire"],
        ]
    }

    public var fieldValue: Value? {
        guard let document = try? JSONValue(parsing: text) else { return .string(text) }
        return Self.value(document)
    }

    /// No list of a lifecycle policy has an order that means something.
    private static func value(_ json: JSONValue) -> Value? {
        switch json {
        case .null: nil
        case .bool(let flag): .bool(flag)
        case .int(let number): .int(number)
        case .uint(let number): .string(String(number))
        case .double(let number): Int64(exactly: number).map(Value.int) ?? .string(String(number))
        case .string(let text): .string(text)
        case .array(let items): .set(Set(items.compactMap(value)))
        case .object(let members):
            .map(Dictionary(members.compactMap { key, item in value(item).map { (key, $0) } }) { _, last in last })
        }
    }
}
