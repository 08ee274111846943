/// What happens to the resources when their manifest goes.
public enum DeletionPolicy: String, Hashable, Sendable, CaseIterable {
    /// They are deleted, within the safety rules.
    case delete
    /// They stay in AWS, and Plumbline forgets them.
    case retain
}
