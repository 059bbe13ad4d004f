"""Places that are no capitals: provinces, states of a federation and cities, and of which state each is."""

from __future__ import annotations

from functools import cache

from detente.records import Record
from detente.text.fold import fold

from .gazetteer import ACTORS
from .load import DataError, load_tsv, split

FILE = ACTORS / "places.tsv"
STATES = ACTORS / "states.tsv"
REGION, CITY, SEAT = KINDS = ("region", "city", "seat")


class Place(Record, frozen=True):
    """The state that administers a place, and its kind: region, city, or seat of international bodies."""

    state: str
    kind: str


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(load_tsv(FILE, ("state", "kind")))


@cache
def _place(state: str, kind: str) -> Place:
    if kind not in KINDS:
        raise DataError(f"{FILE}: there is no kind {kind!r}; known: {', '.join(KINDS)}")
    return Place(state, kind)


@cache
def load_places(language: str) -> dict[str, Place]:
    """Return the places of a language by their names as tokens have them: Russian in small letters, adjectives as masculine.

    >>> load_places("en")["Gujarat"].state, load_places("ru")["западный бенгалия"].state
    ('IN', 'IN')
    """
    found: dict[str, Place] = {}
    key = _russian if language == "ru" else str
    for column in (f"{language}_names", f"{language}_adjectives"):
        for row in _rows():
            if cell := row.get(column):
                found.update(dict.fromkeys(map(key, cell.split("|")), _place(row["state"], row["kind"])))
    return found


def _russian(name: str) -> str:
    """A name in small letters; the adjectives before its noun as masculine."""
    plain = name.lower().replace("\u0451", "\u0435")
    if " " not in plain:
        return plain
    *adjectives, noun = plain.split(" ")
    return " ".join([*map(_masculine, adjectives), noun])


def _masculine(adjective: str) -> str:
    """The dictionary form of an adjective that stands before a place's noun."""
    stem, ending = adjective[:-2], adjective[-2:]
    if ending == "\u044f\u044f":
        return f"{stem}\u0438\u0439"
    if ending in ("\u0430\u044f", "\u043e\u0435", "\u044b\u0435"):
        return f"{stem}\u044b\u0439"
    return adjective


@cache
def place_ids(language: str) -> dict[str, str]:
    """Return what the names of one place share in all languages, by folded name in small letters: its state and first name.

    >>> place_ids("en")["hanoi"] == place_ids("zh")["\u6cb3\u5185"], place_ids("ru")["\u043e\u0448"]
    (True, 'KG:Osh')
    """
    return {_small(name): key for name, key in place_names(language).items()}


@cache
def place_names(language: str) -> dict[str, str]:
    """Return the same by the names as they are written, of each place the first before others."""
    found: dict[str, str] = {}
    for row in load_tsv(STATES, ("id", "en_capital")):
        found |= dict.fromkeys(split(row[f"{language}_capital"]), f"{row['id']}:{row['en_capital']}")
    for row in _rows():
        found |= dict.fromkeys(split(row[f"{language}_names"]), f"{row['state']}:{split(row['en_names'])[0]}")
    return found


def _small(name: str) -> str:
    return fold(name).casefold()
