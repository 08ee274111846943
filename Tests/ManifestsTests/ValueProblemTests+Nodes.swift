extension ValueProblemTests {
    private typealias Fixture = RepositoryFixture

    private static func image(_ text: String) -> RepositoryFixture { .valid(node: Fixture.node(image: text)) }
    private static func service(_ text: String) -> RepositoryFixture { .valid(node: Fixture.node(service: text)) }
    private static func balancer(_ text: String) -> RepositoryFixture { .valid(node: Fixture.node(loadBalancer: text)) }
    private static func variables(_ text: String) -> RepositoryFixture { service("{ port: 1, environment: \(text) }") }

    static let nodes = [
        BadInput(
            "a tag and a digest",
            image("{ repository: app, tag: one, digest: \"sha256:\(String(repeating: "a", count: 64))\" }"),
            "node.yaml:5:47: error: an image has either a tag or a digest, not both: remove one of them"
        ),
        BadInput(
            "neither tag nor digest",
            image("{ repository: app }"),
            "node.yaml:5:3: error: the image has neither a tag nor a digest: add tag: or digest:"
        ),
        BadInput(
            "a tag that is a number",
            image("{ repository: app, tag: 1.10 }"),
            "node.yaml:5:34: error: tag must be a text, not the number 1.10: put it in quotes, \"1.10\" (without them, "
                + "its spelling is lost)"
        ),
        BadInput(
            "a tag with a slash",
            image("{ repository: app, tag: a/b }"),
            "node.yaml:5:34: error: tag must be letters, digits and _ . - not beginning with . or -, not \"a/b\""
        ),
        BadInput(
            "a digest that is too short",
            image("{ repository: app, digest: \"sha256:abc\" }"),
            "node.yaml:5:37: error: digest must be sha256: and 64 hexadecimal digits, not \"sha256:abc\""
        ),
        BadInput(
            "a registry with https",
            image("{ repository: app, tag: one, registry: \"https://x.io\" }"),
            "node.yaml:5:49: error: registry must be a registry's host without https:// and without the repository, such "
                + "as public.ecr.aws, not \"https://x.io\""
        ),
        BadInput(
            "a repository that nobody declares",
            image("{ repository: apps, tag: one }"),
            "node.yaml:5:24: warning: there is no Repository \"apps\", so the image is looked for in ECR in the "
                + "environment's own account and region: did you mean \"app\"?"
        ),
        BadInput("no port", service("{ count: 1 }"), "node.yaml:6:3: error: service lacks the required key port"),
        BadInput(
            "a count below nothing",
            service("{ count: -1, port: 1 }"),
            "node.yaml:6:21: error: count must be from 0 to 5000, not -1"
        ),
        BadInput(
            "a CPU that Fargate has not",
            service("{ cpu: 300, port: 1 }"),
            "node.yaml:6:19: error: on Fargate cpu must be one of 256, 512, 1024, 2048, 4096, 8192, 16384, not 300"
        ),
        BadInput(
            "memory that does not fit the default CPU",
            service("{ memory: 4096, port: 1 }"),
            "node.yaml:6:22: error: Fargate has no size with cpu 256 and memory 4096: for cpu 256, memory must be 512, "
                + "1024 or 2048"
        ),
        BadInput(
            "a CPU that the default memory does not fit",
            service("{ cpu: 8192, port: 1 }"),
            "node.yaml:6:19: error: Fargate has no size with cpu 8192 and memory 512: for cpu 8192, memory must be 16384 "
                + "to 61440 in steps of 4096"
        ),
        BadInput(
            "a size between two steps",
            service("{ cpu: 16384, memory: 36864, port: 1 }"),
            "node.yaml:6:34: error: Fargate has no size with cpu 16384 and memory 36864: for cpu 16384, memory must be "
                + "32768 to 122880 in steps of 8192"
        ),
        BadInput(
            "a processor that there is not",
            service("{ architecture: arm, port: 1 }"),
            "node.yaml:6:28: error: architecture must be x86_64 or arm64, not \"arm\""
        ),
        BadInput(
            "variables that Plumbline sets",
            variables("{ JUICE_CONFIG: a, PORT: b, ALB_HOST: c }"),
            "node.yaml:6:38: error: JUICE_CONFIG must not be in an environment list: Plumbline points it at the service's "
                + "own secret. Remove it",
            "node.yaml:6:55: error: PORT must not be in an environment list: Plumbline sets it from service.port. Remove it",
            "node.yaml:6:64: error: ALB_HOST must not be in an environment list: Plumbline sets it to the load balancer's "
                + "host. Remove it"
        ),
        BadInput(
            "variables that are not texts",
            variables("{ A: true, B: 1, C: [x], D: , E: no }"),
            "node.yaml:6:41: error: A must be a text, not the boolean true: put it in quotes, \"true\"",
            "node.yaml:6:50: error: B must be a text, not the number 1: put it in quotes, \"1\"",
            "node.yaml:6:53: error: C must be a text, not a list",
            "node.yaml:6:61: error: D has no value: write one, or remove the key",
            "node.yaml:6:69: error: E must be a text, not the boolean no: put it in quotes, \"no\""
        ),
        BadInput(
            "a variable's name with a space",
            variables("{ \"A B\": c }"),
            "node.yaml:6:38: error: \"A B\" is no environment variable's name: use letters, digits and _, not beginning "
                + "with a digit"
        ),
        BadInput(
            "variables as a list",
            variables("[{ name: A, value: b }]"),
            "node.yaml:6:23: error: environment must be a mapping of names and texts, not a list: write NAME: \"value\" "
                + "without dashes"
        ),
        BadInput(
            "nobody may connect",
            balancer("{ healthCheckPath: /up }"),
            "node.yaml:7:3: warning: nobody can reach this load balancer: list the networks that may in "
                + "loadBalancer.allowFrom"
        ),
        BadInput(
            "networks that are none",
            balancer("{ healthCheckPath: /up, allowFrom: [10.0.0.1/8, \"::x\", 7] }"),
            "node.yaml:7:53: error: allowFrom: 10.0.0.1/8 is an address inside a network: write 10.0.0.0/8 for the "
                + "network, or 10.0.0.1/32 for the one address",
            "node.yaml:7:65: error: allowFrom must be a network such as 10.0.0.0/8 or 2001:db8::/32, a prefix list pl-… "
                + "or a security group sg-…, not \"::x\"",
            "node.yaml:7:72: error: allowFrom must be a text, not the number 7: put it in quotes, \"7\""
        ),
        BadInput(
            "one network without a list",
            balancer("{ healthCheckPath: /up, allowFrom: 10.0.0.0/8 }"),
            "node.yaml:7:52: error: allowFrom must be a list, not the text \"10.0.0.0/8\""
        ),
        BadInput(
            "a health check path without a slash",
            balancer("{ healthCheckPath: up, allowFrom: [10.0.0.0/8] }"),
            "node.yaml:7:36: error: healthCheckPath must be a path that begins with / and has no spaces, not \"up\""
        ),
        BadInput(
            "a health check path of 1025 characters",
            balancer("{ healthCheckPath: /\(String(repeating: "a", count: 1024)), allowFrom: [10.0.0.0/8] }"),
            "node.yaml:7:36: error: healthCheckPath must have 1 to 1024 characters, but has 1025"
        ),
        BadInput(
            "a scheme that there is not",
            balancer("{ healthCheckPath: /up, allowFrom: [10.0.0.0/8], scheme: public }"),
            "node.yaml:7:74: error: scheme must be internet-facing or internal, not \"public\""
        ),
        BadInput(
            "a certificate of another region",
            balancer(
                "{ healthCheckPath: /up, allowFrom: [10.0.0.0/8],\n"
                    + "    certificateArn: \"arn:aws:acm:us-east-1:123456789012:certificate/1\" }"
            ),
            "node.yaml:8:21: error: the certificate is in us-east-1, account 123456789012, but the environment dev is in "
                + "eu-west-1, account 123456789012: a load balancer needs a certificate of its own region and account"
        ),
        BadInput(
            "days that CloudWatch does not have",
            .valid(node: Fixture.node(adding: "  logs: { retentionDays: 10 }")),
            "node.yaml:8:26: error: retentionDays must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, "
                + "545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, not 10"
        ),
        BadInput(
            "a path with a space, and rule 0",
            .valid(extra: Fixture.extra(route: "{ path: \"/a b\", healthCheckPath: /up, rule: 0 }")),
            "extra.yaml:7:18: error: path must be a path pattern that begins with / and has only letters, digits and "
                + "_ - . $ / ~ \" ' @ : + & * ?, not \"/a b\"",
            "extra.yaml:7:54: error: rule must be from 1 to 50000, not 0"
        ),
        BadInput(
            "a path of 129 characters",
            .valid(
                extra: Fixture.extra(route: "{ path: /\(String(repeating: "a", count: 128)), healthCheckPath: /up }")
            ),
            "extra.yaml:7:18: error: path must have 1 to 128 characters, but has 129"
        ),
    ]
}
