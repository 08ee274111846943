"""The Helm chart: rendered by Helm itself for several sets of values, and held against Kubernetes' schemas."""

import copy
import functools
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

import helm_python as helm
import yaml

import chart
from chart import CHART, ROOT, SECRETS, Objects
from program import PLUMBLINE, plumbline

SETS = ("smallest", "everything", "replicas", "bare")
SMALLEST = chart.values("smallest")


def changed(path: str, value, base: dict = SMALLEST) -> dict:
    """A copy with the value at a dotted path."""
    result = copy.deepcopy(base)
    inner = result
    *parents, last = path.split(".")
    for key in parents:
        inner = inner.setdefault(key, {})
    inner[last] = value
    return result


def each_set(test):
    """Runs a test for every set of values."""

    @functools.wraps(test)
    def run(self):
        for name in SETS:
            with self.subTest(values=name):
                test(self, name, Objects.of(chart.values(name)))

    return run


class Rendered(unittest.TestCase):
    def test_helm_lints_it_without_a_warning(self):
        for name in SETS:
            for version in chart.KUBERNETES:
                with self.subTest(values=name, kubernetes=version):
                    report = helm.lint(CHART, chart.values(name), strict=True, kube_version=f"v{version}.0")
                    found = [message for message in report["messages"] if message["severity"] >= 2]
                    self.assertEqual((report["errors"], found), ([], []))

    @each_set
    def test_kubernetes_schemas_take_every_object(self, name, objects):
        self.assertEqual([told for item in objects.all for told in chart.problems(item)], [])

    def test_a_wrong_object_would_be_told(self):
        item = Objects.of(SMALLEST).one("Deployment")
        item["spec"]["template"]["spec"]["containers"][0]["imagePullPolice"] = "Always"
        self.assertEqual(len(chart.problems(item)), len(chart.KUBERNETES))

    @each_set
    def test_each_set_of_values_makes_its_objects(self, name, objects):
        always = ["ConfigMap", "Deployment", "Pod", "Service"]
        expected = {
            "smallest": ["NetworkPolicy", "ServiceAccount"],
            "everything": ["Ingress", "NetworkPolicy", "PersistentVolumeClaim", "ServiceAccount", "ServiceMonitor"],
            "replicas": ["NetworkPolicy", "PodDisruptionBudget", "ServiceAccount"],
            "bare": [],
        }
        self.assertEqual(objects.kinds(), sorted(always + expected[name]))

    @each_set
    def test_pods_keep_to_the_restricted_standard(self, name, objects):
        self.assertEqual(chart.restricted_problems(objects.pod), [])
        self.assertEqual(chart.restricted_problems(objects.one("Pod")), [])
        self.assertFalse(objects.pod["spec"]["automountServiceAccountToken"])

    @each_set
    def test_selectors_select_the_pods_and_ports_meet(self, name, objects):
        labels = objects.pod["metadata"]["labels"].items()
        selectors = [objects.one("Deployment")["spec"]["selector"]["matchLabels"]]
        selectors.append(objects.one("Service")["spec"]["selector"])
        for kind, key in (("PodDisruptionBudget", "selector"), ("NetworkPolicy", "podSelector")):
            selectors += [item["spec"][key]["matchLabels"] for item in objects.all if item["kind"] == kind]
        for selector in selectors:
            self.assertTrue(selector and selector.items() <= labels, selector)
        self.assertFalse(selectors[1].items() <= objects.one("Pod")["metadata"]["labels"].items())
        [port] = objects.container["ports"]
        self.assertEqual(objects.configuration["server"]["listen"], f"0.0.0.0:{port['containerPort']}")
        self.assertEqual(objects.one("Service")["spec"]["ports"][0]["targetPort"], port["name"])
        for probe in ("startupProbe", "livenessProbe", "readinessProbe"):
            self.assertEqual(objects.container[probe]["httpGet"]["port"], port["name"])

    def test_ingress_and_monitor_find_the_service(self):
        objects = Objects.of(chart.values("everything"), release="second")
        service = objects.one("Service")
        self.assertEqual(service["metadata"]["name"], "second-plumbline")
        rules = objects.one("Ingress")["spec"]["rules"]
        self.assertEqual(
            [(rule["host"], [path["path"] for path in rule["http"]["paths"]]) for rule in rules],
            [("plumbline.example.com", ["/"]), ("hooks.example.com", ["/webhooks"])],
        )
        names = {port["name"] for port in service["spec"]["ports"]}
        for rule in rules:
            for path in rule["http"]["paths"]:
                backend = path["backend"]["service"]
                self.assertEqual(backend["name"], service["metadata"]["name"])
                self.assertIn(backend["port"]["name"], names)
        monitor = objects.one("ServiceMonitor")["spec"]
        self.assertLessEqual(monitor["selector"]["matchLabels"].items(), service["metadata"]["labels"].items())
        self.assertIn(monitor["endpoints"][0]["port"], names)
        self.assertEqual(
            monitor["endpoints"][0]["authorization"]["credentials"], {"name": "plumbline-metrics", "key": "token"}
        )

    @each_set
    def test_every_volume_is_mounted_and_every_secret_file_is_there(self, name, objects):
        volumes = {volume["name"]: volume for volume in objects.pod["spec"]["volumes"]}
        mounts = {mount["mountPath"]: mount["name"] for mount in objects.container["volumeMounts"]}
        self.assertEqual(sorted(volumes), sorted(mounts.values()))
        self.assertIn(str(Path(objects.container["args"][2]).parent), mounts)
        for file in re.findall(rf"{SECRETS}[^\s\"']+", yaml.safe_dump(objects.configuration)):
            volume = volumes[mounts[str(Path(file).parent)]]
            self.assertEqual(volume["secret"]["secretName"], Path(file).parent.name)

    @each_set
    def test_no_secret_is_made(self, name, objects):
        self.assertNotIn("Secret", objects.kinds())

    def test_the_grace_period_is_longer_than_the_controllers(self):
        for grace, seconds in ((None, 45), ("10s", 25), ("2m", 135), ("1h", 3615), ("1500ms", 15)):
            given = changed("config.grace", grace) if grace else SMALLEST
            self.assertEqual(Objects.of(given).pod["spec"]["terminationGracePeriodSeconds"], seconds)

    def test_a_single_pod_ends_before_the_next_begins_and_replicas_roll(self):
        self.assertEqual(Objects.of(SMALLEST).one("Deployment")["spec"]["strategy"], {"type": "Recreate"})
        objects = Objects.of(chart.values("replicas"))
        self.assertEqual(objects.one("Deployment")["spec"]["strategy"]["type"], "RollingUpdate")
        self.assertEqual(objects.one("PodDisruptionBudget")["spec"]["maxUnavailable"], 1)
        self.assertEqual(len(objects.pod["spec"]["topologySpreadConstraints"]), 2)

    def test_a_changed_configuration_replaces_the_pods_and_the_same_does_not(self):
        def checksum(given):
            return Objects.of(given).pod["metadata"]["annotations"]["checksum/config"]

        self.assertEqual(checksum(SMALLEST), checksum(changed("service.port", 81)))
        self.assertNotEqual(checksum(SMALLEST), checksum(changed("config.poll", "30s")))

    def test_aws_credentials_come_from_where_the_values_say(self):
        def egress(identity):
            given = changed("aws", {"identity": identity})
            rules = Objects.of(given).one("NetworkPolicy")["spec"]["egress"]
            return [block["ipBlock"]["cidr"] for rule in rules for block in rule.get("to", [])]

        self.assertEqual(egress("podIdentity"), ["169.254.170.23/32", "fd00:ec2::23/128"])
        self.assertEqual(egress("instanceRole"), ["169.254.169.254/32", "fd00:ec2::254/128"])
        self.assertEqual(egress("none"), [])
        account = Objects.of(chart.values("replicas")).one("ServiceAccount")
        self.assertEqual(
            account["metadata"]["annotations"],
            {"eks.amazonaws.com/role-arn": "arn:aws:iam::123456789012:role/plumbline"},
        )

    def test_notes_say_what_is_missing(self):
        notes = chart.rendered(SMALLEST)["NOTES.txt"]
        for text in ("port-forward service/plumbline", "create-pod-identity-association", "poll (60s)"):
            self.assertIn(text, notes)
        self.assertIn("config.server.tokens", notes)
        notes = chart.rendered(chart.values("everything"))["NOTES.txt"]
        self.assertIn("https://plumbline.example.com/", notes)
        for text in ("port-forward", "pod-identity", "config.server.tokens", "No webhook"):
            self.assertNotIn(text, notes)


class Refused(unittest.TestCase):
    def refused(self, given: dict, *texts: str):
        with self.assertRaises((helm.HelmRenderError, helm.HelmValuesError)) as caught:
            chart.rendered(given)
        for text in texts:
            self.assertIn(text, str(caught.exception))

    def test_two_replicas_without_leases(self):
        self.refused(changed("replicas", 2), "replicas: 2 without config.leases.table", "--create-lease-table")

    def test_one_claim_for_two_pods(self):
        given = changed("cache.persistence.enabled", True, chart.values("replicas"))
        self.refused(given, "cache.persistence.enabled with more than one replica")

    def test_no_repository(self):
        self.refused({}, "config.repository.url is empty")

    def test_what_the_chart_sets_itself(self):
        self.refused(changed("config.server.listen", "0.0.0.0:80"), "config.server.listen is the chart's own: set port")
        self.refused(changed("config.cache", "/tmp"), "config.cache is the chart's own")

    def test_roles_that_nobody_would_take(self):
        role = "arn:aws:iam::123456789012:role/plumbline"
        self.refused(changed("aws.identity", "irsa"), "aws.identity is irsa without aws.roleArn")
        self.refused(changed("aws.roleArn", role), "aws.roleArn has no effect with aws.identity: podIdentity")
        given = changed("aws", {"identity": "irsa", "roleArn": role})
        self.refused(changed("serviceAccount.create", False, given), "annotate yours")
        self.refused(changed("aws", {"identity": "irsa", "roleArn": "plumbline"}), "/aws/roleArn")

    def test_metrics_without_a_token_and_an_ingress_without_a_host(self):
        self.refused(changed("serviceMonitor.enabled", True), "serviceMonitor.tokenSecret.name", "/metrics wants")
        self.refused(changed("ingress.enabled", True), "ingress.hosts")

    def test_a_secret_that_is_written_out(self):
        self.refused(changed("config.repository.token", "s3cret"), "/config/repository/token", "want object")
        self.refused(changed("config.webhooks.github.secret", "s3cret"), "/config/webhooks/github/secret")

    def test_unknown_keys_and_wrong_types(self):
        self.refused(changed("replica", 1), "additional properties 'replica' not allowed")
        self.refused(changed("config.pol", "60s"), "additional properties 'pol' not allowed")
        self.refused(changed("config.poll", 60), "/config/poll", "want string")
        self.refused(changed("config.poll", "1 minute"), "/config/poll")
        self.refused(changed("port", 80), "/port", "want 1,024")
        self.refused(changed("image.digest", "sha256:abc"), "/image/digest")
        self.refused(changed("aws.identity", "magic"), "/aws/identity")
        token = {"name": "a", "token": {"env": "A"}, "rights": ["root"]}
        self.refused(changed("config.server.tokens", [token]), "/config/server/tokens/0/rights/0")
        self.refused(changed("secrets", ["plumbline-git"]), "/secrets/0", "want object")

    def test_every_object_of_the_schema_refuses_unknown_keys(self):
        def walk(node, path):
            if isinstance(node, dict):
                if "properties" in node and isinstance(node["properties"], dict):
                    self.assertIs(node.get("additionalProperties"), False, path)
                for key, value in node.items():
                    walk(value, f"{path}/{key}")

        walk({key: value for key, value in chart.schema().items() if key != "properties"}, "")
        for key, value in chart.schema()["properties"].items():
            walk(value, key)


class Described(unittest.TestCase):
    @staticmethod
    def leaves(node: dict, path: str = "") -> list[str]:
        found = []
        for key, value in node.items():
            name = f"{path}.{key}".lstrip(".")
            closed = isinstance(value, dict) and value and name not in ("config", "resources")
            found += Described.leaves(value, name) if closed else [name]
        return found

    def test_the_readme_tells_every_value_and_no_other(self):
        rows = re.findall(r"(?m)^\| (`[^|]+) \|", (CHART / "README.md").read_text())
        told = {name.removesuffix("[]").split("[]")[0] for row in rows for name in re.findall(r"`([^`]+)`", row)}
        self.assertEqual(told, set(self.leaves(yaml.safe_load((CHART / "values.yaml").read_text()))))

    def test_the_schema_has_the_keys_of_the_controllers_manual_and_no_other(self):
        manual = (ROOT / "docs/controller.md").read_text()
        table = manual.split("| key | default | |")[1].split("\n\n")[0]
        told = set()
        for cell in re.findall(r"(?m)^\| (`[^|]+) \|", table):
            names = re.findall(r"`([^`]+)`", cell)
            told.update(names)
        # `webhooks.github.secret` … "so for `gitlab.token`, `gitea.secret`, `generic.secret`"
        told |= {"webhooks.gitlab.token", "webhooks.gitea.secret", "webhooks.generic.secret"}
        definition = chart.schema()["properties"]["config"]

        def leaves(node, path):
            inner = node.get("properties")
            if not inner:
                return [path]
            return [leaf for key, value in inner.items() for leaf in leaves(value, f"{path}.{key}")]

        known = {leaf.lstrip(".") for leaf in leaves(definition, "")}
        # The manual tells of these two in a sentence.
        for told_as_one in ("status.repository", "server.trustedProxy"):
            self.assertTrue(any(key.startswith(f"{told_as_one}.") for key in known))
            known = {key for key in known if not key.startswith(f"{told_as_one}.")} | {told_as_one}
        told = {name.removesuffix("[]") for name in told}
        self.assertEqual(told - known, set(), "in docs/controller.md, not in values.schema.json")
        self.assertEqual(known - told, set(), "in values.schema.json, not in docs/controller.md")

    def test_the_controller_takes_every_rendered_configuration(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in SETS:
                with self.subTest(values=name):
                    file = Path(folder) / f"{name}.yaml"
                    file.write_text(Objects.of(chart.values(name)).one("ConfigMap")["data"]["plumbline.yaml"])
                    plumbline(self, "serve", "--config", file, "--check")

    def test_the_versions_are_those_of_the_program(self):
        version = subprocess.run([PLUMBLINE, "version"], capture_output=True, text=True, check=True).stdout.split()[1]
        self.assertEqual(yaml.safe_load((CHART / "Chart.yaml").read_text())["appVersion"], version)
        self.assertIn(f"ARG VERSION={version}\n", (ROOT / "Dockerfile").read_text())


if __name__ == "__main__":
    unittest.main()
