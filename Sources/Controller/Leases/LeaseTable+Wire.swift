import AWSClient

/// A text or a whole number in DynamoDB, which sends both as text
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html).
struct DynamoDBValue: Codable, Sendable, Hashable {
    private var s: String?
    private var n: String?

    init(_ text: String) { s = text }
    init(_ number: Int) { n = String(number) }

    var text: String? { s }
    var number: Int? { n.flatMap { Int($0) } }
}

struct QueryItems: AWSRequest {
    static let action: AWSAction = "dynamodb:Query"
    var tableName: String
    var keyConditionExpression: String
    var expressionAttributeValues: [String: DynamoDBValue]
    var consistentRead: Bool
    var exclusiveStartKey: [String: DynamoDBValue]?

    struct Response: Codable, Sendable {
        var items: [[String: DynamoDBValue]]?
        var lastEvaluatedKey: [String: DynamoDBValue]?
    }
}

struct PutDynamoDBItem: AWSRequest {
    static let action: AWSAction = "dynamodb:PutItem"
    var tableName: String
    var item: [String: DynamoDBValue]
    typealias Response = EmptyResponse
}

struct UpdateDynamoDBItem: AWSRequest {
    static let action: AWSAction = "dynamodb:UpdateItem"
    var tableName: String
    var key: [String: DynamoDBValue]
    var updateExpression: String
    var conditionExpression: String
    var expressionAttributeValues: [String: DynamoDBValue]
    typealias Response = EmptyResponse
}

struct DeleteDynamoDBItem: AWSRequest {
    static let action: AWSAction = "dynamodb:DeleteItem"
    var tableName: String
    var key: [String: DynamoDBValue]
    var conditionExpression: String?
    var expressionAttributeValues: [String: DynamoDBValue]?
    typealias Response = EmptyResponse
}

struct CreateDynamoDBTable: AWSRequest {
    static let action: AWSAction = "dynamodb:CreateTable"
    var tableName: String
    var attributeDefinitions: [Attribute]
    var keySchema: [Key]
    var billingMode: String
    var tags: [DynamoDBTag]
    typealias Response = EmptyResponse

    struct Attribute: Codable, Sendable {
        var attributeName: String
        var attributeType: String
    }

    struct Key: Codable, Sendable, Hashable {
        var attributeName: String
        var keyType: String
    }
}

struct DynamoDBTag: Codable, Sendable {
    var key: String
    var value: String
}

struct DescribeDynamoDBTable: AWSRequest {
    static let action: AWSAction = "dynamodb:DescribeTable"
    var tableName: String

    struct Response: Codable, Sendable { var table: Table? }

    struct Table: Codable, Sendable {
        var tableStatus: String?
        var tableArn: String?
        var keySchema: [CreateDynamoDBTable.Key]?
    }
}

struct DescribeTimeToLive: AWSRequest {
    static let action: AWSAction = "dynamodb:DescribeTimeToLive"
    var tableName: String

    struct Response: Codable, Sendable { var timeToLiveDescription: Description? }

    struct Description: Codable, Sendable {
        var timeToLiveStatus: String?
        var attributeName: String?
    }
}

struct UpdateTimeToLive: AWSRequest {
    static let action: AWSAction = "dynamodb:UpdateTimeToLive"
    var tableName: String
    var timeToLiveSpecification: Specification
    typealias Response = EmptyResponse

    struct Specification: Codable, Sendable {
        var enabled: Bool
        var attributeName: String
    }
}

struct TagDynamoDBResource: AWSRequest {
    static let action: AWSAction = "dynamodb:TagResource"
    var resourceArn: String
    var tags: [DynamoDBTag]
    typealias Response = EmptyResponse
}
