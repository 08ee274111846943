/// A type of EC2 machine, such as `t3.small`: a family and a size.
///
/// Which ones a region has, AWS itself tells; only the form is known here
/// (https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html).
public struct InstanceType: Hashable, Sendable, CustomStringConvertible {
    public let family: String
    public let size: String

    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.consists(of: .lowercase, .digits, "-") }),
            let first = parts[0].first, first.isLetter, parts[0].contains(where: \.isNumber)
        else { return nil }
        (family, size) = (parts[0], parts[1])
    }

    /// What stands for a type while none was read.
    static let unread = InstanceType(family: "t3", size: "small")

    private init(family: String, size: String) {
        self.family = family
        self.size = size
    }

    public var description: String { "\(family).\(size)" }

    /// The processor. In a family's name a `g` after the generation's number stands for AWS's own processors, which are
    /// of the ARM architecture; the first of them had no such letter.
    public var architecture: ServiceSettings.Architecture {
        let options = family.drop { !$0.isNumber }.drop { $0.isNumber }
        return options.first == "g" || family == "a1" ? .arm64 : .x86_64
    }
}
