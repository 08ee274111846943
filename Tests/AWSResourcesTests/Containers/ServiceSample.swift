import AWSClient
import Model

@testable import AWSResources

/// The emulator does not look whether a service's target groups exist, so these are only named.
struct ServiceSample: KindSample {
    let kind = Service()
    let createAction = "CreateService"

    func attributes(on bench: Bench) async throws -> Service.Attributes { try await Self.attributes(on: bench) }

    /// A service, with everything that it needs made.
    static func attributes(on bench: Bench, tag: String = "initial") async throws -> Service.Attributes {
        _ = try await bench.client.send(CreateCluster(clusterName: "x-dev", tags: []))
        let vpc = try await bench.vpc()
        let subnets = try await bench.subnets(in: vpc)
        let group = try await bench.securityGroup(in: vpc)
        let revision = try await revision(on: bench, tag: tag)
        return Service.Attributes(
            cluster: "x-dev",
            serviceName: "x-dev-acme",
            taskDefinition: .known(revision),
            desiredCount: 2,
            initialCount: 1,
            launchType: "FARGATE",
            platformVersion: "LATEST",
            subnets: Set(subnets.map { .known($0) }),
            securityGroups: [.known(group)],
            assignPublicIp: false,
            targetGroups: [target("x-dev-acme", on: bench)],
            healthCheckGracePeriodSeconds: 60,
            circuitBreaker: true,
            minimumHealthyPercent: 50,
            maximumPercent: 150,
            propagateTags: "SERVICE",
            enableECSManagedTags: true,
            enableExecuteCommand: true
        )
    }

    /// A new revision's ARN.
    static func revision(on bench: Bench, tag: String) async throws -> String {
        let kind = TaskDefinition()
        let desired = bench.desired(kind, TaskDefinitionSample.attributes(bench, tag: tag))
        return try await kind.register(desired, through: bench.session).identifier
    }

    static func target(_ name: String, on bench: Bench) -> ServiceTarget {
        let place = "\(bench.session.region):\(bench.session.account)"
        let arn = "arn:aws:elasticloadbalancing:\(place):targetgroup/\(name)/0123456789"
        return ServiceTarget(targetGroup: .known(arn), containerName: "acmeApp", containerPort: 4000)
    }

    let unshownFields = ["capacityProvider": "it excludes a launch type; HostServiceSample shows it"]

    let outsideChanges: [OutsideChange<Service>] = [
        .edit("taskDefinition") { attributes, bench in
            attributes.taskDefinition = .known(try await Self.revision(on: bench, tag: "other"))
        },
        .edit("desiredCount") { attributes, _ in attributes.desiredCount = 3 },
        .edit("platformVersion") { attributes, _ in attributes.platformVersion = "1.4.0" },
        .edit("subnets") { attributes, _ in attributes.subnets = Set(attributes.subnets.prefix(1)) },
        .edit("securityGroups") { attributes, _ in attributes.securityGroups = [] },
        .edit("assignPublicIp") { attributes, _ in attributes.assignPublicIp = true },
        .edit("targetGroups") { attributes, bench in attributes.targetGroups = [Self.target("other", on: bench)] },
        .edit("healthCheckGracePeriodSeconds") { attributes, _ in attributes.healthCheckGracePeriodSeconds = 5 },
        .edit("circuitBreaker") { attributes, _ in attributes.circuitBreaker = false },
        .edit("minimumHealthyPercent") { attributes, _ in attributes.minimumHealthyPercent = 100 },
        .edit("maximumPercent") { attributes, _ in attributes.maximumPercent = 200 },
        .edit("propagateTags") { attributes, _ in attributes.propagateTags = "NONE" },
        .edit("enableExecuteCommand") { attributes, _ in attributes.enableExecuteCommand = false },
    ]
}
