"""The list of parts: complete, and strict about licences."""

import importlib.machinery
import importlib.util
import json
import tempfile
import unittest
from pathlib import Path

from program import ROOT

LOADER = importlib.machinery.SourceFileLoader("sbom", str(ROOT / "Scripts/sbom"))
sbom = importlib.util.module_from_spec(importlib.util.spec_from_loader("sbom", LOADER))
LOADER.exec_module(sbom)


class Parts(unittest.TestCase):
    def test_every_pin_is_listed_with_its_revision(self):
        listed = {component["name"]: component for component in sbom.document(sbom.swift_packages())["components"]}
        pins = json.loads((ROOT / "Package.resolved").read_text())["pins"]
        self.assertEqual(set(listed), {pin["identity"] for pin in pins})
        for pin in pins:
            component = listed[pin["identity"]]
            self.assertEqual(component["version"], pin["state"]["version"])
            self.assertIn(pin["state"]["revision"], component["externalReferences"][0]["comment"])
            self.assertTrue(component["licenses"], pin["identity"])

    def test_every_package_of_the_image_is_listed(self):
        names = {component["name"] for component in sbom.debian_packages()}
        self.assertLessEqual({"libgit2-1.5", "libexpat1", "gpg"}, names)

    def test_a_package_without_a_licence_or_with_another_one_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertIsNone(sbom.licence(Path(folder)))
            file = Path(folder) / "LICENSE"
            file.write_text("All rights reserved.")
            self.assertIsNone(sbom.licence(Path(folder)))
            file.write_text("MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy")
            self.assertEqual(sbom.licence(Path(folder)), "MIT")
        part = {"name": "x", "version": "1", "bom-ref": "swift:x", "licence": None}
        self.assertIn("no licence", sbom.problems([part])[0])
        self.assertIn("GPL-3.0-only", sbom.problems([{**part, "licence": "GPL-3.0-only"}])[0])
        self.assertEqual(sbom.problems([{**part, "licence": "MIT"}]), [])

    def test_the_same_parts_make_the_same_document(self):
        parts = sbom.swift_packages()
        self.assertEqual(sbom.document(parts), sbom.document(sbom.swift_packages()))


if __name__ == "__main__":
    unittest.main()
