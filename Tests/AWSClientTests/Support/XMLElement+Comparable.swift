@testable import AWSClient

extension XMLElement {
    /// A form in which the order of differently named children and the space between them do not count.
    var comparable: String {
        let attributes = attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        // The order of the items of a list does count.
        let sorted = children.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }
        let content = children.isEmpty ? text : sorted.map(\.element.comparable).joined()
        return "<\(name) \(attributes)>\(content)</\(name)>"
    }
}
