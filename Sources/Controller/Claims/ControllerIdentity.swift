import Foundation
import Ledger

/// Who this controller is, to others on the same status branch.
struct ControllerIdentity: Sendable {
    var controller: ControllerClaim.Controller
    /// Nothing was known of it before: where the cache is a new one at each start, nobody would know it again.
    var isNew: Bool

    /// The id that is kept in a file, or a new one.
    /// - Throws: when it cannot be written.
    init(directory: String, name: String, replica: String) throws(RunError) {
        let file = "\(directory)/\(name).id"
        if let data = FileManager.default.contents(atPath: file),
            let id = String(bytes: data, encoding: .utf8)?.trimmingCharacters(in: .whitespacesAndNewlines),
            id.count == 32, id.allSatisfy(\.isHexDigit)
        {
            self.init(controller: .init(id: id, replica: replica), isNew: false)
            return
        }
        let id = (0..<2).map { _ in Self.digits(UInt64.random(in: .min ... .max)) }.joined()
        do {
            try Data((id + "\n").utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
        } catch {
            throw RunError(.usage, "the file \(file) cannot be written: \(error); let this user write there")
        }
        self.init(controller: .init(id: id, replica: replica), isNew: true)
    }

    init(controller: ControllerClaim.Controller, isNew: Bool) {
        self.controller = controller
        self.isNew = isNew
    }

    private static func digits(_ number: UInt64) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}
