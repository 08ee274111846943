import AWSClient
import Model

extension LimitTrial {
    /// Makes all that is declared, in the order of their dependencies.
    /// - Throws: `Unknown` for a kind whose calls nobody wrote down.
    public static func making(_ declarations: [Declaration]) throws -> [Work] {
        let places = Dictionary(
            uniqueKeysWithValues: declarations.enumerated().map { index, one in (one.address, index) })
        return try declarations.map { declaration in
            guard let calls = KindCalls.making(declaration.type) else { throw Unknown(type: declaration.type) }
            return Work(calls, needs: declaration.dependencies.compactMap { places[$0] })
        }
    }

    /// Looks in full at all that is declared.
    public static func looking(_ declarations: [Declaration]) -> [Work] {
        declarations.map { Work(KindCalls.looking($0.type)) }.filter { !$0.calls.isEmpty }
    }

    /// A kind that `KindCalls` has no calls of.
    struct Unknown: Error {
        let type: ResourceType
    }
}
