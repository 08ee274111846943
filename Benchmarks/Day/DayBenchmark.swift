import Controller
import Foundation
import Logging

/// `plumbline serve` on a clock moved by hand; Benchmarks/measures/day.py drives it.
///
/// `day-benchmark CONFIGURATION HOURS`: at the end of each hour it writes the hour's number to standard output and waits
/// for a line on standard input. After the last it waits to be ended.
@main
struct DayBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let hours = Int(arguments[2]), hours > 0 else {
            print("usage: day-benchmark CONFIGURATION HOURS")
            exit(1)
        }
        let variables = ProcessInfo.processInfo.environment
        let (configuration, diagnostics) = try ConfigurationFile.read(arguments[1], variables: variables)
        guard let configuration else {
            print("\(arguments[1]) is not valid: \(diagnostics)")
            exit(1)
        }
        LoggingSystem.bootstrap { LogFormat(configuration.log).handler($0) }
        let clock = ManualClock(hours: hours) { hour in
            print(hour)
            fflush(nil)
            // Nobody drives it any more when the input ends.
            if readLine() == nil { kill(getpid(), SIGTERM) }
        }
        try await Serve(configuration, variables: variables, version: "benchmark", clock: clock.loopClock).run()
    }
}
