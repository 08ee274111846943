import AWSClient
import Controller
import Discovery

/// The JSON document of `adopt --output json`; scripts depend on its keys.
enum AdoptionDocument {
    static func document(_ adopted: AdoptedEnvironment) -> JSONObject {
        let discovered = adopted.discovered
        return JSONObject([
            ("environment", .string(discovered.environment)),
            (
                "files",
                .array(
                    adopted.files.map { file in
                        .object(JSONObject([("path", .string(file.path)), ("written", .bool(file.isNew))]))
                    })
            ),
            (
                "resources",
                .array(
                    discovered.resources.sorted { $0.key < $1.key }.map { address, resource in
                        .object(
                            JSONObject([
                                ("address", .string(address.path)), ("type", .string("\(resource.type)")),
                                ("identifier", .string(resource.identifier)),
                            ]))
                    })
            ),
            (
                "notExpressed",
                .array(
                    discovered.leftovers.map { leftover in
                        .object(
                            JSONObject([
                                ("type", .string(leftover.type)), ("identifier", .string(leftover.identifier)),
                                ("reason", .string(leftover.reason)),
                            ]))
                    })
            ),
            ("remarks", .array(adopted.remarks.map(JSONValue.string))),
            (
                "apiCalls",
                .object(JSONObject(adopted.apiCalls.sorted { $0.key < $1.key }.map { ($0.key, .int(Int64($0.value))) }))
            ),
        ])
    }
}
