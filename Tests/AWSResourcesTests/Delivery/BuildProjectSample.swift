import AWSResources
import Model

/// moto wants a location of every source and has no UpdateProject: the overlay's part (delivery.py).
struct BuildProjectSample: KindSample {
    let kind = BuildProject()
    let createAction = "CreateProject"

    func attributes(on bench: Bench) async throws -> BuildProject.Attributes {
        BuildProject.Attributes(
            projectName: "x-dev-acme-build", projectDescription: "Builds the contract",
            serviceRole: Self.role("CodeBuildRole", bench), buildspec: "version: 0.2\n",
            image: "aws/codebuild/amazonlinux-x86_64-standard:5.0", privileged: true,
            environment: ["IMAGE_REPOSITORY": "tooltwist-acme", "EMPTY": ""], timeoutMinutes: 30,
            logGroup: "x-dev-acme-pipeline-logs")
    }

    var outsideChanges: [OutsideChange<BuildProject>] {
        [
            .edit("projectDescription") { attributes, _ in attributes.projectDescription = "Something else" },
            .edit("serviceRole") { attributes, bench in attributes.serviceRole = Self.role("Other", bench) },
            .edit("buildspec") { attributes, _ in attributes.buildspec = "ci/buildspec.yml" },
            .edit("image") { attributes, _ in attributes.image = "public.ecr.aws/docker/library/docker:27" },
            .edit("environmentType") { attributes, _ in attributes.environmentType = "ARM_CONTAINER" },
            .edit("computeType") { attributes, _ in attributes.computeType = "BUILD_GENERAL1_LARGE" },
            .edit("privileged") { attributes, _ in attributes.privileged = false },
            .edit("environment") { attributes, _ in attributes.environment["EXTRA"] = "1" },
            .edit("environment") { attributes, _ in attributes.environment = [:] },
            .edit("timeoutMinutes") { attributes, _ in attributes.timeoutMinutes = 480 },
            .edit("logGroup") { attributes, _ in attributes.logGroup = "elsewhere" },
        ]
    }

    private static func role(_ name: String, _ bench: Bench) -> Reference {
        .known("arn:aws:iam::\(bench.session.account):role/x-dev-acme-\(name)")
    }
}
