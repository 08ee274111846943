@testable import AWSClient
@testable import AWSResources

/// An answer of AWS: `ec2:DescribeVpcs 200`, headers, an empty line, the body.
///
/// Whatever was answered is either read, or an error that says so in a few words. What was read of XML and JSON is the same when
/// it is written and read again.
enum AnswersTarget {
    static func take(_ input: [UInt8]) throws(BrokenPromise) {
        let text = HTTPText(input)
        let response = WireResponse(
            status: text.words.dropFirst().first.flatMap { Int($0) } ?? 200, headers: text.headersByName,
            body: text.body)
        try checkHeaders(of: response)
        try read(response, by: request(named: text.words.first ?? ""))
        try checkXML(text.body)
        try checkJSON(text.body)
        try checkPolicy(text.body)
        if let credentials = MetadataCredentials.parse(text.body) {
            try promise(credentials.expiration?.isNaN != true, "the expiration of credentials is no time")
        }
    }

    /// Every request that is sent, by its action.
    private static let requests: [any AWSRequest.Type] = {
        let kinds =
            KindCatalog.networkRequests + KindCatalog.hostRequests + KindCatalog.containerRequests
            + KindCatalog.scalingRequests + KindCatalog.loadBalancingRequests + KindCatalog.accessRequests
        let rest = KindCatalog.databaseRequests + KindCatalog.deliveryRequests
        let own: [any AWSRequest.Type] = [
            GetCallerIdentity.self, AssumeRole.self, AssumeRoleWithWebIdentity.self, GetSecretValue.self,
        ]
        return kinds + rest + own
    }()

    private static let byAction = Dictionary(requests.map { ("\($0.action)", $0) }) { first, _ in first }

    /// A name that no request has stands for one of them all the same, always the same one.
    private static func request(named name: String) -> any AWSRequest.Type {
        if let known = byAction[name] { return known }
        let hash = name.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
        return requests[hash % requests.count]
    }

    private static func checkHeaders(of response: WireResponse) throws(BrokenPromise) {
        if let wait = response.retryAfter {
            try promise((.zero ... .seconds(300)).contains(wait), "a wait of \(wait) before the next try")
        }
        if let date = response.date {
            let moment = CivilTime(secondsSince1970: Int64(date))
            try promise((0...9999).contains(moment.year), "the server's clock is in the year \(moment.year)")
        }
        _ = response.bucketRegion
    }

    private static func read<R: AWSRequest>(_ response: WireResponse, by request: R.Type) throws(BrokenPromise) {
        let (table, operation) = try promised("the table has every request") {
            try ServiceTable.operation(of: R.action)
        }
        let call = WireCall(action: R.action, table: table, operation: operation, input: .record([]))
        do throws(AWSError) {
            let answer = try response.answer(to: call)
            _ = operation.pagination?.nextTokens(in: answer.value)
            _ = try answer.decoded(as: R.Response.self, of: R.action)
        } catch {
            try promise(
                !error.code.isEmpty && error.code.utf8.count < 800, "the code of an error: \(error.code.prefix(300))")
            try promise(error.description.utf8.count < 16_384, "\(error.description.utf8.count) bytes of an error")
        }
    }

    private static func checkXML(_ body: [UInt8]) throws(BrokenPromise) {
        guard let element = try? XMLParser.parse(body), element.isNamedThroughout else { return }
        let markup = element.markup
        let again = try promised("XML that was read can be read again") { try XMLParser.parse(Array(markup.utf8)) }
        try promise(again.markup == markup, "XML read again says something else: \(markup.prefix(400))")
    }

    private static func checkJSON(_ body: [UInt8]) throws(BrokenPromise) {
        guard let value = try? JSONValue(parsing: body) else { return }
        for text in [value.text(), value.text(sortedKeys: true)] {
            let again = try promised("JSON that was read can be read again") { try JSONValue(parsing: text) }
            try promise(again == value, "JSON read again says something else: \(text.prefix(400))")
        }
    }

    private static func checkPolicy(_ body: [UInt8]) throws(BrokenPromise) {
        let policy = PolicyDocument(parsing: String(decoding: body, as: UTF8.self))
        let text = try promised("a policy that was read can be written") { try policy.json { $0.text ?? "" } }
        try promise(
            PolicyDocument(parsing: text) == policy, "a policy read again says something else: \(text.prefix(400))")
    }
}

extension XMLElement {
    /// What follows a prefix need not be a name of its own, and then cannot be written without it.
    fileprivate var isNamedThroughout: Bool {
        let isName = name.first.map { $0.isASCII && $0.isLetter || $0 == "_" } ?? false
        return isName && children.allSatisfy(\.isNamedThroughout)
    }
}
