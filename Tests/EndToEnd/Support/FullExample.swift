import EmulatorSupport
import Foundation

/// `manifests/examples/full` as a config repository, with a certificate that is there.
enum FullExample {
    static func open() async throws -> World {
        let world = try await World.open(nil)
        try await world.repository.commitExample("full")
        let certificate = try await world.boto3(
            #"print(client("acm").request_certificate(DomainName="shop.example.com")["CertificateArn"])"#)
        try await world.repository.commit(["nodes/prod.yaml": try node(certificate)])
        return world
    }

    /// One of the example's files.
    static func text(_ path: String) throws -> String {
        try String(
            contentsOf: TestPython.root.appendingPathComponent("manifests/examples/full/\(path)"), encoding: .utf8)
    }

    /// The node's file with another certificate.
    static func node(_ certificate: String) throws -> String {
        try text("nodes/prod.yaml").replacing(/arn:aws:acm:[^ \n]+/, with: certificate)
    }
}
