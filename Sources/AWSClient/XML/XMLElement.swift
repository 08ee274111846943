/// An element of a parsed XML document, its names without namespace prefixes.
final class XMLElement {
    let name: String
    /// Keyed by the names as written, prefixes included.
    let attributes: [String: String]
    private(set) var children: [XMLElement] = []
    /// The character data directly inside, joined.
    private(set) var text = ""

    init(name: String, attributes: [String: String] = [:]) {
        self.name = name
        self.attributes = attributes
    }

    /// The first child of that name.
    func child(_ name: String) -> XMLElement? {
        children.first { $0.name == name }
    }

    /// The children of that name, in order.
    func children(_ name: String) -> [XMLElement] {
        children.filter { $0.name == name }
    }

    func append(_ child: XMLElement) {
        children.append(child)
    }

    func append(text: String) {
        self.text += text
    }
}
