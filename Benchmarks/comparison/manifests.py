"""The config repository that says what `Benchmarks/terraform` says."""

from .size import Size

REGION, ACCOUNT, REPOSITORY = "ap-southeast-1", "123456789012", "tooltwist-acme"
PEOPLE = 'contactEmail: ops@example.com\n  costCode: "0042"'


def manifests(size: Size, image_tags: dict[str, str] | None = None) -> dict[str, str]:
    """Files by path. `image_tags` are those of single nodes, by environment and node (`e000/n1`)."""
    files = {"repository.yaml": repository()}
    for number in range(size.environments):
        name = f"e{number:03}"
        files[f"{name}/environment.yaml"] = environment(name, number)
        for node_name in (f"n{index + 1}" for index in range(size.nodes)):
            tag = (image_tags or {}).get(f"{name}/{node_name}", "initial")
            extras = [extra(name, node_name, f"x{index + 1}", index + 1) for index in range(size.extras)]
            files[f"{name}/{node_name}.yaml"] = "---\n".join([node(name, node_name, tag), *extras])
    return files


def repository() -> str:
    return f"""\
apiVersion: plumbline.dev/v1
kind: Repository
metadata: {{ name: {REPOSITORY} }}
spec:
  region: {REGION}
  account: "{ACCOUNT}"
  {PEOPLE}
"""


def environment(name: str, number: int) -> str:
    return f"""\
apiVersion: plumbline.dev/v1
kind: Environment
metadata: {{ name: {name} }}
spec:
  prefix: x-
  region: {REGION}
  account: "{ACCOUNT}"
  {PEOPLE}
  network: {{ cidr: 10.{number}.0.0/16, zones: 2, natGateways: perZone }}
  cluster: {{ capacity: fargate }}
"""


def node(environment: str, name: str, tag: str) -> str:
    return f"""\
apiVersion: plumbline.dev/v1
kind: Node
metadata: {{ name: {name}, environment: {environment} }}
spec:
  image: {{ repository: {REPOSITORY}, tag: {tag} }}
  service: {{ count: 1, cpu: 256, memory: 512, port: 4000 }}
  loadBalancer: {{ healthCheckPath: /health, allowFrom: [10.0.0.0/8] }}
"""


def extra(environment: str, node: str, name: str, rule: int) -> str:
    return f"""\
apiVersion: plumbline.dev/v1
kind: Extra
metadata: {{ name: {name}, environment: {environment}, node: {node} }}
spec:
  image: {{ repository: {REPOSITORY}, tag: initial }}
  service: {{ count: 1, cpu: 256, memory: 512, port: 4000 }}
  route: {{ path: /{name}, healthCheckPath: /{name}/health, rule: {rule} }}
"""
