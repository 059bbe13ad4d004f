"""What two parties do month by month: sums of a store are those of its readings, whatever came and went."""

from __future__ import annotations

import random
from array import array
from collections import Counter
from collections.abc import Iterable

import pytest
from msgspec.structs import replace
from sqlalchemy import delete

from detente.analysis.told import reports_in, sure_by_others, told_in
from detente.analysis.told import summed as summed_
from detente.api import once, read
from detente.copies import Fingerprint, fingerprint_of
from detente.pipeline import Selection, one_world
from detente.records import Reading
from detente.stages.maps import Summed
from detente.store import Asked, Store, copies
from detente.store.derived import counts
from detente.text.nearest import UnknownName

from .test_maps import ARTICLES, GOLD, LANGUAGES, SELECTIONS, Kept, change, in_memory

MONTHS = (*SELECTIONS, Selection(since="2031-03", until="2031-03"), Selection(until="2031"), Selection(since="2032"))


@pytest.fixture(scope="module")
def pool() -> list[Reading]:
    """Return readings of the project's own articles."""
    found = [read(file) for batch in ARTICLES for file in sorted((GOLD / batch).glob("*.txt"))[:3]]
    return [reading for reading in found if isinstance(reading, Reading)]


@pytest.fixture(autouse=True)
def _few_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let only some documents be copies of each other."""
    none = Fingerprint(0, array("I"), ())
    monkeypatch.setattr(copies, "fingerprint_of", lambda each: fingerprint_of(each) if each.id[-1] in "0123" else none)


def counted(rows: Iterable[Summed]) -> Counter[Summed]:
    found: Counter[Summed] = Counter()
    for row in rows:
        found[replace(row, number=0)] += row.number
    return found


def compare(store: Store, pair: tuple[str, str], live: Kept, selection: Selection, languages: tuple[str, ...]) -> None:
    asked = Asked(pair, selection, languages)
    try:
        world = in_memory(one_world(once(live.values()), store.copies()), pair, selection, languages)._world
    except UnknownName:
        return
    rows, reports = store.maps.months(asked)
    told = list(told_in(world, pair))
    assert counted(rows) == counted(summed_(told, pair))
    topics = {row.topic for row in told}
    assert [placed.told for placed in store.maps.told(asked, topics)] == told
    assert {topic for topic in topics if store.maps.is_sure_by_others(asked, topic)} == topics & sure_by_others(world, pair)
    if selection == Selection():
        assert reports == reports_in(world, pair)


@pytest.mark.parametrize("seed", range(2))
def test_months_of_a_store_are_those_of_its_readings(store: Store, pool: list[Reading], seed: int) -> None:
    chance, live = random.Random(seed), Kept()
    for number in range(20):
        change(store, live, pool, chance, number)
    parties = store.parties()[:6]
    assert list(store.check()) == []
    for _ in range(10):
        one, other = sorted(chance.sample(parties, 2))
        compare(store, (one, other), live, chance.choice(MONTHS), chance.choice(LANGUAGES))


def test_a_store_without_sums_of_months_has_the_same(store: Store, pool: list[Reading]) -> None:
    chance, live = random.Random(5), Kept()
    for number in range(12):
        change(store, live, pool, chance, number)
    one, other = store.most_reported() or ("", "")
    before = [store.maps.months(Asked((one, other), selection)) for selection in MONTHS]
    with store._writes() as connection:
        connection.execute(delete(counts).where(counts.c.kind.in_(("months", "month"))))
    for selection, (rows, reports) in zip(MONTHS, before, strict=True):
        again, reported = store.maps.months(Asked((one, other), selection))
        assert counted(again) == counted(rows)
        assert reported == reports
