import AWSClient
import Model

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension LaunchTemplate {
    /// The image for a new version: the given one, or what the parameter names now.
    func image(_ wanted: Attributes, through session: AWSSession) async throws -> String {
        if let given = wanted.imageId { return given }
        if let found = try await images(named: [wanted.imageParameter], through: session)[wanted.imageParameter] {
            return found
        }
        throw ResourceError(
            .notFound, operation: GetParameters.action.description,
            message:
                "there is no public parameter \(wanted.imageParameter) in \(session.region), which names the image "
                + "of the hosts: AWS may have no such image for \(wanted.instanceType) there; take another instance type"
        )
    }

    /// The images that parameters name, without those that are not there.
    func images(named parameters: Set<String>, through session: AWSSession) async throws -> [String: String] {
        // At most 10 at once, says the API reference of GetParameters.
        let found = try await parameters.sorted().chunked(into: 10).concurrentMap { names in
            try await session.client.send(GetParameters(names: names)).parameters ?? []
        }.flatMap(\.self)
        return Dictionary(found.map { ($0.name ?? "", $0.value ?? "") }) { first, _ in first }
    }

    /// The number of the version that a request makes. A run that ended before it became the default one has left it as the
    /// latest, and so has a try whose answer was lost: then that is the one.
    func version(_ request: CreateLaunchTemplateVersion, through session: AWSSession) async throws -> Int {
        let look = DescribeLaunchTemplateVersions(launchTemplateId: request.launchTemplateId, versions: ["$Latest"])
        return try await session.createOnce(
            request,
            made: {
                try required(
                    $0.launchTemplateVersion?.versionNumber, "VersionNumber", of: CreateLaunchTemplateVersion.self)
            },
            find: {
                let latest = try await session.client.collect(look, \.launchTemplateVersions).first
                let isTheSame =
                    latest?.launchTemplateData == request.launchTemplateData
                    && latest?.versionDescription == request.versionDescription
                return isTheSame ? latest?.versionNumber : nil
            })
    }

    /// The template that carries the declaration's tags; nil when there is none.
    func find(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made? {
        let name = desired.attributes.templateName
        let found = try await session.client.collect(DescribeLaunchTemplates(), \.launchTemplates)
            .first { $0.launchTemplateName == name }
        guard let found else { return nil }
        guard [String: String](found.tags).claimsSame(as: desired.tags) else {
            throw ResourceError.conflict(
                CreateLaunchTemplate.self, "launch template", named: name,
                identifier: found.launchTemplateId ?? name, wantedBy: desired.address)
        }
        return try Self.made(found, of: DescribeLaunchTemplates.self)
    }

    static func made<R: AWSRequest>(_ template: Description?, of request: R.Type) throws -> Made {
        let id = try required(template?.launchTemplateId, "LaunchTemplateId", of: request)
        return made(id, try required(template?.defaultVersionNumber, "DefaultVersionNumber", of: request))
    }

    static func made(_ id: String, _ version: Int) -> Made { Made(id, outputs: [.version: "\(id):\(version)"]) }

    static func observed(
        _ template: Description, _ version: Version, latest: [String: String]
    ) throws -> Observed<Attributes> {
        let made = try made(template, of: DescribeLaunchTemplates.self)
        let data = version.launchTemplateData ?? LaunchTemplateData()
        let parameter = version.imageParameter ?? ""
        let imageId = data.imageId ?? ""
        let script = data.userData.flatMap { Data(base64Encoded: $0) }.map { String(decoding: $0, as: UTF8.self) }
        return Observed(
            identifier: made.identifier, name: template.launchTemplateName,
            attributes: Attributes(
                templateName: template.launchTemplateName ?? "", instanceType: data.instanceType ?? "",
                imageParameter: parameter, image: latest[parameter] == imageId ? latestImage : imageId,
                imageId: imageId, instanceProfile: .known(data.iamInstanceProfile?.text ?? ""),
                securityGroups: Set((data.securityGroupIds ?? []).map { .known($0) }),
                keyName: .known(data.keyName ?? ""), userData: .known(script ?? ""),
                httpTokens: data.metadataOptions?.httpTokens ?? "optional",
                hopLimit: data.metadataOptions?.httpPutResponseHopLimit ?? 1,
                spot: data.instanceMarketOptions?.marketType == "spot"),
            outputs: made.outputs, tags: [String: String](template.tags))
    }
}

extension LaunchTemplateData {
    init(_ desired: Desired<LaunchTemplate.Attributes>, image: String) throws(ResourceError) {
        let wanted = desired.attributes
        let key = try desired.text(wanted.keyName) as String
        imageId = image
        instanceType = wanted.instanceType
        keyName = key.isEmpty ? nil : key
        userData = Data((try desired.text(wanted.userData) as String).utf8).base64EncodedString()
        iamInstanceProfile = Profile(try desired.text(wanted.instanceProfile))
        securityGroupIds = try desired.texts(wanted.securityGroups).sorted()
        metadataOptions = Metadata(
            httpTokens: wanted.httpTokens, httpEndpoint: "enabled", httpPutResponseHopLimit: wanted.hopLimit)
        instanceMarketOptions = wanted.spot ? Market(marketType: "spot") : nil
    }
}

extension AWSError {
    /// EC2 calls a missing template by an error of its own naming.
    var isMissingTemplate: Bool { isMissing || code.hasPrefix("InvalidLaunchTemplate") && code.contains("NotFound") }
}
