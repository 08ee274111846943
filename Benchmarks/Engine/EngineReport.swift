import Foundation

/// Measures several sizes and holds them against each other: what counts are ratios, which no machine changes.
enum EngineReport {
    /// How much more a resource may take in the largest repository than in one of a hundred environments: time, memory.
    private static let flat = 1.2
    /// Below this many environments the fixed part of a run is more than its share.
    private static let smallestCompared = 100

    static func run(_ sizes: [Int]) throws {
        print("The engine alone: \(ConfigFiles.nodes) nodes an environment, \(ConfigFiles.extras) extras a node\n")
        print(
            "| environments | resources | read, s | blueprints, s | plan, s | one image, s | all new, s | MB | µs a resource | kB a resource |"
        )
        print("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
        let figures = try sizes.map { size in
            let one = try measure(size)
            print(row(one))
            return one
        }
        let compared = figures.filter { $0.environments >= smallestCompared }
        guard let first = compared.first, let last = compared.last, first.environments < last.environments else {
            return
        }
        print("")
        let time = perResource(last).time / perResource(first).time
        let memory = perResource(last).memory / perResource(first).memory
        let kept = [
            judge("time a resource", time, first, last), judge("memory a resource", memory, first, last),
        ]
        if kept.contains(false) { exit(1) }
    }

    private static func measure(_ environments: Int) throws -> EngineFigures {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["one", String(environments)]
        process.standardOutput = output
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Wrong("\(environments) environments could not be measured") }
        return try JSONDecoder().decode(EngineFigures.self, from: said)
    }

    private static func perResource(_ one: EngineFigures) -> (time: Double, memory: Double) {
        (one.whole / Double(one.resources), Double(one.memory) / Double(one.resources))
    }

    private static func row(_ one: EngineFigures) -> String {
        let (time, memory) = perResource(one)
        let cells =
            ["\(one.environments)", "\(one.resources)"]
            + [one.read, one.blueprints, one.unchanged, one.oneImage, one.everything].map { String(format: "%.3f", $0) }
            + [
                String(format: "%.0f", Double(one.memory) / 1e6), String(format: "%.1f", time * 1e6),
                String(format: "%.1f", memory / 1e3),
            ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    private static func judge(_ what: String, _ ratio: Double, _ first: EngineFigures, _ last: EngineFigures) -> Bool {
        let isKept = ratio <= flat
        print(
            "\(isKept ? "✓" : "✗") \(what) at \(last.environments) environments is \(String(format: "%.2f", ratio)) of that "
                + "at \(first.environments); at most \(flat)")
        return isKept
    }
}
