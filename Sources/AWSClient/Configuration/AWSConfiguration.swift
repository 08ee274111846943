import Foundation
import Logging

/// The settings of a client, as the AWS tools read them from the environment and the shared files.
public struct AWSConfiguration: Sendable {
    /// Where requests go. Nil when nothing names one.
    public var region: String?
    /// Tries of one call when the server or the connection fails. Throttled calls have tries of their own.
    public var maximumAttempts = 3
    public var connectTimeout: Duration = .seconds(5)
    /// For a whole request and its answer.
    public var requestTimeout: Duration = .seconds(60)
    /// Pages of one list. At a hundred items a page it is a million items, and no account has so many of anything that is read.
    var maximumPages = 10_000
    /// A file of certificates to trust instead of the system's.
    public var caBundle: String?
    /// Told of every request (debug) and every retry (info): the action, never what is in it.
    public var logger = Logger(label: "plumbline.aws")

    var environment: [String: String]
    /// Whether the caller named the profile, which then goes before keys in the environment.
    var isProfileExplicit: Bool
    var profileName: String
    var profiles: [String: Profile]
    /// The `services` sections of the configuration file, by name.
    var serviceSections: [String: [String: String]]

    /// Reads the settings.
    ///
    /// `AWS_PROFILE`, `AWS_REGION`, `AWS_DEFAULT_REGION`, `AWS_CONFIG_FILE`, `AWS_SHARED_CREDENTIALS_FILE`,
    /// `AWS_MAX_ATTEMPTS`, `AWS_CA_BUNDLE`, `AWS_ENDPOINT_URL`, `AWS_ENDPOINT_URL_<SERVICE>` and
    /// `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS` count, and the same settings of the profile after them. Throws
    /// `InvalidConfiguration` when a named profile or file is not there or cannot be read.
    public static func standard(
        environment: [String: String],
        region: String? = nil,
        profile: String? = nil
    ) throws(AWSError) -> AWSConfiguration {
        let environment = environment.filter { !$0.value.isEmpty }
        let home = environment["HOME"] ?? NSHomeDirectory()
        let configFile = expand(environment["AWS_CONFIG_FILE"] ?? "~/.aws/config", home)
        let credentialsFile = expand(environment["AWS_SHARED_CREDENTIALS_FILE"] ?? "~/.aws/credentials", home)
        let config: SharedFile
        let credentials: SharedFile
        do throws(SharedFileError) {
            config = try SharedFile.read(configFile)
            credentials = try SharedFile.read(credentialsFile)
        } catch {
            throw invalid("the AWS settings file \(error.path) cannot be read; check its permissions and encoding")
        }
        let named = profile ?? environment["AWS_PROFILE"] ?? environment["AWS_DEFAULT_PROFILE"]
        var configuration = AWSConfiguration(
            environment: environment,
            isProfileExplicit: profile != nil,
            profileName: named ?? "default",
            profiles: Self.profiles(config, credentials),
            serviceSections: config.sections.reduce(into: [:]) { sections, section in
                let words = section.key.split(separator: " ")
                if words.count == 2, words[0] == "services" { sections[String(words[1])] = section.value }
            }
        )
        if let named, configuration.profiles[named] == nil {
            throw invalid("the AWS profile \(named) is neither in \(configFile) nor in \(credentialsFile)")
        }
        try configuration.readSettings(region: region)
        return configuration
    }

    /// The profile in force, empty when there is none.
    var profile: Profile {
        profiles[profileName] ?? Profile(name: profileName, settings: [:])
    }

    private mutating func readSettings(region: String?) throws(AWSError) {
        self.region = region ?? environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"] ?? profile["region"]
        if let text = environment["AWS_MAX_ATTEMPTS"] ?? profile["max_attempts"] {
            guard let attempts = Int(text), attempts > 0 else {
                throw Self.invalid("the AWS setting max_attempts must be a number above zero, not \(text)")
            }
            maximumAttempts = attempts
        }
        caBundle = environment["AWS_CA_BUNDLE"] ?? profile["ca_bundle"]
        if let caBundle, !FileManager.default.isReadableFile(atPath: caBundle) {
            throw Self.invalid("the file of AWS_CA_BUNDLE, \(caBundle), cannot be read")
        }
    }

    private static func profiles(_ config: SharedFile, _ credentials: SharedFile) -> [String: Profile] {
        var settings: [String: [String: String]] = [:]
        for (section, values) in config.sections {
            let words = section.split(separator: " ", maxSplits: 1).map(String.init)
            if words.count == 2, words[0] == "profile" {
                settings[words[1], default: [:]].merge(values) { _, new in new }
            } else if section == "default" {
                settings[section, default: [:]].merge(values) { old, _ in old }
            }
        }
        for (section, values) in credentials.sections where !section.isEmpty {
            settings[section, default: [:]].merge(values) { _, new in new }
        }
        return Dictionary(uniqueKeysWithValues: settings.map { ($0.key, Profile(name: $0.key, settings: $0.value)) })
    }

    private static func expand(_ path: String, _ home: String) -> String {
        path.hasPrefix("~/") ? home + path.dropFirst(1) : path
    }

    static func invalid(_ message: String) -> AWSError {
        AWSError(code: AWSError.Codes.invalidConfiguration, action: "sts:GetCallerIdentity", message: message)
    }
}
