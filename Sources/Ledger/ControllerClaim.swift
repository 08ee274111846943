import Foundation

/// Which controller works on the environments of a status branch: what the file `controller.yaml` holds.
///
/// It is written when a controller begins, asks or answers, and never just because time goes by.
public struct ControllerClaim: Hashable, Sendable {
    public static let kind = "ControllerClaim"

    /// One controller, which keeps its id in its cache directory.
    public struct Controller: Hashable, Sendable {
        public var id: String
        /// Its replica's name, for people; an id that was copied with a disk is no longer the same one's.
        public var replica: String

        public init(id: String, replica: String) {
            self.id = id
            self.replica = replica
        }
    }

    /// Somebody who would work here, too, and asks whether the holder is there.
    public struct Question: Hashable, Sendable {
        public var id: String
        public var by: Controller

        public init(id: String, by: Controller) {
            self.id = id
            self.by = by
        }
    }

    public var holder: Controller
    /// Whose the resources are.
    public var installation: String
    /// When the holder last wrote this, to the second; for people.
    public var seen: Date
    /// How long the holder takes to answer a question, in whole seconds: twice as long as it waits between two looks, and
    /// some more.
    public var answersWithin: Int
    /// The holder has ended, and somebody else may begin at once.
    public var isReleased = false
    public var question: Question?
    /// The question that the holder answered last.
    public var answer: String?

    public init(holder: Controller, installation: String, seen: Date, answersWithin: Int) {
        self.holder = holder
        self.installation = installation
        self.seen = Date(timeIntervalSince1970: seen.timeIntervalSince1970.rounded(.down))
        self.answersWithin = answersWithin
    }
}
