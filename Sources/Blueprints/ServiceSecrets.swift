import AWSResources
import Manifests
import Model

/// What a service gets of secrets and parameters, by reference: never a value.
struct ServiceSecrets {
    /// What ECS fills in when a container starts, by variable.
    var injected: [String: Reference] = [:]
    /// The variable `JUICE_CONFIG`, which names the secret that the application reads itself; nil when its value is
    /// injected.
    var pointer: String?
    /// The secret that the application reads itself, which both roles may.
    var configuration: Reference?
    /// What only the execution role reads.
    var secrets: Set<Reference> = []
    var parameters: Set<Reference> = []
    /// The versions of all that may change, as one text; nil when nobody asks for them.
    var version: Reference?
    /// What others made, to be declared so that it is looked at.
    private(set) var existing: [Existing] = []

    struct Existing {
        var address: ResourceAddress
        var place: SecretReference.Place
        var location: SourceLocation?
    }

    /// - Parameter key: the node's or the extra's, for the places in its manifest.
    init(_ parts: ServiceParts, _ key: ManifestKey, in manifests: ManifestSet) {
        var resolver = SecretResolver(parts, manifests)
        var versions: [String: Reference] = [:]
        let config = parts.configuration
        let own = parts.secret
        func place(_ path: String) -> SourceLocation? { manifests.location(of: key, path) }
        if let reference = config.valueFrom {
            let found = resolver.find(reference, for: "JUICE_CONFIG", at: place("config.valueFrom"))
            inject(found, reference, "JUICE_CONFIG")
            versions["JUICE_CONFIG"] = reference.isPinned ? nil : found.version
        } else {
            let name = config.from ?? parts.name
            pointer = "secrets_manager:::\(parts.environment.region):::\(name)"
            let found =
                config.from == nil
                ? SecretResolver.Found(arn: .arn(own), version: .pending(own, .version))
                : resolver.find(SecretReference(.secret(name)), for: "JUICE_CONFIG", at: place("config.from"))
            configuration = found.arn
            versions["JUICE_CONFIG"] = found.version
        }
        for (variable, reference) in parts.settings.secrets.sorted(by: { $0.key < $1.key }) {
            let found = resolver.find(reference, for: variable, at: place("service.secrets.\(variable)"))
            inject(found, reference, variable)
            versions[variable] = reference.isPinned ? nil : found.version
        }
        existing = resolver.existing
        guard config.restartOnChange else { return }
        let named = versions.sorted { $0.key < $1.key }.enumerated().flatMap { index, item in
            [Reference.known("\(index > 0 ? " " : "")\(item.key)="), item.value]
        }
        version = named.isEmpty ? nil : .joined(named).resolved { _, _ in nil }
    }

    private mutating func inject(_ found: SecretResolver.Found, _ reference: SecretReference, _ variable: String) {
        injected[variable] = "\(found.arn)\(reference.suffix)"
        if found.isParameter { parameters.insert(found.arn) } else { secrets.insert(found.arn) }
    }

    /// The rights of the execution role for what ECS injects.
    var access: PolicyDocument? {
        var statements: [PolicyStatement] = []
        if !secrets.isEmpty {
            statements.append(PolicyStatement(actions: ["secretsmanager:GetSecretValue"], resources: secrets))
        }
        if !parameters.isEmpty {
            statements.append(PolicyStatement(actions: ["ssm:GetParameters"], resources: parameters))
        }
        return statements.isEmpty ? nil : PolicyDocument(statements: statements)
    }
}

/// Finds the secrets and parameters that references mean: made by a manifest of the same environment, made by others
/// in its account and region, or elsewhere, where they cannot be looked at.
struct SecretResolver {
    struct Found {
        var arn: Reference
        /// nil where it cannot be looked at.
        var version: Reference?
        var isParameter = false
    }

    private let parts: ServiceParts
    private let manifests: ManifestSet
    private(set) var existing: [ServiceSecrets.Existing] = []

    init(_ parts: ServiceParts, _ manifests: ManifestSet) {
        self.parts = parts
        self.manifests = manifests
    }

    mutating func find(_ reference: SecretReference, for variable: String, at location: SourceLocation?) -> Found {
        let e = parts.environment
        switch reference.place {
        case .secret(let name):
            if let address = manifests.secret(named: name, in: e) { return made(address, isParameter: false) }
            return look(reference.place, variable, location)
        case .parameter(let name):
            if let node = manifests.nodes(in: e.name).first(where: { $0.parts(in: e).name == name }) {
                return made(node.parameter, isParameter: true)
            }
            return look(reference.place, variable, location)
        case .secretArn(let arn):
            return isNearby(arn) ? look(reference.place, variable, location) : Found(arn: .known(arn))
        case .parameterArn(let arn):
            return isNearby(arn)
                ? look(reference.place, variable, location) : Found(arn: .known(arn), isParameter: true)
        }
    }

    private func made(_ address: ResourceAddress, isParameter: Bool) -> Found {
        Found(arn: .arn(address), version: .pending(address, .version), isParameter: isParameter)
    }

    private mutating func look(
        _ place: SecretReference.Place, _ variable: String, _ location: SourceLocation?
    ) -> Found {
        let isParameter =
            switch place {
            case .secret, .secretArn: false
            case .parameter, .parameterArn: true
            }
        let address = parts.address.appending(variable + (isParameter ? "ExistingParameter" : "ExistingSecret"))
        existing.append(.init(address: address, place: place, location: location))
        return made(address, isParameter: isParameter)
    }

    /// Whether an ARN is of the environment's account and region.
    private func isNearby(_ arn: String) -> Bool {
        let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count > 4 && parts[3] == self.parts.environment.region
            && parts[4] == self.parts.environment.account
    }
}

extension ServiceParts {
    /// The same service with what it gets of secrets and parameters.
    func configured(by key: ManifestKey, in manifests: ManifestSet) -> ServiceParts {
        var parts = self
        parts.secrets = ServiceSecrets(self, key, in: manifests)
        return parts
    }

    /// The service's own secret, unless its manifest names another, and what others made.
    func addSecrets(_ draft: inout DeclarationDraft) {
        if configuration.makesSecret {
            draft.add(
                Secret(), secret, .init(secretName: name, secretDescription: "Configuration of \(name)"),
                tags: tags(name))
        }
        for item in secrets?.existing ?? [] {
            switch item.place {
            case .secret(let id), .secretArn(let id):
                draft.add(ExistingSecret(), item.address, .init(secretId: id), tags: [:], at: item.location)
            case .parameter(let name):
                draft.add(ExistingParameter(), item.address, .init(parameterName: name), tags: [:], at: item.location)
            case .parameterArn(let arn):
                let name = Self.parameterName(arn)
                draft.add(ExistingParameter(), item.address, .init(parameterName: name), tags: [:], at: item.location)
            }
        }
    }

    /// The ARN of `/a/b` ends with `parameter/a/b`, and that of `a` with `parameter/a`.
    private static func parameterName(_ arn: String) -> String {
        let name = arn.split(separator: ":", maxSplits: 5).last?.dropFirst("parameter/".count) ?? ""
        return name.contains("/") ? "/\(name)" : String(name)
    }
}

extension ManifestSet {
    /// The secret of this name that a node or an extra of the environment makes.
    fileprivate func secret(named name: String, in environment: Environment) -> ResourceAddress? {
        for node in nodes(in: environment.name) {
            let parts = [node.parts(in: environment)] + extras(of: node).map { $0.parts(in: environment, of: node) }
            if let maker = parts.first(where: { $0.name == name && $0.configuration.makesSecret }) {
                return maker.secret
            }
        }
        return nil
    }
}
