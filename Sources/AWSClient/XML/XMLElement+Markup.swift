extension XMLElement {
    /// The element as it is written, attributes in the order of their names.
    var markup: String {
        let attributes = attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\"\(Self.escaped($0.value))\"" }
        let content = Self.escaped(text) + children.map(\.markup).joined()
        return "<\(name)\(attributes.joined())>\(content)</\(name)>"
    }

    /// Line ends are escaped too: a reader would make others of them.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\r": result += "&#xD;"
            case "\n": result += "&#xA;"
            case "\u{85}": result += "&#x85;"
            case "\u{2028}": result += "&#x2028;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
