"""Config repositories to measure with."""

ACCOUNT, REGION = "123456789012", "ap-southeast-1"


def environment(name: str, number: int) -> str:
    return f"""\
apiVersion: plumbline.dev/v1
kind: Environment
metadata: {{ name: {name} }}
spec:
  prefix: x-
  region: {REGION}
  account: "{ACCOUNT}"
  contactEmail: ops@example.com
  costCode: "0042"
  network: {{ cidr: 10.{number}.0.0/16, zones: 2, natGateways: none }}
  cluster: {{ capacity: fargate }}
"""


def node(environment: str, name: str = "acme", path: str = "/health") -> str:
    return f"""\
apiVersion: plumbline.dev/v1
kind: Node
metadata: {{ name: {name}, environment: {environment} }}
spec:
  image: {{ repository: tooltwist-acme, tag: initial }}
  service: {{ count: 1, cpu: 256, memory: 512, port: 4000 }}
  loadBalancer: {{ healthCheckPath: {path}, allowFrom: [10.0.0.0/8] }}
"""


def environments(count: int, with_nodes: bool = False) -> dict[str, str]:
    """Files by path: so many environments whose networks do not overlap."""
    files = {}
    for number in range(count):
        name = f"e{number:03}"
        files[f"{name}.yaml"] = environment(name, number)
        if with_nodes:
            files[f"{name}-acme.yaml"] = node(name)
    return files
