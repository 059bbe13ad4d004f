"""Maps of a store: what its sums draw is what the readings in memory give, whatever came and went."""

from __future__ import annotations

import random
from array import array
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from detente.api import map_of_world, once, read
from detente.copies import Fingerprint, fingerprint_of
from detente.desk.stored import chart
from detente.pipeline import Selection, World, one_world, weigh_pairs
from detente.records import Page, Reading
from detente.store import Source, Store, copies, open_store, prepare, upgrade_store
from detente.store.connect import engine_of
from detente.store.versions import known, upgrade
from detente.text.nearest import UnknownName
from detente.views.maps import MapView

from .conftest import fill_tables

GOLD = Path(__file__).parent.parent / "gold"
ARTICLES = ("zh/batch1", "en/batch1", "ru/batch1")
SELECTIONS = (
    Selection(), Selection(), Selection(frozenset({"trade", "sanctions"})), Selection(since="2031-03-05"), Selection(until="2031-03-06"),
    Selection(frozenset(), "2031-03-04", "2031-03-08"),
)  # fmt: skip
LANGUAGES: tuple[tuple[str, ...], ...] = ((), (), ("zh",), ("en", "ru"))
Kept = dict[str, Reading]


@pytest.fixture(scope="module")
def pool() -> list[Reading]:
    """Return readings of the project's own articles."""
    found = [read(file) for batch in ARTICLES for file in sorted((GOLD / batch).glob("*.txt"))[:3]]
    return [reading for reading in found if isinstance(reading, Reading)]


@pytest.fixture(autouse=True)
def _few_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let only some documents be copies of each other, as their ids have it: others tell of the same in their own articles."""
    none = Fingerprint(0, array("I"), ())
    monkeypatch.setattr(copies, "fingerprint_of", lambda each: fingerprint_of(each) if each.id[-1] in "0123" else none)


def varied(reading: Reading, chance: random.Random, number: int) -> Reading:
    """Return a reading under other ids and days, without some statements."""

    def other(key: str) -> str:
        return f"{key.partition(':')[0]}:{sha256(f'{key}{number}'.encode()).hexdigest()[:12]}"

    day = None if chance.random() < 0.05 else f"2031-03-{chance.randint(3, 9):02}"
    kept = {s.id: replace(s, id=other(s.id), said_on=s.said_on and day) for s in reading.statements if chance.random() < 0.7}
    key = other(reading.document.id)
    return replace(
        reading,
        document=replace(reading.document, id=key, path=f"/{key}.txt", published=day and day + "T10:00"),
        statements=tuple(kept.values()),
        positions=tuple(replace(p, id=other(p.id), evidence_id=kept[p.evidence_id].id) for p in reading.positions if p.evidence_id in kept),
    )


def shortened(reading: Reading, number: int) -> Reading:
    """Return what another version would read: without the first statement."""
    statements = reading.statements[1:]
    there = {s.id for s in statements}
    positions = tuple(p for p in reading.positions if p.evidence_id in there)
    return replace(reading, statements=statements, positions=positions, made_by=replace(reading.made_by, detente=f"0.{number}"))


def keep(store: Store, reading: Reading, live: Kept) -> None:
    store.write(reading, Source(reading.document.path, "hash"), weigh_pairs(reading.statements))
    live[reading.document.path] = reading


def change(store: Store, live: Kept, pool: list[Reading], chance: random.Random, number: int) -> None:
    """Add, remove or read anew an article, and sometimes take into account at once what came."""
    kind = chance.random()
    if kind < 0.2 and live:
        name = chance.choice(sorted(live))
        store.remove([name])
        del live[name]
    elif kind < 0.35 and live:
        name = chance.choice(sorted(live))
        live[name] = shortened(live[name], number)
        store.write_again(prepare(live[name], weigh_pairs(live[name].statements), Page(live[name].document.text), store.database))
    else:
        keep(store, varied(chance.choice(pool), chance, number), live)
    if chance.random() < 0.2:
        store.maps.settle()


def in_memory(world: World, pair: tuple[str, str], selection: Selection, languages: tuple[str, ...]) -> MapView:
    """Return the map of the readings in which either party speaks, in some languages."""

    def is_wanted(reading: Reading) -> bool:
        spoken = {party for s in reading.statements if s.speaker and s.speaker.party for party in s.speaker.party.split("+")}
        return not spoken.isdisjoint(pair) and (not languages or reading.document.language in languages)

    return map_of_world(world._replace(readings=tuple(filter(is_wanted, world.readings))), pair, selection)


def compare(store: Store, pair: tuple[str, str], selection: Selection, languages: tuple[str, ...], wanted: MapView) -> None:
    found = chart(store, pair, selection, languages)
    assert found.to_table(width=160) == wanted.to_table(width=160) == found.whole.to_table(width=160)
    assert found.to_svg() == wanted.to_svg()
    assert [replace(cell, evidence=()) for cell in wanted.cells] == list(found.map.cells)
    assert found.whole.cells == wanted.cells
    for cell in wanted.cells:
        assert "".join(found.evidence(cell.topic)) == wanted.evidence(cell.topic)


@pytest.mark.parametrize("seed", range(3))
def test_a_map_of_a_store_is_the_map_of_its_readings(store: Store, pool: list[Reading], seed: int) -> None:
    chance, live = random.Random(seed), Kept()
    for number in range(24):
        change(store, live, pool, chance, number)
    parties = store.parties()[:6]
    world = one_world(once(live.values()), store.copies())
    assert list(store.check()) == []
    for _ in range(10):
        one, other = sorted(chance.sample(parties, 2))
        selection, languages = chance.choice(SELECTIONS), chance.choice(LANGUAGES)
        try:
            wanted = in_memory(world, (one, other), selection, languages)
        except UnknownName:
            with pytest.raises(UnknownName):
                chart(store, (one, other), selection, languages)
        else:
            compare(store, (one, other), selection, languages, wanted)


@pytest.mark.parametrize("version", known()[1:-1])
def test_a_store_of_an_earlier_version_draws_the_same_map(url: str, pool: list[Reading], version: str) -> None:
    live = {reading.document.path: reading for reading in pool}
    engine = engine_of(url)
    upgrade(engine, version)
    fill_tables(engine, live)
    engine.dispose()
    upgrade_store(url)
    with open_store(url) as store:
        one, other = store.most_reported() or ("", "")
        world = one_world(once(live.values()), store.copies())
        compare(store, (one, other), Selection(), (), in_memory(world, (one, other), Selection(), ()))


def test_nothing_is_left_of_what_is_removed(store: Store, pool: list[Reading]) -> None:
    from sqlalchemy import func, select

    from detente.store.tables import metadata

    live, chance = Kept(), random.Random(1)
    for number in range(6):
        keep(store, varied(pool[number % len(pool)], chance, number), live)
    store.maps.settle()
    store.remove(live)
    with store._reads() as connection:
        left = {name: connection.scalar(select(func.count()).select_from(table)) for name, table in metadata.tables.items()}
    assert {name for name, number in left.items() if number} <= {"methods", "words"}


def test_rows_that_are_wrong_are_told(store: Store, pool: list[Reading]) -> None:
    from sqlalchemy import update

    from detente.store.derived import counts, said

    keep(store, pool[0], Kept())
    store.maps.settle()
    with store._writes() as connection:
        connection.execute(update(said).values(is_unknown=True, topics=" fish "))
        connection.execute(update(counts).where(counts.c.kind == "told").values(number=counts.c.number + 1))
    told = list(store.check())
    assert any("maps rest on something else than it has" in line for line in told)
    assert any(line.startswith("told ") and "counted" in line for line in told)
