/// Credentials as the container and instance endpoints answer them.
enum MetadataCredentials {
    /// Reads `{"AccessKeyId": …, "SecretAccessKey": …, "Token": …, "Expiration": …}`, or nil when it is none.
    static func parse(_ body: [UInt8]) -> Credentials? {
        guard let json = try? JSONValue(parsing: body), let id = json["AccessKeyId"]?.stringValue,
            let secret = json["SecretAccessKey"]?.stringValue
        else { return nil }
        return Credentials(
            accessKeyID: id,
            secretAccessKey: Secret(secret),
            sessionToken: json["Token"]?.stringValue.map { Secret($0) },
            expiration: json["Expiration"]?.stringValue.flatMap(WireTimestamp.seconds)
        )
    }
}
