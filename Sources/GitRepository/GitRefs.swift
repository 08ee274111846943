import GitMessages

/// The refs of a remote at one moment: enough to see what moved, without fetching anything.
public struct GitRefs: Sendable {
    let refs: [RemoteRef]

    /// The commit at the tip of a branch, by its short name; nil when there is no such branch.
    public func tip(of branch: String) -> String? {
        refs.first { $0.name == "refs/heads/\(branch)" }?.id
    }
}
