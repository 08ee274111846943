// swift-tools-version: 6.1
import PackageDescription

// Measures the engine alone; what needs the whole program is in drive.py.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "plumbline", path: "..")],
    targets: [
        .executableTarget(
            name: "engine-benchmark",
            dependencies: [
                .product(name: "Blueprints", package: "plumbline"),
                .product(name: "Engine", package: "plumbline"),
                .product(name: "Ledger", package: "plumbline"),
                .product(name: "Model", package: "plumbline"),
            ],
            path: "Engine")
    ]
)
