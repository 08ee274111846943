/// The pairs of CPU and memory that Fargate offers.
///
/// From "Task CPU and memory" in "Amazon ECS task definition parameters for Fargate".
public enum FargateSize {
    private struct Row {
        let cpu: Int
        let memory: [Int]
        let text: String
    }

    private static let gibibyte = 1024

    private static let table: [Row] = [
        Row(cpu: 256, memory: [512, 1024, 2048], text: "512, 1024 or 2048"),
        row(512, gibibytes: 1...4),
        row(1024, gibibytes: 2...8),
        row(2048, gibibytes: 4...16),
        row(4096, gibibytes: 8...30),
        row(8192, gibibytes: 16...60, step: 4),
        row(16384, gibibytes: 32...120, step: 8),
    ]

    private static func row(_ cpu: Int, gibibytes: ClosedRange<Int>, step: Int = 1) -> Row {
        let memory = stride(from: gibibytes.lowerBound, through: gibibytes.upperBound, by: step).map { $0 * gibibyte }
        let (low, high) = (gibibytes.lowerBound * gibibyte, gibibytes.upperBound * gibibyte)
        return Row(cpu: cpu, memory: memory, text: "\(low) to \(high) in steps of \(step * gibibyte)")
    }

    static let cpus = table.map(\.cpu)

    /// Whether Fargate has a size of this CPU and memory, in MiB.
    public static func offers(cpu: Int, memory: Int) -> Bool {
        Self.memory(forCPU: cpu)?.contains(memory) ?? false
    }

    /// MiB, ascending; nil for a CPU value that Fargate does not have.
    static func memory(forCPU cpu: Int) -> [Int]? { table.first { $0.cpu == cpu }?.memory }

    /// The allowed memory in words, such as `1024 to 4096 in steps of 1024`.
    static func text(forCPU cpu: Int) -> String { table.first { $0.cpu == cpu }?.text ?? "" }
}
