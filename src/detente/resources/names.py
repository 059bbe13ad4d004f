"""What a user calls a party, a topic or a codebook, in any language of the interface, and what it is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from detente.text.fold import fold
from detente.text.nearest import UnknownName, close_to, nearest

from .codebook import DEFAULT, Codebook
from .gazetteer import load_gazetteer
from .load import DATA
from .tongues import languages

CODEBOOKS = DATA / "codebooks"
PARTY_KINDS = ("state", "side", "organisation")


def _key(name: str) -> str:
    return fold(name.strip()).casefold()


@cache
def _parties() -> dict[str, str]:
    """Codes by folded name, in every language; a code names itself."""
    found: dict[str, str] = {}
    for language in languages():
        for name, entry in load_gazetteer(language).entries.items():
            if entry.party and entry.kind in PARTY_KINDS:
                found.setdefault(_key(name), entry.party)
    return found | {code.casefold(): code for code in found.values()}


def find_party(name: str, speaking: Iterable[str] = ()) -> str:
    """Return the code of a party given by code or by name; `speaking` are the codes to offer when there is none.

    >>> find_party("\u4fc4\u7f57\u65af"), find_party("russia"), find_party("RU")
    ('RU', 'RU', 'RU')
    >>> find_party("Ruritania")
    Traceback (most recent call last):
        ...
    detente.text.nearest.UnknownName: no party 'Ruritania' is known; closest: mauritania (MR); give a name or a code, such as RU
    """
    if name.strip().upper() in (codes := tuple(speaking)):
        return name.strip().upper()
    known = _parties()
    if code := known.get(_key(name)):
        return code
    close: dict[str, str] = {}
    for near in close_to(_key(name), known):
        close.setdefault(known[near], near)
    guess = "; closest: " + ", ".join(f"{near} ({code})" for code, near in close.items()) if close else ""
    offered = f"parties that speak: {', '.join(codes)}" if codes else "give a name or a code, such as RU"
    raise UnknownName(f"no party {name!r} is known{guess}; {offered}")


def find_topic(name: str, codebook: Codebook) -> str:
    """Return the id of a topic given by id or by its label in any language.

    >>> from detente.resources.codebook import load_codebook
    >>> find_topic("Trade", load_codebook())
    'trade'
    """
    names = {_key(label): topic.id for topic in codebook.topics for label in topic.label.values()}
    names |= {topic.id.casefold(): topic.id for topic in codebook.topics}
    if found := names.get(_key(name)):
        return found
    known = ", ".join(nearest(name, (topic.id for topic in codebook.topics)))
    raise UnknownName(f"no topic {name!r} in the codebook {codebook.name}; it has {known}")


def find_codebook(name: str | Path) -> Path:
    """Return the file of a codebook that is given as a file or by the name of one that comes with Détente.

    >>> find_codebook("default").name
    'default.toml'
    """
    if name == DEFAULT:
        return DEFAULT
    path = Path(name).expanduser()
    if path.is_file():
        return path
    supplied = {file.stem: file for file in sorted(CODEBOOKS.glob("*.toml"))}
    if found := supplied.get(str(name)):
        return found
    known = ", ".join(nearest(path.stem, supplied))
    raise UnknownName(f"no codebook {str(name)!r}: there is no such file; codebooks that come with Détente: {known}")
