import Model

/// A rule by which S3 removes objects of a bucket by itself.
public struct BucketLifecycleRule: Hashable, Sendable {
    public var id: String
    public var isEnabled = true
    /// The objects that it is for: all whose keys begin so.
    public var prefix = ""
    /// Days after which an object expires.
    public var expirationDays: Int?
    /// Days after which a version that is no longer the newest goes.
    public var noncurrentDays: Int?
    /// Days after which an upload in parts that was never finished is given up.
    public var abortDays: Int?
    /// Whether it says more than can be said here, such as a transition to another storage class. A rule of ours never
    /// does.
    var saysMore = false

    public init(
        id: String, prefix: String = "", expirationDays: Int? = nil, noncurrentDays: Int? = nil, abortDays: Int? = nil
    ) {
        self.id = id
        self.prefix = prefix
        self.expirationDays = expirationDays
        self.noncurrentDays = noncurrentDays
        self.abortDays = abortDays
    }
}

extension BucketLifecycleRule: FieldValue {
    public var fieldValue: Value? {
        var map: [String: Value] = ["id": .string(id), "enabled": .bool(isEnabled), "prefix": .string(prefix)]
        map["expirationDays"] = expirationDays.fieldValue
        map["noncurrentDays"] = noncurrentDays.fieldValue
        map["abortDays"] = abortDays.fieldValue
        if saysMore { map["saysMore"] = true }
        return .map(map)
    }
}
