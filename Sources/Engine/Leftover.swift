import Model

/// What is ours and no longer declared.
struct Leftover {
    enum Fate {
        case deleted
        /// It carries the tag that says so.
        case retained
        /// Its whole scope is declared empty, and nobody said that this is on purpose.
        case refused
    }

    var observed: ObservedResource
    var fate: Fate
}
