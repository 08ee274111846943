import Model

extension LogConfiguration {
    public init?(fieldValue: Value?) {
        guard case .map(let entries)? = fieldValue, let driver = String(fieldValue: entries["driver"]),
            let options = [String: Reference]?(fieldValue: entries["options"])
        else { return nil }
        self.init(driver: driver, options: options ?? [:])
    }
}
