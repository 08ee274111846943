import AWSClient
import ArgumentParser

/// How results are written to standard output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// One document.
    case json

    func write(json: JSONObject) { Console.write(JSONValue.object(json).text()) }
}
