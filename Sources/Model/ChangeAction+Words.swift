extension ChangeAction {
    /// What happens while it is done: `updating`.
    public var doing: String {
        switch self {
        case .create: "creating"
        case .adopt: "adopting"
        case .update: "updating"
        case .replace: "replacing"
        case .delete: "deleting"
        }
    }

    /// What has happened: `updated`.
    public var done: String {
        switch self {
        case .create: "created"
        case .adopt: "adopted"
        case .update: "updated"
        case .replace: "replaced"
        case .delete: "deleted"
        }
    }
}
