import Model

extension ControlLoop {
    /// Finds out who may work on what; from now on the leases are renewed until the loop ends.
    func startLeases(_ installation: String) {
        guard leases == nil else { return }
        do throws(LeaseError) {
            let opened = try openLeases(installation)
            leases = opened
            jobs.append(.renew(opened, opened.events()))
        } catch {
            tell(nil, .error, "LeaseTrouble", error.message)
        }
    }

    /// Only environments that there are have to be shared among replicas.
    func shareLeases() {
        leases?.share(Set(entries.keys))
    }

    func lease(_ event: LeaseEvent) {
        switch event {
        case .gained(let lease):
            guard entries[lease.environment]?.item.isHeld == false else { return }
            entries[lease.environment]?.wasGained()
            logger.info("this replica works on it", metadata: ["environment": "\(lease.environment)"])
            handle(.lease(true), of: lease.environment)
        case .lost(let environment, let why):
            if entries[environment] != nil { tell(environment, .info, "LeaseLost", why) }
            handle(.lease(false), of: environment)
        case .trouble(let message): tell(nil, .error, "LeaseTrouble", message)
        case .recovered: tell(nil, .info, "LeasesRenewed", "the leases are renewed again")
        }
    }
}
