import Foundation
import Yams

/// The few shapes of YAML that the ledger writes and reads, with keys in the order in which they are given.
enum YAMLText {
    static func text(_ text: String) -> Node {
        // Quoted, so that account numbers and `true` stay texts for every reader.
        Node.scalar(.init(text, Tag(.str), .doubleQuoted))
    }

    static func word(_ text: String) -> Node { Node.scalar(.init(text, Tag(.str), .any)) }

    /// - Parameter others: those of them whose keys are not among the pairs' come last.
    static func map(_ pairs: [(String, Node?)], keeping others: [(String, Node)] = []) -> Node {
        let own = Set(pairs.map(\.0))
        let all = pairs + others.filter { !own.contains($0.0) }
        return Node.mapping(.init(all.compactMap { key, value in value.map { (word(key), $0) } }, Tag(.map), .block))
    }

    static func list(_ items: [Node]) -> Node { Node.sequence(.init(items, Tag(.seq), items.isEmpty ? .flow : .block)) }

    static func serialize(_ node: Node) throws -> [UInt8] {
        Array(try Yams.serialize(node: node, width: -1, allowUnicode: true).utf8)
    }

    /// - Throws: for a text that is no YAML, and one past the limits.
    static func parse(_ bytes: [UInt8]) throws -> Node? {
        try YAMLLimits().check(bytes)
        return try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self), .basic)
    }
}

extension Node {
    func string(_ key: String) -> String? {
        guard case .scalar(let scalar)? = mapping?[Node(key)] else { return nil }
        return scalar.string
    }

    func items(_ key: String) -> [Node] { mapping?[Node(key)]?.sequence.map(Array.init) ?? [] }

    func strings(_ key: String) -> [String] { items(key).compactMap { $0.scalar?.string } }

    /// A moment as ISO 8601 writes it.
    func date(_ key: String) -> Date? { string(key).flatMap { try? Date($0, strategy: .iso8601) } }
}
