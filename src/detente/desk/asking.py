"""What the commands of the desk share: the source that is asked, its filters, names of actors and parties, citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from detente.analysis.relations import Related, relations
from detente.render.citation import cite
from detente.render.desk.sheet import Sheet
from detente.render.desk.shown import Row, Shown
from detente.render.interface import interface
from detente.resources.names import find_codebook, find_party
from detente.text.fold import fold
from detente.text.nearest import UnknownName, nearest

from .gathering import names_of, store_of, trust
from .search import find_speaker, wanted_in

if TYPE_CHECKING:
    from detente.store import Store, Wanted
    from detente.store.maps import Maps

    from .gathering import Given

OFFERED, LISTED = 2000, 8  # names that a mistyped one is compared with, and how many of them are offered


class Source:
    """A store, what of it is asked for, and how its names are shown."""

    def __init__(self, store: Store, wanted: Wanted, asked: Row, ui: str, codebook: Path) -> None:
        self.store, self.wanted, self.asked, self.ui, self.codebook = store, wanted, asked, ui, codebook

    @property
    def maps(self) -> Maps:
        """What is asked."""
        return self.store.maps

    @cached_property
    def languages(self) -> dict[str, int]:
        """How many articles there are in each language that is asked for."""
        only = self.wanted.languages
        return {code: number for code, number in self.maps.languages().items() if not only or code in only}

    def shown(self, actors: Iterable[str]) -> Shown:
        """Return what faces need to name some actors."""
        labels = names_of(self.store, actors, self.codebook, self.ui)
        return Shown(labels, self.ui, trust(self.languages, self.ui), self.languages)

    def of_actors(self, actors: Iterable[str]) -> Wanted:
        """Return the filters for what only some actors say."""
        from detente.store import Speaker

        return self.wanted._replace(speakers=(Speaker("", tuple(actors)),))

    def ids_of(self, actor: str) -> tuple[str, ...]:
        """Return the ids that an actor has in readings."""
        return tuple(sorted({actor, *(member for each in self.maps.joined({actor}) for member in each.members)}))

    def related(self, pair: tuple[str, str]) -> dict[str, Related]:
        """Return the relation of two parties on each topic."""
        return relations(self.maps.done(pair, self.wanted), pair)

    def limited(self, sheets: tuple[Sheet, ...], shown: Shown, limit: int, key: str = "desk.limit") -> tuple[Sheet, ...]:
        """Return sheets; the first says if it may have been cut."""
        first, *others = sheets
        if limit and len(first.entries) >= limit:
            first = replace(first, told=(*first.told, shown.words.text(key, n=limit)))
        return (first, *others)

    def cited(self, wanted: Wanted, shown: Shown, limit: int) -> Iterator[str]:
        """Yield the statements that filters let through, by day, as citations; at most `limit` (0: all)."""
        for reading in self.maps.cited(wanted, limit):
            yield cite(reading, reading.statements[0], self.ui, shown.labels)


def source_of(given: Given, filters: dict[str, Any], ui: str, codebook: str | Path) -> Source:
    """Return what is asked; raises `UnknownName` and `ValueError` for filters that are none."""
    store, book = store_of(given), find_codebook(codebook)
    wanted = store.maps.with_ids(wanted_in(store, **filters, codebook=book))
    told = {name: value for name, value in filters.items() if value}
    return Source(store, wanted, told, ui, book)


def pair_named(source: Source, names: Iterable[str]) -> tuple[str, str]:
    """Return two parties by code, as they are given by name; without any, the two that are reported most."""
    speaking = source.store.parties()
    given = tuple(names)
    codes = tuple(sorted({find_party(name, speaking) for name in given})) or source.store.most_reported()
    if not codes:
        raise UnknownName(interface(source.ui).text("desk.nobody"))
    if len(codes) != 2:
        raise UnknownName(f"{', '.join(given)}: name two parties, such as RU and US")
    return codes[0], codes[1]


def actor_named(source: Source, name: str) -> str:
    """Return the one actor that is heard under a name, or by an id; raises `UnknownName` with the nearest names, or with all who may be meant."""
    from detente.store import ANYTHING

    found = source.maps.with_ids(ANYTHING._replace(speakers=(find_speaker(name),))).speakers
    ids = [key for speaker in found for key in speaker.ids]
    heard = [each.keys[0] for each in source.maps.heard(("actor",), source.of_actors(ids))] if ids else []
    named = names_of(source.store, heard, source.codebook, source.ui).actor
    exact = [each for each in heard if fold(name).casefold() in (fold(named(each)).casefold(), fold(each.partition(":")[2]).casefold(), each.casefold())]
    words = interface(source.ui)
    match exact or heard:
        case []:
            offered = words.text("list.comma").join(_offered(source, name))
            raise UnknownName(words.text("desk.unknown", name=name, known=offered) if offered else words.text("desk.nobody"))
        case [one]:
            return one
        case several:
            known = words.text("list.comma").join(f"{named(each)} ({each})" for each in several[:LISTED])
            raise UnknownName(words.text("desk.several", name=name, known=known))


def _offered(source: Source, name: str) -> tuple[str, ...]:
    heard = [each.keys[0] for each in source.maps.heard(("actor",), source.wanted._replace(speakers=()), OFFERED)]
    named = names_of(source.store, heard, source.codebook, source.ui).actor
    return nearest(name, map(named, heard))[:LISTED]
