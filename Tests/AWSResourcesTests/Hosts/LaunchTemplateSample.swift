import AWSResources
import Model

struct LaunchTemplateSample: KindSample {
    let kind = LaunchTemplate()
    let createAction = "CreateLaunchTemplate"

    func attributes(on bench: Bench) async throws -> LaunchTemplate.Attributes {
        try await Self.attributes(on: bench, image: LaunchTemplate.latestImage)
    }

    static func attributes(on bench: Bench, image: String?) async throws -> LaunchTemplate.Attributes {
        let group = try await bench.securityGroup(in: try await bench.vpc())
        return .init(
            templateName: "x-dev-LaunchTemplate", instanceType: "t3.small", imageParameter: Bench.imageParameter,
            image: image, instanceProfile: profile("x-dev-instanceprofile", on: bench),
            securityGroups: [.known(group)], keyName: "x-dev-key",
            userData: "#!/bin/bash\necho ECS_CLUSTER=x-dev >> /etc/ecs/ecs.config\n")
    }

    private static func profile(_ name: String, on bench: Bench) -> Reference {
        .known("arn:aws:iam::\(bench.session.account):instance-profile/\(name)")
    }

    let outsideChanges: [OutsideChange<LaunchTemplate>] = [
        .edit("instanceType") { attributes, _ in attributes.instanceType = "t3.large" },
        .edit("imageParameter") { attributes, _ in attributes.imageParameter = Bench.armImageParameter },
        .edit("image") { attributes, _ in
            attributes.image = nil
            attributes.imageId = "ami-12c6146b"
        },
        .edit("instanceProfile") { attributes, bench in attributes.instanceProfile = Self.profile("other", on: bench) },
        .edit("securityGroups") { attributes, bench in
            let vpc = try await bench.vpc("10.51.0.0/16")
            attributes.securityGroups = [.known(try await bench.securityGroup("other", in: vpc))]
        },
        .edit("keyName") { attributes, _ in attributes.keyName = "" },
        .edit("userData") { attributes, _ in attributes.userData = "#!/bin/bash\n" },
        .edit("httpTokens") { attributes, _ in attributes.httpTokens = "optional" },
        .edit("hopLimit") { attributes, _ in attributes.hopLimit = 2 },
        .edit("spot") { attributes, _ in attributes.spot = true },
    ]
}
