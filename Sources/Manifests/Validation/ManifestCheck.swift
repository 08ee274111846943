/// A rule about several manifests together.
protocol ManifestCheck: Sendable {
    static func run(_ drafts: inout ManifestDrafts)
}

/// The rules that there are.
enum ManifestChecks {
    static let all: [any ManifestCheck.Type] = [
        ReferenceCheck.self,
        StoreCheck.self,
        PipelineCheck.self,
        CapacityCheck.self,
        AccountCheck.self,
        NetworkOverlapCheck.self,
        ListenerRuleCheck.self,
        ResourceNameCheck.self,
    ]

    static func run(_ drafts: inout ManifestDrafts) {
        for check in all { check.run(&drafts) }
    }
}
