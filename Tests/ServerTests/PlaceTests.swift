import Testing

@testable import Server

@Suite struct PlaceTests {
    @Test func placeholder() {}
}
