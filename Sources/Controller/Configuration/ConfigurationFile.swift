import Configuration
import Foundation
import Manifests
import Model

/// The configuration file of `plumbline serve`, with the environment variables that stand over it.
public enum ConfigurationFile {
    /// Reads and validates it.
    /// - Parameter variables: the process environment.
    /// - Returns: the configuration, nil when there is an error; and everything that is to be told.
    public static func read(
        _ path: String, variables: [String: String]
    ) throws(RunError) -> (ServeConfiguration?, [Diagnostic]) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw RunError(.usage, "the configuration file \(path) cannot be read")
        }
        guard data.count <= ManifestReader.sizeLimit else {
            throw RunError(.usage, "the configuration file \(path) holds more than \(ManifestReader.sizeLimit) bytes")
        }
        return read([UInt8](data), file: path, variables: variables)
    }

    static func read(
        _ bytes: [UInt8], file: String, variables: [String: String]
    ) -> (ServeConfiguration?, [Diagnostic]) {
        let present = variables.filter { !$0.value.isEmpty }
        let reader = ConfigReader(provider: EnvironmentVariablesProvider(environmentVariables: present))
            .scoped(to: "plumbline")
        return ConfigurationReader.read(bytes, file: file) { key in reader.string(forKey: ConfigKey(key)) }
    }
}
