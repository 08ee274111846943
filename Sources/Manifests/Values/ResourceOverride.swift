import Model

/// How one resource of a manifest differs from what its blueprint says.
///
/// The blueprint's value is changed by the rules of JSON merge patch (RFC 7396): maps merge, lists and single values
/// replace, null removes, which for a whole property means that it is not managed.
public struct ResourceOverride: Hashable, Sendable {
    /// What AWS names the resource by that is to be taken over, where neither its name nor its place tells.
    public var identifier: String?
    /// In place of, or besides, the blueprint's tags.
    public var tags: [String: String] = [:]
    /// By the property's name, as plans show it.
    public var properties: [String: Patch] = [:]

    public init(identifier: String? = nil, tags: [String: String] = [:], properties: [String: Patch] = [:]) {
        self.identifier = identifier
        self.tags = tags
        self.properties = properties
    }

    public var isEmpty: Bool { identifier == nil && tags.isEmpty && properties.isEmpty }

    /// The text that a property is replaced by, if it is.
    public func text(_ property: String) -> String? {
        guard case .replace(.string(let text))? = properties[property] else { return nil }
        return text
    }
}

/// A manifest whose resources can be made to differ from its blueprint.
public protocol OverridableManifest: Sendable {
    var key: ManifestKey { get }
    /// By the resource's name below the manifest, such as `TargetGroup`.
    var overrides: [String: ResourceOverride] { get }
    /// Resources of the blueprint that there are not.
    var omit: [String] { get }
}

extension Environment: OverridableManifest {}
extension Repository: OverridableManifest {}
extension Node: OverridableManifest {}
extension Extra: OverridableManifest {}
extension Database: OverridableManifest {}
extension Cache: OverridableManifest {}
extension Pipeline: OverridableManifest {}

extension OverridableManifest {
    /// The text that overrides a property of a resource, if any does.
    public func overridden(_ resource: String, _ property: String) -> String? {
        overrides[resource]?.text(property)
    }
}

extension ManifestSet {
    /// Every manifest that overrides or omits something.
    public var overriding: [any OverridableManifest] {
        let all: [any OverridableManifest] =
            environments + repositories + nodes + extras + databases + caches + pipelines
        return all.filter { !$0.overrides.isEmpty || !$0.omit.isEmpty }
    }
}
