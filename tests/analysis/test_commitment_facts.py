"""What an article tells of commitments: kept for every pair, it is what is found for each; and only what cannot matter is left out."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import msgspec
import pytest

from detente.analysis.commitments import Facts, facts_of, ledger_of
from detente.analysis.commitments.article import Article
from detente.analysis.commitments.found import find_commitments
from detente.analysis.commitments.ledger import Known
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
        for pair in combinations(sorted({*facts.sides, "AA", "FR", "ZW"}), 2):
            if speaking & set(pair):
                found = [(each.start, each.stop, each.kind, each.by, each.due) for each in find_commitments(Article(reading), pair)]
                assert [(each.start, each.stop, each.kind, each.by, each.due) for each, _ in facts.of(pair)] == found
                number += len(found)
    assert number > len(readings)


def test_what_has_too_little_in_common_would_change_nothing(readings: list[Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = ("MY", "SG"), ("JP", "RU"), ("CN", "VN")
    found = [ledger_of(readings, pair) for pair in pairs]
    monkeypatch.setattr(Known, "_may_be", lambda *_: True)
    assert [ledger_of(readings, pair) for pair in pairs] == found
    assert all(each.commitments for each in found)
