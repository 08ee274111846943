import AWSClient
import Model

/// One account in one region, as every resource kind of this room sees it.
public struct AWSSession: Sendable {
    public let client: AWSClient
    /// Twelve digits, as AWS itself told them.
    public let account: String
    /// `aws`, `aws-cn`, …
    public let partition: String
    public let installation: String
    /// Answers that AWS never changes, by ARN.
    let immutableAnswers: ImmutableAnswers
    let sharedReads = SharedReads()

    public var region: String { client.region }

    public init(
        client: AWSClient,
        account: String,
        partition: String,
        installation: String,
        immutableAnswers: ImmutableAnswers = ImmutableAnswers()
    ) {
        self.client = client
        self.account = account
        self.partition = partition
        self.installation = installation
        self.immutableAnswers = immutableAnswers
    }
}
