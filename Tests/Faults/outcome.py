"""What has to be true after a phase, whatever has happened on the way."""

import json
import sys
from collections import Counter
from dataclasses import dataclass

from scenarios import Phase
from world import ROOT, SECRET, Ended, World

sys.path.insert(0, str(ROOT / "Tests/Emulator"))
from overlay.resources import IDENTIFIER, without_endings


@dataclass(frozen=True)
class Outcome:
    """All that AWS and the status branch hold, in a form that is the same for every way there."""

    resources: Counter
    inventory: str

    @classmethod
    def of(cls, world: World) -> "Outcome":
        return cls(Counter(world.aws.get("resources")), inventory(world))


def inventory(world: World) -> str:
    """The recorded inventory, with the names of what its identifiers stand for in AWS: one that stands for nothing
    has none."""
    heads = world.git("for-each-ref", "refs/heads/plumbline/status")
    if not heads:
        return ""
    listed = world.git("ls-tree", "-r", "--name-only", "plumbline/status").split()
    texts = [world.git("show", f"plumbline/status:{name}") for name in listed]
    if any(SECRET in text for text in texts):
        raise AssertionError("a secret is on the status branch")
    names = world.aws.get("names")
    kept = [text for name, text in zip(listed, texts) if name.startswith("inventory/")]
    text = IDENTIFIER.sub(lambda found: f"<{names.get(found[0], 'nothing')}>", "\n".join(kept))
    return without_endings(text)


def expect(world: World, phase: Phase, reference: Outcome) -> None:
    """One more plan is empty, AWS holds exactly what an undisturbed run makes it hold, and the inventory is true."""
    expect_empty(world.check(phase))
    seen = Outcome.of(world)
    missing, more = reference.resources - seen.resources, seen.resources - reference.resources
    if missing or more:
        raise AssertionError(f"AWS does not hold what it should\n{differences(missing, more)}")
    if seen.inventory != reference.inventory:
        raise AssertionError(
            "the inventory is not true\n" + told("-", lines(reference.inventory) - lines(seen.inventory))
            + "\n" + told("+", lines(seen.inventory) - lines(reference.inventory))
        )


def expect_empty(checked: Ended) -> None:
    if checked.code != 0 or checked.document["changes"]:
        raise AssertionError(f"the next plan is not empty: {checked}")


def lines(text: str) -> Counter:
    return Counter(text.splitlines())


def told(sign: str, found: Counter) -> str:
    return "\n".join(f"{sign} {line[:500]}" for line in found.elements())


def differences(missing: Counter, more: Counter) -> str:
    """What is gone and what is there besides; of what is there in both, the fields that differ."""
    said = []
    unmatched = list(more.elements())
    for line in missing.elements():
        title, fields = split(line)
        other = next((one for one in unmatched if split(one)[0] == title), None)
        if other is None:
            said.append(f"- {title}")
            continue
        unmatched.remove(other)
        others = split(other)[1]
        differing = sorted(name for name in {**fields, **others} if fields.get(name) != others.get(name))
        said += [f"! {title} {name}: {fields.get(name)} -> {others.get(name)}" for name in differing]
    return "\n".join(said + [f"+ {split(line)[0]}" for line in unmatched])


def split(line: str) -> tuple[str, dict]:
    """The place and name, and the fields, of a line of the emulator's list of resources."""
    title, _, fields = line.partition(" {")
    return title, dict(leaves("", json.loads("{" + fields))) if fields else {}


def leaves(path: str, value):
    """What a value comes to in the end, by its path."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(f"{path}.{name}", inner)
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from leaves(f"{path}[{place}]", inner)
    else:
        yield path, value
