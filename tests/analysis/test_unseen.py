"""What is measured on unseen meetings, and what ledgers and comparisons make of it."""

from __future__ import annotations

import tomllib
from typing import Any

import msgspec
import pytest
import unseen
from accounts import Compared

from detente.analysis.accounts import ACCOUNTS
from detente.analysis.commitments import FATES, Commitment, Passage
from detente.analysis.uncertainty import judged, wilson
from detente.records import Meetings, Tried
from detente.render.interface import UI_LANGUAGES, interface
from detente.render.sure import accounts_measured, how_sure_of_meetings, ledgers_measured
from detente.resources.meetings import load_meetings
from meetings import Scored

PASSAGE = Passage("document:1", "a.txt", "2031-05-06", None, "en", 0, 4, "Oslo")


def found(fate: str) -> Commitment:
    """Return a commitment of some fate."""
    return Commitment("1", "promise", "NO", "FI", None, None, None, fate, PASSAGE, (), "said")


def gold(fate: str) -> dict[str, Any]:
    """Return a commitment of the gold of some fate."""
    return {"fate": fate}


SCORED = Scored(((gold("kept"), found("kept")), (gold("overdue"), found("kept"))), (gold("held"),), (found("overdue"),))
ROWS = Compared(
    frozenset({("trade", "both", ""), ("water", "one", "KZ"), ("visas", "one", "KZ")}), frozenset({("trade", "both", ""), ("water", "one", "MN")})
)


def test_what_is_right_is_counted_by_what_was_found() -> None:
    """A fate that the gold has otherwise is found and not right; of the gold it counts under its own."""
    measured = unseen.measured([SCORED], [ROWS])
    assert (measured.meetings, measured.commitments) == (1, Tried(2, 3, 3))
    assert {fate: each for fate, each in measured.fates.items() if any(msgspec.structs.astuple(each))} == {
        "held": Tried(0, 0, 1), "kept": Tried(1, 2, 1), "overdue": Tried(0, 1, 1),
    }  # fmt: skip
    assert measured.accounts == {"contradicted": Tried(0, 0, 0), "both": Tried(1, 1, 1), "one": Tried(0, 2, 1)}


def test_what_is_written_is_read_back() -> None:
    measured = unseen.measured([SCORED, SCORED], [ROWS, ROWS])
    assert msgspec.convert(tomllib.loads(unseen.as_toml(measured)), Meetings) == measured


def test_the_file_is_as_it_is_written() -> None:
    assert unseen.MEASURED.read_text(encoding="utf-8") == unseen.as_toml(load_meetings())


def test_every_fate_and_account_has_been_measured() -> None:
    measured = load_meetings()
    assert tuple(measured.fates) == FATES and tuple(measured.accounts) == ACCOUNTS
    assert sum(each.found for each in measured.fates.values()) == measured.commitments.found
    assert sum(each.told for each in measured.fates.values()) == measured.commitments.told
    assert all(0 < each.right <= min(each.found, each.told) for each in (*measured.fates.values(), *measured.accounts.values()))


def test_a_number_is_corrected_by_its_own_kind() -> None:
    """Of four that were kept 4 · (9 / 12) / (9 / 15) = 5 are; more found are more, and what was never right has no number."""
    kept = Tried(9, 12, 15)
    few, many = (judged({"kept": number}, {"kept": kept})["kept"] for number in (4, 40))
    assert few.likely and many.likely and few.likely[0] <= 5 <= few.likely[1] and few.likely[1] < 50 <= many.likely[1]
    assert few.sure == many.sure == wilson(9, 12)
    assert judged({"kept": 4, "held": 1}, {"kept": Tried(0, 3, 3)}) == {
        "kept": few.__class__(4, None, wilson(0, 3)), "held": few.__class__(1, None, wilson(0, 0)),
    }  # fmt: skip


@pytest.mark.parametrize("ui", UI_LANGUAGES)
def test_figures_are_told_in_every_language(ui: str) -> None:
    words, measured = interface(ui), Meetings(6, Tried(41, 49, 55), {"kept": Tried(9, 12, 15)}, {"one": Tried(12, 23, 28)})
    told = ledgers_measured(words, measured)
    assert all(figure in told for figure in ("84 %", "75 %", "22 %"))
    assert all(figure in accounts_measured(words, measured) for figure in ("52 %", "43 %"))
    sure = how_sure_of_meetings(words, judged({"kept": 2, "held": 0}, measured.fates), 6)
    assert "75 %" in sure and "47–91" in sure and "held" not in sure
    assert how_sure_of_meetings(words, judged({"kept": 0}, measured.fates), 6) == ""
