/// The class of a database's or a cache's machine, such as `db.t4g.medium`: a service, a family and a size.
struct MachineClass {
    let service: String
    let family: String
    let size: String

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.consists(of: .lowercase, .digits) }) else {
            return nil
        }
        (service, family, size) = (parts[0], parts[1], parts[2])
    }

    /// From "DB instance classes" in the RDS and Aurora user guides.
    private static let databaseFamilies = [
        "t2", "t3", "t4g", "m4", "m5", "m5d", "m6g", "m6gd", "m6i", "m6id", "m6idn", "m6in", "m7g", "m7i", "m8g",
        "m8gd", "r4", "r5", "r5b", "r5d", "r6g", "r6gd", "r6i", "r6id", "r6idn", "r6in", "r7g", "r7i", "r8g", "r8gd",
        "x1", "x1e", "x2g", "x2idn", "x2iedn", "x2iezn", "z1d", "c6gd",
    ]

    /// From "Supported node types" in the ElastiCache user guide.
    private static let cacheFamilies = [
        "t2", "t3", "t4g", "m4", "m5", "m6g", "m7g", "r4", "r5", "r6g", "r6gd", "r7g", "c7gn",
    ]

    private static let sizes = [
        "micro", "small", "medium", "large", "xlarge", "2xlarge", "4xlarge", "6xlarge", "8xlarge", "9xlarge",
        "10xlarge", "12xlarge", "16xlarge", "18xlarge", "24xlarge", "32xlarge", "48xlarge",
    ]

    /// What is wrong with a class of a service, `db` or `cache`; nil when AWS may have it.
    static func objection(to text: String, of service: String) -> String? {
        guard let parsed = MachineClass(text), parsed.service == service else {
            let hint = service == "db" && text == "db.serverless" ? "; serverless capacity is not supported" : ""
            return "must be a class such as \(service).t4g.medium, not \(YAMLScalar.quoted(text))\(hint)"
        }
        let families = service == "db" ? databaseFamilies : cacheFamilies
        if !families.contains(parsed.family) {
            let hint = Suggestion.phrase(for: parsed.family, among: families)
            let list = hint.isEmpty ? ": the families are \(families.joined(separator: ", "))" : hint
            return "names the unknown family \(YAMLScalar.quoted(parsed.family))\(list)"
        }
        if !sizes.contains(parsed.size) {
            let hint = Suggestion.phrase(for: parsed.size, among: sizes)
            let list = hint.isEmpty ? ": the sizes are \(sizes.joined(separator: ", "))" : hint
            return "names the unknown size \(YAMLScalar.quoted(parsed.size))\(list)"
        }
        return nil
    }

    /// Why Aurora has no machine of this class, by "Supported DB engines for DB instance classes" in the Aurora user
    /// guide; nil when it may.
    var auroraObjection: String? {
        switch family.prefix(1) {
        case "t" where size == "micro" || (size == "small" && family == "t4g"):
            "Aurora has no machines so small: take db.\(family).medium or more"
        case "t", "r": nil
        case "x" where family == "x2g": nil
        default: "Aurora runs on the families t, r and x2g only"
        }
    }
}
