import Foundation
import Hummingbird

extension Request {
    /// The whole body.
    ///
    /// The connection of a body that is refused is closed a little later, whatever else is sent on it.
    /// - Throws: `ServerError` with status 413 as soon as it is, or says that it will be, larger than the limit; with 408 when
    ///   it is not there in time.
    func bytes(
        upTo limit: Int, within time: Duration = .seconds(10), of context: ServerContext
    ) async throws -> Data {
        do throws(ServerError) {
            return try await collected(upTo: limit, within: time)
        } catch {
            context.closeSoon()
            throw error
        }
    }

    private func collected(upTo limit: Int, within time: Duration) async throws(ServerError) -> Data {
        if let length = headers[.contentLength].flatMap(Int.init), length > limit {
            throw .tooLarge(limit: limit)
        }
        let body = body
        let read = await withTaskGroup(of: Result<Data, ServerError>.self) { group in
            group.addTask { await Self.read(body, upTo: limit) }
            group.addTask {
                try? await Task.sleep(for: time)
                return .failure(.tooSlow(within: time))
            }
            defer { group.cancelAll() }
            return await group.next()
        }
        return try (read ?? .failure(.tooSlow(within: time))).get()
    }

    private static func read(_ body: RequestBody, upTo limit: Int) async -> Result<Data, ServerError> {
        var data = Data()
        do {
            for try await buffer in body {
                guard data.count + buffer.readableBytes <= limit else { return .failure(.tooLarge(limit: limit)) }
                data.append(contentsOf: buffer.readableBytesView)
            }
        } catch {
            return .failure(.cutShort)
        }
        return .success(data)
    }

    /// The fields of a form. Of a field that comes twice the last counts.
    func form(_ context: ServerContext) async throws -> [String: String] {
        FormText.fields(String(decoding: try await bytes(upTo: 64 << 10, of: context), as: UTF8.self))
    }

    /// Whether the body is said to be of this media type, whatever its parameters.
    func isOf(_ mediaType: String) -> Bool {
        let type = headers.text("content-type")?.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces)
        return type?.lowercased() == mediaType
    }
}
