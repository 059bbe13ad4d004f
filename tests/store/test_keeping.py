"""What every store does, on both databases."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from detente.pipeline import weigh_pairs
from detente.records import FailedReading, Reading
from detente.store import Filter, Store, open_store

from .conftest import source_of

Keep = Callable[..., list[str]]


def test_readings_come_back_as_they_were(store: Store, keep: Keep, readings: dict[str, Reading]) -> None:
    keep()
    for back, (source, reading) in zip(store.readings(), sorted(readings.items()), strict=True):
        assert back == msgspec.structs.replace(reading, document=msgspec.structs.replace(reading.document, path=source))


def test_adding_twice_changes_nothing(store: Store, keep: Keep) -> None:
    assert keep() == ["new", "new", "new"]
    before = list(store.readings()), store.status()
    assert keep() == ["known", "known", "known"]
    assert (list(store.readings()), store.status()) == before


def test_an_article_at_two_places_is_one(store: Store, keep: Keep, readings: dict[str, Reading]) -> None:
    keep()
    reading = readings["/news/a.txt"]
    assert store.write(reading, source_of("/copies/a.txt"), weigh_pairs(reading.statements)) == "known"
    assert store.status().sources == 4
    assert sum(store.status().documents.values()) == 3
    assert [back.document.path for back in store.readings()] == ["/copies/a.txt", "/news/b.txt", "/news/old/c.txt"]
    store.remove(["/copies/a.txt"])
    assert [back.document.path for back in store.readings()] == ["/news/a.txt", "/news/b.txt", "/news/old/c.txt"]


def test_a_new_version_replaces_what_the_old_one_read(store: Store, keep: Keep, readings: dict[str, Reading]) -> None:
    keep()
    reading = readings["/news/a.txt"]
    newer = msgspec.structs.replace(
        reading, statements=reading.statements[:1], positions=(), made_by=msgspec.structs.replace(reading.made_by, detente="99")
    )
    assert store.write(newer, source_of("/news/a.txt"), {}) == "anew"
    back = next(store.readings())
    assert (back.made_by.detente, back.statements, back.positions) == ("99", reading.statements[:1], ())
    assert store.known("/news/a.txt") == (source_of("/news/a.txt").sha256, newer.made_by)


def test_a_failure_is_kept_until_its_source_can_be_read(
    store: Store, keep: Keep, failed: FailedReading, readings: dict[str, Reading]
) -> None:
    store.fail(failed, source_of("/news/a.txt"))
    assert [each.failures for each in store.failures()] == [failed.failures]
    assert store.known("/news/a.txt") == (source_of("/news/a.txt").sha256, failed.made_by)
    keep("/news/a.txt")
    assert list(store.failures()) == []
    assert store.status().failures == 0


def test_what_nobody_knows_is_not_known(store: Store) -> None:
    assert store.known("/news/a.txt") is None
    assert store.most_reported() is None
    assert list(store.readings()) == []


def test_documents_are_chosen_by_party_and_language(store: Store, keep: Keep) -> None:
    keep()

    def found(wanted: Filter) -> list[str]:
        return [reading.document.path for reading in store.readings(wanted)]

    assert found(Filter(parties=("RU",))) == ["/news/a.txt"]
    assert found(Filter(parties=("IS", "GE"))) == ["/news/b.txt", "/news/old/c.txt"]
    assert found(Filter(languages=("ru", "zh"))) == ["/news/a.txt", "/news/old/c.txt"]
    assert found(Filter(parties=("RU",), languages=("en",))) == []


def test_the_pair_that_is_reported_most(store: Store, keep: Keep) -> None:
    keep("/news/b.txt")
    assert store.most_reported() == ("IS", "NO")
    assert store.parties() == ("IS", "NO")
    assert store.most_reported(Filter(languages=("zh",))) is None


def test_a_folder_is_removed_with_all_that_is_in_it(store: Store, keep: Keep) -> None:
    keep()
    assert store.remove(["/news/old"]) == 1
    assert store.remove(["/new"]) == 0
    assert store.remove(["/news"]) == 2
    assert store.status() == store.status()._replace(documents={}, reports=0, sources=0, statements=0, events=0)


def test_a_store_is_found_again(url: str, readings: dict[str, Reading]) -> None:
    with open_store(url, make=True) as store:
        store.write(readings["/news/b.txt"], source_of("/news/b.txt"), {})
    with open_store(url) as store:
        assert [reading.document.path for reading in store.readings()] == ["/news/b.txt"]


def test_a_whole_store_has_nothing_wrong(store: Store, keep: Keep) -> None:
    keep()
    assert list(store.check()) == []
