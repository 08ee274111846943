"""Small config repositories that together reach every kind of resource, each made, changed and taken down again."""

from dataclasses import dataclass, field

ACCOUNT = "123456789012"
REGION = "ap-southeast-1"
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{}jowkKx/sks2HK31BOwDguIXXSCPLBSZUAXVRZq+ me@example.com"
KEYS = [KEY.format("EsIO"), KEY.format("FsIO")]


@dataclass(frozen=True)
class Phase:
    """One commit and the run that makes AWS true to it."""

    name: str
    files: dict[str, str]
    # Whether the environment goes, by the verb `destroy`.
    destroys: bool = False


@dataclass(frozen=True)
class Scenario:
    name: str
    # What is there before anything is looked at.
    ground: dict[str, str]
    phases: list[Phase]
    # Run by boto3 before the ground is laid: what others have made.
    others: list[tuple[str, str, dict]] = field(default_factory=list)


def document(kind: str, metadata: str, spec: str) -> str:
    return f"apiVersion: plumbline.dev/v1\nkind: {kind}\nmetadata: {{ {metadata} }}\nspec:\n{spec}"


def environment(network="natGateways: none", cluster="capacity: fargate", cost="0042", more="") -> str:
    return document(
        "Environment",
        "name: dev",
        f"""  prefix: x-
  region: {REGION}
  account: "{ACCOUNT}"
  contactEmail: ops@example.com
  costCode: "{cost}"
  network: {{ zones: 2, {network} }}
  cluster: {{ {cluster} }}
{more}""",
    )


def node(
    tag="initial", port=4000, health="/up", days=30, maximum=3, balancer="allowFrom: [10.0.0.0/8]", scheme="internal"
) -> str:
    return document(
        "Node",
        "name: acme, environment: dev",
        f"""  image: {{ repository: tooltwist-acme, tag: {tag} }}
  service:
    port: {port}
    environment: {{ LOG_LEVEL: info }}
    secrets:
      DB_PASSWORD: secret/team/acme:password
      FLAGS: parameter//team/flags
    sessionManager: true
    autoscaling: {{ min: 1, max: {maximum}, cpu: 60, requestsPerTarget: 1000 }}
  loadBalancer: {{ healthCheckPath: {health}, scheme: {scheme}, {balancer} }}
  logs: {{ retentionDays: {days} }}
  config: {{ restartOnChange: true }}
""",
    )


def extra(tag="initial", path="/api2", port=4000, more="") -> str:
    return document(
        "Extra",
        "name: api2, environment: dev, node: acme",
        f"""  image: {{ repository: tooltwist-acme, tag: {tag} }}
  service: {{ port: {port} }}
  route: {{ path: {path}, healthCheckPath: /api2/up{more} }}
""",
    )


def hosts(instance="t3.small", maximum=2, key=0) -> str:
    return (
        f"capacity: fargate, ec2: {{ instanceType: {instance}, size: {{ min: 1, max: {maximum} }}, "
        f"publicKey: {KEYS[key]} }}"
    )


def database(name: str, spec: str) -> str:
    return document("Database", f"name: {name}, environment: dev", f"  {{ deletionProtection: false, {spec} }}\n")


def cache(spec: str) -> str:
    return document("Cache", "name: sessions, environment: dev", f"  {{ engine: redis, {spec} }}\n")


def repository(images=50) -> str:
    return document(
        "Repository",
        "name: tooltwist-acme",
        f'  region: {REGION}\n  account: "{ACCOUNT}"\n  lifecycle: {{ keepImages: {images} }}\n',
    )


def pipeline(branch="main", days=30) -> str:
    return document(
        "Pipeline",
        "name: acme, environment: dev",
        f"""  source:
    connection: arn:aws:codeconnections:{REGION}:{ACCOUNT}:connection/01234567-89ab-cdef-0123-456789abcdef
    repository: tooltwist/acme
    branch: {branch}
  image: {{ repository: tooltwist-acme }}
  deploy: {{ repository: tooltwist/config, file: acme.yaml }}
  artifactDays: {days}
""",
    )


def files(*texts: str) -> dict[str, str]:
    return {"all.yaml": "---\n".join(texts)}


NETWORK = Scenario(
    "network",
    {},
    [
        Phase("create", files(environment("natGateways: single"))),
        Phase(
            "change",
            files(environment("natGateways: perZone, databasePort: 5432", cost="0043") + "  # changed\n"),
        ),
        Phase("destroy", {}, destroys=True),
    ],
)

SERVICES = Scenario(
    "services",
    files(environment()),
    [
        Phase("create", files(environment(), node(), extra())),
        Phase(
            "change",
            files(
                environment(),
                node("v2", health="/healthy", days=60, maximum=4, balancer="allowFrom: [10.1.0.0/16], idleTimeout: 90"),
                extra("v2", path="/api/2", more=", rule: 7"),
            ),
        ),
        Phase(
            "replace",
            files(
                environment(),
                node("v2", 5000, "/healthy", 60, 4, "allowFrom: [10.1.0.0/16], idleTimeout: 90", "internet-facing"),
                extra("v2", path="/api/2", port=5000, more=", rule: 7"),
            ),
        ),
        Phase("destroy", files(environment())),
    ],
    others=[
        ("secretsmanager", "create_secret", {"Name": "team/acme", "SecretString": '{"password": "not-for-anybody"}'}),
        ("ssm", "put_parameter", {"Name": "/team/flags", "Type": "String", "Value": "a"}),
    ],
)

HOSTS = Scenario(
    "hosts",
    files(environment()),
    [
        Phase("create", files(environment(cluster=hosts()))),
        Phase("change", files(environment(cluster=hosts("t3.large", 3, key=1)))),
        Phase("destroy", files(environment())),
    ],
)

DATA = Scenario(
    "data",
    files(environment()),
    [
        Phase(
            "create",
            files(
                environment(),
                database("orders", "engine: mysql, storage: 20"),
                database("reports", "engine: aurora-postgresql"),
                cache("replicas: 1"),
            ),
        ),
        Phase(
            "change",
            files(
                environment(),
                database("orders", "engine: mysql, storage: 30, instanceClass: db.t4g.large"),
                database("reports", "engine: aurora-postgresql, backupRetentionDays: 9"),
                cache("replicas: 1, nodeType: cache.t4g.medium"),
            ),
        ),
        Phase("destroy", files(environment())),
    ],
)

DELIVERY = Scenario(
    "delivery",
    files(environment()),
    [
        Phase("create", files(environment(more="  jumpBoxes: { count: 1 }\n"), repository(), pipeline())),
        Phase(
            "change",
            files(
                environment(more="  jumpBoxes: { count: 1, instanceType: t3.micro, running: true }\n"),
                repository(60),
                pipeline("trunk", 40),
            ),
        ),
        Phase("destroy", files(environment())),
    ],
)

ALL = [NETWORK, SERVICES, HOSTS, DATA, DELIVERY]
