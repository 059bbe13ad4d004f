"""Signs of states in texts of a language: names of their papers, of their own bodies, titles, places and words."""

from __future__ import annotations

from functools import cache

from detente.records import Record

from .load import DATA, DataError, load_tsv, split

COLUMNS = ("state", "kind", "names")
KINDS = PAPER, BODY, TITLE, PLACE, WORD = ("paper", "body", "title", "place", "word")


class Signs(Record, frozen=True):
    """The states by the names that are signs of them, kind by kind; `openings` are the first words of names but papers'."""

    of: dict[str, dict[str, tuple[str, ...]]]
    openings: frozenset[str]


def paper_name(name: str) -> str:
    """Return the name of a paper without its article, which others leave out.

    >>> paper_name("The Daily Observer")
    'Daily Observer'
    """
    return name.removeprefix("The ").removeprefix("THE ")


@cache
def load_signs(language: str) -> Signs:
    """Return the signs of a language; none where it has no table of them.

    >>> signs = load_signs("en")
    >>> signs.of["body"]["PNGDF"], signs.of["title"]["mec"], load_signs("zh").openings
    (('PG',), ('ZA',), frozenset())
    """
    file = DATA / "languages" / language / "signs.tsv"
    found: dict[str, dict[str, list[str]]] = {kind: {} for kind in KINDS}
    for row in load_tsv(file, COLUMNS) if file.exists() else ():
        if row["kind"] not in KINDS:
            raise DataError(f"{file}: there is no kind {row['kind']!r}; known: {', '.join(KINDS)}")
        for name in split(row["names"]):
            known = found[row["kind"]].setdefault(paper_name(name) if row["kind"] == PAPER else name, [])
            known.extend(() if row["state"] in known else (row["state"],))
    of = {kind: {name: tuple(states) for name, states in names.items()} for kind, names in found.items()}
    return Signs(of, frozenset(name.partition(" ")[0] for kind in KINDS[1:] for name in of[kind]))
