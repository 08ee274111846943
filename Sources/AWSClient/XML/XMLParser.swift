import CExpat

/// Reads an XML document into a tree with libexpat, within limits.
///
/// A document type declaration is refused as soon as it starts, so that no entity is ever declared or expanded.
final class XMLParser {
    /// How deep elements may nest.
    static let maximumDepth = 128
    /// How many bytes a document may have.
    static let maximumBytes = 64 << 20
    /// How many elements and attributes it may hold: an element of four bytes takes far more in memory.
    static let maximumNodes = 2_000_000

    private var root: XMLElement?
    private var open: [XMLElement] = []
    private var nodeCount = 0
    private var refusal: String?
    private let expat: OpaquePointer
    private let nodeLimit: Int

    /// The root element of the document in the bytes.
    /// - Parameter nodeLimit: how many elements and attributes it may hold.
    static func parse(_ bytes: [UInt8], upTo nodeLimit: Int = maximumNodes) throws(XMLError) -> XMLElement {
        guard bytes.count <= maximumBytes else {
            throw XMLError(message: "the document has more than \(maximumBytes) bytes", line: 1)
        }
        // Nil only when memory has run out.
        guard let expat = XML_ParserCreate("UTF-8") else { throw XMLError(message: "out of memory", line: 1) }
        return try XMLParser(expat: expat, nodeLimit: nodeLimit).run(bytes)
    }

    private init(expat: OpaquePointer, nodeLimit: Int) {
        self.expat = expat
        self.nodeLimit = nodeLimit
    }

    deinit {
        XML_ParserFree(expat)
    }

    private func run(_ bytes: [UInt8]) throws(XMLError) -> XMLElement {
        // The parser calls back only inside XML_Parse, while this frame keeps `self` alive.
        XML_SetUserData(expat, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            expat,
            { parser, name, attributes in XMLParser.from(parser)?.start(name, attributes) },
            { parser, _ in XMLParser.from(parser)?.end() }
        )
        XML_SetCharacterDataHandler(expat) { parser, bytes, count in XMLParser.from(parser)?.text(bytes, count) }
        XML_SetStartDoctypeDeclHandler(expat) { parser, _, _, _, _ in
            XMLParser.from(parser)?.refuse("a document type declaration is not allowed")
        }
        let status = bytes.withUnsafeBytes { buffer in
            withExtendedLifetime(self) {
                XML_Parse(expat, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 1)
            }
        }
        guard status == XML_STATUS_OK, refusal == nil, let root else {
            let reason = XML_ErrorString(XML_GetErrorCode(expat)).map { String(cString: $0) }
            throw XMLError(message: refusal ?? reason ?? "no element", line: Int(XML_GetCurrentLineNumber(expat)))
        }
        return root
    }

    private static func from(_ userData: UnsafeMutableRawPointer?) -> XMLParser? {
        userData.map { Unmanaged<XMLParser>.fromOpaque($0).takeUnretainedValue() }
    }

    private func start(_ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        guard let name else { return }
        guard open.count < Self.maximumDepth else {
            return refuse("nested deeper than \(Self.maximumDepth) elements")
        }
        var values: [String: String] = [:]
        var next = attributes
        nodeCount += 1
        while let pair = next, let key = pair[0], let value = pair[1] {
            values[String(cString: key)] = String(cString: value)
            next = pair + 2
            nodeCount += 1
        }
        guard nodeCount <= nodeLimit else {
            return refuse("more than \(nodeLimit) elements and attributes")
        }
        let qualified = String(cString: name)
        let local = qualified.split(separator: ":").last.map(String.init) ?? qualified
        let element = XMLElement(name: local, attributes: values)
        if let parent = open.last { parent.append(element) } else { root = element }
        open.append(element)
    }

    private func end() {
        open.removeLast()
    }

    private func text(_ bytes: UnsafePointer<CChar>?, _ count: Int32) {
        guard let bytes, let element = open.last else { return }
        bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
            element.append(text: String(decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self))
        }
    }

    private func refuse(_ reason: String) {
        refusal = refusal ?? reason
        XML_StopParser(expat, 0)
    }
}
