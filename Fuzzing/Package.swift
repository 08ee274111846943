// swift-tools-version: 6.1
import PackageDescription

// The fuzzers, one program for all targets: fuzz.py builds and runs it. The targets are those that the tests replay, and reach
// into the rooms as tests do, so everything is built with testing enabled.
let package = Package(
    name: "fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "plumbline", path: ".."),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    ],
    targets: [
        .target(
            name: "FuzzTargets",
            dependencies: [
                .product(name: "Fuzzed", package: "plumbline"),
                .product(name: "Hummingbird", package: "hummingbird"),
            ],
            path: "Targets"),
        .executableTarget(
            name: "fuzzer", dependencies: ["FuzzTargets"], path: "Fuzzer",
            // The fuzzing library brings `main`.
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    ]
)
