"""Terraform's side."""

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

from .client import Run, Trouble, run
from .emulated import ROOT, Emulated
from .size import Size

CONFIGURATION = ROOT / "Benchmarks/terraform"
# It asks nobody whether there is a newer one.
QUIET = {"CHECKPOINT_DISABLE": "1", "TF_IN_AUTOMATION": "1"}


class Terraform:
    name = "Terraform"
    # Its first apply leaves the processor alone for most of the time.
    mostly_waits = True

    def __init__(self, folder: Path, size: Size, emulated: Emulated):
        self.folder, self.size = folder, size
        shutil.copytree(CONFIGURATION, folder, dirs_exist_ok=True)
        # Its own configuration stays in force, so that it finds the provider where this machine keeps it.
        kept = ("TF_CLI_CONFIG_FILE", "TF_PLUGIN_CACHE_DIR")
        inherited = {
            key: value for key, value in os.environ.items() if key in kept or not key.startswith(("TF_", "AWS_"))}
        self.environment = inherited | emulated.variables() | QUIET
        self.describe({})
        self.terraform("init")

    def describe(self, image_tags: dict[str, str]) -> None:
        counts = {"environments": self.size.environments, "nodes": self.size.nodes, "extras": self.size.extras}
        (self.folder / "terraform.tfvars.json").write_text(json.dumps(counts | {"image_tags": image_tags}))

    def apply(self) -> Run:
        return self.terraform("apply", "-auto-approve")

    def plan(self) -> Run:
        """Raises `Trouble` when the plan is not empty."""
        return self.terraform("plan", "-detailed-exitcode")

    def look(self) -> None:
        """It has no controller."""

    def destroy(self) -> Run:
        return self.terraform("destroy", "-auto-approve")

    def terraform(self, verb: str, *arguments: str) -> Run:
        return run(["terraform", verb, "-input=false", "-no-color", *arguments], self.folder, self.environment)

    @staticmethod
    def missing(folder: Path) -> str | None:
        """Why this side cannot be measured here; None when it can."""
        if shutil.which("terraform") is None:
            return "there is no `terraform` on the PATH"
        with Emulated() as emulated:
            try:
                Terraform(folder, Size(1, 1, 0), emulated)
            except Trouble as trouble:
                return f"`terraform init` does not find the provider: {trouble}"
        return None

    @staticmethod
    def identity() -> str:
        """Of the program and the configuration, in which the provider's version is written."""
        program = subprocess.run(["terraform", "version"], capture_output=True, check=True, env=os.environ | QUIET).stdout
        texts = [file.read_bytes() for file in sorted(CONFIGURATION.rglob("*.tf"))]
        return hashlib.sha256(b"\0".join([program, *texts])).hexdigest()

    @staticmethod
    def versions(folder: Path) -> str:
        """Of the program and of the provider that `init` chose in a folder."""
        told = subprocess.run(
            ["terraform", "version", "-json"], cwd=folder, capture_output=True, text=True, check=True,
            env=os.environ | QUIET).stdout
        # Warnings about its configuration come first.
        versions = json.loads(told[told.index("{") :])
        provider = versions["provider_selections"]["registry.terraform.io/hashicorp/aws"]
        return f"Terraform {versions['terraform_version']} with the AWS provider {provider}"
