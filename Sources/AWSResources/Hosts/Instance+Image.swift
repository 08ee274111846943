import AWSClient
import Model

extension Instance {
    /// An image, and the disk that it starts from.
    struct Image {
        var id: String
        /// The device that the root disk is attached as.
        var rootDevice: String
        /// GiB; the least that the image's snapshot fits on.
        var rootSize: Int?
    }

    /// The newest image of the parameter for the processor of the wanted type.
    ///
    /// The parameters are AWS's own (https://docs.aws.amazon.com/linux/al2023/ug/ec2.html): what they hold is no secret.
    func image(for desired: Desired<Attributes>, through session: AWSSession) async throws -> Image {
        let type = desired.attributes.instanceType
        guard let template = desired.attributes.imageParameter else {
            throw ResourceError(
                .unresolved, operation: "choose image",
                message: "\(desired.address) names no image, so it can be taken over but not made")
        }
        let types = try await session.client.send(DescribeInstanceTypes(instanceTypes: [type])).instanceTypes
        let architectures = types?.first?.processorInfo?.supportedArchitectures ?? []
        guard let architecture = ["x86_64", "arm64"].first(where: architectures.contains) else {
            throw ResourceError(
                .refused, operation: DescribeInstanceTypes.action.description,
                message:
                    "\(desired.address): instances of the type \(type) run on \(architectures), for which there is no "
                    + "image; choose another type")
        }
        let name = template.replacing("{architecture}", with: architecture)
        let parameter = try await session.client.send(GetParameter(name: name)).parameter
        let id = try required(parameter?.value, "Parameter.Value", of: GetParameter.self)
        let image = try await session.client.send(DescribeImages(imageIds: [id])).images?.first
        let device = try required(image?.rootDeviceName, "RootDeviceName", of: DescribeImages.self)
        let disk = image?.blockDeviceMappings?.first { $0.deviceName == device }
        return Image(id: id, rootDevice: device, rootSize: disk?.ebs?.volumeSize)
    }
}

extension AWSSession {
    /// Repeats a call while EC2 does not see an instance profile yet that is there: it learns of new ones from IAM some
    /// seconds late. The last answer counts.
    func whileProfilesAppear<Result>(_ call: () async throws -> Result) async throws -> Result {
        try await repeating(while: \.tellsOfMissingProfile, call)
    }

    /// Gives an instance another instance profile, or its first.
    func setProfile(_ name: String, of instance: String) async throws {
        let filter = EC2Filter("instance-id", [instance])
        let associations = try await client.collect(
            DescribeIamInstanceProfileAssociations(filters: [filter]), \.iamInstanceProfileAssociations)
        let profile = InstanceProfileName(name: name)
        let current = associations.first { $0.state == "associated" || $0.state == "associating" }
        try await whileProfilesAppear {
            if let id = current?.associationId {
                _ = try await client.send(
                    ReplaceIamInstanceProfileAssociation(associationId: id, iamInstanceProfile: profile))
            } else {
                _ = try await client.send(
                    AssociateIamInstanceProfile(instanceId: instance, iamInstanceProfile: profile))
            }
        }
    }
}

extension AWSError {
    /// EC2 has no code of its own for it.
    fileprivate var tellsOfMissingProfile: Bool {
        code == "InvalidParameterValue" && message.contains("Invalid IAM Instance Profile")
    }
}
