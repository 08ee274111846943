import Model

extension WorkEntry {
    /// Notes in what is shown of the resources how far a change has come; the look after the changes has the last word.
    mutating func follow(_ event: ChangeEvent) {
        guard let index = resources.firstIndex(where: { $0.address == event.address }) else { return }
        switch event.phase {
        case .started: resources[index].show(.changing, nil)
        case .waiting(let what): resources[index].show(.changing, what)
        case .finished(.succeeded): resources[index].show(.inSync, nil)
        case .finished(let outcome) where outcome.reason != nil: resources[index].show(.failed, outcome.reason)
        // Nothing was done.
        case .finished: break
        }
    }
}

extension ResourceState {
    fileprivate mutating func show(_ health: Health, _ message: String?) {
        (self.health, self.message) = (health, message)
    }
}
