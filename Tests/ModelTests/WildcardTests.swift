import Testing

@testable import Model

@Suite("A text with wildcards")
struct WildcardTests {
    @Test(
        "matches what it stands for",
        arguments: [
            ("dev", "dev"), ("dev/acme/Service", "dev/*"), ("dev", "*"), ("", "*"), ("prod-eu", "prod*"),
            ("a-b-c", "a*b*c"), ("aa", "a*a"), ("tags.Name", "tags.*"), ("abcabc", "*abc"),
        ])
    func matching(_ text: String, _ pattern: String) { #expect(Wildcard.matches(text, pattern)) }

    @Test(
        "matches nothing else",
        arguments: [
            ("dev2", "dev"), ("develop", "*dev"), ("a", "a*a"), ("", "a"), ("acb", "a*b*c"), ("prod", "dev*"),
            ("dev/acme", "dev/*/Service"),
        ])
    func other(_ text: String, _ pattern: String) { #expect(!Wildcard.matches(text, pattern)) }
}
