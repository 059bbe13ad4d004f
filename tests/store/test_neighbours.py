"""What stands beside a document: copies with the first before all others, and reports of the same two before and after it."""

from __future__ import annotations

from detente.api import read
from detente.records import Reading
from detente.store import Source, Store

PAIR = ("IS", "NO")
BODY = (
    "Norway's foreign minister, Halvor Strand, said Norway rejects the fishing quota of {n} tonnes. Iceland's foreign minister, Birna "
    "Hauksdottir, said Iceland was ready to discuss the fishing quota of {n} tonnes.{more}\n"
)
ALONE = "Norway alone\n\n6 May 2031\n\nNorway's foreign minister, Halvor Strand, said Norway would cut its own catch.\n"


def _keep(store: Store, name: str, text: str) -> str:
    reading = read(text)
    assert isinstance(reading, Reading)
    store.write(reading, Source(name, name), {PAIR: 2})
    return reading.document.id


def _report(day: int, more: str = "") -> str:
    return f"Talks of day {day}\n\n{day} May 2031\n\n{BODY.format(n=1000 + 111 * day * day, more=more)}"


def test_reports_of_both_come_nearest_first(store: Store) -> None:
    days = (3, 5, 8, 12, 20)
    own_words = {day: f" On the {day}th she spoke of {('harbours', 'cod', 'whales', 'ferries', 'visas')[place]} and left." for place, day in enumerate(days)}
    kept = {day: _keep(store, f"/{day}", _report(day, own_words[day] * 6)) for day in days}
    _keep(store, "/alone", ALONE)
    found = store.maps.around(kept[8], PAIR, 9)
    assert [each.id for each in found.earlier] == [kept[5], kept[3]]
    assert [each.id for each in found.later] == [kept[12], kept[20]]
    assert found.copies == ()
    assert [each.id for each in store.maps.around(kept[8], PAIR, 1).later] == [kept[12]]
    assert store.maps.around(kept[8], ("IS", "RU"), 9).later == ()


def test_copies_are_no_reports_of_their_own(store: Store) -> None:
    long = " They spoke at length of cod, capelin, herring, whales, harbours and ferries, and of who may sail where in which month." * 4
    first = _keep(store, "/first", _report(8, long))
    copy = _keep(store, "/copy", _report(8, long).replace("8 May", "9 May"))
    before = _keep(store, "/before", _report(3, " Another day, other words: salmon farms, crews, ports of call and winter storms."))
    for document in (first, copy):
        found = store.maps.around(document, PAIR, 9)
        assert [each.id for each in found.copies] == [first, copy]
        assert [each.id for each in found.earlier] == [before] and found.later == ()
    assert [each.id for each in store.maps.around(before, PAIR, 9).later] == [first]


def test_of_a_document_that_is_not_there_nothing_is_told(store: Store) -> None:
    assert store.maps.around("none", PAIR, 9) == ((), (), ())
