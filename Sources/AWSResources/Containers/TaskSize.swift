/// ECS writes the size of a task as text: units (`256`, MiB or 1/1024 vCPU), or `.25 vCPU`, `0.5 GB`.
enum TaskSize {
    /// The size in units; nil when the text is no size.
    static func units(_ text: String?) -> Int? {
        guard let text else { return nil }
        let number = text.prefix { $0.isNumber || $0 == "." }
        let unit = text.dropFirst(number.count).filter { !$0.isWhitespace }.lowercased()
        switch unit {
        case "": return Int(number)
        case "vcpu", "gb": return Double(number.hasPrefix(".") ? "0" + number : String(number)).map { Int($0 * 1024) }
        default: return nil
        }
    }
}
