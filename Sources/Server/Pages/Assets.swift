import Crypto
import Foundation
import Hummingbird

/// A file that pages load. Its path changes with its content, so browsers may keep it for good.
struct Assets: Sendable {
    let path: String
    let type: String
    let content: String

    static let stylesheet = Assets("plumbline", "css", "text/css; charset=utf-8", Stylesheet.text)
    static let script = Assets("plumbline", "js", "text/javascript; charset=utf-8", LiveScript.text)
    static let icon = Assets("plumbline", "svg", "image/svg+xml", Icon.text)
    static let all = [stylesheet, script, icon]

    private init(_ name: String, _ ending: String, _ type: String, _ content: String) {
        let digest = Keyed.hex(SHA256.hash(data: Data(content.utf8)).prefix(6))
        path = "/assets/\(name)-\(digest).\(ending)"
        self.type = type
        self.content = content
    }

    var response: Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "public, max-age=31536000, immutable"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: content)))
    }
}
