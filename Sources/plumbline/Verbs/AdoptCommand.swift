import AWSClient
import ArgumentParser
import Controller
import Discovery
import Foundation
import Logging
import Model

/// `plumbline adopt`: asks AWS, not git, and writes the manifests of an environment that was made by other means.
struct AdoptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "Writes the manifests of an environment that was made by hand.",
        discussion: """
            Changes nothing in AWS. Commit what it wrote, look at `plumbline plan`, and `plumbline apply` takes everything \
            over by tagging it. What no manifest expresses is listed here and in ADOPTION.md.
            """)

    @Option(help: ArgumentHelp("The environment's name, such as dev.", valueName: "name"))
    var environment: String

    @Option(help: "The AWS region.")
    var region: String

    @Option(help: ArgumentHelp("What its names begin with, with the hyphen, such as x-; \"\" for nothing."))
    var prefix: String

    @Option(help: ArgumentHelp("Where the manifests are written.", valueName: "directory"))
    var directory: String

    @Option(help: ArgumentHelp("The account that the credentials have to be of. Default: whichever.", valueName: "id"))
    var account: String?

    @Option(help: ArgumentHelp("A role to assume; it is written into the manifests.", valueName: "arn"))
    var roleArn: String?

    @Option(help: ArgumentHelp("In place of the VPC's tag ContactEmail.", valueName: "address"))
    var contactEmail: String?

    @Option(help: ArgumentHelp("In place of the VPC's tag CostCode.", valueName: "code"))
    var costCode: String?

    @Flag(help: "Write over files that are there and differ.")
    var force = false

    @Option(help: "text or json.")
    var output = OutputFormat.text

    @Option(
        help: ArgumentHelp(
            "Where answers that never change are kept between runs. Default: $PLUMBLINE_CACHE or ~/.cache/plumbline.",
            valueName: "directory"))
    var cacheDirectory: String?

    @Option(help: ArgumentHelp("What is logged to standard error: debug, info, warning or error.", valueName: "level"))
    var logLevel = Logger.Level.warning

    func run() async throws {
        RepositoryOptions.startLogging(logLevel)
        let variables = ProcessInfo.processInfo.environment
        var adoption = AdoptionRun(
            environment: environment, prefix: prefix, region: region, directory: directory,
            cacheDirectory: RepositoryOptions.cache(cacheDirectory, variables), environmentVariables: variables)
        adoption.account = account
        adoption.roleARN = roleArn
        adoption.contactEmail = contactEmail
        adoption.costCode = costCode
        adoption.overwrites = force
        let adopted = try await output.reportingErrors { [adoption] in try await adoption.run() }
        switch output {
        case .json: output.write(json: AdoptionDocument.document(adopted))
        case .text: Console.write(text(adopted))
        }
    }

    private func text(_ adopted: AdoptedEnvironment) -> String {
        let discovered = adopted.discovered
        var lines = adopted.files.map { file in
            (file.isNew ? "wrote " : "unchanged ") + (directory as NSString).appendingPathComponent(file.path)
        }
        if !discovered.leftovers.isEmpty {
            lines += ["", "No manifest expresses:"]
            lines += discovered.leftovers.map { "  \($0.type) \($0.identifier): \($0.reason)" }
        }
        if !adopted.remarks.isEmpty { lines += [""] + adopted.remarks }
        let count = counted(discovered.resources.count, "resource")
        lines += [
            "",
            "\(count) of \(environment) described. Next: commit \(directory), look at `plumbline plan --repo …`, and apply it.",
        ]
        return lines.joined(separator: "\n")
    }
}
