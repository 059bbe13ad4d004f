"""Where a content ends: before the speaker's next deed, a clause of another, or a turn."""

from __future__ import annotations

import re

from ..contents import Content
from ..items import Items
from .agreement import agrees
from .contents import FINITE
from .phrases import ACTORS, NOMINATIVE, SURE, phrase_at, phrases

PAST = frozenset("mwup")
RELATIVE = re.compile(",P?i[^,;V]{1,12}c")  # …, от которой сосед отказался
ANSWER = re.compile(",[MSG][az]*[cV]")  # …, Бамако отказался
TURN = re.compile(",[Bw]")


def close(items: Items, content: Content, stop: int, verb: str = "") -> int:
    """Return where a content ends at the latest before item `stop`; `verb` tells how the reporting verb agrees."""
    letters = items.letters
    last = stop
    if content.kind == "noun" and items.words[content.first] in items.known["it"] and letters[content.first : content.first + 2] == "aP":
        return content.first + 1  # подтвердил это в эфире
    if content.kind in ("noun", "to", "person"):
        last = _loose_end(items, content, stop)
        last = next((k for k in range(content.first + 1, last) if _acts_again(items, k, verb)), last)
    elif content.kind == "that" and verb in PAST:
        last = _own_verb(items, content.first, stop, verb)
    while last > content.first and letters[last - 1] in ",;:-wB":
        last -= 1
    return last


def _own_verb(items: Items, first: int, stop: int, verb: str) -> int:
    """Where the speaker's next deed begins: …, но отказалась отвечать; …, однако сроков не назвал."""
    for match in TURN.finditer(items.letters, first, stop):
        at = next((k for k in range(match.end(), stop) if items.letters[k] in "cV,"), stop)
        if at == stop or items.cases[at] != verb or _acts(items, first, match.start(), verb):
            continue
        if not any(items.cases[p.head] in SURE and not p.preposition for p in phrases(items, match.end(), at)):
            return match.start()
    return stop


def _acts_again(items: Items, at: int, verb: str) -> bool:
    """Whether the speaker's next deed is joined: назвал решение ошибкой и поручил подготовить ответ."""
    return items.letters[at] == "w" and items.letters[at + 1 : at + 2] in ("V", "c") and verb in PAST and items.cases[at + 1] == verb


def _acts(items: Items, first: int, last: int, verb: str) -> bool:
    """Whether a verb between two items agrees as another does."""
    return any(items.letters[k] in "cV" and items.cases[k] == verb for k in range(first, last))


def _loose_end(items: Items, content: Content, stop: int) -> int:
    """A noun phrase or an infinitive ends before a clause or a gerund of its own."""
    letters = items.letters
    for at in range(content.first + 1, stop):
        if letters[at] == ":" and FINITE.isdisjoint(letters[at:stop]) and "Q" not in letters[at:stop]:
            return stop
        if letters[at] in ";-:" or (letters[at] == "," and _turns(items, at + 1) and items.words[at - 1] not in items.known["taking_up"]):
            return at
        if letters[at] == "," and _another_acts(items, at + 1, stop):
            return at
        if letters[at] == "," and letters[at + 1 : at + 2] == "c" and items.cases[at + 1] == "d":
            return at
        if letters[at : at + 2] == "wl" or RELATIVE.match(letters, at, stop) or ANSWER.match(letters, at, stop):
            return at
    return stop


def _another_acts(items: Items, at: int, stop: int) -> bool:
    """Whether a clause of another begins: настаивает на рублях, поставщики хотят другого."""
    phrase = phrase_at(items, at, stop)
    acts = phrase and not phrase.preposition and items.letters[phrase.head] in ACTORS and items.cases[phrase.head] in NOMINATIVE
    return bool(phrase and acts and items.letters[phrase.last : phrase.last + 1] in ("c", "V") and agrees(items, phrase, items.cases[phrase.last]))


def _adds(items: Items, at: int) -> bool:
    """Whether what follows но only adds how or where: открыть его снова, но в другом здании."""
    stop = next((k for k in range(at, len(items.letters)) if items.letters[k] in ",.;:-"), len(items.letters))
    return items.letters[at : at + 1] in ("P", "z") and not set("Vcglq") & set(items.letters[at:stop])


def _turns(items: Items, at: int) -> bool:
    """Whether what follows a comma is no part of a noun phrase or an infinitive, as its condition or its reason is."""
    if at >= len(items.words):
        return False
    when = items.words[at] in items.known["when_clause"] and items.words[at - 2] in items.known["time_told"]
    if items.words[at] in items.known["but"] and _adds(items, at + 1):
        return False
    return items.letters[at] in "Bgwq" and items.words[at] not in items.known["whose"] and items.words[at] not in items.known["depending"] and not when
