import AWSResources
import Blueprints
import Manifests
import Model

/// Looks whether the images that services are to run are there to be pulled.
///
/// A missing one is a warning and no more: the seed's procedure makes the service before the first image is pushed.
struct ImageCheck: Sendable {
    /// The images of each repository in one account and region, with the places where manifests name them.
    private var wanted: [String: [String: SourceLocation?]] = [:]

    /// - Parameter names: the environments whose services are looked at.
    init(_ manifests: ManifestSet, _ scope: AccountScope, names: Set<String>) {
        let images =
            manifests.nodes.map { ($0.key, $0.environment, $0.image) }
            + manifests.extras.map { ($0.key, $0.environment, $0.image) }
        for (key, environment, image) in images where image.registry == nil && names.contains(environment) {
            guard let environment = manifests.environment(named: environment), let name = image.tag ?? image.digest
            else { continue }
            let home = manifests.repository(named: image.repository)?.scope ?? environment.scope
            guard (home.account, home.region) == (scope.account, scope.region) else { continue }
            let place = manifests.location(of: key, image.tag == nil ? "image.digest" : "image.tag")
            if wanted[image.repository]?[name] == nil { wanted[image.repository, default: [:]][name] = place }
        }
    }

    /// What a repository does not hold, by its name, or why it could not be asked.
    typealias Missing = [String: Result<Set<String>, ResourceError>]

    /// One call for each repository, and each hundred images of it.
    func missing(_ session: AWSSession) async -> Missing {
        let lookup = ImageLookup(session)
        var found: Missing = [:]
        for (repository, images) in wanted {
            do throws(ResourceError) {
                found[repository] = .success(try await lookup.missing(Set(images.keys), from: repository))
            } catch {
                found[repository] = .failure(error)
            }
        }
        return found
    }

    /// - Parameter missing: of these images, and it may be of others.
    func warnings(_ missing: Missing) -> [Diagnostic] {
        var warnings: [Diagnostic] = []
        for (repository, images) in wanted.sorted(by: { $0.key < $1.key }) {
            switch missing[repository] {
            case .success(let names)?:
                for image in names.intersection(images.keys).sorted() {
                    let separator = image.hasPrefix("sha256:") ? "@" : ":"
                    warnings.append(
                        Diagnostic(
                            .warning,
                            "the image \(repository)\(separator)\(image) is not in ECR; services that are to run it cannot "
                                + "start until it is pushed", at: images[image] ?? nil))
                }
            case .failure(let error)?:
                warnings.append(Diagnostic(.warning, "the images of \(repository) could not be looked for: \(error)"))
            case nil: break
            }
        }
        return warnings
    }
}
