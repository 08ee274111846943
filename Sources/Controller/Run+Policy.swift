import AWSResources
import Blueprints
import Manifests
import Model

extension Run {
    /// The least IAM permissions for the manifests of a revision, one for each account and role; AWS is not asked.
    ///
    /// Writing is for the kinds in use: what the manifests declare, and what the last apply recorded, which may have to
    /// be deleted. Reading is for every kind, because every plan looks for what nobody declares any more; where something
    /// may be taken over, for stacks too.
    public func policies(
        _ manifests: ManifestSet, for purpose: PermissionPolicy.Purpose
    ) async throws(RunError) -> [AccountPolicy] {
        let recorded = try await recorded()
        let chosen = settings.environments.isEmpty ? nil : settings.environments
        if let unknown = settings.environments.sorted().first(where: { manifests.environment(named: $0) == nil }) {
            throw RunError(.usage, "there is no environment \(unknown) in the manifests")
        }
        var credentials: [Credential: Part] = [:]
        for environment in manifests.environments where chosen?.contains(environment.name) ?? true {
            let part = Part(environment, manifests, recorded, adopts: settings.adopts)
            credentials[Credential(environment.scope), default: Part()].merge(part)
        }
        for (scope, declarations) in Blueprints.declarations(for: manifests, environments: chosen) {
            let part = Part(
                types: Set(declarations.map(\.type)),
                adopts: settings.adopts || declarations.contains(where: \.adopt),
                places: [PermissionPlace(partition: scope.partition, account: scope.account, region: scope.region)])
            credentials[Credential(scope), default: Part()].merge(part)
        }
        guard !credentials.isEmpty else {
            throw RunError(.usage, "the manifests declare nothing that needs permissions")
        }
        let roles = Set(credentials.keys.compactMap(\.roleARN))
        let scopes = manifests.environments.map(\.scope) + manifests.repositories.map(\.scope)
        let tagged = Set(scopes.filter { !$0.sessionTags.isEmpty }.compactMap(\.roleARN)).intersection(roles)
        let assuming =
            roles.isEmpty
            ? [] : [AccountPolicy(environments: [], policy: PermissionPolicy(assuming: roles, tagged: tagged))]
        return assuming
            + credentials.sorted { $0.key < $1.key }.map { credential, part in
                AccountPolicy(
                    account: credential.account, roleARN: credential.roleARN, environments: part.environments.sorted(),
                    policy: PermissionPolicy(
                        for: purpose, changing: KindCatalog.all.filter { part.types.contains($0.type) },
                        in: part.places.sorted { ($0.region, $0.prefix ?? "") < ($1.region, $1.prefix ?? "") },
                        searching: part.adopts))
            }
    }
}

/// Whose permissions: an account's own credentials, or a role of it.
private struct Credential: Hashable, Comparable {
    var account: String
    var roleARN: String?

    init(_ scope: AccountScope) {
        account = scope.account
        roleARN = scope.roleARN
    }

    static func < (a: Credential, b: Credential) -> Bool {
        (a.account, a.roleARN ?? "") < (b.account, b.roleARN ?? "")
    }
}

/// What one credential has to do.
private struct Part {
    var types: Set<ResourceType> = []
    var environments: Set<String> = []
    var places: Set<PermissionPlace> = []
    /// Whether something may be taken over.
    var adopts = false

    init(types: Set<ResourceType> = [], adopts: Bool = false, places: Set<PermissionPlace> = []) {
        self.types = types
        self.adopts = adopts
        self.places = places
    }

    init(_ environment: Environment, _ manifests: ManifestSet, _ recorded: RecordedState, adopts: Bool) {
        let known = recorded.resources(of: [environment.name])
        types = Set(known.values.map(\.type))
        environments = [environment.name]
        var place = PermissionPlace(
            partition: environment.scope.partition, account: environment.account, region: environment.region,
            prefix: environment.fullName, environment: environment.name)
        place.others = ForeignNames(environment, manifests, known, adopts: adopts).patterns
        places = [place]
    }

    mutating func merge(_ other: Part) {
        types.formUnion(other.types)
        adopts = adopts || other.adopts
        environments.formUnion(other.environments)
        places.formUnion(other.places)
    }
}

extension AccountScope {
    /// The partition of ARNs, which follows from the region.
    var partition: String {
        region.hasPrefix("cn-") ? "aws-cn" : region.hasPrefix("us-gov-") ? "aws-us-gov" : "aws"
    }
}
