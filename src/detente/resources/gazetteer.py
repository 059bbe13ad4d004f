"""The gazetteer: every name of `data/actors` with what it names."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from detente.records import Record, Role

from .load import DATA, load_tsv, split

ACTORS = DATA / "actors"


class Entry(Record, frozen=True):
    """What a name names. `kind` is state, side, person, organisation, body, office, private-office or outlet."""

    actor_id: str
    kind: str
    party: str | None


class Gazetteer(Record, frozen=True):
    """Names of one language, folded, with their entries; and who held which office when.

    `initials` gives the states whose names begin with a character.
    """

    entries: dict[str, Entry]
    weak: frozenset[str]
    shorts: dict[str, str]
    initials: dict[str, frozenset[str]]
    capitals: frozenset[str]
    roles: tuple[Role, ...]
    display: dict[str, tuple[str, ...]]


def _states(language: str) -> list[tuple[str, Entry]]:
    found = []
    for row in load_tsv(ACTORS / "states.tsv", ("id", "zh_names")):
        code = row["id"]
        for column, kind in (("names", "state"), ("short", "state"), ("demonym", "state"), ("demonyms", "state"),
                             ("adjectives", "state"), ("side", "side"), ("seats", "side"), ("capital", "side")):  # fmt: skip
            for name in split(row.get(f"{language}_{column}", "")):
                found.append((name, Entry(f"state:{code}", kind, code)))
    return found


def _rows(language: str) -> list[tuple[str, Entry]]:
    """Entries in order of precedence: the first that claims a name keeps it."""
    found = _states(language)
    column = f"{language}_names"
    for row in load_tsv(ACTORS / "people.tsv", ("id", column, "party")):
        found += [(n, Entry(row["id"], "person", row["party"] or None)) for n in split(row[column])]
    for row in load_tsv(ACTORS / "organisations.tsv", ("id", column, "party")):
        found += [(n, Entry(row["id"], "organisation", row["party"] or None)) for n in split(row[column])]
    for row in load_tsv(ACTORS / "ministries.tsv", ("id", column, "of")):
        found += [(n, Entry(row["id"], "body", row["of"] or None)) for n in split(row[column])]
    for row in load_tsv(ACTORS / "offices.tsv", ("id", column, "speaks", "of")):
        kind = "office" if row["speaks"] == "state" else "private-office"
        found += [(n, Entry(row["id"], kind, row["of"] or None)) for n in split(row[column])]
    for row in load_tsv(ACTORS / "outlets.tsv", ("id", column, "country")):
        found += [(n, Entry(row["id"], "outlet", row["country"] or None)) for n in split(row[column])]
    return found


def _display(path: Path, prefix: str) -> dict[str, tuple[str, ...]]:
    """First names per language (zh, en, ru) by actor id."""
    names: dict[str, tuple[str, ...]] = {}
    for row in load_tsv(path, ("id",)):
        names[prefix + row["id"]] = tuple(
            (split(row.get(f"{code}_names", "")) or ("",))[0] for code in ("zh", "en", "ru")
        )
    return names


def _initials(entries: dict[str, Entry]) -> dict[str, frozenset[str]]:
    """The states whose names begin with a character: 乌方 may be of any of them."""
    found: dict[str, set[str]] = {}
    for name, entry in entries.items():
        if entry.kind == "state" and entry.party and len(name) > 1:
            found.setdefault(name[0], set()).add(entry.party)
    return {character: frozenset(parties) for character, parties in found.items()}


def _settle_offices(entries: dict[str, Entry]) -> None:
    """An office whose name opens with a state, its capital, its seat or an organisation (白宫发言人) speaks for that one."""
    for name, entry in entries.items():
        if entry.kind == "office" and entry.party is None:
            opening = (entries.get(name[:k]) for k in range(len(name) - 1, 1, -1))
            party = next((e.party for e in opening if e and e.kind in ("state", "side", "organisation")), None)
            if party:
                entries[name] = Entry(entry.actor_id, entry.kind, party)


@cache
def load_gazetteer(language: str) -> Gazetteer:
    """Return the names of a language (`zh`, `en`, `ru`)."""
    entries: dict[str, Entry] = {}
    for name, entry in _rows(language):
        entries.setdefault(name, entry)
    _settle_offices(entries)
    shorts = {
        name: row["id"]
        for row in load_tsv(ACTORS / "states.tsv", ("id",))
        for name in split(row.get(f"{language}_short", ""))
    }
    capitals = frozenset(
        name for row in load_tsv(ACTORS / "states.tsv", ("id",)) for name in split(row.get(f"{language}_capital", ""))
    )
    weak = frozenset(row["form"] for row in load_tsv(ACTORS / "weak.tsv", ("form",)))
    roles = tuple(
        Role(row["person_id"], row["office_id"], row["of"], row["since"] or None, row["until"] or None)
        for row in load_tsv(ACTORS / "roles.tsv", ("person_id", "office_id", "of", "since", "until"))
    )
    display = _display(ACTORS / "states.tsv", "state:")
    for name in ("people", "organisations", "outlets"):
        display |= _display(ACTORS / f"{name}.tsv", "")
    return Gazetteer(entries, weak, shorts, _initials(entries), capitals, roles, display)
