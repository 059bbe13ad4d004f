"""A matrix as rows: CSV and JSON, each figure with its interval."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypedDict

import msgspec

from detente.analysis.periods import Phase, Turn, strength_interval, surety
from detente.analysis.uncertainty import Estimate, count
from detente.render.cells import as_csv

from .shown import Phased

Evidence = Callable[[Turn], Iterable[str]]  # the statements that make a turning point, by id


class PhaseRow(TypedDict):
    """A topic in a period. `sure` is how surely it is of that relation, `told` how many statements the articles tell of, each with its interval."""

    topic: str
    topic_label: str
    period: str
    reports: int
    relation: str
    by: str | None
    turns_from: str | None
    left: str
    left_statements: int
    right: str
    right_statements: int
    statements: int
    positioned: int
    common: int
    divergent: int
    strength: float | None
    strength_low: float | None
    strength_high: float | None
    sure: float | None
    sure_low: float | None
    sure_high: float | None
    told: float | None
    told_low: float | None
    told_high: float | None
    method: str


COLUMNS = tuple(PhaseRow.__annotations__)


def phase_rows(shown: Phased) -> list[PhaseRow]:
    """Return a row for every topic in every period in which either side speaks on it."""
    turned = {(turn.after.topic, turn.after.period): turn.before.relation for turn in shown.found.turns}
    return [_row(shown, phase, turned.get((phase.topic, phase.period))) for phase in shown.found.phases]


def render_csv(shown: Phased) -> str:
    """Return the rows as CSV."""
    return as_csv(COLUMNS, (row.values() for row in phase_rows(shown)))


def render_json(shown: Phased, evidence: Evidence) -> str:
    """Return the rows and the turning points as JSON."""
    found = shown.found
    content: dict[str, Any] = {
        "parties": found.parties,
        "every": found.every,
        "periods": [{"period": name, "reports": found.reports[name]} for name in found.periods],
        "rows": phase_rows(shown),
        "turns": list(_turns(shown, evidence)),
        "undated": found.undated,
        "measured": shown.measured,
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n"


def _row(shown: Phased, phase: Phase, turns_from: str | None) -> PhaseRow:
    one, other = shown.found.parties
    lean, sure = _figures(strength_interval(phase, shown.measured)), _figures(surety(phase, shown.measured))
    told = _figures(count(phase.languages, "claims", shown.measured))
    return PhaseRow(
        topic=phase.topic, topic_label=shown.topic(phase.topic), period=phase.period, reports=shown.found.reports[phase.period],
        relation=phase.relation, by=phase.by, turns_from=turns_from, left=one, left_statements=phase.statements[one], right=other,
        right_statements=phase.statements[other], statements=phase.number, positioned=phase.positioned, common=phase.common, divergent=phase.divergent,
        strength=None if phase.strength is None else round(phase.strength, 4), strength_low=lean[1], strength_high=lean[2],
        sure=sure[0], sure_low=sure[1], sure_high=sure[2], told=told[0], told_low=told[1], told_high=told[2], method=phase.method,
    )  # fmt: skip


def _figures(found: Estimate | None) -> tuple[float | None, float | None, float | None]:
    return (found.value, found.low, found.high) if found else (None, None, None)


def _turns(shown: Phased, evidence: Evidence) -> Iterator[dict[str, Any]]:
    for turn in shown.found.turns:
        makers = [{"sides": sorted(each.sides), "own_word": each.is_own, "act": each.deed.act, "polarity": each.deed.sign, "target": each.deed.target}
                  for each in turn.makers(shown.found.parties)]  # fmt: skip
        was, now = ({"period": phase.period, "relation": phase.relation, "by": phase.by} for phase in (turn.before, turn.after))
        yield {"topic": turn.after.topic, "from": was, "to": now, "made_by": makers, "evidence": list(evidence(turn))}
