import Model
import Server

extension ControlLoop {
    /// Puts what everything comes to into figures.
    func measure() {
        metrics.set(.queueDepth, Double(waiting.count))
        metrics.set(.leasesHeld, Double(entries.values.count { $0.item.isHeld }))
        for (metric, counts) in [(Metric.awsCalls, pool.calls), (.awsThrottles, pool.throttles)] {
            for (action, count) in counts {
                let parts = action.split(separator: ":", maxSplits: 1).map(String.init)
                guard parts.count == 2 else { continue }
                metrics.set(metric, Double(count), ["service": parts[0], "action": parts[1]])
            }
        }
        for (name, entry) in entries { measure(entry, name) }
    }

    /// Puts how one environment stands into figures, where this replica works on it: the figures of all replicas add up to
    /// what there is.
    func measure(_ entry: WorkEntry, _ name: String) {
        guard entry.item.isHeld else { return }
        metrics.set(.driftedResources, Double(entry.drifted.count), ["environment": name])
        for condition in entry.item.conditions.map(\.condition) {
            metrics.set(
                .conditions, condition.isTrue ? 1 : 0, ["environment": name, "condition": condition.kind.rawValue])
        }
        for action in ChangeAction.allCases {
            let count = entry.plan?.changes.count { $0.action == action } ?? 0
            metrics.set(.planChanges, Double(count), ["environment": name, "action": action.rawValue])
        }
    }

    /// Puts what an attempt came to into figures.
    func measure(_ applied: AppliedRun, _ name: String) {
        guard let entry = entries[name] else { return }
        let outcome = applied.outcome.rawValue
        if let began = entry.began {
            metrics.observe(
                .reconcileDuration, (clock.now().uptime - began.uptime).seconds,
                ["environment": name, "outcome": outcome])
        }
        for outcome in applied.outcomes.values {
            metrics.add(.changes, 1, ["environment": name, "outcome": outcome.word])
        }
        measure(entry, name)
    }

    /// Counts what was asked of git, by the kind of work and whether it went well.
    func measureGit(_ operation: String, _ isWell: Bool) {
        metrics.add(.gitRequests, 1, ["operation": operation, "outcome": isWell ? "ok" : "failed"])
    }

    /// Forgets the figures of an environment that is gone.
    func forgetFigures(of name: String) {
        metrics.remove(.driftedResources, ["environment": name])
        for kind in Condition.Kind.allCases {
            metrics.remove(.conditions, ["environment": name, "condition": kind.rawValue])
        }
        for action in ChangeAction.allCases {
            metrics.remove(.planChanges, ["environment": name, "action": action.rawValue])
        }
    }
}
