import Model

extension ControlLoop {
    /// Finds out who may work on what; from now on the leases are renewed until the loop ends.
    func startLeases(_ installation: String) {
        guard leases == nil, isAlone else { return }
        do throws(LeaseError) {
            let opened = try openLeases(installation)
            leases = opened
            shareLeases()
            jobs.append(.renew(opened, opened.events()))
        } catch {
            tell(nil, .error, "LeaseTrouble", error.message)
        }
    }

    /// Only environments that there are have to be shared among replicas, and somebody has to speak for all.
    func shareLeases() {
        guard displaced == nil else { return }
        leases?.share(Set(entries.keys).union([Lease.forge]))
    }

    func lease(_ event: LeaseEvent) {
        switch event {
        case .gained(let lease) where lease.environment == Lease.forge:
            logger.info("this replica speaks for all")
            becameForge()
        case .lost(Lease.forge, let why): logger.info("another replica speaks for all", metadata: ["why": "\(why)"])
        case .asked(Lease.forge, _): if isForge { preview?.look() }
        case .asked(let environment, let person): retry(environment, person)
        case .seen(let commit): if commit != newest?.commit { look() }
        case .gained(let lease):
            guard entries[lease.environment]?.item.isHeld == false else { return }
            entries[lease.environment]?.wasGained()
            handle(.lease(true), of: lease.environment)
            tell(lease.environment, .info, "LeaseGained", "this replica works on it")
        case .lost(let environment, let why):
            if entries[environment] != nil { tell(environment, .info, "LeaseLost", why) }
            handle(.lease(false), of: environment)
            forgetFigures(of: environment)
            // What is recorded counts from now on, also where it was read before.
            followed?.forget(environment)
        case .trouble(let message): tell(nil, .error, "LeaseTrouble", message)
        case .recovered: tell(nil, .info, "LeasesRenewed", "the leases are renewed again")
        }
    }

    /// A person wants another try, here or on another replica.
    func retry(_ name: String, _ person: String) {
        guard entries[name] != nil else { return }
        tell(name, .info, "Retry", "\(person) asked for another try")
        handle(.retry, of: name)
    }
}
