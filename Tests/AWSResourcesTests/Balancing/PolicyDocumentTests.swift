import AWSResources
import Model
import Testing

@Suite("A policy document")
struct PolicyDocumentTests {
    private func value(_ text: String) -> Value? { PolicyDocument(parsing: text).fieldValue }

    private let plain = """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["a:One", "a:Two"],
         "Resource": ["arn:x", "arn:y"], "Principal": {"AWS": "123456789012"}}]}
        """

    @Test(
        "means the same however it is written",
        arguments: [
            // Another order everywhere.
            """
            {"Statement": [{"Principal": {"AWS": ["123456789012"]}, "Resource": ["arn:y", "arn:x"],
             "Action": ["a:Two", "a:One"], "Effect": "Allow"}], "Version": "2012-10-17"}
            """,
            // One statement without a list, the account as its root user's ARN, an Id.
            """
            {"Version": "2012-10-17", "Id": "x", "Statement": {"Effect": "Allow", "Action": ["a:One", "a:Two", "a:One"],
             "Resource": ["arn:x", "arn:y"], "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Sid": ""}}
            """,
        ])
    func meaning(_ text: String) {
        #expect(value(text) == value(plain))
    }

    @Test(
        "differs when it says something else",
        arguments: [
            ("2012-10-17", "2008-10-17"), ("Allow", "Deny"), ("\"a:One\", ", ""), ("arn:y", "arn:z"),
            ("123456789012", "210987654321"), ("\"Principal\"", "\"NotPrincipal\""), ("\"Action\"", "\"NotAction\""),
            ("\"Resource\"", "\"NotResource\""), ("\"Effect\"", "\"Sid\": \"s\", \"Effect\""),
            ("\"Effect\"", "\"Condition\": {\"Bool\": {\"aws:SecureTransport\": \"true\"}}, \"Effect\""),
            ("\"Version\": \"2012-10-17\", ", ""),
        ])
    func difference(_ old: String, _ new: String) throws {
        let changed = plain.replacing(old, with: new, maxReplacements: 1)
        try #require(changed != plain)
        #expect(PolicyDocument(parsing: changed).unreadable == nil)
        #expect(value(changed) != value(plain))
    }

    @Test("takes one string for a list of one, and everyone in both spellings")
    func shortForms() {
        #expect(
            value(#"{"Statement": [{"Effect": "Allow", "Action": "a:*", "Principal": "*"}]}"#)
                == value(#"{"Statement": [{"Effect": "Allow", "Action": ["a:*"], "Principal": {"AWS": ["*"]}}]}"#))
    }

    @Test("takes a condition's number or truth value for its text")
    func conditionValues() {
        func document(_ condition: String) -> Value? {
            value(#"{"Statement": [{"Effect": "Deny", "Action": "a:*", "Condition": \#(condition)}]}"#)
        }
        #expect(
            document(#"{"Bool": {"aws:SecureTransport": true}, "NumericEquals": {"k": 5}}"#)
                == document(#"{"NumericEquals": {"k": ["5"]}, "Bool": {"aws:SecureTransport": "true"}}"#))
    }

    @Test("is read in the percent-encoded form of IAM's answers")
    func percentEncoding() {
        let encoded =
            "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C"
            + "%22Principal%22%3A%7B%22Service%22%3A%22ecs-tasks.amazonaws.com%22%7D%2C%22Action%22%3A"
            + "%22sts%3AAssumeRole%22%7D%5D%7D"
        #expect(value(encoded) == PolicyDocument.trusting(service: "ecs-tasks.amazonaws.com").fieldValue)
    }

    @Test(
        "that cannot be read is shown as its text and equals nothing",
        arguments: [
            "", "nonsense", "{", "[]", #"{"Statement": [{"Action": "a:*"}]}"#,
            #"{"Statement": [], "Surprise": 1}"#, #"{"Statement": [{"Effect": "Allow", "Actoin": "a:*"}]}"#,
            #"{"Statement": [{"Effect": "Allow", "Action": {"a": 1}}]}"#,
        ])
    func unreadable(_ text: String) {
        #expect(PolicyDocument(parsing: text).fieldValue == .string(text))
        #expect(PolicyDocument(parsing: text) != PolicyDocument(statements: []))
    }

    @Test(
        "that cannot be read, even decoded, is the same when it is written and read again",
        arguments: ["%2541", "%2%325", "%7B%2541", "{%41", "%FF"])
    func unreadableAgain(_ text: String) throws {
        let policy = PolicyDocument(parsing: text)
        #expect(policy.unreadable != nil)
        #expect(PolicyDocument(parsing: try policy.json { $0.text ?? "" }) == policy)
    }

    @Test("comes back from its own JSON, with its references filled in")
    func roundTrip() throws {
        let document = PolicyDocument(statements: [
            PolicyStatement(
                sid: "Own", actions: ["s:Get", "s:List"],
                resources: ["\(Reference.arn("dev/acme/Secret"))-*", "arn:b*"],
                conditions: ["ArnLike": ["aws:SourceArn": [.arn("dev/acme/Secret")]], "Null": ["k": ["false"]]]),
            PolicyStatement(
                effect: .deny, actions: ["*"], notResources: ["arn:c"],
                notPrincipals: ["AWS": ["123456789012"], "Service": ["a.b"]]),
            PolicyStatement(principals: ["AWS": ["*"]], notActions: ["iam:*"]),
        ])
        let lookup: (ResourceAddress, Output) -> String? = { address, _ in "arn:\(address)" }
        let text = try document.json { $0.resolved(by: lookup).text ?? "" }
        #expect(PolicyDocument(parsing: text).fieldValue == document.fieldValue?.resolved(by: lookup))
        #expect(document.fieldValue?.addresses.contains("dev/acme/Secret") == true)
    }

    @Test("is written with its version, single values unwrapped, the same text every time")
    func text() throws {
        let document = PolicyDocument.trusting(service: "ecs-tasks.amazonaws.com")
        #expect(
            try document.json { $0.text ?? "" } == """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
                "Principal":{"Service":"ecs-tasks.amazonaws.com"},"Action":"sts:AssumeRole"}]}
                """)
    }
}
