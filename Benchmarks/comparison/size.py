"""How much infrastructure is compared."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Size:
    """So many environments, nodes in each, and extras on each node."""

    environments: int
    nodes: int
    extras: int

    @classmethod
    def parse(cls, text: str) -> "Size":
        match = re.fullmatch(r"(\d+)x(\d+)x(\d+)", text)
        # Each environment has a network of its own in 10.0.0.0/8.
        if not match or not 0 < int(match[1]) <= 256 or int(match[2]) < 1:
            raise ValueError(f"{text} is no size: ENVIRONMENTSxNODESxEXTRAS, such as 4x2x2; at most 256 environments")
        return cls(*map(int, match.groups()))

    def __str__(self) -> str:
        return f"{self.environments}x{self.nodes}x{self.extras}"

    @property
    def title(self) -> str:
        return str(self).replace("x", "×")
