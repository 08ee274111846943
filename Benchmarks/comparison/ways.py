"""What was measured already, kept so that a comparison of hours can be ended and gone on with."""

import datetime
import json
from dataclasses import asdict
from pathlib import Path

from .measure import Look, Step, Way
from .size import Size


class Ways:
    def __init__(self, folder: Path, goes_on: bool):
        """`goes_on`: ways that were kept by an earlier comparison count; else only those of this one."""
        self.folder, self.goes_on = folder, goes_on

    def kept(self, size: Size, side: str, identity: str, number: int) -> Way | None:
        """None when there is none, or another program was measured then."""
        file = self.file(size, side, number)
        if not self.goes_on or not file.exists():
            return None
        told = json.loads(file.read_text())
        if told["identity"] != identity:
            return None
        steps = {name: Step(**step) for name, step in told["steps"].items()}
        look = Look(**told["look"]) if told["look"] else None
        date = datetime.date.fromisoformat(told["date"])
        return Way(steps, told["held"], look, date, told.get("together", 1))

    def keep(self, size: Size, side: str, identity: str, number: int, way: Way) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        told = {"identity": identity, **asdict(way), "date": way.date.isoformat()}
        self.file(size, side, number).write_text(json.dumps(told))

    def file(self, size: Size, side: str, number: int) -> Path:
        return self.folder / f"{size}-{side}-{number}.json"
