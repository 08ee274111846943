import AWSClient
import Model

/// What an ECS task runs: a family of immutable revisions, of which the newest that is ours counts.
///
/// A revision is registered only when its content differs from that one's. The revision before it stays active, so
/// that a deployment can be rolled back to it; older ones of ours are deregistered. The identifier is the revision's
/// ARN.
public struct TaskDefinition: AWSResourceKind {
    public struct Attributes: Sendable {
        public var family: String
        /// In units of 1/1024 vCPU.
        public var cpu: Int
        /// In MiB.
        public var memory: Int
        /// Such as `awsvpc`, which Fargate demands.
        public var networkMode: String
        /// `FARGATE`, `EC2`.
        public var requiresCompatibilities: Set<String>
        /// The ARN of the role with which ECS pulls images and writes logs.
        public var executionRole: Reference?
        /// The ARN of the role that the containers have.
        public var taskRole: Reference?
        /// `X86_64` or `ARM64`.
        public var cpuArchitecture: String?
        public var containers: [ContainerDefinition]

        public init(
            family: String,
            cpu: Int,
            memory: Int,
            networkMode: String = "awsvpc",
            requiresCompatibilities: Set<String> = ["FARGATE"],
            executionRole: Reference? = nil,
            taskRole: Reference? = nil,
            cpuArchitecture: String? = nil,
            containers: [ContainerDefinition]
        ) {
            self.family = family
            self.cpu = cpu
            self.memory = memory
            self.networkMode = networkMode
            self.requiresCompatibilities = requiresCompatibilities
            self.executionRole = executionRole
            self.taskRole = taskRole
            self.cpuArchitecture = cpuArchitecture
            self.containers = containers
        }
    }

    public let type: ResourceType = "AWS::ECS::TaskDefinition"
    public let noun = "TaskDefinition"
    public let traits = KindTraits(isRevised: true)
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("family", \.family, .replace, "The name that all revisions share"),
        Field("cpu", \.cpu, .update, "CPU units of the whole task; 1024 are one vCPU"),
        Field("memory", \.memory, .update, "Memory of the whole task in MiB"),
        Field("networkMode", \.networkMode, .update, "How containers reach the network"),
        Field("requiresCompatibilities", \.requiresCompatibilities, .update, "The launch types that it has to fit"),
        Field("executionRole", \.executionRole, .update, "The role with which ECS pulls images and writes logs"),
        Field("taskRole", \.taskRole, .update, "The role that the containers have"),
        Field("cpuArchitecture", \.cpuArchitecture, .update, "The processor that the images are built for"),
        Field("containers", \.containers.byName, .update, "The containers, by name"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.family }

    /// Looks at every family that is declared or was recorded: at its newest revision that is ours or, when none is,
    /// at the one that is to be taken over by its ARN, or at its newest.
    public func observe(_ scope: ObservationScope, through session: AWSSession) async throws -> [Observed<Attributes>] {
        let recorded = scope.recorded(type).compactMap { TaskDefinitionARN($0)?.family }
        let ofInterest = scope.declaredNames.union(recorded)
        let families = Dictionary(grouping: try await Self.activeRevisions(of: nil, through: session), by: \.family)
        return try await families.filter { ofInterest.contains($0.key) }.values.concurrentCompactMap { revisions in
            let ours = try await Self.newest(of: revisions, through: session) {
                $0[OwnershipTag.installation] == scope.installation
            }
            if let ours { return Self.observed(ours) }
            let chosen = scope.adoptedIdentifiers[type].flatMap { wanted in
                revisions.first { wanted.contains($0.text) }
            }
            guard let newest = revisions.first else { return nil }
            var observed = Self.observed(try await Self.describe(chosen ?? newest, through: session))
            if let chosen, chosen != newest { observed?.outputs[.newerRevision] = newest.text }
            return observed
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let revisions = try await Self.activeRevisions(of: desired.attributes.family, through: session)
        let ours = try await Self.newest(of: revisions, through: session) { $0.claimsSame(as: desired.tags) }
        if let newest = revisions.first, ours == nil {
            throw ResourceError.conflict(
                RegisterTaskDefinition.self,
                "task definition",
                named: newest.family,
                identifier: newest.text,
                wantedBy: desired.address
            )
        }
        return try await register(desired, revisions, through: session)
    }

    public func update(
        _ observed: Observed<Attributes>,
        to desired: Desired<Attributes>,
        changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        // Before the new one: after it nothing would tell the next run that older ones are left.
        if let previous = TaskDefinitionARN(observed.identifier) {
            try await deregister(before: previous, tags: desired.tags, through: session)
        }
        return try await register(desired, through: session)
    }

    public func tag(
        _ observed: Observed<Attributes>,
        _ tags: [String: String],
        through session: AWSSession
    ) async throws {
        _ = try await session.client.send(
            ECSTagResource(resourceArn: observed.identifier, tags: tags.tagList)
        )
        try Self.keepTags(tags, of: observed.identifier, in: session)
    }

    /// Deregisters every revision that is ours; those of others in the family stay.
    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        let revisions = try await Self.activeRevisions(of: observed.attributes.family, through: session)
        _ = try await revisions.concurrentMap { revision in
            let tags = Dictionary(try await Self.describe(revision, through: session).tags)
            guard revision.text == observed.identifier || tags.claimsSame(as: observed.tags) else { return }
            _ = try await session.client.send(DeregisterTaskDefinition(taskDefinition: revision.text))
        }
    }
}

extension Output {
    /// Of a revision that is to be taken over: the newest of its family, where that is another one.
    public static let newerRevision: Output = "newerRevision"
}
