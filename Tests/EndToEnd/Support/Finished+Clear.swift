import Testing

extension Finished {
    /// The exit code is the expected one, the error is told to people, and says all of these.
    func expectClear(_ code: Int32, _ texts: String..., sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(self.code == code, "\(said)", sourceLocation: sourceLocation)
        let told = errors + output
        for text in texts { #expect(told.contains(text), "\(said)", sourceLocation: sourceLocation) }
        // What a dump of a Swift value or a crash looks like.
        for trace in ["Fatal error", "Optional(", "Error(", "Swift.", "NSError", "AsyncHTTPClient", "NIO", "0x0"] {
            #expect(!told.contains(trace), "\(said)", sourceLocation: sourceLocation)
        }
        #expect(told.lowercased().contains("error: "), "\(said)", sourceLocation: sourceLocation)
    }
}
