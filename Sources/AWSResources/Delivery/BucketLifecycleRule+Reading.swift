import Model

extension BucketLifecycleRule {
    public init?(fieldValue: Value?) {
        guard case .map(let entries)? = fieldValue, let id = String(fieldValue: entries["id"]),
            let isEnabled = Bool?(fieldValue: entries["enabled"]),
            let prefix = String?(fieldValue: entries["prefix"]),
            let expiration = Int?(fieldValue: entries["expirationDays"]),
            let noncurrent = Int?(fieldValue: entries["noncurrentDays"]),
            let abort = Int?(fieldValue: entries["abortDays"]),
            let saysMore = Bool?(fieldValue: entries["saysMore"])
        else { return nil }
        self.init(
            id: id, prefix: prefix ?? "", expirationDays: expiration, noncurrentDays: noncurrent, abortDays: abort)
        self.isEnabled = isEnabled ?? true
        self.saysMore = saysMore ?? false
    }
}
