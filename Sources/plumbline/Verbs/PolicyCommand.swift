import AWSClient
import AWSResources
import ArgumentParser
import Controller
import Foundation

/// `plumbline policy`: the least IAM permissions for the manifests; AWS is not asked.
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Prints the least IAM policy that Plumbline needs for the manifests.",
        discussion: """
            Standard output holds the policy documents, ready to be attached, one after the other where there are \
            several: for several accounts or roles, or because one would be longer than IAM takes. Standard error tells \
            which is for what. No action is ever a wildcard. With --config, what serve needs beside it is there, too: its \
            lease table, and the secrets in Secrets Manager that the configuration names.
            """)

    @OptionGroup var repository: RepositoryOptions

    @Option(help: ArgumentHelp("Only this environment; may be given several times.", valueName: "name"))
    var environment: [String] = []

    @Option(name: .customLong("for"), help: "plan (reads only) or apply.")
    var purpose = PermissionPolicy.Purpose.apply

    @Option(help: ArgumentHelp("The configuration of serve, for what that needs, too.", valueName: "file"))
    var config: String?

    @Flag(help: "With --config: also what serve --create-lease-table needs.")
    var createLeaseTable = false

    @Flag(help: "Policies for `plan --adopt` and `apply --adopt`, which may take over what is there already.")
    var adopt = false

    @Option(help: "text or json.")
    var output = OutputFormat.text

    func run() async throws {
        let policies = try await output.reportingErrors {
            var settings = try repository.settings(environments: environment)
            settings.adopts = adopt
            let run = try Run(settings)
            let loaded = try await run.load()
            return try await run.policies(try output.requireValid(loaded), for: purpose) + controller()
        }
        switch output {
        case .json: output.write(json: try document(policies))
        case .text:
            for policy in policies {
                for (index, document) in policy.policy.documents.enumerated() {
                    Console.write(heading(policy, index), to: .error)
                    Console.write(try Self.json(document).pretty())
                }
            }
        }
    }

    func validate() throws {
        guard !createLeaseTable || config != nil else {
            throw ValidationError("--create-lease-table says something of a controller: give its --config, too")
        }
    }

    /// What serve needs for itself.
    private func controller() throws -> [AccountPolicy] {
        guard let config else { return [] }
        let variables = ProcessInfo.processInfo.environment
        let (configuration, diagnostics) = try ConfigurationFile.read(config, variables: variables)
        guard let configuration else {
            throw RunError(.usage, diagnostics.map(\.description).joined(separator: "\n"))
        }
        return [configuration.policy(variables, creating: createLeaseTable)].compactMap { $0 }
    }

    private func heading(_ policy: AccountPolicy, _ index: Int) -> String {
        let count = policy.policy.documents.count
        let part = count > 1 ? ", policy \(index + 1) of \(count), attach all" : ""
        guard let account = policy.account else { return "# for the credentials that Plumbline starts with\(part)" }
        let who = policy.roleARN ?? "the credentials for account \(account)"
        let place = policy.environments.isEmpty ? "" : " (\(policy.environments.joined(separator: ", ")))"
        return "# \(purpose.rawValue): for \(who)\(place)\(part)"
    }

    private func document(_ policies: [AccountPolicy]) throws -> JSONObject {
        JSONObject([
            ("for", .string(purpose.rawValue)),
            (
                "policies",
                .array(
                    try policies.map { policy in
                        .object(
                            JSONObject([
                                ("account", policy.account.map(JSONValue.string) ?? .null),
                                ("roleArn", policy.roleARN.map(JSONValue.string) ?? .null),
                                ("environments", .array(policy.environments.map(JSONValue.string))),
                                ("documents", .array(try policy.policy.documents.map(Self.json))),
                            ]))
                    })
            ),
        ])
    }

    private static func json(_ document: PolicyDocument) throws -> JSONValue { try JSONValue(parsing: document.text) }
}

extension PermissionPolicy.Purpose: ExpressibleByArgument {}
