"""How fast searches answer in a large store: queries that are asked several times each, by the clock.

The first time, in which what a query needs is loaded, does not count. Periods are as many times as long as the time of a
large store is longer than that of a desk.
"""

from __future__ import annotations

from statistics import quantiles

from timing import Measured, Timed, once

from detente.store import DOCUMENTS, STATEMENTS, Speaker, Wanted, open_store

ROUNDS = 7
LONGEST = 30  # characters of a query that are shown
ALL = "95 of 100 searches"
VERBS = ("said", "told", "urged", "noted", "added", "held", "agreed", "rejected", "called", "welcomed", "visited", "signed", "warned",
         "vowed", "denied", "met")  # fmt: skip
QUERIES: dict[str, tuple[str, Wanted]] = {
    "a frequent word": ("制裁", Wanted()),
    "two of three words": ("制裁 OR sanctions OR санкции", Wanted()),
    "a phrase": ("外交部发言人", Wanted()),
    "a phrase in English": ('"foreign minister"', Wanted()),
    "two words, a third missing": ("переговоры министр -санкции", Wanted()),
    "one character": ("俄", Wanted()),
    "a word that few documents have": ("n77", Wanted()),
    "nothing": ("zzyzx", Wanted()),
    "one of sixteen words": (" OR ".join(VERBS), Wanted()),
    "a frequent word, another missing": ("said -minister", Wanted()),
    "four words in one statement": ("中国 美国 表示 合作", Wanted(within=STATEMENTS)),
    "a phrase of five words": ('"готовы к переговорам с"', Wanted()),
    "two words that never meet": ("said министр", Wanted()),
    "a word in another language": ("said", Wanted(languages=("ru",))),
    "a speaker": ("Россия OR переговоры OR сторона", Wanted(speakers=(Speaker("Андрей Полозов"),))),
    "an outlet and a party": ("谈判 OR 关系 OR 合作", Wanted(outlets=("outlet:cna",), parties=("US",))),
    "an act in half a year": ("переговоры OR 谈判 OR talks", Wanted(acts=("REJECT",), since="2018-03-04", until="2018-08-31")),
    "a party and fifty years": ("谈判", Wanted(parties=("RU",), since="2019", until="2068")),
    "a country and a language": ("министр", Wanted(countries=("RU",), languages=("ru",))),
    "statements of an act on a topic": ("制裁", Wanted(within=STATEMENTS, acts=("REJECT", "REQUEST", "ACCUSE"), topics=("sanctions", "trade", "iran"))),
    "documents of four years": ("会谈", Wanted(within=DOCUMENTS, since="2018-03", until="2022-02")),
}


def measure(url: str) -> Measured:
    """Return how long each query takes, and 95 of 100 at most."""
    found: Measured = {}
    clock: list[float] = []
    processor: list[float] = []
    with open_store(url) as store:
        for name, (query, wanted) in QUERIES.items():
            hits = store.search(query, wanted)
            taken = [once(lambda query=query, wanted=wanted: store.search(query, wanted)) for _ in range(ROUNDS)]
            found[name] = Timed(_told(query, len(hits.hits), hits.was_cut), *(sorted(column)[ROUNDS // 2] for column in zip(*taken, strict=True)))
            clock += [each for each, _ in taken]
            processor += [each for _, each in taken]
    return found | {ALL: Timed("", _most(clock), _most(processor))}


def _told(query: str, hits: int, was_cut: bool) -> str:
    shown = query if len(query) < LONGEST else query[:LONGEST] + "\u2026"
    return f"{shown}: {hits}{' of the newest' if was_cut else ''}"


def _most(taken: list[float]) -> float:
    return quantiles(taken, n=100)[94]
