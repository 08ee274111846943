import AWSResources
import Manifests
import Model

/// Changes what the blueprints declare by what the manifests override and omit, and tells what of that cannot be.
struct OverridePass {
    private(set) var diagnostics: [Diagnostic] = []
    private let manifests: ManifestSet
    private let kinds = Dictionary(KindCatalog.all.map { ($0.type, $0) }) { first, _ in first }

    init(_ manifests: ManifestSet) { self.manifests = manifests }

    mutating func applied(to declared: [ScopedDeclaration]) -> [ScopedDeclaration] {
        let overriding = manifests.overriding
        guard !overriding.isEmpty else { return declared }
        var declarations = Dictionary(declared.map { ($0.declaration.address, $0) }) { first, _ in first }
        var omitted: [ResourceAddress: SourceLocation?] = [:]
        for manifest in overriding {
            let base = ResourceAddress.base(of: manifest.key)
            for (resource, override) in manifest.overrides.sorted(by: { $0.key < $1.key }) {
                let address = base.appending(resource)
                guard let scoped = declarations[address] else {
                    unknown(resource, in: manifest, at: "overrides.\(resource)", declarations)
                    continue
                }
                declarations[address]?.declaration = changed(scoped.declaration, by: override, of: manifest, resource)
            }
            for (index, resource) in manifest.omit.enumerated() {
                let address = base.appending(resource)
                guard declarations[address] != nil else {
                    unknown(resource, in: manifest, at: "omit[\(index)]", declarations)
                    continue
                }
                omitted[address] = manifests.location(of: manifest.key, "omit[\(index)]")
            }
        }
        return without(omitted, declared.compactMap { declarations[$0.declaration.address] })
    }

    /// What nobody may refer to any more goes; that it only had to wait for it is forgotten.
    private mutating func without(
        _ omitted: [ResourceAddress: SourceLocation?], _ declared: [ScopedDeclaration]
    ) -> [ScopedDeclaration] {
        guard !omitted.isEmpty else { return declared }
        return declared.compactMap { scoped in
            guard omitted[scoped.declaration.address] == nil else { return nil }
            var scoped = scoped
            scoped.declaration.after.removeAll { omitted[$0] != nil }
            for (property, value) in scoped.declaration.values.sorted(by: { $0.key < $1.key }) {
                for address in Set(value.addresses).sorted() {
                    guard let location = omitted[address] else { continue }
                    diagnostics.append(
                        Diagnostic(
                            .error,
                            "\(address) is omitted, but \(scoped.declaration.address) refers to it in \(property): "
                                + "override that property, omit \(scoped.declaration.address.resource) too, or keep it",
                            at: location))
                }
            }
            return scoped
        }
    }

    private mutating func unknown(
        _ resource: String, in manifest: any OverridableManifest, at path: String,
        _ declarations: [ResourceAddress: ScopedDeclaration]
    ) {
        let base = ResourceAddress.base(of: manifest.key)
        let known = declarations.keys.filter { base.appending($0.resource) == $0 }.map(\.resource).sorted()
        diagnostics.append(
            Diagnostic(
                .error,
                "\(manifest.key) has no resource \(resource); it has \(known.joined(separator: ", "))",
                at: manifests.location(of: manifest.key, path)))
    }

    private mutating func changed(
        _ declaration: Declaration, by override: ResourceOverride, of manifest: any OverridableManifest,
        _ resource: String
    ) -> Declaration {
        guard let kind = kinds[declaration.type] else { return declaration }
        let (result, problems) = Self.changed(kind, declaration, by: override)
        for problem in problems {
            let path = "overrides.\(resource)." + problem.property
            diagnostics.append(
                Diagnostic(.error, problem.message, at: manifests.location(of: manifest.key, path)))
        }
        return result
    }

    private struct Problem {
        var property: String
        var message: String
    }

    private static func changed<Kind: AWSResourceKind>(
        _ kind: Kind, _ declaration: Declaration, by override: ResourceOverride
    ) -> (Declaration, [Problem]) {
        guard var attributes = declaration.typed as? Kind.Attributes else { return (declaration, []) }
        var problems: [Problem] = []
        for (property, patch) in override.properties.sorted(by: { $0.key < $1.key }) {
            guard let field = kind.fields.first(where: { $0.row.name == property }) else {
                let known = kind.fields.map(\.row.name).joined(separator: ", ")
                let text = "\(declaration.type) has no property \(property); it has \(known)"
                problems.append(Problem(property: property, message: text))
                continue
            }
            let wanted = patch.applied(to: field.value(attributes))
            var changed = attributes
            // What is understood only in part, as a misspelt key of a map, is not what was asked for.
            guard field.assign(wanted, &changed), field.value(changed)?.unordered == wanted?.unordered else {
                let now = field.value(attributes).map { "the blueprint has \($0)" } ?? "the blueprint leaves it out"
                let text =
                    "\(property) of \(declaration.address.resource) cannot be \(wanted?.description ?? "null"): \(now)"
                problems.append(Problem(property: property, message: text))
                continue
            }
            attributes = changed
        }
        let tags = declaration.tags.merging(override.tags) { _, given in given }
        var result = Declaration(
            kind, declaration.address, attributes, tags: tags, after: declaration.after, adopt: declaration.adopt,
            retain: declaration.retain, location: declaration.location)
        result.adoptedIdentifier = override.identifier
        return (result, problems)
    }
}

extension ResourceAddress {
    /// The address below which a manifest's resources are.
    static func base(of key: ManifestKey) -> ResourceAddress {
        ResourceAddress(key.kind == "Repository" ? "\(Repository.addressScope)/\(key.path)" : key.path)
    }
}
