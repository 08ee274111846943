import Foundation
import Hummingbird

extension Request {
    /// The whole body.
    /// - Throws: `ServerError` with status 413 as soon as it is, or says that it will be, larger than the limit.
    func bytes(upTo limit: Int) async throws -> Data {
        if let length = headers[.contentLength].flatMap(Int.init), length > limit {
            throw ServerError.tooLarge(limit: limit)
        }
        var data = Data()
        for try await buffer in body {
            guard data.count + buffer.readableBytes <= limit else { throw ServerError.tooLarge(limit: limit) }
            data.append(contentsOf: buffer.readableBytesView)
        }
        return data
    }

    /// The fields of a form. Of a field that comes twice the last counts.
    func form() async throws -> [String: String] {
        FormText.fields(String(decoding: try await bytes(upTo: 64 << 10), as: UTF8.self))
    }

    /// Whether the body is said to be of this media type, whatever its parameters.
    func isOf(_ mediaType: String) -> Bool {
        let type = headers.text("content-type")?.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces)
        return type?.lowercased() == mediaType
    }
}
