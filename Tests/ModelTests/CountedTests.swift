import Model
import Testing

@Suite("A number with its noun")
struct CountedTests {
    @Test("is singular for one, and plural for none and many")
    func plurals() {
        #expect(counted(1, "change") == "1 change")
        #expect(counted(0, "change") == "0 changes")
        #expect(counted(2, "change") == "2 changes")
        #expect(counted(1, "repository") == "1 repository")
        #expect(counted(3, "repository") == "3 repositories")
    }
}
