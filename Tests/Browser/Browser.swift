import EmulatorSupport
import Foundation
import Synchronization

/// A headless Chromium, spoken to by its DevTools protocol over pipes (https://chromedevtools.github.io/devtools-protocol/).
///
/// Messages end with a zero byte on the descriptors 3 and 4, which the shell ties to the standard streams.
public final class Browser: Sendable {
    public struct Failure: Error, CustomStringConvertible {
        public var description: String
    }

    private struct State {
        var next = 1
        var waiting: [Int: CheckedContinuation<ScriptValue, any Error>] = [:]
        var events: [String: [AsyncStream<Void>.Continuation]] = [:]
        var rest = Data()
        var session: String?
        var hasEnded = false
    }

    private let process: Process
    private let input = Pipe()
    private let output = Pipe()
    private let profile: URL
    private let state = Mutex(State())

    /// Starts a browser of its own with one empty page.
    public static func start() async throws -> Browser {
        let browser = try Browser()
        let target = try await browser.call("Target.createTarget", ["url": "about:blank"])
        let attached = try await browser.call(
            "Target.attachToTarget", ["targetId": target["targetId"] ?? .null, "flatten": true])
        browser.state.withLock { $0.session = attached["sessionId"]?.text }
        try await browser.call("Page.enable")
        try await browser.call("Runtime.enable")
        try await browser.show(width: 1280, height: 900)
        return browser
    }

    private init() throws {
        profile = FileManager.default.temporaryDirectory.appendingPathComponent(
            "plumbline-browser-\(UUID().uuidString)")
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let flags = [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--hide-scrollbars",
            "--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe",
            "--user-data-dir=\(profile.path)",
        ]
        process.arguments = ["-c", "exec chromium \(flags.joined(separator: " ")) 3<&0 4>&1 >/dev/null"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.terminationHandler = { [weak self] _ in self?.end() }
        output.fileHandleForReading.readabilityHandler = { [weak self] handle in self?.took(handle.availableData) }
        do {
            try process.run()
        } catch {
            throw Failure(description: "Chromium did not start. Run `make setup` first.")
        }
    }

    deinit { stop() }

    public func stop() {
        output.fileHandleForReading.readabilityHandler = nil
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
        end()
        try? FileManager.default.removeItem(at: profile)
    }

    // MARK: What tests do

    /// Goes to an address and waits until the page is loaded.
    public func open(_ url: String) async throws {
        try await loading { try await self.call("Page.navigate", ["url": .string(url)]) }
    }

    /// Does something that leads to another page, and waits until that is loaded.
    public func loading(_ body: () async throws -> Void) async throws {
        var loaded = expect("Page.loadEventFired").makeAsyncIterator()
        try await body()
        guard await loaded.next() != nil else { throw Failure(description: "Chromium ended.") }
    }

    /// The value of an expression; promises are waited for.
    @discardableResult
    public func evaluate(_ expression: String) async throws -> ScriptValue {
        let answer = try await call(
            "Runtime.evaluate", ["expression": .string(expression), "awaitPromise": true, "returnByValue": true])
        if let exception = answer["exceptionDetails"] { throw Failure(description: "\(expression): \(exception)") }
        return answer["result"]?["value"] ?? .null
    }

    /// Waits until a condition on the page holds, by watching the page change.
    public func until(_ condition: String, seconds: Int = 15) async throws {
        let script = """
            new Promise((resolve, reject) => {
              const holds = () => \(condition);
              if (holds()) return resolve(true);
              const watch = new MutationObserver(() => { if (holds()) { watch.disconnect(); resolve(true); } });
              watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
              setTimeout(() => reject(new Error("not within \(seconds) s; the page says: " + document.body.innerText)), \(seconds)000);
            })
            """
        try await evaluate(script)
    }

    public func show(width: Int, height: Int, dark: Bool = false, script: Bool = true) async throws {
        try await call(
            "Emulation.setDeviceMetricsOverride",
            [
                "width": .int(Int64(width)), "height": .int(Int64(height)), "deviceScaleFactor": 1, "mobile": false,
            ])
        try await call(
            "Emulation.setEmulatedMedia",
            ["features": [["name": "prefers-color-scheme", "value": .string(dark ? "dark" : "light")]]])
        try await call("Emulation.setScriptExecutionDisabled", ["value": .bool(!script)])
    }

    /// Keeps a picture of the whole page in `.build/screenshots`.
    public func screenshot(_ name: String) async throws {
        let picture = try await call("Page.captureScreenshot", ["captureBeyondViewport": true])
        guard let data = picture["data"]?.text.flatMap({ Data(base64Encoded: $0) }) else { return }
        let folder = TestPython.root.appendingPathComponent(".build/screenshots")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try data.write(to: folder.appendingPathComponent("\(name).png"))
    }

    // MARK: The protocol

    @discardableResult
    func call(_ method: String, _ parameters: ScriptValue = [:]) async throws -> ScriptValue {
        try await withCheckedThrowingContinuation { continuation in
            let message: ScriptValue? = state.withLock { state in
                guard !state.hasEnded else { return nil }
                let id = state.next
                state.next += 1
                state.waiting[id] = continuation
                var message: [String: ScriptValue] = [
                    "id": .int(Int64(id)), "method": .string(method), "params": parameters,
                ]
                if let session = state.session { message["sessionId"] = .string(session) }
                return .object(message)
            }
            guard let message, var data = try? JSONEncoder().encode(message) else {
                continuation.resume(throwing: Failure(description: "Chromium is not running. Run `make setup` first."))
                return
            }
            data.append(0)
            try? input.fileHandleForWriting.write(contentsOf: data)
        }
    }

    /// An event that is to come; the stream ends without one when the browser does.
    private func expect(_ name: String) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        let isOver = state.withLock { state in
            if !state.hasEnded { state.events[name, default: []].append(continuation) }
            return state.hasEnded
        }
        if isOver { continuation.finish() }
        return stream
    }

    private func took(_ data: Data) {
        guard !data.isEmpty else { return end() }
        let messages = state.withLock { state in
            state.rest.append(data)
            var messages: [Data] = []
            while let zero = state.rest.firstIndex(of: 0) {
                messages.append(state.rest[..<zero])
                state.rest = Data(state.rest[(zero + 1)...])
            }
            return messages
        }
        for message in messages {
            if let value = try? JSONDecoder().decode(ScriptValue.self, from: message) { handle(value) }
        }
    }

    private func handle(_ message: ScriptValue) {
        if case .int(let id)? = message["id"] {
            let waiting = state.withLock { $0.waiting.removeValue(forKey: Int(id)) }
            if let error = message["error"] {
                waiting?.resume(throwing: Failure(description: "\(error)"))
            } else {
                waiting?.resume(returning: message["result"] ?? .null)
            }
        } else if let method = message["method"]?.text {
            let waiting = state.withLock { $0.events.removeValue(forKey: method) ?? [] }
            for continuation in waiting {
                continuation.yield()
                continuation.finish()
            }
        }
    }

    private func end() {
        let (calls, events) = state.withLock { state in
            defer {
                state.waiting = [:]
                state.events = [:]
                state.hasEnded = true
            }
            return (Array(state.waiting.values), state.events.values.flatMap(\.self))
        }
        let failure = Failure(description: "Chromium ended.")
        for call in calls { call.resume(throwing: failure) }
        for event in events { event.finish() }
    }
}
