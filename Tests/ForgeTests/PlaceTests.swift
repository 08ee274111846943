import Testing

@testable import Forge

@Suite struct PlaceTests {
    @Test func placeholder() {}
}
