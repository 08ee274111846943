"""Runs trials side by side and keeps count."""

import shutil
import threading
import time
import traceback
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


class Trials:
    def __init__(self, folder: Path, workers: int):
        self.folder = folder
        self.workers = workers
        self.passed: Counter = Counter()
        self.failed: list[str] = []
        self.seconds = 0.0
        self.lock = threading.Lock()
        self.number = 0

    def run(self, trials: Iterable) -> None:
        began = time.monotonic()
        with ThreadPoolExecutor(self.workers) as pool:
            list(pool.map(self.one, trials))
        self.seconds += time.monotonic() - began

    def one(self, trial) -> None:
        with self.lock:
            self.number += 1
            folder = self.folder / f"trial-{self.number}"
        try:
            trial.run(folder)
        except Exception as problem:
            said = str(problem) if isinstance(problem, AssertionError) else traceback.format_exc()
            with self.lock:
                self.failed.append(trial.name)
                print(f"✗ {trial.name}\n{said}\n", flush=True)
            shutil.rmtree(folder, ignore_errors=True)
            return
        with self.lock:
            self.passed[trial.kind] += 1
