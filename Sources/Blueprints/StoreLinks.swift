import AWSResources
import Manifests
import Model

/// What a service gets of the databases and caches that it uses.
struct StoreLinks {
    /// Environment variables of its containers.
    var variables: [String: Reference] = [:]
    /// The secrets with the databases' passwords, which its roles may read.
    var secrets: Set<Reference> = []
    /// What has to be there before its containers start.
    var after: [ResourceAddress] = []

    static let none = StoreLinks()

    fileprivate mutating func add(_ database: Database, _ use: StoreUse, _ environment: Environment) {
        let secret = Reference.pending(database.primary, .secretArn)
        variables[use.variable(.host)] = .pending(database.primary, .endpoint)
        variables[use.variable(.port)] = .known(String(database.resolvedPort))
        variables[use.variable(.secretArn)] = secret
        variables[use.variable(.name)] = database.databaseName.map(Reference.known)
        secrets.insert(secret)
        after += database.parts
        if database.resolvedPort != environment.network.databasePort {
            after.append(environment.databaseIngress(database.resolvedPort))
        }
    }

    fileprivate mutating func add(_ cache: Cache, _ use: StoreUse, _ environment: Environment) {
        variables[use.variable(.host)] = .pending(cache.address, .endpoint)
        variables[use.variable(.port)] = .known(String(cache.port))
        after.append(cache.address)
        if cache.port != environment.network.cachePort { after.append(environment.cacheIngress(cache.port)) }
    }
}

extension ManifestSet {
    /// What comes of a list of `uses`. What is not there is left out; a validated set has none such.
    func links(_ uses: [StoreUse], in environment: Environment) -> StoreLinks {
        var links = StoreLinks.none
        for use in uses {
            switch use.kind {
            case .database:
                if let database = databases(in: environment.name).first(where: { $0.name == use.name }) {
                    links.add(database, use, environment)
                }
            case .cache:
                if let cache = caches(in: environment.name).first(where: { $0.name == use.name }) {
                    links.add(cache, use, environment)
                }
            }
        }
        return links
    }
}

extension ServiceParts {
    /// The same service with what it uses.
    func linked(to uses: [StoreUse], in manifests: ManifestSet) -> ServiceParts {
        var parts = self
        parts.links = manifests.links(uses, in: environment)
        return parts
    }
}
