import AWSResources
import Model

/// A listener that speaks HTTPS.
struct ListenerSample: KindSample {
    let kind = Listener()
    let createAction = "CreateListener"

    func attributes(on bench: Bench) async throws -> Listener.Attributes {
        Listener.Attributes(
            loadBalancer: .known(try await bench.loadBalancer()), port: 443, protocol: "HTTPS",
            certificate: "arn:aws:iam::\(bench.session.account):server-certificate/contract",
            sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
            defaultAction: .forward(.known(try await bench.targetGroup())))
    }

    var outsideChanges: [OutsideChange<Listener>] {
        [
            .edit("port") { attributes, _ in attributes.port = 8443 },
            .edit("sslPolicy") { attributes, _ in attributes.sslPolicy = "ELBSecurityPolicy-2016-08" },
            .edit("defaultAction") { attributes, _ in
                attributes.defaultAction = .redirect(protocol: "HTTPS", port: "8443", statusCode: "HTTP_301")
            },
        ]
    }

    let unshownFields = [
        "certificate": "the emulator takes only certificates that it holds, and Plumbline has no call that makes one",
        "protocol": "leaving HTTPS takes the certificate and the policy along; ListenerTests shows a change",
    ]
}
