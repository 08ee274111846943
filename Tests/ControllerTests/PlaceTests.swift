import Testing

@testable import Controller

@Suite struct PlaceTests {
    @Test func placeholder() {}
}
