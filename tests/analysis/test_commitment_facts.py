"""What an article tells of commitments: kept for every pair, it is what is found for each; and only what cannot matter is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec
import pytest

from detente.analysis.commitments import Facts, facts_of, ledger_of
from detente.analysis.commitments.article import Article
from detente.analysis.commitments.found import candidates_in, commitments_of
from detente.analysis.commitments.known import DIGITS, RARE, Known
from detente.analysis.commitments.matching import Followed, Retold, Sought
from detente.api import read
from detente.records import Reading

MEETINGS = Path(__file__).parent.parent / "meetings"


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    """Return readings of the articles of some meetings."""
    found = [read(file) for folder in ("putrajaya", "sapporo", "hanoi") for file in sorted((MEETINGS / folder).glob("*.txt"))]
    return [reading for reading in found if isinstance(reading, Reading)]


def test_facts_hold_for_each_pair_what_is_found_for_it(readings: list[Reading]) -> None:
    number = 0
    for reading in readings:
        facts = msgspec.json.decode(msgspec.json.encode(facts_of(reading)), type=Facts)
        speaking = {part for s in reading.statements if s.speaker and s.speaker.party for part in s.speaker.party.split("+")}
        article = Article(reading)
        candidates = candidates_in(article)
        for pair in combinations(sorted({*facts.sides, "AA", "FR", "ZW"}), 2):
            if speaking & set(pair):
                found = [(each.start, each.stop, each.kind, each.by, each.due) for each in commitments_of(article, candidates, pair)]
                assert [(each.start, each.stop, each.kind, each.by, each.due) for each, _ in facts.of(pair)] == found
                number += len(found)
    assert number > len(readings)


def test_two_of_whom_neither_speaks_promise_nothing(readings: list[Reading]) -> None:
    assert not ledger_of(readings, ("AA", "ZZ")).commitments


def _slowly(self: Known, sought: Sought) -> int | None:
    """The commitment that words are most surely about, of all that have something rare in common with them or are of the same day."""
    told, words = sought.features, (*sought.features.shared, *sought.features.words, *sought.features.sounds)
    rare = {key for key in words if self.weights.of(key) >= RARE}
    found: list[tuple[float, int]] = []
    for number, draft in enumerate(self.drafts):
        both = any(rare & (each.shared | (each.words if each.language == told.language else each.sounds)) for each in draft.tellings)
        if (both or any(number in self.on(day) for day in sought.days)) and (beside := sought.beside(draft)):
            likeness = max(sought.likeness(each, beside.enough) for each in draft.tellings)
            found.append((round(beside.score(likeness), DIGITS), -number))
    score, number = max(found, default=(0.0, 0))
    return -number if score >= sought.least else None


def test_what_is_looked_up_is_what_all_comparisons_would_find(readings: list[Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = ("MY", "SG"), ("JP", "RU"), ("CN", "VN")
    found = [ledger_of(readings, pair) for pair in pairs]
    monkeypatch.setattr(Known, "best", _slowly)
    assert [ledger_of(readings, pair) for pair in pairs] == found
    assert all(each.commitments for each in found)


def test_few_are_compared_where_many_are_known(readings: list[Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    compared = Counter[str]()
    for kind in (Retold, Followed):
        monkeypatch.setattr(kind, "likeness", _counted(kind.likeness, compared))
    ledger_of(readings, ("JP", "RU"))
    fast = compared.total()
    monkeypatch.setattr(Known, "best", _slowly)
    ledger_of(readings, ("JP", "RU"))
    assert fast * 5 < compared.total() - fast


def _counted(likeness: Callable[..., float], compared: Counter[str]) -> Callable[..., float]:
    def counted(self: Sought, *told: Any) -> float:
        compared[type(self).__name__] += 1
        return likeness(self, *told)

    return counted
