"""What the overlay's tests share: an emulator of their own, and boto3 that talks to it and tries only once."""

import json
import os
import subprocess
import sys
import unittest
import urllib.request
from functools import cache
from pathlib import Path

import boto3
from botocore.config import Config

REGION = "ap-southeast-1"
EMULATOR = Path(__file__).with_name("emulator.py")


class EmulatorCase(unittest.TestCase):
    """One emulator for the class, emptied for each test."""

    arguments: list[str] = []
    # AWS's own policies are read anew after each reset, in most of a second; only one test asks for them.
    policies = "false"

    @classmethod
    def setUpClass(cls):
        cls.process = subprocess.Popen(
            [sys.executable, str(EMULATOR), *cls.arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "MOTO_IAM_LOAD_MANAGED_POLICIES": cls.policies},
        )
        cls.endpoint = json.loads(cls.process.stdout.readline())["endpoint"]

    @classmethod
    def tearDownClass(cls):
        cls.process.stdin.close()
        cls.process.wait(timeout=10)
        cls.process.stdout.close()

    def setUp(self):
        self.post("reset")

    def get(self, path: str):
        with urllib.request.urlopen(f"{self.endpoint}/plumbline/{path}") as answer:
            return json.load(answer)

    def post(self, path: str, body=None):
        data = json.dumps(body or {}).encode()
        with urllib.request.urlopen(f"{self.endpoint}/plumbline/{path}", data=data) as answer:
            return json.load(answer)

    @classmethod
    @cache
    def client(cls, service: str, read_timeout: float = 30, region: str = REGION):
        config = Config(retries={"total_max_attempts": 1}, read_timeout=read_timeout)
        return boto3.client(
            service,
            region_name=region,
            endpoint_url=cls.endpoint,
            aws_access_key_id="AKIAIOSFODNN7EXAMPLE",
            aws_secret_access_key="wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            config=config,
        )
