/// What one size of repository took.
struct EngineFigures: Codable {
    var environments: Int
    var resources: Int
    /// Seconds: from files to manifests, from manifests to declarations, and from AWS's answers to a plan in which nothing
    /// changes, one in which an image does, and one in which everything is new.
    var read: Double
    var blueprints: Double
    var unchanged: Double
    var oneImage: Double
    var everything: Double
    /// Bytes: what was resident at the most, in a process that did nothing else; and of that, what stood in for AWS.
    var memory: Int

    /// Seconds: what a run of the program takes of these when nothing changes.
    var whole: Double { read + blueprints + unchanged }
}
