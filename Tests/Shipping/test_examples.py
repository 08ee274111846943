"""The example of a Plumbline that manages its own cluster: its parts name each other."""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import yaml

from program import ROOT, plumbline

SELF = ROOT / "manifests" / "examples" / "self"
CONFIGURATION = yaml.safe_load((SELF / "image/plumbline.yaml").read_text())
MANIFESTS = {
    item["kind"]: item
    for file in sorted((SELF / "aws").glob("*.yaml"))
    for item in yaml.safe_load_all(file.read_text())
}


def statement(name: str) -> dict:
    [only] = json.loads((SELF / "iam" / name).read_text())["Statement"]
    return only


class OnItsOwnCluster(unittest.TestCase):
    environment, node = MANIFESTS["Environment"], MANIFESTS["Node"]
    name = f"{environment['spec']['prefix']}{environment['metadata']['name']}-{node['metadata']['name']}"
    account, region = environment["spec"]["account"], environment["spec"]["region"]

    def test_the_manifests_are_valid_without_a_warning(self):
        with tempfile.TemporaryDirectory() as folder:
            copy = shutil.copytree(SELF, Path(folder) / "config")
            person = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"]
            for arguments in (
                ["init", "--quiet", "--initial-branch=main"],
                ["add", "--all"],
                ["commit", "--quiet", "--message=Describe ops"],
            ):
                subprocess.run(["git", "-C", copy, *person, *arguments], check=True)
            told = plumbline(self, "validate", "--repo", copy, "--path", CONFIGURATION["repository"]["path"])
        self.assertIn("is valid: 1 environment, 1 repository, 1 node.", told)
        self.assertNotIn("warning", told)

    def test_the_controller_takes_the_configuration(self):
        plumbline(self, "serve", "--config", SELF / "image/plumbline.yaml", "--check")

    def test_the_image_lints(self):
        hadolint = Path(sys.executable).parent / "hadolint"
        told = subprocess.run([hadolint, "--no-color", SELF / "image/Dockerfile"], capture_output=True, text=True)
        self.assertEqual((told.returncode, told.stdout + told.stderr), (0, ""))

    def test_every_secret_is_a_key_of_the_nodes_own(self):
        def references(node):
            if isinstance(node, dict):
                if "secretsManager" in node:
                    yield node
                for value in node.values():
                    yield from references(value)
            elif isinstance(node, list):
                for value in node:
                    yield from references(value)

        found = list(references(CONFIGURATION))
        self.assertEqual(len(found), 3)
        told = (SELF / "README.md").read_text()
        for reference in found:
            self.assertEqual((reference["secretsManager"], reference["region"]), (self.name, self.region))
            self.assertIn(reference["key"], told)

    def test_roles_and_the_lease_table_are_those_of_the_manifests(self):
        task = f"arn:aws:iam::{self.account}:role/{self.name}-ECSTaskRole"
        self.assertIn(task, statement("deploy-role-trust.json")["Principal"]["AWS"])
        self.assertEqual(statement("lease-table-policy.json")["Principal"]["AWS"], task)
        leases = CONFIGURATION["leases"]
        table = f"arn:aws:dynamodb:{leases['region']}:{self.account}:table/{leases['table']}"
        self.assertEqual(statement("lease-table-policy.json")["Resource"], table)
        roles = {item["spec"]["roleArn"] for item in (self.environment, MANIFESTS["Repository"])}
        self.assertEqual(roles, {f"arn:aws:iam::{self.account}:role/plumbline-deploy"})

    def test_it_stops_before_ecs_kills_it_and_serves_where_the_load_balancer_asks(self):
        self.assertLess(int(re.fullmatch(r"(\d+)s", CONFIGURATION["grace"])[1]), 30)
        self.assertEqual(self.node["spec"]["service"]["port"], 8080)
        self.assertEqual(self.node["spec"]["loadBalancer"]["healthCheckPath"], "/healthz")


if __name__ == "__main__":
    unittest.main()
