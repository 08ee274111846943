import EmulatorSupport
import Foundation

/// A chat on loopback, which writes down whatever is posted to it. It ends with this object.
final class Chat: Sendable {
    let url: String
    /// Each message as it came, a line each.
    let log: LineLog
    private let process: Process
    private let input: Pipe

    private init(_ url: String, _ log: LineLog, _ process: Process, _ input: Pipe) {
        (self.url, self.log, self.process, self.input) = (url, log, process, input)
    }

    deinit { try? input.fileHandleForWriting.close() }

    static func start() async throws -> Chat {
        let process = Process()
        let (input, output, log) = (Pipe(), Pipe(), LineLog())
        process.executableURL = try TestPython.interpreter()
        process.arguments = ["-u", "-c", script]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let handle = output.fileHandleForReading
        log.read(handle)
        guard let line = await log.next(["port "], within: .seconds(60)), let port = Int(line.dropFirst(5)) else {
            throw EndToEndError("the chat did not start: \(log.text)")
        }
        return Chat("http://127.0.0.1:\(port)/", log, process, input)
    }

    /// Answers 200 to all, and ends with its standard input.
    private static let script = """
        import http.server, os, sys, threading
        class Chat(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                print(body.decode().replace("\\n", " "))
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()
            def log_message(self, *_):
                pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Chat)
        threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
        print("port", server.server_port)
        server.serve_forever()
        """
}
