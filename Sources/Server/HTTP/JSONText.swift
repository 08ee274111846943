import Foundation
import Hummingbird

/// JSON as the server writes and reads it: sorted keys, ISO 8601 times.
enum JSONText {
    static func data(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return try encoder.encode(value)
    }

    static func response(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        let body = ByteBuffer(bytes: try data(value))
        return Response(
            status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: body))
    }

    /// - Throws: `ServerError` with status 400 that says what is wrong where.
    static func decode<T: Decodable>(_ type: T.Type, _ data: Data) throws(ServerError) -> T {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        do {
            return try decoder.decode(type, from: data)
        } catch let error as DecodingError {
            throw ServerError(.badRequest, "malformed", explain(error))
        } catch {
            throw ServerError(.badRequest, "malformed", "The body is not JSON.")
        }
    }

    private static func explain(_ error: DecodingError) -> String {
        func place(_ path: [any CodingKey]) -> String { path.map(\.stringValue).joined(separator: ".") }
        switch error {
        case .keyNotFound(let key, let context):
            return "`\(place(context.codingPath + [key]))` is missing."
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "`\(place(context.codingPath))` is of the wrong type."
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            return "`\(place(context.codingPath))` has a value that cannot be read."
        default: return "The body is not JSON."
        }
    }
}
