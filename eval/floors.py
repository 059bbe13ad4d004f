"""Floors: scores that hold, and may only rise.

`floors.json` holds them by set and key. `--raise-floors` moves them up to what is reached; only `--lower` moves one
down, and it writes the reason into the changelog.
"""

from __future__ import annotations

import json
from math import floor
from pathlib import Path

Scores = dict[str, dict[str, float]]

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
TARGETS = HERE / "targets.json"
CHANGELOG = HERE.parent / "CHANGELOG.md"
QUALITY = "### Quality\n"


def load(file: Path) -> Scores:
    """Return scores by set and key."""
    found: Scores = json.loads(file.read_text(encoding="utf-8"))
    return found


def save(file: Path, scores: Scores) -> None:
    """Write scores, a line a set."""
    lines = ",\n".join(f" {json.dumps(name)}: {json.dumps(values)}" for name, values in scores.items())
    file.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


def below(measured: Scores, floors: Scores) -> list[str]:
    """Return a sentence for each score below its floor; a floor of what was not measured is passed over.

    >>> below({"seed": {"act": 80.0}}, {"seed": {"act": 82}, "batch9": {"act": 50}})
    ['seed: act 80 is below its floor 82']
    """
    return [
        f"{name}: {key} {measured[name][key]:g} is below its floor {least:g}"
        for name, keys in floors.items()
        for key, least in keys.items()
        if name in measured and measured[name][key] < least
    ]


def raised(measured: Scores, floors: Scores) -> Scores:
    """Return the floors moved up to whole points that are reached, never down.

    >>> raised({"seed": {"act": 85.7, "party": 96.0}}, {"seed": {"act": 82, "party": 97}})
    {'seed': {'act': 85, 'party': 97}}
    """
    return {
        name: {key: max(least, floor(measured.get(name, {}).get(key, 0))) for key, least in keys.items()}
        for name, keys in floors.items()
    }


def lowered(measured: Scores, floors: Scores, name: str, key: str) -> Scores:
    """Return the floors with one of them moved down to the whole points that are reached.

    Raises `SystemExit` when there is no such floor, or when it holds.
    """
    if name not in floors or key not in floors[name]:
        raise SystemExit(f"no floor {name} {key}; there are {', '.join(f'{n} {k}' for n in floors for k in floors[n])}")
    reached = floor(measured[name][key])
    if reached >= floors[name][key]:
        raise SystemExit(f"{name} {key} holds its floor {floors[name][key]:g}; it is not lowered")
    return floors | {name: floors[name] | {key: reached}}


def with_reason(changelog: str, line: str) -> str:
    """Return the changelog with a line at the head of its part on quality.

    >>> with_reason("# Changelog\\n### Quality\\n- older\\n", "seed's act floor went from 82 to 80: why")
    "# Changelog\\n### Quality\\n- seed's act floor went from 82 to 80: why\\n- older\\n"
    """
    if QUALITY not in changelog:
        raise SystemExit(f"CHANGELOG.md has no part {QUALITY.strip()!r} to say why in")
    return changelog.replace(QUALITY, f"{QUALITY}- {line}\n", 1)


def lower(measured: Scores, name: str, key: str, reason: str) -> str:
    """Lower a floor in its file, with its reason in the changelog; returns the line written there."""
    floors = load(FLOORS)
    after = lowered(measured, floors, name, key)
    line = f"{name}'s {key} floor went from {floors[name][key]:g} to {after[name][key]:g}: {reason}"
    CHANGELOG.write_text(with_reason(CHANGELOG.read_text(encoding="utf-8"), line), encoding="utf-8")
    save(FLOORS, after)
    return line
