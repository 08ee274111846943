import Foundation

/// Measures the engine without AWS and without a person who waits: reading, blueprints, comparing and planning of repositories
/// of growing size, git and the status branch, and AWS's limits.
///
///     engine-benchmark engine [ENVIRONMENTS…]    1 10 100 1000 5000 unless said otherwise
///     engine-benchmark git [MANIFESTS]           10000 unless said otherwise
///     engine-benchmark limits [ENVIRONMENTS…]    1 16 50 unless said otherwise
///
/// Exit code 1 says that something did not hold that has to.
@main
struct EngineBenchmark {
    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let numbers = arguments.dropFirst().compactMap { Int($0) }
        guard numbers.count == arguments.dropFirst().count, numbers.allSatisfy({ $0 > 0 }) else { usage() }
        switch arguments.first {
        case "engine": try EngineReport.run(numbers.isEmpty ? [1, 10, 100, 1000, 5000] : numbers)
        case "one" where numbers.count == 1: try await EngineMeasure.run(environments: numbers[0])
        case "git" where numbers.count < 2: try await GitMeasure.run(manifests: numbers.first ?? 10_000)
        case "limits": try LimitMeasure.run(numbers.isEmpty ? [1, 16, 50] : numbers)
        default: usage()
        }
    }

    private static func usage() -> Never {
        print("usage: engine-benchmark engine [ENVIRONMENTS…] | git [MANIFESTS] | limits [ENVIRONMENTS…]")
        exit(2)
    }
}
