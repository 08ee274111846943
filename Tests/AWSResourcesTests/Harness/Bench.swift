import AWSClient
import AWSResources
import EmulatorSupport
import Model

/// One test's own account and region of AWS, in the emulator that the suite shares.
///
/// Tests run beside each other: what keeps them apart is the place, and for faults the installation, which is unique.
struct Bench: Sendable {
    let emulator: Emulator
    let session: AWSSession

    var client: AWSClient { session.client }

    /// The suite's own emulator: its faults must not hit other suites.
    private static let emulator = Task { try await Emulator.start() }

    /// An account and a region that no other test uses.
    static func open() async throws -> Bench {
        try await open(account: .random(in: 400_000_000_000...999_999_999_999), region: Emulator.region)
    }

    /// The place of one clause for one kind: a region of the clause's account. The emulator needs most of a second for
    /// an account, and next to nothing for a region.
    static func open(_ clause: ContractClause, _ type: ResourceType) async throws -> Bench {
        let kind = KindCatalog.all.firstIndex { $0.type == type } ?? KindCatalog.all.count
        let (round, region) = kind.quotientAndRemainder(dividingBy: regions.count)
        let position = ContractClause.allCases.firstIndex(of: clause) ?? ContractClause.allCases.count
        let account = 300_000_000_000 + UInt64(round * ContractClause.allCases.count + position)
        return try await open(account: account, region: regions[region])
    }

    private static func open(account: UInt64, region: String) async throws -> Bench {
        let emulator = try await emulator.value
        let client = try AWSClient.standard(environment: emulator.environment, region: region)
            .assuming(roleARN: "arn:aws:iam::\(account):role/contract", sessionName: "contract")
        let session = AWSSession(
            client: client,
            account: String(account),
            partition: "aws",
            installation: "contract-\(account)-\(region)"
        )
        return Bench(emulator: emulator, session: session)
    }

    /// Regions with availability zones a, b and c.
    private static let regions = [
        "ap-northeast-2", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "eu-central-1", "eu-north-1", "eu-west-1",
        "eu-west-2", "eu-west-3", "us-east-2", "us-west-2",
    ]

    /// A declaration of the kind, as the executor would hand it over.
    func desired<Kind: AWSResourceKind>(
        _ kind: Kind,
        _ attributes: Kind.Attributes,
        tags: [String: String] = [:]
    ) -> Desired<Kind.Attributes> {
        let address = address(kind)
        let ownership = [
            OwnershipTag.installation: session.installation, OwnershipTag.address: address.path,
        ]
        return Desired(
            address: address,
            attributes: attributes,
            tags: tags.merging(ownership) { $1 },
            token: "contract\(session.account)",
            numbers: ["priority": 1]
        ) { _, _ in nil }
    }

    func address<Kind: AWSResourceKind>(_ kind: Kind) -> ResourceAddress {
        ResourceAddress("contract/sample/\(kind.noun)")
    }

    /// Creates the resource and waits until it has settled.
    func create<Kind: AWSResourceKind>(
        _ kind: Kind,
        _ attributes: Kind.Attributes,
        tags: [String: String] = [:]
    ) async throws -> Made {
        let made = try await kind.create(desired(kind, attributes, tags: tags), through: session)
        try await settle(kind, made)
        return made
    }

    /// Waits until what was made or changed has settled; records an issue when it fails or takes too long.
    func settle<Kind: AWSResourceKind>(_ kind: Kind, _ made: Made) async throws {
        try await poll("\(kind.noun) to settle") {
            switch try await kind.settled(made, through: session) {
            case .ready: nil
            case .pending(let what): what
            case .failed(let why): throw BenchError("\(kind.noun) failed: \(why)")
            }
        }
    }

    /// Every resource of the kind that carries this bench's ownership tags.
    func ours<Kind: AWSResourceKind>(
        _ kind: Kind,
        _ desired: Desired<Kind.Attributes>
    ) async throws -> [Observed<Kind.Attributes>] {
        try await observe(kind, desired).filter { observed in
            observed.tags[OwnershipTag.installation] == session.installation
                && observed.tags[OwnershipTag.address] == desired.address.path
        }
    }

    func observe<Kind: AWSResourceKind>(
        _ kind: Kind,
        _ desired: Desired<Kind.Attributes>
    ) async throws -> [Observed<Kind.Attributes>] {
        let names = kind.name(of: desired.attributes, tags: desired.tags).map { Set([$0]) } ?? []
        return try await kind.observe(
            ObservationScope(
                declaredNames: names,
                managedFields: Set(kind.values(of: desired.attributes).keys),
                installation: session.installation
            ),
            through: session
        )
    }

    /// Asks until the answer is nil, for at most half a minute.
    func poll(_ what: String, _ question: () async throws -> String?) async throws {
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(30)
        while let answer = try await question() {
            guard clock.now < deadline else { throw BenchError("waited too long for \(what): \(answer)") }
            try await Task.sleep(for: .milliseconds(50))
        }
    }
}

/// Why a test could not go on.
struct BenchError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
