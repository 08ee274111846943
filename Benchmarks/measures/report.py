"""Lines of figures, each beside what is promised of it."""


class Report:
    def __init__(self) -> None:
        self.kept = True

    def title(self, text: str) -> None:
        print(f"\n{text}", flush=True)

    def figure(self, name: str, value: float, unit: str = "", limit: float | None = None) -> None:
        """A value that may be as great as the limit; without a limit it is only told."""
        line = f"  {name:<46} {value:>10,.6g} {unit:<5}"
        if limit is not None:
            good = value <= limit
            self.kept &= good
            share = f", {value / limit:.0%} of it" if limit else ""
            line += f" {'✓' if good else '✗'} at most {limit:,.6g}{share}"
        print(line.rstrip(), flush=True)

    def failed(self, name: str, why: str) -> None:
        self.kept = False
        print(f"  ✗ {name}: {why}", flush=True)
