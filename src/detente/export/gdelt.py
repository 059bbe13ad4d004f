"""A table of events in the columns of GDELT's event files 2.0: tabs between, no line of names; a row a pair of actors.

What GDELT measures and Détente does not (tone, coordinates, religions) is empty.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path

from detente.store import Chosen

from .contents import Contents
from .deeds import Deed, Side, acts, deeds_of, letters_of, sector_of
from .writing import write_text

_ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code")
_GEO = ("Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{number}{name}" for number in (1, 2) for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources",
    "NumArticles", "AvgTone", *(f"{of}Geo_{name}" for of in ("Actor1", "Actor2", "Action") for name in _GEO), "DATEADDED", "SOURCEURL",
)  # fmt: skip
FULL_DAY = len("2031-05-20")
TIME = "000000"  # of a day


def write(contents: Contents, path: Path) -> None:
    """Write a row for every pair of actors of an event."""
    write_text(path, _lines(contents))


def _lines(contents: Contents) -> Iterator[str]:
    for chosen in contents.chosen():
        for deed in deeds_of(chosen, contents):
            for one, other in pairs_of(deed):
                row = _row(deed, one, other, chosen)
                yield "\t".join(" ".join(row.get(name, "").split()) for name in COLUMNS) + "\n"


def pairs_of(deed: Deed) -> list[tuple[Side, Side | None]]:
    """Return who acts on whom; of those who only act together each two, and one who acts on nobody alone."""
    if deed.to:
        return list(product(deed.of, deed.to))
    return list(combinations(deed.of, 2)) or [(side, None) for side in deed.of]


def _row(deed: Deed, one: Side, other: Side | None, chosen: Chosen) -> dict[str, str]:
    act, document = acts()[deed.act], chosen.reading.document
    added = _dates(document.published or "").get("SQLDATE")
    return {
        "GLOBALEVENTID": str(_number(deed.id, one.party, other.party if other else "")), **_dates(deed.day), **_actor("Actor1", one),
        **(_actor("Actor2", other) if other else {}), "EventCode": act.cameo, "EventBaseCode": act.cameo,
        "EventRootCode": act.cameo[:2], "QuadClass": str(act.quad), "GoldsteinScale": str(act.goldstein),
        "NumMentions": str(deed.mentions), "NumSources": "1", "NumArticles": "1", "ActionGeo_Fullname": deed.place or "",
        "DATEADDED": f"{added}{TIME}" if added else "",
        "SOURCEURL": document.url or "",
    }  # fmt: skip


def _number(*key: str) -> int:
    """A number that two runs agree on, and that 64 bits hold."""
    return int.from_bytes(hashlib.sha256("\x1f".join(key).encode()).digest()[:7])


def _actor(prefix: str, side: Side) -> dict[str, str]:
    letters, sector = letters_of(side.party), sector_of(side.party)
    told = {"Code": letters + sector, "Name": side.name.upper(), "CountryCode": letters, "Type1Code": sector}
    return {prefix + name: value for name, value in told.items()}


def _dates(day: str) -> dict[str, str]:
    """The columns of a day; of a month or a year those that are known.

    >>> _dates("2031-05-20")
    {'SQLDATE': '20310520', 'MonthYear': '203105', 'Year': '2031', 'FractionDate': '2031.4658'}
    >>> _dates("2031-05")
    {'MonthYear': '203105', 'Year': '2031'}
    """
    found = {"MonthYear": day[:7].replace("-", "") if len(day) > len("2031") else "", "Year": day[:4]}
    if len(day) >= FULL_DAY:
        year, month, number = map(int, day[:FULL_DAY].split("-"))
        fraction = f"{year + (month * 30 + number) / 365:.4f}"  # as its codebook reckons
        return {"SQLDATE": day[:FULL_DAY].replace("-", ""), **found, "FractionDate": fraction}
    return {name: value for name, value in found.items() if value}
