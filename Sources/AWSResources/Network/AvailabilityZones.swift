import AWSClient
import Model

extension AWSSession {
    /// The names of the region's availability zones that can be used now, sorted. Local and wavelength zones do not
    /// count.
    func availabilityZones() async throws -> [String] {
        let key = DescribeAvailabilityZones.action.description
        return try await sharedReads.read(region, of: key, atOnce: 1) { _ in
            let zones = try await client.send(DescribeAvailabilityZones()).availabilityZones ?? []
            let kind = "availability-zone"
            let usable = zones.filter { ($0.zoneType ?? kind) == kind && $0.state == "available" }
            return [region: usable.compactMap(\.zoneName).sorted()]
        } ?? []
    }
}

/// Tells how many availability zones a region has, for checks before anything is made.
public struct ZoneLookup: Sendable {
    private let session: AWSSession

    public init(_ session: AWSSession) { self.session = session }

    /// One call.
    public func count() async throws(ResourceError) -> Int {
        do {
            return try await session.availabilityZones().count
        } catch {
            throw ResourceError(translating: error)
        }
    }
}

struct DescribeAvailabilityZones: AWSRequest {
    static let action: AWSAction = "ec2:DescribeAvailabilityZones"

    struct Response: Codable, Sendable { var availabilityZones: [Zone]? }

    struct Zone: Codable, Sendable {
        var zoneName: String?
        var zoneType: String?
        var state: String?
    }
}
