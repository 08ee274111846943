"""The search for planted secrets finds them."""

import base64
import importlib.machinery
import importlib.util
import unittest

from program import ROOT

LOADER = importlib.machinery.SourceFileLoader("check_secrets", str(ROOT / "Scripts/check-secrets"))
check_secrets = importlib.util.module_from_spec(importlib.util.spec_from_loader("check_secrets", LOADER))
LOADER.exec_module(check_secrets)


class Secrets(unittest.TestCase):
    def test_a_word_is_found_wherever_it_stands_in_base64(self):
        for word in check_secrets.PLANTED:
            forms = check_secrets.forms(word).values()
            for before in range(6):
                for after in range(6):
                    text = base64.b64encode(b"x" * before + word.encode() + b"y" * after).decode()
                    with self.subTest(word=word[:4], before=before, after=after):
                        self.assertTrue(any(form in text for form in forms))

    def test_no_form_is_so_short_that_it_would_be_found_by_chance(self):
        for word in check_secrets.PLANTED:
            for way, form in check_secrets.forms(word).items():
                with self.subTest(word=word[:4], way=way):
                    self.assertGreaterEqual(len(form), 7)


if __name__ == "__main__":
    unittest.main()
