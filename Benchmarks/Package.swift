// swift-tools-version: 6.1
import PackageDescription

// What is measured from inside: the engine alone, and the controller on a clock of its own. drive.py does the rest.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "plumbline", path: ".."),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    ],
    targets: [
        .executableTarget(
            name: "engine-benchmark",
            dependencies: [
                .product(name: "Blueprints", package: "plumbline"),
                .product(name: "Engine", package: "plumbline"),
                .product(name: "Ledger", package: "plumbline"),
                .product(name: "Model", package: "plumbline"),
                .product(name: "Trials", package: "plumbline"),
            ],
            path: "Engine"),
        .executableTarget(
            name: "day-benchmark",
            dependencies: [
                .product(name: "Controller", package: "plumbline"),
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Day"),
    ]
)
