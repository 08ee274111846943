// swift-tools-version: 6.1
import PackageDescription

// Third-party products, each for one purpose; CONTRIBUTING.md tells what each costs a clean build.
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "plumbline",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "plumbline", targets: ["plumbline"]),
        .executable(name: "plumbline-git", targets: ["plumbline-git"]),
        // For Benchmarks, a package of its own.
        .library(name: "Blueprints", targets: ["AWSResources", "Blueprints", "Manifests"]),
        .library(name: "Controller", targets: ["Controller"]),
        .library(name: "Engine", targets: ["Engine"]),
        .library(name: "Ledger", targets: ["GitRepository", "Ledger"]),
        .library(name: "Model", targets: ["Model"]),
        .library(name: "Trials", targets: ["Trials"]),
        // For Fuzzing, a package of its own.
        .library(
            name: "Fuzzed",
            targets: [
                "AWSClient", "AWSResources", "Blueprints", "Forge", "GitMessages", "Ledger", "Manifests", "Model",
                "Server",
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0", traits: ["YAML"]),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        // The command line, one verb per file.
        .executableTarget(
            name: "plumbline",
            dependencies: [
                "AWSClient", "AWSResources", "Blueprints", "Controller", "Discovery", "GitRepository", "Ledger",
                "Manifests", "Model", argumentParser, asyncHTTPClient, logging,
            ]),
        // Puts the rooms together: a run from commit to recorded outcome, and the loop that repeats it all day.
        .target(
            name: "Controller",
            dependencies: [
                "AWSClient", "AWSResources", "Blueprints", "CMalloc", "Discovery", "Engine", "Forge", "GitRepository",
                "Ledger", "Manifests", "Model", "Server", configuration, crypto, logging, serviceLifecycle,
            ]),
        // Webhooks, JSON API, metrics and pages of the controller; knows neither AWS nor git.
        .target(name: "Server", dependencies: ["Model", crypto, hummingbird, logging, mustache, serviceLifecycle]),
        // Talks to forges and chats: pull request comments, commit statuses, notifications.
        .target(name: "Forge", dependencies: ["Model", asyncHTTPClient, crypto, logging]),
        // Inventory, status and history on the status branch.
        .target(name: "Ledger", dependencies: ["GitRepository", "Model", yams]),
        // Observer, planner, executor, reconciler; never sees AWS.
        .target(name: "Engine", dependencies: ["Model", crypto]),
        // The inverse of the blueprints: what AWS holds of an environment to manifests, pure.
        .target(name: "Discovery", dependencies: ["AWSResources", "Blueprints", "Engine", "Manifests", "Model"]),
        // One file per manifest kind: manifest to declarations, pure.
        .target(name: "Blueprints", dependencies: ["AWSResources", "Manifests", "Model"]),
        // One file per resource kind, and the list of kinds.
        .target(name: "AWSResources", dependencies: ["AWSClient", "Model"]),
        // Wire protocols, signing, credentials, retry, budgets; knows no resource.
        .target(
            name: "AWSClient", dependencies: ["CExpat", asyncHTTPClient, crypto, logging],
            exclude: ["Table/operations.txt"]),
        // YAML to typed manifests, with diagnostics that name file, line and column.
        .target(name: "Manifests", dependencies: ["Model", yams]),
        // Pure values: address, declaration, observed, change, plan, condition; the ResourceKind protocol.
        .target(name: "Model"),
        // Starts and supervises the git helper; mirrors, revisions, commits.
        .target(name: "GitRepository", dependencies: ["GitMessages", crypto, cryptoExtras]),
        // What the two processes say to each other.
        .target(name: "GitMessages"),
        // The git helper process: the only code that touches libgit2.
        .executableTarget(
            name: "plumbline-git", dependencies: ["CLibgit2", "CMalloc", "GitMessages", systemPackage]),
        // Debian's libgit2.
        .systemLibrary(name: "CLibgit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
        // What the C library's allocator can be told.
        .systemLibrary(name: "CMalloc"),
        // Debian's expat, the XML parser.
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),

        // Test support: starts moto and its overlay, and runs boto3 from outside.
        .target(name: "EmulatorSupport", path: "Tests/Emulator/Swift"),
        // Test support: a headless Chromium for the pages.
        .target(name: "BrowserSupport", dependencies: ["EmulatorSupport"], path: "Tests/Browser"),
        // Test support: GitHub and GitLab as far as Plumbline uses them, on a socket; its tests import it as testable.
        .target(name: "ForgePeers", dependencies: [hummingbird, logging], path: "Tests/ForgePeers"),
        // Test support: an account in memory, random histories and what has to hold of them, shrinking, an AWS that counts
        // requests, and the counts of the reliability page; its tests import it as testable.
        .target(name: "Trials", dependencies: ["AWSClient", "Engine", "Model"], path: "Tests/Trials"),
        .testTarget(name: "EmulatorSupportTests", dependencies: ["EmulatorSupport"]),
        .testTarget(name: "ModelTests", dependencies: ["Model"]),
        .testTarget(
            name: "GitRepositoryTests",
            dependencies: ["GitRepository", "GitMessages", "Trials", "plumbline-git", crypto],
            exclude: ["Peers"]),
        .testTarget(name: "ManifestsTests", dependencies: ["Manifests", "Model"]),
        .testTarget(name: "AWSClientTests", dependencies: ["AWSClient", "Trials"]),
        .testTarget(
            name: "AWSResourcesTests", dependencies: ["AWSResources", "AWSClient", "Model", "EmulatorSupport"]),
        .testTarget(
            name: "BlueprintsTests", dependencies: ["Blueprints", "AWSResources", "Manifests", "Model", "Trials"]),
        .testTarget(
            name: "DiscoveryTests",
            dependencies: ["Discovery", "AWSResources", "Blueprints", "Engine", "Manifests", "Model"]),
        .testTarget(name: "EngineTests", dependencies: ["Engine", "Model", "Trials"]),
        .testTarget(
            name: "PropertyTests",
            dependencies: ["AWSResources", "Blueprints", "Engine", "Manifests", "Model", "Trials"]),
        .testTarget(name: "ForgeTests", dependencies: ["Forge", "ForgePeers", "Model", crypto]),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "BrowserSupport", "EmulatorSupport", "Model", "Server", asyncHTTPClient, crypto, logging,
                serviceLifecycle,
            ]),
        .testTarget(
            name: "ControllerTests",
            dependencies: [
                "AWSClient", "AWSResources", "Controller", "EmulatorSupport", "Engine", "Forge", "GitMessages",
                "GitRepository", "Ledger", "Manifests", "Model", "Server", logging,
            ]),
        .testTarget(name: "LedgerTests", dependencies: ["Ledger", "GitRepository", "Model", "plumbline-git"]),
        .testTarget(
            name: "FuzzTests",
            dependencies: [
                "AWSClient", "AWSResources", "Blueprints", "Forge", "GitMessages", "Ledger", "Manifests", "Model",
                "Server",
                hummingbird,
            ]),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "AWSClient", "BrowserSupport", "EmulatorSupport", "ForgePeers", "plumbline", "plumbline-git",
                asyncHTTPClient,
                crypto,
            ],
            path: "Tests/EndToEnd"),
    ]
)
