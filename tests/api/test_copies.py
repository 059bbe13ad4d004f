"""A map counts what copies of one report say once, and shows all of them as evidence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import detente
from detente.records import Reading
from detente.views.maps import MapView

HEAD = "Norway and Iceland on fish\n{day}\n\n"
BODY = (
    "Norwegian Foreign Minister Halvor Strand said that Norway rejects the mackerel quota which Iceland has proposed for this year.\n",
    "A spokesman for the ministry in Oslo said that Norway opposes any inspection of its trawlers by Icelandic fishery patrols.\n",
    "Icelandic Foreign Minister Birna Hauksdottir said that Iceland is ready to discuss mackerel quotas with Norway in the autumn.\n",
)
FIRST = HEAD.format(day="12 June 2031 10:00") + "".join(BODY)
LATER = HEAD.format(day="19 June 2031 08:00")


def _read(text: str) -> Reading:
    reading = detente.read(text)
    assert isinstance(reading, Reading)
    return reading


def _numbers(view: MapView) -> dict[tuple[str, str], int]:
    return {(cell.topic, party): side.statements for cell in view.cells for party, side in cell.sides.items()}


def _edited(text: str) -> str:
    return text.replace("mackerel quota", "herring share").replace("spokesman", "speaker").replace("autumn", "winter")


COPIES: dict[str, Callable[[], str]] = {
    "the same on another day": lambda: LATER + "".join(BODY),
    "of an unknown day": lambda: HEAD.format(day="") + "".join(BODY),
    "shuffled": lambda: LATER + "".join(reversed(BODY)),
    "shortened": lambda: LATER + "".join(BODY[:2]),
    "with a paragraph before it": lambda: LATER + "Fishing boats stayed in the harbour of Bergen all week long.\n" + "".join(BODY),
    "with other words": lambda: LATER + _edited("".join(BODY)),
    "under a headline that speaks": lambda: "Norway rejects the quota, Strand says\n19 June 2031\n\n" + "".join(BODY),
}


@pytest.mark.parametrize("make", COPIES.values(), ids=COPIES)
@pytest.mark.parametrize("first", [True, False], ids=["first", "last"])
def test_no_number_grows_when_a_copy_is_added(make: Callable[[], str], first: bool) -> None:
    one, copy = _read(FIRST), _read(make())
    alone, both = detente.map([one]), detente.map([one, copy] if first else [copy, one])
    assert sum(_numbers(alone).values()) >= 3
    assert _numbers(both) == _numbers(alone)
    assert len(both.cells[0].evidence) > len(alone.cells[0].evidence)


def test_what_only_a_copy_says_counts() -> None:
    more = "Strand said that Norway demands that Iceland open its market to Norwegian salmon before any new fishing treaty is signed.\n"
    both = detente.map([_read(FIRST), _read(LATER + "".join(BODY) + more)])
    assert sum(_numbers(both).values()) > sum(_numbers(detente.map([_read(FIRST)])).values())


def test_another_report_of_the_same_words_counts_on_another_day() -> None:
    other = LATER + BODY[0] + "The ferry to Akureyri was late again because of the wind, passengers told a local paper.\n" * 3 + "Prices rose.\n"
    both = detente.map([_read(FIRST), _read(other)])
    assert sum(_numbers(both).values()) > sum(_numbers(detente.map([_read(FIRST)])).values())


def test_clusters_that_are_known_are_not_looked_for() -> None:
    one, copy = _read(FIRST), _read(COPIES["the same on another day"]())
    apart = detente.map([one, copy], copies={})
    joined = detente.map([one, copy], copies={one.document.id: one.document.id, copy.document.id: one.document.id})
    assert sum(_numbers(apart).values()) == 2 * sum(_numbers(joined).values())


def test_the_evidence_says_which_reports_are_the_same() -> None:
    both = detente.map([_read(FIRST), _read(COPIES["the same on another day"]())])
    assert "the same statement as" in both.evidence(both.cells[0].topic, width=200)
