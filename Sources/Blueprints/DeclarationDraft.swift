import AWSResources
import Model

/// Collects the declarations of one manifest: what all of them share is said once.
struct DeclarationDraft {
    let scope: AccountScope
    let adopt: Bool
    let retain: Bool
    private var location: SourceLocation?
    private(set) var declarations: [ScopedDeclaration] = []

    init(scope: AccountScope, adopt: Bool, retain: Bool, location: SourceLocation?) {
        self.scope = scope
        self.adopt = adopt
        self.retain = retain
        self.location = location
    }

    /// - Parameter place: where the manifest asks for all that is added meanwhile.
    mutating func at(_ place: SourceLocation?, _ add: (inout DeclarationDraft) -> Void) {
        let whole = location
        location = place ?? whole
        add(&self)
        location = whole
    }

    /// - Parameter place: where the manifest asks for this resource in particular.
    mutating func add<Kind: AWSResourceKind>(
        _ kind: Kind, _ address: ResourceAddress, _ attributes: Kind.Attributes, tags: [String: String],
        after: [ResourceAddress] = [], at place: SourceLocation? = nil
    ) {
        let declaration = Declaration(
            kind, address, attributes, tags: tags, after: after, adopt: adopt, retain: retain,
            location: place ?? location)
        declarations.append(ScopedDeclaration(scope: scope, declaration: declaration))
    }
}
