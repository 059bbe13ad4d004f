"""The gazetteer: every name of `data/actors` with what it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import repeat

from detente.records import Record

from .load import DATA, load_tsv, split
from .rulers import rulers_on

ACTORS = DATA / "actors"


class Entry(Record, frozen=True):
    """What a name names. `kind` is state, side, person, organisation, body, office, private-office or outlet."""

    actor_id: str
    kind: str
    party: str | None


def entry_of(word: str, entries: dict[str, Entry]) -> Entry | None:
    """Return what a word names; an office or a body is also written with capitals (Foreign Minister)."""
    return entries.get(word) or entries.get(word.lower())


class Gazetteer(Record, frozen=True):
    """Names of one language, folded, with their entries.

    `shorts` are the short names of states with their codes, `weak` those of them that are mostly ordinary words;
    `peoples` are those that name its people or what is its own (Norwegian); `initials` gives the states whose names
    begin with a character, `first_names` the names that states go by first, `capitals` stand for their states, `people` are the
    names by person. `holders` gives
    the person that an office of a state means, by both, and `rulers` the states that movements govern, on the day that the gazetteer is of.
    """

    entries: dict[str, Entry]
    weak: frozenset[str]
    peoples: frozenset[str]
    shorts: dict[str, str]
    initials: dict[str, frozenset[str]]
    first_names: frozenset[str]
    capitals: frozenset[str]
    people: dict[str, tuple[str, ...]]
    holders: dict[tuple[str, str], str]
    rulers: dict[str, str]

    def party_of(self, word: str) -> str | None:
        """Return the party of what a word names; None where it names nothing or what has none.

        >>> load_gazetteer("en").party_of("Norway"), load_gazetteer("en").party_of("harbour")
        ('NO', None)
        """
        entry = self.entries.get(word)
        return entry.party if entry else None


# Columns of names of states, and whether a name names the state or a side that stands for it.
STATE_COLUMNS = {"names": "state", "short": "state", "demonym": "state", "demonyms": "state", "adjectives": "state",
                 "side": "side", "seats": "side", "capital": "side"}  # fmt: skip
NAMES = "_names"
PEOPLES = ("demonym", "demonyms", "adjectives")


# Files of actors in order of precedence, the kind of what they name, and the column that holds its party.
TABLES = (("people", "person", "party"), ("organisations", "organisation", "party"), ("ministries", "body", "of"),
          ("offices", "office", "of"), ("outlets", "outlet", "country"))  # fmt: skip
COLUMNS = {"states": ("id", "zh_names")} | {table: ("id", party) for table, _, party in TABLES}
LATIN_OUTLETS = ("ru",)  # languages in other letters that leave names of outlets as they are: пишет La Razón
SHOWN = (("states", "state:"), ("people", ""), ("organisations", ""), ("outlets", ""))


@cache
def _table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a file of actors, read once for all languages."""
    return tuple(load_tsv(ACTORS / f"{name}.tsv", COLUMNS[name]))


def _states(language: str, mark: str) -> Iterator[tuple[str, Entry]]:
    columns = [(f"{language}_{column}", kind) for column, kind in STATE_COLUMNS.items()]
    for row in _table("states"):
        for column, kind in columns:
            if (cell := row.get(column)) and mark in cell:
                yield from zip(split(cell), repeat(Entry(f"state:{row['id']}", kind, row["id"])), strict=False)


def _rows(language: str, mark: str = "") -> Iterator[tuple[str, Entry]]:
    """Yield entries in order of precedence: the first that claims a name keeps it; of cells without a `mark` none."""
    yield from _states(language, mark)
    column = language + NAMES
    for table, kind, party in TABLES:
        columns = (column, "en_names") if kind == "outlet" and language in LATIN_OUTLETS else (column,)
        for row in _table(table):
            cells = [cell for name in columns if (cell := row.get(name)) and mark in cell]
            if cells:
                is_private = row.get("speaks", "state") != "state"
                entry = Entry(row["id"], "private-office" if is_private else kind, row[party] or None)
                yield from ((name, entry) for cell in cells for name in split(cell))


def entries_with(language: str, mark: str) -> dict[str, Entry]:
    """Return what the names of a language name that have a mark in them, without loading the others.

    >>> entries_with("en", "(")["The Herald (Zimbabwe)"].party
    'ZW'
    """
    found: dict[str, Entry] = {}
    for name, entry in _rows(language, mark):
        if mark in name:
            found.setdefault(name, entry)
    return found


@cache
def load_display() -> dict[str, dict[str, str]]:
    """Return the first names of actors, by actor and by language, each a column (en_names).

    >>> load_display()["state:PL"]["en"]
    'Poland'
    """
    return {prefix + actor: names for table, prefix in SHOWN for actor, names in _first_names(table)}


@cache
def load_office_names() -> dict[str, dict[str, str]]:
    """Return the first names of offices, by office and by language.

    >>> load_office_names()["office:foreign-minister"]["en"]
    'foreign minister'
    """
    return dict(_first_names("offices"))


@cache
def state_codes() -> frozenset[str]:
    """Return the codes of states: of those that have rows, not of bodies.

    >>> "PL" in state_codes(), "EU" in state_codes()
    (True, False)
    """
    return frozenset(row["id"] for row in _table("states"))


def _first_names(table: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the actors of a file with their first names by language."""
    rows = _table(table)
    columns = [(column.removesuffix(NAMES), column) for column in rows[0] if column.endswith(NAMES)]
    for row in rows:
        yield row["id"], {code: name for code, column in columns if (name := _first(row[column]))}


def _first(cell: str) -> str:
    return cell.partition("|")[0].strip() or next(iter(split(cell)), "")


@cache
def load_outlet_homes() -> dict[str, str]:
    """Return the countries of outlets by id."""
    return {row["id"]: row["country"] for row in _table("outlets") if row["country"]}


def _initials(entries: dict[str, Entry]) -> dict[str, frozenset[str]]:
    """The states whose names, or whose seats' names, begin with a character: 乌方 may be of any of them."""
    found: dict[str, set[str]] = {}
    for name, entry in entries.items():
        if entry.kind in ("state", "side") and entry.party and len(name) > 1:
            found.setdefault(name[0], set()).add(entry.party)
    return {character: frozenset(parties) for character, parties in found.items()}


def _settle_offices(entries: dict[str, Entry]) -> None:
    """An office speaks for the state, capital, seat or organisation that its name opens with (白宫发言人)."""
    for name, entry in entries.items():
        if entry.kind == "office" and entry.party is None:
            opening = (entries.get(name[:k]) for k in range(len(name) - 1, 1, -1))
            party = next((e.party for e in opening if e and e.kind in ("state", "side", "organisation")), None)
            if party:
                entries[name] = Entry(entry.actor_id, entry.kind, party)


def _of_kind(states: Iterable[dict[str, str]], language: str, kind: str) -> frozenset[str]:
    return frozenset(name for row in states for name in split(row.get(f"{language}_{kind}", "")))


@cache
def load_gazetteer(language: str) -> Gazetteer:
    """Return the names of a language (`zh`, `en`, `ru`).

    >>> load_gazetteer("zh").entries["华沙"]
    Entry(actor_id='state:PL', kind='side', party='PL')
    """
    entries: dict[str, Entry] = {}
    for name, entry in _rows(language):
        entries.setdefault(name, entry)
    _settle_offices(entries)
    states = _table("states")
    shorts = {name: row["id"] for row in states for name in split(row.get(f"{language}_short", ""))}
    peoples = frozenset(name for kind in PEOPLES for name in _of_kind(states, language, kind))
    first = frozenset(split(row[f"{language}_names"])[0] for row in states if row.get(f"{language}_names"))
    weak = frozenset(row["form"] for row in load_tsv(ACTORS / "weak.tsv", ("form",)))
    people: dict[str, tuple[str, ...]] = {}
    for name, entry in entries.items():
        if entry.kind == "person":
            people[entry.actor_id] = (*people.get(entry.actor_id, ()), name)
    return Gazetteer(
        entries=entries, weak=weak, peoples=peoples, shorts=shorts, initials=_initials(entries), first_names=first,
        capitals=_of_kind(states, language, "capital"), people=people, holders={},
        rulers=rulers_on(""),
    )  # fmt: skip
