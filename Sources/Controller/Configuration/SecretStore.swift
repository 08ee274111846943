import AWSClient
import Foundation
import Manifests
import Model
import Synchronization

/// Finds the secrets that a configuration names: files are read each time, so a new secret is in force at once; AWS Secrets
/// Manager is asked when `refresh` is called and the last answer is old.
final class SecretStore: Sendable {
    private struct Answer {
        var text: Model.Secret
        var time: ContinuousClock.Instant
    }

    private let variables: [String: String]
    /// How old an answer of Secrets Manager may be.
    private let age: Duration
    private let answers = Mutex<[SecretSource: Answer]>([:])
    /// Those that Secrets Manager answered otherwise than before.
    private let changed = Mutex<[SecretSource]>([])

    /// - Parameters:
    ///   - variables: the process environment.
    ///   - age: how old an answer of Secrets Manager may be.
    init(variables: [String: String], age: Duration = SecretSettings().refresh) {
        self.variables = variables
        self.age = age
    }

    /// The secret as it is now.
    /// - Throws: when it is not there; the message names the place and shows nothing of it.
    func secret(_ reference: SecretSource) throws(RunError) -> Model.Secret {
        let text: String
        if let file = reference.file {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw RunError(.usage, "the secret file \(file) cannot be read")
            }
            text = String(decoding: data, as: UTF8.self)
        } else if let name = reference.env {
            guard let value = variables[name] else {
                throw RunError(.usage, "the variable \(name), which should hold a secret, is not set")
            }
            text = value
        } else {
            guard let answer = answers.withLock({ $0[reference] }) else {
                throw RunError(.aws, "\(reference) was not read yet")
            }
            text = answer.text.reveal()
        }
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !trimmed.isEmpty else { throw RunError(.usage, "\(reference) is empty") }
        return Model.Secret(trimmed)
    }

    /// Asks Secrets Manager for what is named there.
    /// - Parameter force: also for answers that are not old.
    /// - Returns: what went wrong with those of which an older answer is there and goes on to count.
    /// - Throws: when one could not be had and no older answer is there.
    @discardableResult
    func refresh(_ references: [SecretSource], force: Bool = false) async throws(RunError) -> [SecretTrouble] {
        var troubles: [SecretTrouble] = []
        for reference in references where reference.secretsManager != nil {
            let known = answers.withLock { $0[reference] }
            if let known, !force, ContinuousClock.now - known.time < age { continue }
            do throws(RunError) {
                keep(Model.Secret(try await ask(reference)), for: reference)
            } catch {
                // Secrets Manager that does not answer is no reason to stop working with what is known.
                if known == nil { throw error }
                troubles.append(SecretTrouble(source: reference, message: error.message))
            }
        }
        return troubles
    }

    private func keep(_ text: Model.Secret, for reference: SecretSource) {
        let isAnother = answers.withLock { answers in
            defer { answers[reference] = Answer(text: text, time: .now) }
            return answers[reference].map { $0.text != text } ?? false
        }
        if isAnother { changed.withLock { $0.append(reference) } }
    }

    /// Asks for all that are named, side by side, and tells which cannot be had, each with the reason. Takes no longer than
    /// `patience`, whatever Secrets Manager does.
    func troubles(with references: [SecretSource]) async -> [SecretTrouble] {
        let sources = Set(references).sorted { $0.description < $1.description }
        return await withTaskGroup(of: (Int, [SecretTrouble]).self) { group in
            for (index, source) in sources.enumerated() {
                group.addTask { (index, await self.trouble(with: source)) }
            }
            var found = [[SecretTrouble]](repeating: [], count: sources.count)
            for await (index, troubles) in group { found[index] = troubles }
            return found.flatMap { $0 }
        }
    }

    private func trouble(with reference: SecretSource) async -> [SecretTrouble] {
        await withTaskGroup(of: [SecretTrouble].self) { group in
            group.addTask {
                do throws(RunError) {
                    let troubles = try await self.refresh([reference])
                    _ = try self.secret(reference)
                    return troubles
                } catch {
                    return [SecretTrouble(source: reference, message: error.message)]
                }
            }
            group.addTask {
                try? await Task.sleep(for: Self.patience)
                let message = "\(reference): Secrets Manager did not answer within \(Self.patience.words)"
                return [SecretTrouble(source: reference, message: message)]
            }
            defer { group.cancelAll() }
            return await group.next() ?? []
        }
    }

    /// How long a look at git may be held up by secrets that it does not need.
    private static let patience = Duration.seconds(5)

    /// Those that Secrets Manager answered otherwise than before, since this was asked last.
    func takeChanges() -> [SecretSource] {
        changed.withLock { changed in
            defer { changed = [] }
            return changed
        }
    }

    private func ask(_ reference: SecretSource) async throws(RunError) -> String {
        let name = reference.secretsManager ?? ""
        let text: String?
        do throws(AWSError) {
            let client = try AWSClient.standard(
                environment: variables, region: reference.region ?? Self.region(of: name))
            let answer: Result<String?, AWSError>
            do throws(AWSError) {
                answer = .success(try await client.secretText(name))
            } catch {
                answer = .failure(error)
            }
            await client.shutdown()
            text = try answer.get()
        } catch {
            // Without the request's id: what is wrong again and again is to be told in the same words.
            let cause = AWSError(
                code: error.code, action: error.action, message: error.message, httpStatus: error.httpStatus)
            throw RunError(.aws, "\(reference) cannot be read from Secrets Manager: \(cause)")
        }
        guard let text else { throw RunError(.usage, "\(reference) holds bytes, not a text") }
        return try Self.member(reference.key, of: text, reference)
    }

    /// The region that an ARN names.
    private static func region(of name: String) -> String? {
        let parts = name.split(separator: ":", omittingEmptySubsequences: false)
        return name.hasPrefix("arn:") && parts.count > 3 ? String(parts[3]) : nil
    }

    private static func member(
        _ key: String?, of text: String, _ reference: SecretSource
    ) throws(RunError) -> String {
        guard let key else { return text }
        guard let object = try? JSONDecoder().decode([String: String].self, from: Data(text.utf8)) else {
            throw RunError(.usage, "\(reference) is not a JSON object of texts, so it has no key \(key)")
        }
        guard let value = object[key] else { throw RunError(.usage, "\(reference): there is no key \(key) in it") }
        return value
    }
}

/// Neither the secrets nor the process environment are shown.
extension SecretStore: CustomStringConvertible, CustomReflectable {
    var description: String { "the secrets of the configuration" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
