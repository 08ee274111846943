import ArgumentParser
import Controller
import Foundation
import Logging
import Manifests
import Model

/// `plumbline serve`: keeps every environment true to the config repository, until it is stopped.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Keeps every environment true to the config repository, all day.",
        discussion: """
            Wakes at webhooks, polls the repository and looks for drift on a schedule. SIGTERM stops it once what is under \
            way has come to a safe point; a second one stops it at once.
            """)

    @Option(help: ArgumentHelp("The configuration file; environment variables stand over it.", valueName: "file"))
    var config: String

    @Flag(help: "Reads the configuration, tells every problem, and ends.")
    var check = false

    @Flag(help: "Makes the DynamoDB table by which replicas share the environments, and ends.")
    var createLeaseTable = false

    @Flag(help: "Takes the place of another controller that works with the same status branch; that one ends.")
    var takeOver = false

    func run() async throws {
        let variables = ProcessInfo.processInfo.environment
        let (configuration, diagnostics) = try ConfigurationFile.read(config, variables: variables)
        let text = PlanText(paint: Paint(.error))
        for diagnostic in diagnostics { Console.write(text.line(diagnostic), to: .error) }
        guard let configuration else {
            let count = diagnostics.count { $0.severity == .error }
            Console.error("the configuration \(config) is not valid (\(counted(count, "error"))); nothing was started")
            throw Exit.failure
        }
        guard !check else {
            Console.write("\(config) is valid.")
            return
        }
        LoggingSystem.bootstrap { LogFormat(configuration.log).handler($0) }
        let serve = Serve(
            configuration, variables: variables, version: Plumbline.version, takesOver: takeOver)
        guard !createLeaseTable else {
            Console.write(try await serve.createLeaseTable())
            return
        }
        try configuration.checkSignatures()
        Interruption.endAtSecondSignal()
        try await serve.run()
    }
}
