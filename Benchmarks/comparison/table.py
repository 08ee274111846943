"""What was measured, as Markdown."""

import re
import statistics
from dataclasses import fields

from .measure import STEPS, Step, Way
from .size import Size

SECTION = re.compile(r"<!-- measured (\S+) -->\n(.*?)<!-- end \1 -->\n", re.S)

# The row's name, the figure of it, and how it is written.
ROWS = (
    ("AWS requests", lambda step: step.requests, "{:,.0f}"),
    ("wall time, s", lambda step: step.wall, "{:,.1f}"),
    ("of it the emulator answering, s", lambda step: step.answering, "{:,.1f}"),
    ("the client's own time, s", lambda step: max(0, step.wall - step.answering), "{:,.1f}"),
    ("CPU of the client, s", lambda step: step.cpu, "{:,.2f}"),
    ("peak memory of the client, MB", lambda step: step.memory / 1e6, "{:,.0f}"),
)

# Of Terraform's figures, Plumbline's shall be this part at the most, so many times less, from this many environments on. With
# fewer, what is asked once whatever there is outweighs the rest.
GOALS_FROM = 16
GOALS = {
    ("first apply", "AWS requests"): 2,
    ("first apply", "the client's own time, s"): 3,
    ("no-change plan", "AWS requests"): 8,
    ("no-change plan", "the client's own time, s"): 6,
    ("no-change plan", "CPU of the client, s"): 30,
    ("no-change plan", "peak memory of the client, MB"): 8,
    ("drift found and repaired", "the client's own time, s"): 6,
}


def median(ways: list[Way], step: str) -> Step:
    """Of each figure on its own. The actions are those of the last way."""
    steps = [way.steps[step] for way in ways]
    figures = {
        one.name: statistics.median(getattr(step, one.name) for step in steps)
        for one in fields(Step)
        if one.name != "actions"
    }
    return Step(**figures, actions=steps[-1].actions)


def table(size: Size, sides: dict[str, list[Way]], head: str) -> str:
    """A section of `docs/performance.md`. `head` says how it was measured."""
    names = list(sides)
    compares = len(names) == 2
    counts = compares and size.environments >= GOALS_FROM
    lines = [f"### {size.title}", "", head, ""]
    lines.append(f"| step | | {' | '.join(names)} |" + (" ratio |" if compares else "") + (" goal |" if counts else ""))
    lines.append("|---|---|" + "--:|" * len(names) + ("--:|" if compares else "") + ("---|" if counts else ""))
    for step in STEPS:
        medians = [median(ways, step) for ways in sides.values()]
        for index, (name, figure, written) in enumerate(ROWS):
            values = [figure(one) for one in medians]
            cells = [step if index == 0 else "", name, *(written.format(value) for value in values)]
            if compares:
                cells.append(ratio(*values))
            if counts:
                cells.append(goal(step, name, *values))
            lines.append("| " + " | ".join(cells) + " |")
    lines += ["", *looks(size, sides)]
    for step in ("first apply", "no-change plan"):
        lines += ["", *actions(step, {name: median(ways, step).actions for name, ways in sides.items()})]
    return "\n".join(lines) + "\n"


def looks(size: Size, sides: dict[str, list[Way]]) -> list[str]:
    """What a controller asks that has nothing to do, beside the other side's no-change plan."""
    told = []
    for name, ways in sides.items():
        if (look := ways[0].look) is None:
            continue
        ours = look.requests * look.in_an_interval
        text = (
            f"{name}'s controller, while there is nothing to do: {ours:,.0f} AWS requests in the time after which each "
            f"environment is looked at again, in {look.in_an_interval:.1f} looks")
        for theirs in (median(other, "no-change plan").requests for side, other in sides.items() if side != name):
            text += f", {ratio(theirs, ours)} of the other's no-change plan"
            if size.environments >= GOALS_FROM:
                text += f" ({'✓' if ours * 10 <= theirs else '✗'} 1/10)"
        told.append(text + ".")
    return told


def ratio(theirs: float, ours: float) -> str:
    return f"1/{theirs / ours:.1f}" if 0 < ours < theirs else f"{ours / theirs:.1f}" if theirs else ""


def goal(step: str, name: str, theirs: float, ours: float) -> str:
    part = GOALS.get((step, name))
    return f"{'✓' if ours * part <= theirs else '✗'} 1/{part}" if part else ""


def actions(step: str, counts: dict[str, dict[str, int]]) -> list[str]:
    names = sorted({action for one in counts.values() for action in one})
    lines = [f"<details><summary>AWS requests of the {step}, by action</summary>", ""]
    lines += [f"| action | {' | '.join(counts)} |", "|---|" + "--:|" * len(counts)]
    lines += [f"| `{name}` | " + " | ".join(str(one.get(name, 0)) for one in counts.values()) + " |" for name in names]
    return [*lines, "", "</details>"]


def replaced(text: str, size: Size, section: str) -> str:
    """The page with the section of a size exchanged, or put in: the smallest comes first."""
    before, begin, rest = text.partition("<!-- sizes begin -->\n")
    kept, end, after = rest.partition("<!-- sizes end -->")
    sections = {Size.parse(name): body for name, body in SECTION.findall(kept)} | {size: section}
    blocks = [f"<!-- measured {one} -->\n{sections[one]}<!-- end {one} -->\n\n" for one in sorted(sections)]
    return before + begin + "".join(blocks) + end + after
