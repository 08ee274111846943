/// A number and its noun: `1 change`, `2 changes`, `1 repository`, `3 repositories`.
public func counted(_ number: Int, _ noun: String) -> String {
    if number == 1 { return "1 \(noun)" }
    return "\(number) " + (noun.hasSuffix("y") ? "\(noun.dropLast())ies" : "\(noun)s")
}
