import AWSResources
import Blueprints
import Engine
import Manifests
import Model

/// Looks whether a region has as many availability zones as its environments ask for, before anything is made.
///
/// Every region has two, so nothing is asked for environments of two zones, nor for subnets that are there.
struct ZoneCheck: Sendable {
    /// A subnet that is not there yet, beyond the zones that every region has.
    private struct Wanted: Sendable {
        var address: ResourceAddress
        var zone: Int
        var environment: String
        /// How many zones the environment asks for, and where.
        var zones: Int
        var location: SourceLocation?
    }

    private var wanted: [Wanted] = []

    init(_ basis: PlanBasis, _ manifests: ManifestSet) {
        for declaration in basis.declarations where declaration.type == Subnet().type {
            guard case .int(let zone)? = declaration.values["zone"], zone >= 2,
                basis.recorded[declaration.address]?.identifier == nil,
                let environment = manifests.environment(named: declaration.address.scope)
            else { continue }
            wanted.append(
                Wanted(
                    address: declaration.address, zone: Int(zone), environment: environment.name,
                    zones: environment.network.zones,
                    location: manifests.location(of: environment.key, "network.zones")))
        }
        wanted.sort { $0.address < $1.address }
    }

    /// What cannot be made, and why: told once for each environment. At most one call.
    func refusals(_ session: AWSSession) async -> [ResourceAddress: [Diagnostic]] {
        // Where it cannot be asked, making the subnet tells.
        guard !wanted.isEmpty, let count = try? await ZoneLookup(session).count() else { return [:] }
        var result: [ResourceAddress: [Diagnostic]] = [:]
        var told: Set<String> = []
        for subnet in wanted where subnet.zone >= count {
            let isFirst = told.insert(subnet.environment).inserted
            let message =
                "\(subnet.environment) asks for \(subnet.zones) availability zones, but \(session.region) has \(count): "
                + "set network.zones to \(count) or less"
            result[subnet.address] =
                isFirst ? [Diagnostic(.error, message, at: subnet.location, address: subnet.address)] : []
        }
        return result
    }
}
