import Foundation

extension WireValue {
    /// A scalar as the protocols without types of their own write it: in forms, headers, URIs and XML.
    /// - Parameters:
    ///   - format: of a timestamp for which the model names none.
    ///   - place: what the value is, for the problem when it does not fit.
    func text(
        _ reference: ShapeReference, _ format: ShapeReference.TimestampFormat, at place: String
    ) throws(WireProblem) -> String {
        switch (reference.kind, self) {
        case (.string, .string(let text)): return text
        case (.boolean, .bool(let flag)): return flag ? "true" : "false"
        case (.integer, .int(let number)), (.long, .int(let number)), (.double, .int(let number)): return String(number)
        case (.double, .double(let number)):
            if number.isNaN { return "NaN" }
            if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
            return Int64(exactly: number).map(String.init) ?? number.description
        case (.blob, .blob(let bytes)): return Data(bytes).base64EncodedString()
        case (.timestamp, .timestamp(let seconds)), (.timestamp, .double(let seconds)):
            return WireTimestamp.text(seconds, reference.timestampFormat ?? format)
        default: throw WireProblem(description: "\(place) must be a \(reference.kind)")
        }
    }
}
