import Model

@testable import AWSResources

/// A service that runs on hosts; what does not differ from one on Fargate is shown by that one's sample.
struct HostServiceSample: KindSample {
    let kind = Service()
    let createAction = "CreateService"

    func attributes(on bench: Bench) async throws -> Service.Attributes {
        var attributes = try await ServiceSample.attributes(on: bench)
        attributes.launchType = nil
        attributes.platformVersion = nil
        attributes.capacityProvider = "x-dev-ec2"
        attributes.subnets = []
        attributes.securityGroups = []
        return attributes
    }

    let outsideChanges: [OutsideChange<Service>] = [
        .edit("capacityProvider") { attributes, _ in attributes.capacityProvider = "FARGATE_SPOT" }
    ]

    var unshownFields: [String: String] {
        let shown = Service().fields.filter { $0.row.effect == .update }.map(\.row.name)
        return Dictionary(shown.filter { $0 != "capacityProvider" }.map { ($0, "shown by ServiceSample") }) { $1 }
    }
}
