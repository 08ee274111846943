"""The plain Kubernetes manifests: what the chart makes now, whole, and right by Kubernetes' schemas."""

import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import yaml

import chart
from chart import ROOT, SECRETS, Objects
from program import plumbline

INSTALL = ROOT / "manifests" / "install"
KUSTOMIZATION = yaml.safe_load((INSTALL / "kustomization.yaml").read_text())


def objects() -> Objects:
    """What the kustomization lists, as it is written, and the ConfigMap that it generates."""
    listed = [yaml.safe_load((INSTALL / name).read_text()) for name in KUSTOMIZATION["resources"]]
    for generated in KUSTOMIZATION["configMapGenerator"]:
        data = {name: (INSTALL / name).read_text() for name in generated["files"]}
        metadata = {"name": generated["name"], "namespace": KUSTOMIZATION["namespace"]}
        listed.append({"apiVersion": "v1", "kind": "ConfigMap", "metadata": metadata, "data": data})
    return Objects(listed)


class Install(unittest.TestCase):
    def test_it_is_what_the_chart_makes(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, ROOT / "Scripts/render-install", folder], check=True)
            made = sorted(Path(folder).iterdir())
            self.assertEqual(len(made), 4)
            for file in made:
                kept = INSTALL / file.name
                self.assertEqual(kept.read_text(), file.read_text(), f"{kept} is old. Run: make install-manifests")

    def test_the_kustomization_lists_every_file(self):
        files = {file.name for file in INSTALL.glob("*.yaml")} - {"kustomization.yaml"}
        generated = [name for made in KUSTOMIZATION["configMapGenerator"] for name in made["files"]]
        listed = KUSTOMIZATION["resources"] + generated
        self.assertEqual(sorted(listed), sorted(files))

    def test_kubernetes_schemas_take_every_object(self):
        self.assertEqual([told for item in objects().all for told in chart.problems(item)], [])

    def test_the_pod_is_restricted_as_the_namespace_demands(self):
        labels = objects().one("Namespace")["metadata"]["labels"]
        self.assertEqual(labels["pod-security.kubernetes.io/enforce"], "restricted")
        self.assertEqual(chart.restricted_problems(objects().pod), [])

    def test_names_meet(self):
        all_objects = objects()
        self.assertEqual(all_objects.one("Namespace")["metadata"]["name"], KUSTOMIZATION["namespace"])
        volumes = {volume["name"]: volume for volume in all_objects.pod["spec"]["volumes"]}
        self.assertEqual(volumes["config"]["configMap"]["name"], KUSTOMIZATION["configMapGenerator"][0]["name"])
        image = KUSTOMIZATION["images"][0]
        self.assertEqual(all_objects.container["image"], f"{image['name']}:{image['newTag']}")
        secret = volumes["secret-plumbline"]["secret"]["secretName"]
        told = (INSTALL / "README.md").read_text()
        files = re.findall(rf"{SECRETS}{secret}/([\w-]+)", (INSTALL / "plumbline.yaml").read_text())
        self.assertEqual(len(files), 3)
        for file in files:
            self.assertIn(f"--from-file={file}", told)

    def test_the_controller_takes_the_configuration(self):
        plumbline(self, "serve", "--config", INSTALL / "plumbline.yaml", "--check")

    @unittest.skipUnless(shutil.which("kubectl"), "kubectl is not here; the tests above read the same files")
    def test_kustomize_builds_it(self):
        built = subprocess.run(["kubectl", "kustomize", INSTALL], capture_output=True, text=True)
        self.assertEqual(built.returncode, 0, built.stderr)
        found = Objects([item for item in yaml.safe_load_all(built.stdout) if item])
        self.assertEqual(found.kinds(), objects().kinds())
        self.assertEqual([told for item in found.all for told in chart.problems(item)], [])
        name = found.one("ConfigMap")["metadata"]["name"]
        self.assertRegex(name, r"^plumbline-config-\w{10}$")
        self.assertIn(name, [volume.get("configMap", {}).get("name") for volume in found.pod["spec"]["volumes"]])
        for item in found.all:
            if item["kind"] != "Namespace":
                self.assertEqual(item["metadata"]["namespace"], "plumbline")


if __name__ == "__main__":
    unittest.main()
