import Foundation

/// Who may sign with OpenPGP keys: every key of a keyring, as `gpg --export` writes it, armoured or not.
///
/// Signatures are checked by gpg itself, in a home directory made for each check, so that no key, trust or option of the
/// machine's counts. (gpgv would do with less, but takes keys that have expired.)
struct Keyring: Sendable {
    private let keys: Data
    /// The program; a name is looked for along `PATH`.
    private let program: String

    /// - Parameter file: the path, for messages.
    /// - Throws: for a file that holds no public key.
    init(_ content: Data, file: String, program: String) throws(GitError) {
        let armour = Data("-----BEGIN PGP PUBLIC KEY BLOCK-----".utf8)
        keys = content.range(of: armour) == nil ? content : Self.dearmoured(content)
        self.program = program
        guard !keys.isEmpty else {
            throw GitError(
                code: .other, operation: "read the keyring \(file)",
                message: "it holds no public key. Write it with gpg --export --armor KEY….")
        }
    }

    /// Who made the signature.
    /// - Parameter directory: where files of the check may be, for as long as it takes.
    /// - Throws: a refusal of the commit, or that gpg cannot be run.
    func signer(of commit: SignedCommit, in directory: String) async throws -> String {
        let folder = directory + "/signature-\(UUID().uuidString)"
        let files = FileManager.default
        try files.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? files.removeItem(atPath: folder) }
        let (ring, signature, payload) = (folder + "/ring", folder + "/signature", folder + "/payload")
        try keys.write(to: URL(fileURLWithPath: ring))
        try Data(commit.signature).write(to: URL(fileURLWithPath: signature))
        try Data(commit.payload).write(to: URL(fileURLWithPath: payload))
        let said = try await Self.run(
            program,
            [
                "--homedir", folder, "--no-options", "--batch", "--no-tty", "--no-autostart", "--no-default-keyring",
                "--keyring", ring, "--trust-model", "always", "--no-auto-check-trustdb", "--no-auto-key-retrieve",
                "--status-fd", "1", "--verify", signature, payload,
            ], output: folder + "/status")
        return try Self.signer(in: said)
    }

    /// What gpg's status lines say; they are told in `doc/DETAILS` of GnuPG.
    static func signer(in status: String) throws(SignatureRefusal) -> String {
        var (name, primary): (String?, String?)
        var count = 0
        for line in status.split(whereSeparator: \.isNewline) {
            let words = line.split(separator: " ").dropFirst()
            guard line.hasPrefix("[GNUPG:] "), let word = words.first else { continue }
            let key = words.dropFirst().first.map(String.init) ?? ""
            switch word {
            case "NEWSIG": count += 1
            case "GOODSIG": name = words.dropFirst(2).joined(separator: " ")
            case "VALIDSIG": primary = words.last.map(String.init)
            case "BADSIG": throw SignatureRefusal(.wrong, "its signature is not over this commit")
            case "REVKEYSIG": throw SignatureRefusal(.revoked, "it is signed with the key \(key), which was revoked")
            case "EXPKEYSIG": throw SignatureRefusal(.expired, "it is signed with the key \(key), which has expired")
            case "EXPSIG": throw SignatureRefusal(.expired, "its signature has expired")
            case "NO_PUBKEY":
                throw SignatureRefusal(.unknownSigner, "it is signed with the key \(key), which is not in the keyring")
            case "ERRSIG" where words.count > 6 && Array(words)[6] != "9":
                throw SignatureRefusal(.unsupported, "its signature is of a kind that gpg here cannot check")
            default: break
            }
        }
        guard count == 1, let name, let primary else { throw .malformed("gpg finds no good signature in it") }
        return "\(name) (\(primary))"
    }

    /// The bytes of all armoured blocks (RFC 4880, section 6.2); the checksum is left out, since gpg reads the packets.
    private static func dearmoured(_ content: Data) -> Data {
        var (keys, lines, isInside) = (Data(), "", false)
        // What stands before the empty line are the block's own headers.
        var isBody = false
        for line in String(decoding: content, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        {
            let text = line.filter { !$0.isWhitespace }
            if text == "-----BEGINPGPPUBLICKEYBLOCK-----" {
                (lines, isInside, isBody) = ("", true, false)
            } else if text == "-----ENDPGPPUBLICKEYBLOCK-----" {
                keys += Data(base64Encoded: lines) ?? Data()
                isInside = false
            } else if isInside, text.isEmpty {
                isBody = true
            } else if isInside, isBody, !text.hasPrefix("=") {
                lines += text
            }
        }
        return keys
    }

    private static let deadline = DispatchTimeInterval.seconds(30)

    /// What the program writes to its standard output; its exit code says nothing that this does not.
    private static func run(_ program: String, _ arguments: [String], output: String) async throws -> String {
        let failure = { (cause: String) in
            GitError(
                code: .other, operation: "check a signature",
                message: "\(program) \(cause). Install GnuPG, or use SSH signatures only.")
        }
        _ = FileManager.default.createFile(atPath: output, contents: nil, attributes: [.posixPermissions: 0o600])
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        process.standardError = FileHandle.nullDevice
        let wasEnded = await withCheckedContinuation { (continuation: CheckedContinuation<Bool?, Never>) in
            DispatchQueue.global().async {
                let ended = DispatchSemaphore(value: 0)
                process.terminationHandler = { _ in ended.signal() }
                do { try process.run() } catch { return continuation.resume(returning: nil) }
                let isLate = ended.wait(timeout: .now() + deadline) == .timedOut
                if isLate { kill(process.processIdentifier, SIGKILL) }
                continuation.resume(returning: isLate)
            }
        }
        guard let wasEnded else { throw failure("cannot be started") }
        guard !wasEnded else { throw failure("did not answer within 30 s") }
        // `env` ends so when there is no such program.
        guard process.terminationStatus != 127 else { throw failure("is not installed") }
        return try String(contentsOfFile: output, encoding: .utf8)
    }
}
