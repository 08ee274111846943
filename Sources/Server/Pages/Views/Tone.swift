import Model

/// How something stands, in one of five tones; each is told by a sign and a word as well as by its colour.
enum Tone: String, Sendable {
    case good, busy, waiting, bad, quiet
}

/// A word with its tone and sign.
struct Badge: Sendable {
    let text: String
    let tone: String
    let sign: String

    init(_ text: String, _ tone: Tone, sign: String? = nil) {
        self.text = text
        self.tone = tone.rawValue
        switch tone {
        case .good: self.sign = sign ?? "✓"
        case .busy: self.sign = sign ?? "⟳"
        case .waiting: self.sign = sign ?? "‖"
        case .bad: self.sign = sign ?? "✕"
        case .quiet: self.sign = sign ?? "·"
        }
    }
}

extension EnvironmentState {
    /// The phase, also where another replica works on it and only what it recorded is known: that names the reason.
    var toldPhase: Phase {
        guard phase == .elsewhere, let reason = condition(.ready)?.condition.reason else { return phase }
        return Self.phases[reason] ?? phase
    }

    private static let phases: [String: Phase] = [
        "ApprovalNeeded": .awaitingApproval, "OutsideWindow": .awaitingWindow, "Suspended": .suspended,
        "Quarantined": .quarantined, "Failed": .backingOff,
    ]
}

extension Badge {
    init(_ state: EnvironmentState) {
        switch state.toldPhase {
        case .queued: self.init("Queued", .busy)
        case .planning: self.init("Planning", .busy)
        case .applying: self.init("Applying", .busy)
        case .backingOff: self.init("Backing off", .bad, sign: "!")
        case .quarantined: self.init("Quarantined", .bad)
        case .awaitingApproval: self.init("Needs approval", .waiting)
        case .awaitingWindow: self.init("Waits for window", .waiting)
        case .suspended: self.init("Suspended", .waiting)
        case .idle, .elsewhere:
            if state.condition(.stalled)?.condition.isTrue == true {
                self.init("Stalled", .bad)
            } else if state.condition(.reconciling)?.condition.isTrue == true {
                self.init("Reconciling", .busy)
            } else if state.condition(.ready)?.condition.isTrue == true {
                self.init(
                    state.drifted.isEmpty ? "Ready" : "Drifted", state.drifted.isEmpty ? .good : .waiting,
                    sign: state.drifted.isEmpty ? nil : "≠")
            } else {
                self.init(state.phase == .elsewhere ? "Elsewhere" : "Unknown", .quiet)
            }
        }
    }

    init(_ health: ResourceState.Health) {
        switch health {
        case .inSync: self.init("in sync", .good)
        case .changing: self.init("changing", .busy)
        case .drifted: self.init("drifted", .waiting, sign: "≠")
        case .missing: self.init("missing", .waiting, sign: "○")
        case .failed: self.init("failed", .bad)
        case .unknown: self.init("unknown", .quiet, sign: "?")
        }
    }

    /// The state of a change, in `ChangeState`'s words.
    init(change state: String) {
        switch state {
        case "running": self.init(state, .busy)
        case "succeeded": self.init(state, .good)
        case "failed": self.init(state, .bad)
        case "skipped", "cancelled": self.init(state, .waiting, sign: "–")
        default: self.init(state, .quiet)
        }
    }

    init(_ dated: DatedCondition) {
        let condition = dated.condition
        switch (condition.kind, condition.isTrue) {
        case (.ready, true): self.init("True", .good)
        case (.ready, false): self.init("False", .quiet)
        case (.reconciling, true): self.init("True", .busy)
        case (.stalled, true): self.init("True", .bad)
        case (_, false): self.init("False", .quiet)
        }
    }
}
