import Testing

@testable import AWSClient

@Suite("XML")
struct XMLParserTests {
    private func parse(_ text: String) throws -> XMLElement { try XMLParser.parse(Array(text.utf8)) }

    @Test("elements, attributes, character data and CDATA are read, prefixes dropped")
    func tree() throws {
        let root = try parse(
            #"<?xml version="1.0"?><x:a xmlns:x="u" k="v"><b>1 &lt; 2 &#233;</b><b><![CDATA[<c>]]></b></x:a>"#
        )
        #expect(root.name == "a")
        #expect(root.attributes["k"] == "v")
        #expect(root.children("b").map(\.text) == ["1 < 2 é", "<c>"])
    }

    @Test("a document type declaration is refused, so that no entity can expand or read a file")
    func entities() {
        let bomb = """
            <!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><l>&b;</l>
            """
        let error = #expect(throws: XMLError.self) { try parse(bomb) }
        #expect(error?.message.contains("document type") == true)
        let file = #"<!DOCTYPE l [<!ENTITY f SYSTEM "file:///etc/passwd">]><l>&f;</l>"#
        #expect(throws: XMLError.self) { try parse(file) }
    }

    @Test("elements nested too deep are refused")
    func depth() throws {
        let deep = String(repeating: "<a>", count: 50_000)
        let error = #expect(throws: XMLError.self) { try parse(deep) }
        #expect(error?.message.contains("nested deeper") == true)
    }

    @Test(
        "a document that breaks off or is none is refused",
        arguments: ["", "<a><b></b>", "<a", "text", "<a></b>", "<a/><a/>"]
    )
    func broken(text: String) {
        #expect(throws: XMLError.self) { try parse(text) }
    }
}
