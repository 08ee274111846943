import AWSClient
import Model

/// A launch configuration of Auto Scaling: what started instances before there were launch templates.
///
/// It is read only where an environment is described; Plumbline makes launch templates, and leaves it as it is.
public struct LaunchConfiguration: Hashable, Sendable {
    public var name: String
    public var instanceType: String
    public var isSpot: Bool
    /// The instance profile's name or its ARN; nil for none.
    public var instanceProfile: String?
    public var securityGroups: Set<String>

    public init(
        name: String, instanceType: String, isSpot: Bool = false, instanceProfile: String? = nil,
        securityGroups: Set<String> = []
    ) {
        self.name = name
        self.instanceType = instanceType
        self.isSpot = isSpot
        self.instanceProfile = instanceProfile
        self.securityGroups = securityGroups
    }
}

extension AutoScalingGroup.Attributes {
    private static let configuration = "launch configuration "

    /// The words that stand for a launch configuration where there is no launch template.
    static func naming(configuration: String) -> String { Self.configuration + configuration }

    /// The name of the launch configuration that the instances are started by; nil where a template does it.
    public var launchConfiguration: String? {
        guard let text = launchTemplate.text, text.hasPrefix(Self.configuration) else { return nil }
        return String(text.dropFirst(Self.configuration.count))
    }

    /// The id of the launch template, `lt-…`; nil where there is none.
    public var templateID: String? {
        launchTemplate.text.flatMap { AutoScalingGroup.TemplateVersion($0)?.launchTemplateId }
    }
}

extension AWSResourceProvider {
    /// The launch configurations of these names, without those that are not there; sorted.
    public func launchConfigurations(
        named names: Set<String>
    ) async throws(ResourceError) -> [LaunchConfiguration] {
        do {
            // At most 50 at once, says the API reference of DescribeLaunchConfigurations.
            return try await names.sorted().chunked(into: 50).concurrentMap { names in
                try await session.client.collect(
                    DescribeLaunchConfigurations(launchConfigurationNames: names), \.launchConfigurations)
            }.flatMap(\.self).map(\.configuration)
        } catch {
            throw ResourceError(translating: error)
        }
    }
}

struct DescribeLaunchConfigurations: AWSRequest {
    static let action: AWSAction = "autoscaling:DescribeLaunchConfigurations"
    var launchConfigurationNames: [String]

    struct Response: Codable, Sendable { var launchConfigurations: [Item]? }

    struct Item: Codable, Sendable {
        var launchConfigurationName: String?
        var instanceType: String?
        /// Only of spot instances.
        var spotPrice: String?
        var iamInstanceProfile: String?
        var securityGroups: [String]?

        var configuration: LaunchConfiguration {
            LaunchConfiguration(
                name: launchConfigurationName ?? "", instanceType: instanceType ?? "", isSpot: spotPrice != nil,
                instanceProfile: iamInstanceProfile.flatMap { $0.isEmpty ? nil : $0 },
                securityGroups: Set(securityGroups ?? []))
        }
    }
}
