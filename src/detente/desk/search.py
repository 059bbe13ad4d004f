"""Search as a user asks for it: in a store, with names in any language of the interface."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from detente.api import NothingToMap
from detente.index import asked_terms
from detente.pipeline import Selection, iso_day
from detente.records import RELATIONS
from detente.resources.codebook import DEFAULT, load_codebook
from detente.resources.gazetteer import load_gazetteer
from detente.resources.names import find_codebook, find_party, find_topic
from detente.resources.outlets import find_outlet
from detente.resources.tongues import find_languages, languages
from detente.text.fold import fold
from detente.text.nearest import UnknownName, nearest

from .stored import chart

if TYPE_CHECKING:
    from detente.store import Found, Speaker, Store, Wanted

ACTS = ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
        "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "none", "unknown")  # fmt: skip
WITHIN = ("documents", "statements")


def search(
    query: str,
    store: str | Store = "",
    *,
    within: str = "",
    parties: Iterable[str] = (),
    speakers: Iterable[str] = (),
    topics: Iterable[str] = (),
    acts: Iterable[str] = (),
    outlets: Iterable[str] = (),
    countries: Iterable[str] = (),
    languages: Iterable[str] = (),
    since: str | date | None = None,
    until: str | date | None = None,
    relation: str = "",
    between: Sequence[str] = (),
    limit: int = 20,
    codebook: str | Path = DEFAULT,
) -> Found:
    """Return the statements and paragraphs of a store that answer a query, the best first, at most `limit` (0: all).

    A query has words, found in all their forms, “phrases”, OR, AND (also by a space), NOT or a minus, and parentheses; its
    words are looked for in one paragraph or one statement. `within` is `documents` (each once) or `statements`. Several
    values of a filter are alternatives. `relation` lets statements through on which a cell of the map `between` two parties
    rests that has this relation. `store` is an address (none: the default store) or an open store.

    Raises `QueryError`, `UnknownName` for names of nothing there is, `StoreError`, and `ValueError` for a day that is none.
    """
    from detente.store import open_store

    if isinstance(store, str):
        with open_store(store) as opened:
            return search(query, opened, within=within, parties=parties, speakers=speakers, topics=topics, acts=acts,
                          outlets=outlets, countries=countries, languages=languages, since=since, until=until,
                          relation=relation, between=between, limit=limit, codebook=codebook)  # fmt: skip
    wanted = wanted_in(store, within=within, parties=parties, speakers=speakers, topics=topics, acts=acts, outlets=outlets,
                       countries=countries, languages=languages, since=since, until=until, relation=relation, between=between,
                       codebook=codebook)  # fmt: skip
    return store.search(query, wanted, limit=limit)


def wanted_in(
    store: Store, *, within: str = "", parties: Iterable[str] = (), speakers: Iterable[str] = (), topics: Iterable[str] = (),
    acts: Iterable[str] = (), outlets: Iterable[str] = (), countries: Iterable[str] = (), languages: Iterable[str] = (),
    since: str | date | None = None, until: str | date | None = None, relation: str = "", between: Sequence[str] = (),
    codebook: str | Path = DEFAULT,
) -> Wanted:  # fmt: skip
    """Return filters of a store, given as a user writes them; see `search`."""
    from detente.store import Wanted

    book = load_codebook(find_codebook(codebook))
    wanted = Wanted(
        within=_one_of(within, WITHIN, "--in") if within else "",
        parties=tuple(map(find_party, parties)),
        speakers=tuple(map(find_speaker, speakers)),
        topics=tuple(find_topic(topic, book) for topic in topics),
        acts=tuple(_one_of(act, ACTS, "--act") for act in acts),
        outlets=tuple(map(find_outlet, outlets)),
        countries=tuple(map(find_party, countries)),
        languages=find_languages(languages),
        since=iso_day(since),
        until=iso_day(until),
    )
    if relation or between:
        return wanted._replace(statement_ids=_resting_on(store, relation, between, wanted, codebook))
    return wanted


def _one_of(name: str, known: Sequence[str], option: str) -> str:
    found = next((each for each in known if each.casefold() == name.casefold()), None)
    if found is None:
        raise UnknownName(f"{option} {name}: there are {', '.join(nearest(name, known))}")
    return found


def find_speaker(name: str) -> Speaker:
    """Return a speaker by name or id, with the ids of the people whom the gazetteers know by the name.

    Raises `UnknownName` for a name that is none.
    """
    from detente.store import Speaker

    if ":" in name:
        return Speaker("", (name,))
    if not asked_terms(name):
        raise UnknownName(f"--speaker {name}: there is no letter and no digit in this name")
    return Speaker(name, _people().get(fold(name.strip()).casefold(), ()))


@cache
def _people() -> dict[str, tuple[str, ...]]:
    """The ids of people by folded name, in every language."""
    found: dict[str, dict[str, None]] = {}
    for language in languages():
        for actor, names in load_gazetteer(language).people.items():
            for name in names:
                found.setdefault(fold(name).casefold(), {})[actor] = None
    return {name: tuple(ids) for name, ids in found.items()}


def _resting_on(
    store: Store, relation: str, between: Sequence[str], wanted: Wanted, codebook: str | Path
) -> frozenset[str]:
    """The statements on which the cells of two parties rest that have a relation, on the topics wanted."""
    from detente.store import Asked

    if not relation or len(between) != 2:
        raise UnknownName("--relation goes with two --parties: --relation divergence --parties RU,US")
    name = _one_of(relation, RELATIONS, "--relation")
    one, other = sorted(find_party(party, store.parties()) for party in between)
    asked = Asked((one, other), Selection(topics=frozenset(wanted.topics)))
    try:
        cells = chart(store, asked.pair, asked.selection, codebook=Path(codebook)).map.cells
    except NothingToMap:
        return frozenset()
    return store.maps.resting(asked, tuple(cell.topic for cell in cells if cell.relation == name))
