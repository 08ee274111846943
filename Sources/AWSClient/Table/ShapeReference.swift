/// The use of a shape by a member, a list or a map, with the traits that hold for this use.
struct ShapeReference: Sendable {
    enum Kind: Sendable, Equatable {
        case string, boolean, integer, long, double, blob, timestamp
        /// Any JSON value.
        case document
        /// An entry of the table's shapes.
        case shape(Int)
    }

    enum TimestampFormat: String, Sendable {
        case iso8601, rfc822, unixTimestamp
    }

    /// Where a REST protocol puts a member that is not in the body; the raw values are the models'.
    enum Location: String, Sendable {
        case header
        /// Several headers that begin with the member's name.
        case headers
        case uri
        case query = "querystring"
        case status = "statusCode"
    }

    /// The XML namespace that an element declares.
    struct Namespace: Sendable, Equatable {
        var uri: String
        var prefix: String?
    }

    var kind: Kind
    /// The name on the wire where it differs from the member's.
    var locationName: String?
    /// The name in EC2 requests where it differs from both.
    var queryName: String?
    /// Whether the list or map has no element of its own around its items.
    var isFlattened = false
    /// Whether the value is an attribute of the XML element.
    var isAttribute = false
    /// Whether the client fills the member with a new token when the caller gives none.
    var isIdempotencyToken = false
    var timestampFormat: TimestampFormat?
    /// Nil for what is in the body.
    var location: Location?
    /// Whether the member is the whole body.
    var isPayload = false
    var namespace: Namespace?

    init(_ kind: Kind) {
        self.kind = kind
    }
}
