"""Agreement across languages: three invented articles on one meeting, one a language, should draw one map.

A triple is a file `tests/languages/triples/NAME.json`: where its articles are, the two parties, and the cells that a
careful reader draws. A *cell* is a topic with its relation, as in the map of the two parties that one article alone
draws; a topic with another relation is another cell. Over the cells of a triple, and over those of all triples
together, in per cent:

    three   of the cells that any of the three maps has, those that all three have
    rows    of the topics that any of the three maps has, those with one relation in all three
    pairs   of the cells that either of two maps has, those that both have, over the three pairs of languages
    reader  of the cells that a map or the careful reader has, those that both have, over the three languages; and of
            each language alone

    triples.py [NAME...]        print these, and the cells that differ of the triples named
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import score

import detente
from detente.records import Reading

TRIPLES = Path(__file__).resolve().parent.parent / "tests" / "languages" / "triples"
LANGUAGES = ("zh", "en", "ru")
NAME, TOTAL = "triple", "triples"
Cells = frozenset[tuple[str, str]]


class Triple(NamedTuple):
    """The cells of the three maps, in the order of the languages, and those of a careful reader."""

    maps: tuple[Cells, ...]
    reader: Cells


def load_triple(file: Path) -> Triple:
    """Read the three articles of a triple, each alone."""
    gold = json.loads(file.read_text(encoding="utf-8"))
    readings = [_reading(file.parent / gold["articles"].format(code)) for code in LANGUAGES]
    return Triple(tuple(_cells(reading, gold["parties"]) for reading in readings), frozenset(gold["cells"].items()))


def _reading(file: Path) -> Reading:
    reading = detente.read(file)
    if not isinstance(reading, Reading):
        raise SystemExit(f"{file}: {reading.failures[0].message}")
    return reading


def _cells(reading: Reading, parties: Sequence[str]) -> Cells:
    wanted = tuple(sorted(parties))
    return frozenset((c.topic, c.relation) for each in reading.maps if each.parties == wanted for c in each.cells)


def triple_scores() -> dict[str, dict[str, float]]:
    """Return the agreement of each triple, and of all of them together."""
    triples = {file.stem: load_triple(file) for file in sorted(TRIPLES.glob("*.json"))}
    found = {f"{NAME} {name}": agreement([triple]) for name, triple in triples.items()}
    return found | {TOTAL: agreement(tuple(triples.values()))}


def agreement(triples: Iterable[Triple]) -> dict[str, float]:
    """Return what the maps of triples agree on, in per cent of their cells.

    >>> one, other = frozenset({("trade", "divergence")}), frozenset({("trade", "mixed")})
    >>> agreement([Triple((one, one, other), one)])
    {'three': 0.0, 'rows': 0.0, 'pairs': 20.0, 'reader': 50.0, 'zh': 100.0, 'en': 100.0, 'ru': 0.0}
    """
    given = tuple(triples)
    pairs = [pair for triple in given for pair in combinations(triple.maps, 2)]
    by_language = {
        code: [(triple.maps[number], triple.reader) for triple in given] for number, code in enumerate(LANGUAGES)
    }
    return {
        "three": _share([triple.maps for triple in given]),
        "rows": _share_of_topics(given),
        "pairs": _share(pairs),
        "reader": _share([pair for found in by_language.values() for pair in found]),
    } | {code: _share(found) for code, found in by_language.items()}


def _share(groups: Sequence[Sequence[Cells]]) -> float:
    """Of the cells that any map of a group has, those that all its maps have, over all groups."""
    shared = sum(len(frozenset.intersection(*group)) for group in groups)
    return score.ratio(shared, sum(len(frozenset.union(*group)) for group in groups))


def _share_of_topics(triples: Sequence[Triple]) -> float:
    shared = sum(len(frozenset.intersection(*triple.maps)) for triple in triples)
    return score.ratio(shared, sum(len({topic for topic, _ in frozenset.union(*triple.maps)}) for triple in triples))


def differences(triple: Triple) -> Iterator[dict[str, Any]]:
    """Yield the topics on which the three maps or the reader differ, with the relation in each."""
    columns = dict(zip((*LANGUAGES, "reader"), map(dict, (*triple.maps, triple.reader)), strict=True))
    for topic in sorted({topic for column in columns.values() for topic in column}):
        relations = {name: column.get(topic, "-") for name, column in columns.items()}
        if len(set(relations.values())) > 1:
            yield {"topic": topic, **relations}


def main(names: Sequence[str]) -> int:
    """Print the agreement, and the cells that differ of the triples that are named."""
    for name, values in triple_scores().items():
        print(name, values)
    for name in names:
        print(name, *differences(load_triple(TRIPLES / f"{name}.json")), sep="\n  ")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
