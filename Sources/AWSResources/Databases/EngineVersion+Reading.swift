import Model

extension EngineVersion {
    /// The deepest of what it was written to; a text will do.
    public init?(fieldValue: Value?) {
        if let text = String(fieldValue: fieldValue) {
            self.init(text)
            return
        }
        guard let depths = [String: String](fieldValue: fieldValue),
            let deepest = depths.values.max(by: { $0.utf8.count < $1.utf8.count })
        else { return nil }
        self.init(deepest)
    }
}
