import AWSResources

struct InstanceProfileSample: KindSample {
    let kind = InstanceProfile()
    let createAction = "CreateInstanceProfile"

    func attributes(on bench: Bench) async throws -> InstanceProfile.Attributes {
        .init(profileName: "x-dev-instanceprofile", role: .known(try await bench.role("x-dev-ECSRole")))
    }

    let outsideChanges: [OutsideChange<InstanceProfile>] = [
        .edit("role") { attributes, bench in attributes.role = .known(try await bench.role("other")) }
    ]
}
