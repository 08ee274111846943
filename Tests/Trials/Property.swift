/// What has to hold of every history.
enum Property: String, CaseIterable, Sendable {
    case accepted = "what is valid is planned without an error"
    case deterministic = "the same input in another order gives the same plan and digest"
    case ordered = "every change comes after all that it depends on, every removal after those who held it let go"
    case unrefused = "AWS refuses nothing"
    case onePass = "one apply converges"
    case quiet = "the next plan is empty, and carrying it out calls nothing"
    case endState = "AWS holds what the model says"
    case ownOnly = "only what is ours is deleted, and only what nobody declares or what is made anew"
    case othersKept = "what belongs to others is as it was"
    case minimal = "what nothing asks to change is not touched, and what can stay is not made anew"
    case lossTold = "a plan that loses data says so and waits for an approval"
}

/// A property that does not hold, and where that shows.
struct PropertyFailure: Error, CustomStringConvertible {
    var property: Property
    /// Which stage of the history, from 0.
    var stage: Int
    var detail: String

    var description: String { "not so: \(property.rawValue)\n  stage \(stage): \(detail)" }
}
