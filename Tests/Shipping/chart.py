"""The chart as Helm renders it, and what the published schemas of Kubernetes say of objects."""

import json
from functools import cache
from pathlib import Path

import helm_python as helm
import jsonschema
import kubernetes_validate
import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
CHART = ROOT / "charts" / "plumbline"
SECRETS = "/etc/plumbline/secrets/"

# The oldest Kubernetes that the chart says it takes, and the newest whose schemas are here.
KUBERNETES = ("1.27", "1.37")

# The part of the Prometheus Operator's ServiceMonitor that the chart uses; its schema is not among Kubernetes' own.
# https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ServiceMonitor
SERVICE_MONITOR = {
    "type": "object",
    "required": ["apiVersion", "kind", "metadata", "spec"],
    "properties": {
        "spec": {
            "type": "object",
            "required": ["selector", "endpoints"],
            "additionalProperties": False,
            "properties": {
                "selector": {"type": "object", "required": ["matchLabels"]},
                "endpoints": {
                    "type": "array",
                    "minItems": 1,
                    "items": {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {
                            "port": {"type": "string"},
                            "path": {"type": "string"},
                            "interval": {"type": "string", "pattern": r"^(\d+(ms|s|m|h|d|w|y))+$"},
                            "authorization": {
                                "type": "object",
                                "additionalProperties": False,
                                "properties": {
                                    "type": {"const": "Bearer"},
                                    "credentials": {
                                        "type": "object",
                                        "required": ["name", "key"],
                                        "properties": {"name": {"type": "string"}, "key": {"type": "string"}},
                                    },
                                },
                            },
                        },
                    },
                },
            },
        }
    },
}


def values(name: str) -> dict:
    return yaml.safe_load((ROOT / "Tests/Shipping/values" / f"{name}.yaml").read_text())


@cache
def loaded() -> helm.Chart:
    return helm.Chart.load(CHART)


def rendered(given: dict, release: str = "plumbline", namespace: str = "platform") -> dict[str, str]:
    """The files that Helm makes, by template, notes included; without those that are empty."""
    files = loaded().render(given, name=release, namespace=namespace, is_install=True)
    return {name.removeprefix("plumbline/templates/"): text for name, text in files.items() if text.strip()}


class Objects:
    """Kubernetes objects, to be asked by kind."""

    def __init__(self, objects: list[dict]):
        self.all = objects

    @classmethod
    def of(cls, given: dict, release: str = "plumbline") -> "Objects":
        texts = (text for name, text in sorted(rendered(given, release).items()) if name.endswith(".yaml"))
        return cls([item for text in texts for item in yaml.safe_load_all(text) if item])

    def kinds(self) -> list[str]:
        return sorted(item["kind"] for item in self.all)

    def one(self, kind: str) -> dict:
        found = [item for item in self.all if item["kind"] == kind]
        assert len(found) == 1, f"{len(found)} objects of kind {kind}, not 1"
        return found[0]

    @property
    def pod(self) -> dict:
        return self.one("Deployment")["spec"]["template"]

    @property
    def container(self) -> dict:
        return self.pod["spec"]["containers"][0]

    @property
    def configuration(self) -> dict:
        return yaml.safe_load(self.one("ConfigMap")["data"]["plumbline.yaml"])


def problems(item: dict) -> list[str]:
    """What the schemas have against an object, unknown fields included; for the oldest and the newest Kubernetes."""
    name = f"{item.get('kind')} {item.get('metadata', {}).get('name')}"
    if item.get("apiVersion") == "monitoring.coreos.com/v1":
        found = jsonschema.Draft202012Validator(SERVICE_MONITOR).iter_errors(item)
        return [f"{name}: {error.json_path}: {error.message}" for error in found]
    told = []
    for version in KUBERNETES:
        try:
            kubernetes_validate.validate(item, version, strict=True)
        except kubernetes_validate.ValidationError as error:
            told.append(f"{name} in Kubernetes {version}: {'.'.join(map(str, error.path))}: {error.message}")
    return told


def restricted_problems(pod: dict) -> list[str]:
    """What keeps a pod from the restricted Pod Security Standard.

    https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
    """
    spec, told = pod["spec"], []
    if any(spec.get(key) for key in ("hostNetwork", "hostPID", "hostIPC")):
        told.append("it shares a namespace of the host")
    allowed = {"configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "projected", "secret"}
    allowed.add("persistentVolumeClaim")
    for volume in spec.get("volumes", []):
        if not set(volume) - {"name"} <= allowed:
            told.append(f"volume {volume['name']} is of a kind that is not allowed")
    outer = spec.get("securityContext", {})
    for container in spec["containers"] + spec.get("initContainers", []):
        inner = container.get("securityContext", {})
        if inner.get("allowPrivilegeEscalation") is not False:
            told.append("it may gain privileges")
        if inner.get("capabilities") != {"drop": ["ALL"]}:
            told.append("it has capabilities")
        if (inner.get("runAsNonRoot") or outer.get("runAsNonRoot")) is not True or not outer.get("runAsUser"):
            told.append("it may run as root")
        if (inner.get("seccompProfile") or outer.get("seccompProfile", {})).get("type") != "RuntimeDefault":
            told.append("it has no seccomp profile")
        if inner.get("readOnlyRootFilesystem") is not True:
            told.append("its root file system can be written to")
    return told


def schema() -> dict:
    return json.loads((CHART / "values.schema.json").read_text())
