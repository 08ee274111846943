import AWSClient
import Model

/// A launch template of EC2 for container hosts: how an Auto Scaling group starts an instance. Its identifier is AWS's
/// id, `lt-…`.
///
/// Its default version is what counts. A change makes a new version, which becomes the default one; the output
/// `version`, `lt-…:3`, names template and version, and changes with it whoever refers to it. The image is the one that a
/// public parameter of Systems Manager names when the template is made. A version's description keeps that parameter's
/// name, and the image stays as it was first resolved: no state but AWS's own is needed to pin it.
public struct LaunchTemplate: AWSResourceKind {
    public struct Attributes: Sendable {
        public var templateName: String
        public var instanceType: String
        /// The public parameter that names the image.
        public var imageParameter: String
        /// `latest` to follow the parameter; nil to keep the image that it named at first.
        public var image: String?
        /// The image; nil to take it from the parameter.
        public var imageId: String?
        /// The instance profile's ARN.
        public var instanceProfile: Reference
        public var securityGroups: Set<Reference>
        /// The key pair's name; empty for none.
        public var keyName: Reference
        /// The script that an instance runs at its first start.
        public var userData: Reference
        /// `required` for IMDSv2 only, or `optional`.
        public var httpTokens: String
        /// 1 keeps containers in bridge networks from the instance's own credentials.
        public var hopLimit: Int
        public var spot: Bool

        public init(
            templateName: String, instanceType: String, imageParameter: String, image: String? = nil,
            imageId: String? = nil, instanceProfile: Reference, securityGroups: Set<Reference>, keyName: Reference = "",
            userData: Reference, httpTokens: String = "required", hopLimit: Int = 1, spot: Bool = false
        ) {
            self.templateName = templateName
            self.instanceType = instanceType
            self.imageParameter = imageParameter
            self.image = image
            self.imageId = imageId
            self.instanceProfile = instanceProfile
            self.securityGroups = securityGroups
            self.keyName = keyName
            self.userData = userData
            self.httpTokens = httpTokens
            self.hopLimit = hopLimit
            self.spot = spot
        }
    }

    /// The value of `image` for whatever the parameter names now.
    public static let latestImage = "latest"

    public let type: ResourceType = "AWS::EC2::LaunchTemplate"
    public let noun = "LaunchTemplate"
    public let traits = KindTraits(isRevised: true, deletedAfter: [AutoScalingGroup().type])
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field(
            "templateName", \.templateName, .replace, "The name, unique in the account and region",
            staysWhenAdopted: true),
        Field("instanceType", \.instanceType, .update, "The machines' type"),
        Field("imageParameter", \.imageParameter, .update, "The public parameter that names the image"),
        Field("image", \.image, .update, "Whether the image is the latest"),
        Field("imageId", \.imageId, .initial, "The image, kept once it was chosen"),
        Field("instanceProfile", \.instanceProfile, .update, "What gives the instances their role", pins: true),
        Field("securityGroups", \.securityGroups, .update, "The instances' security groups", pins: true),
        Field("keyName", \.keyName, .update, "The key pair with which people may log in"),
        Field("userData", \.userData, .update, "The script of an instance's first start"),
        Field("httpTokens", \.httpTokens, .update, "Whether the metadata service wants session tokens (IMDSv2)"),
        Field("hopLimit", \.hopLimit, .update, "How many network hops metadata may travel"),
        Field("spot", \.spot, .update, "Whether the instances are spot instances"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.templateName }

    /// One list, and one call for the default versions of all when any is of interest.
    public func observe(
        _ scope: ObservationScope, through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        let templates = try await session.client.collect(DescribeLaunchTemplates(), \.launchTemplates)
            .filter { template in
                scope.isInterested(in: template.launchTemplateName, [String: String](template.tags))
                    || scope.adoptedIdentifiers[type]?.contains(template.launchTemplateId ?? "") == true
            }
        if templates.isEmpty { return [] }
        let all = try await session.client.collect(
            DescribeLaunchTemplateVersions(versions: ["$Default"]), \.launchTemplateVersions)
        let versions = Dictionary(all.map { ($0.launchTemplateId ?? "", $0) }) { first, _ in first }
        var latest: [String: String] = [:]
        if scope.managedFields.contains("image") {
            let parameters = templates.compactMap { versions[$0.launchTemplateId ?? ""]?.imageParameter }
            latest = try await images(named: Set(parameters), through: session)
        }
        return try templates.compactMap { template in
            guard let version = versions[template.launchTemplateId ?? ""] else { return nil }
            return try Self.observed(template, version, latest: latest)
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let wanted = desired.attributes
        let image = try await image(wanted, through: session)
        let request = CreateLaunchTemplate(
            launchTemplateName: wanted.templateName, versionDescription: wanted.imageParameter,
            launchTemplateData: try LaunchTemplateData(desired, image: image),
            tagSpecifications: [EC2TagSpecification("launch-template", desired.tags)], clientToken: desired.token)
        return try await session.createOnce(
            request, made: { try Self.made($0.launchTemplate, of: CreateLaunchTemplate.self) },
            find: { try await find(desired, through: session) })
    }

    /// Keeps the image unless another parameter or the latest one is asked for.
    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        var kept: String?
        if fields.isDisjoint(with: ["imageParameter", "image"]) { kept = observed.attributes.imageId }
        let image: String
        if let kept, !kept.isEmpty {
            image = kept
        } else {
            image = try await self.image(desired.attributes, through: session)
        }
        let number = try await version(
            CreateLaunchTemplateVersion(
                launchTemplateId: observed.identifier, versionDescription: desired.attributes.imageParameter,
                launchTemplateData: try LaunchTemplateData(desired, image: image), clientToken: desired.token),
            through: session)
        _ = try await session.client.send(
            ModifyLaunchTemplate(launchTemplateId: observed.identifier, defaultVersion: String(number)))
        return Self.made(observed.identifier, number)
    }

    public func tag(
        _ observed: Observed<Attributes>, _ tags: [String: String], through session: AWSSession
    ) async throws {
        try await session.tagEC2(observed.identifier, tags)
    }

    /// Its versions go with it.
    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        do {
            _ = try await session.client.send(DeleteLaunchTemplate(launchTemplateId: observed.identifier))
        } catch {
            guard error.isMissingTemplate else { throw error }
        }
    }
}
