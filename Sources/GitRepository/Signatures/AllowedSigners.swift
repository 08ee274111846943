import Foundation

/// Who may sign with SSH keys: a file in the format of `ALLOWED SIGNERS` in ssh-keygen(1), which git uses, too.
///
/// Certificates are not supported: a `cert-authority` line makes the whole file unusable, rather than less strict than it
/// looks. So does any option that is not known.
struct AllowedSigners: Sendable {
    /// One line.
    struct Signer: Sendable {
        /// Patterns of names, most often a mail address.
        var principals: PatternList
        /// What the key may sign; nil for everything.
        var namespaces: PatternList?
        /// Seconds since 1970.
        var validAfter: Int64?
        var validBefore: Int64?
        var key: [UInt8]

        /// The first name, for people.
        var name: String { principals.names.first ?? "somebody" }
    }

    private(set) var signers: [Signer] = []

    /// - Parameter file: the path, for messages.
    /// - Throws: `unusable` with the line that cannot be used.
    init(_ text: String, file: String) throws(GitError) {
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let words = Self.words(line)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            do throws(LineProblem) {
                signers.append(try Self.signer(words))
            } catch {
                throw GitError(
                    code: .other, operation: "read the allowed signers \(file)",
                    message: "line \(index + 1) \(error.text).")
            }
        }
    }

    /// Who made the signature.
    /// - Parameters:
    ///   - time: of the commit; the key has to be valid then and now, since whoever signs can write any time.
    ///   - principals: only signers with such a name; nil for all.
    func signer(
        of signature: SSHSignature, over payload: [UInt8], time: Int64, now: Int64, principals: PatternList?
    ) throws(SignatureRefusal) -> String {
        guard signature.namespace == "git" else {
            throw SignatureRefusal(
                .notAllowed, "its signature is for the namespace \(shown(signature.namespace)), not for git")
        }
        let mine = signers.filter { $0.key == signature.key }
        guard !mine.isEmpty, let key = SSHPublicKey(signature.key) else {
            throw SignatureRefusal(
                .unknownSigner, "it is signed with the key \(signature.fingerprint), which is of no allowed signer")
        }
        guard signature.isOver(payload, by: key) else {
            throw SignatureRefusal(.wrong, "its signature is not over this commit")
        }
        var refusal: SignatureRefusal?
        for signer in mine {
            do throws(SignatureRefusal) {
                try signer.check(time, now, principals)
                return signer.name
            } catch {
                refusal = refusal ?? error
            }
        }
        throw refusal ?? .unsigned
    }

    /// Whether signatures of a key count now.
    func allows(_ key: [UInt8], now: Int64, principals: PatternList?) -> Bool {
        signers.contains { signer in
            signer.key == key && (try? signer.check(now, now, principals)) != nil
        }
    }
}

/// What is wrong with one line.
private struct LineProblem: Error {
    var text: String

    init(_ text: String) { self.text = text }
}

extension AllowedSigners.Signer {
    fileprivate func check(_ time: Int64, _ now: Int64, _ allowed: PatternList?) throws(SignatureRefusal) {
        if let namespaces, !namespaces.matches("git") {
            throw SignatureRefusal(.notAllowed, "its key of \(name) is not allowed to sign for git")
        }
        if let allowed, !principals.names.contains(where: allowed.matches) {
            throw SignatureRefusal(.notAllowed, "it is signed by \(name), who is none of the principals that count")
        }
        for moment in [time, now] {
            if let validAfter, moment < validAfter {
                throw SignatureRefusal(.expired, "its key of \(name) was not valid yet")
            }
            if let validBefore, moment > validBefore {
                throw SignatureRefusal(.expired, "its key of \(name) is not valid any more")
            }
        }
    }
}

extension AllowedSigners {
    private static func signer(_ words: [String]) throws(LineProblem) -> Signer {
        var rest = words.dropFirst()
        var options: [String] = []
        if let word = rest.first, !SSHPublicKey.types.contains(word), !word.hasPrefix("ssh-dss") {
            options = split(word, at: ",")
            rest = rest.dropFirst()
        }
        guard let type = rest.first else { throw LineProblem("has no key") }
        guard SSHPublicKey.types.contains(type) else {
            throw LineProblem("has a key of type \(shown(type)), which is not supported")
        }
        var signer = Signer(principals: PatternList(unquoted(words[0])), key: [])
        for option in options { try take(option, into: &signer) }
        let key = rest.dropFirst().first.flatMap { Data(base64Encoded: $0) }.map { [UInt8]($0) } ?? []
        var reader = SSHReader(key)
        guard reader.text() == type, SSHPublicKey(key) != nil else {
            throw LineProblem("has a key that cannot be read, or an RSA key of less than 2048 bits")
        }
        signer.key = key
        return signer
    }

    private static func take(_ option: String, into signer: inout Signer) throws(LineProblem) {
        let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
        let value = parts.count == 2 ? unquoted(parts[1]) : ""
        switch parts[0].lowercased() {
        case "namespaces": signer.namespaces = PatternList(value)
        case "valid-after": signer.validAfter = try moment(value)
        case "valid-before": signer.validBefore = try moment(value)
        case "cert-authority":
            throw LineProblem("is of a cert-authority, and certificates are not supported: name each key itself")
        default: throw LineProblem("has the option \(shown(parts[0])), which is not known")
        }
    }

    /// Seconds since 1970 of `YYYYMMDD[HHMM[SS]][Z]`: local time, or UTC with the `Z`.
    private static func moment(_ text: String) throws(LineProblem) -> Int64 {
        let isUTC = text.hasSuffix("Z")
        let digits = Array((isUTC ? text.dropLast() : text[...]).utf8)
        guard [8, 12, 14].contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }) else {
            throw LineProblem("has the time \(shown(text)), which is not YYYYMMDD[HHMM[SS]][Z]")
        }
        func number(_ range: Range<Int>) -> Int32 {
            range.upperBound <= digits.count ? digits[range].reduce(0) { $0 * 10 + Int32($1 - 48) } : 0
        }
        var parts = tm()
        parts.tm_year = number(0..<4) - 1900
        parts.tm_mon = number(4..<6) - 1
        parts.tm_mday = number(6..<8)
        parts.tm_hour = number(8..<10)
        parts.tm_min = number(10..<12)
        parts.tm_sec = number(12..<14)
        parts.tm_isdst = -1
        guard (0...11).contains(parts.tm_mon), (1...31).contains(parts.tm_mday), parts.tm_hour < 24, parts.tm_min < 60,
            parts.tm_sec < 61
        else { throw LineProblem("has the time \(shown(text)), which there is not") }
        return Int64(isUTC ? timegm(&parts) : mktime(&parts))
    }

    /// The words of a line; blanks within quotes are part of a word.
    private static func words(_ line: Substring) -> [String] { split(String(line), at: " \t\r") }

    private static func split(_ text: String, at separators: String) -> [String] {
        var (words, isQuoted) = ([""], false)
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if !isQuoted, separators.contains(character) {
                words.append("")
            } else {
                words[words.count - 1].append(character)
            }
        }
        return words.filter { !$0.isEmpty }
    }

    private static func unquoted(_ text: String) -> String { text.filter { $0 != "\"" } }
}

/// A text from outside, short and on one line.
private func shown(_ text: String) -> String {
    "“" + String(text.unicodeScalars.prefix(40).map { $0.value < 32 ? "?" : Character($0) }) + "”"
}
