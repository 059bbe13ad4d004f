"""Sides named by one character: 乌方, 乌国, 乌外长 are of the state, among those that begin so, that the document names most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import compress

from msgspec import structs

from detente.languages import Language
from detente.records import Record, Tokens
from detente.resources.gazetteer import Entry

from .seats import settle_seats

SIDES = ("state", "side")
NAMING = re.compile("[SMY]")
# Classes of short forms: sides and states, and words of no list of ours.
FORMS = frozenset("SMkx")
# A character before an office or a body that may be a state; one that is no short form stands where no name ends. Or a body.
OWNERS = re.compile("[YSnxkwmvL](?:(?<=Y)|(?=[nt]?[TYh])(?:(?<=S)(?<!SS)|(?<=[^S])(?<![^,;:.\\n“(acpPrD].)))")

# Two short names together: 中巴.
PAIRED = re.compile("(?<!S)SS(?!S)")


class Named(Record, frozen=True):
    """How often a state is named, the name used first, what its own names begin with, and the token that names it first."""

    count: int
    name: str
    initials: frozenset[str]
    first: int


def settle_sides(tokens: Tokens, language: Language) -> Tokens:
    """Return Chinese tokens with the name of a state in place of each short form that stands for it, others with its shared capital.

    >>> from detente.languages import load_language
    >>> zh = load_language("zh")
    >>> settle_sides(zh.segment("乌兹别克斯坦外长来访。乌方说"), zh).words[-2:]
    ('乌兹别克斯坦', '说')
    """
    if language.is_spaced:
        return settle_seats(tokens, language)
    letters = tokens.classes
    found = compress(range(len(letters)), map(language.short_forms.__contains__, tokens.words)) if language.short_forms else ()
    places = [i for i in found if letters[i] in FORMS]
    owners = [i for i in (match.start() for match in OWNERS.finditer(letters)) if _is_owner(tokens.words[i], language) and not _is_syllable(tokens, i)]
    if not places and not owners and not PAIRED.search(letters):
        return tokens
    forms = {tokens.words[i] for i in places}
    named = _named(tokens, forms, language)
    words, classes = list(tokens.words), list(letters)
    for i in places:
        if name := _meant(i, words[i], named, language):
            words[i], classes[i] = name, "M"
    for i in (*owners, *_paired(tokens, named, language)):
        if _usual(words[i], language) not in named and (name := _meant(i, words[i], named, language)):
            words[i], classes[i] = name, "S"
    return Tokens(tokens.starts, tokens.stops, tuple(words), "".join(classes))


def _paired(tokens: Tokens, named: dict[str, Named], language: Language) -> Iterator[int]:
    """Yield the short names that stand beside another, whose state the document names: 中巴."""
    for match in PAIRED.finditer(tokens.classes):
        first = match.start()
        words = tokens.words[first : first + 2]
        known = [_usual(word, language) in named for word in words]
        if max(map(len, words)) == 1 and any(known):
            yield first + known.index(False) if False in known else first


def _is_owner(word: str, language: Language) -> bool:
    """Whether a word is one character that names of states begin with, or that and the name of a body: 乌外交部."""
    entry = language.gazetteer.entries.get(word[1:])
    return word[0] in language.gazetteer.initials and (len(word) == 1 or (entry is not None and entry.kind == "body"))


def _is_syllable(tokens: Tokens, i: int) -> bool:
    """Whether only one character stands between a character and an office: it is no state's ministry (阿退伍军人部长)."""
    return tokens.classes[i + 1 : i + 2] in ("n", "t") and len(tokens.words[i + 1]) < 2


def _named(tokens: Tokens, forms: set[str], language: Language) -> dict[str, Named]:
    """The states that a document names in full or by their capitals, by party."""
    entries = language.gazetteer.entries
    places = [match.start() for match in NAMING.finditer(tokens.classes)]
    said = [_state_of(tokens.words[i], entries) if tokens.classes[i] == "Y" else tokens.words[i] for i in places]
    firsts = dict(zip(reversed(said), reversed(places), strict=True))
    named: dict[str, Named] = {}
    for word, count in Counter(said).items():
        if len(word) > 1 and word not in forms and (entry := entries.get(word)) and entry.party and entry.kind in SIDES:
            before = named.get(entry.party, Named(0, word, frozenset(), firsts[word]))
            own = word[0] if entry.kind == "state" else ""
            named[entry.party] = structs.replace(before, count=before.count + count, initials=before.initials | {own})
    return named


def _state_of(body: str, entries: dict[str, Entry]) -> str:
    """The state that a body's name opens with (亚美尼亚外交部), the name itself if none."""
    opening = (body[:k] for k in range(len(body) - 1, 1, -1))
    return next((name for name in opening if (entry := entries.get(name)) and entry.kind == "state"), body)


def _usual(form: str, language: Language) -> str | None:
    """The party that a short form stands for anywhere."""
    return language.gazetteer.party_of(form)


def _meant(i: int, form: str, named: dict[str, Named], language: Language) -> str | None:
    """The name of the state that a short form at token `i` stands for, unless it is the one that it stands for anywhere.

    A state named before comes before one named only later, and one whose own name begins so before one whose capital
    does: 伊方 is Iran, not Islamabad.
    """
    possible = [party for party in named if party in language.gazetteer.initials.get(form[0], ())]

    def likely(party: str) -> tuple[bool, bool, int]:
        state = named[party]
        return state.first < i, form[0] in state.initials, state.count

    party = max(possible, key=likely, default=None)
    return named[party].name if party and _usual(form, language) != party else None
