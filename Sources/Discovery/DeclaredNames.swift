import AWSResources
import Model

/// Which service is which declared node, or which extra of one.
///
/// A service that has the natural name of one is that one; else it is the one whose name its task family, its container or
/// its stack bears. Where several services bear a name, none is taken: a guess would put one application in the place of
/// another.
struct DeclaredNames {
    /// The declared name of a service, by its identifier.
    private(set) var names: [String: String] = [:]
    /// Services that bear the same declared name.
    private(set) var doubts: [String: [String]] = [:]
    /// All that are declared, which no other service may be called by.
    let declared: Set<String>

    /// - Parameters:
    ///   - declared: without the parent's name.
    ///   - bearers: the services among which they are looked for.
    init(_ declared: Set<String>, _ bearers: [Bearer]) {
        self.declared = declared
        for name in declared.sorted() {
            let natural = bearers.filter { $0.naturalName == name }
            let others = bearers.filter { bearer in
                // One whose own name says that it is another is that one.
                bearer.couldBe.contains(name) && bearer.naturalName.map(declared.contains) != true
            }
            let candidates = natural.isEmpty ? others : natural
            if candidates.count == 1 {
                names[candidates[0].identifier] = names[candidates[0].identifier] ?? name
            } else if candidates.count > 1 {
                doubts[name] = candidates.map(\.identifier).sorted()
            }
        }
    }

    /// A service and what it could be called.
    struct Bearer {
        var identifier: String
        /// What is left of its name without the environment's or the node's; nil when it does not begin so.
        var naturalName: String?
        var couldBe: [String]
    }
}

extension EnvironmentSearch {
    /// What a service could be called among those whose names begin with this, such as `acme-` for a node's extras.
    func bearer(_ service: Observed<Service.Attributes>, below beginning: String = "") -> DeclaredNames.Bearer {
        let names = ownNames(of: service)
        let short = names.filter { !beginning.isEmpty && $0.hasPrefix(beginning) }
            .map { String($0.dropFirst(beginning.count)) }
        let whole = "\(request.fullName)-\(beginning)"
        let own = service.attributes.serviceName
        return DeclaredNames.Bearer(
            identifier: service.identifier,
            naturalName: own.hasPrefix(whole) ? String(own.dropFirst(whole.count)) : nil, couldBe: short + names)
    }
}
