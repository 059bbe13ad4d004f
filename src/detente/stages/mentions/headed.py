"""People who head or represent the delegation of a side, in a language with cases.

Греческую делегацию возглавлял замминистра Костас Мелиадис; возглавлявший иранскую делегацию министр; армянскую сторону представлял
его коллега Ваагн Мнджоян, турецкую — посол; делегация Туркмении во главе с вице-премьером; с чешской стороны участвовал Ян Кольбен.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import compress

from detente.languages import Language
from detente.records import Tokens

from .announced import SENTENCES

PERSON = re.compile("[^Kk,.\nB]*(?:,[^Kk,.\n]*,)?[^Kk,.\nB]*?K")
BEFORE = re.compile("K(?:,i?)?$")
ELLIPSIS = re.compile("[,;B]P?(S)-")
SIDES, ADJECTIVAL = "SMG", frozenset("NBGDOPQ")
CLAUSE_ENDS = frozenset(".,;B\n-")
REACH = 6  # tokens between a verb and the delegation that it is done to


def headed(tokens: Tokens, language: Language) -> dict[int, str]:
    """Return the parties of people by the tokens of their names, of those who head or represent a side in their sentence."""
    telling = language.lexicon.words["heading", "led_with", "beside_side", "side_noun"]
    places = list(compress(range(len(tokens.words)), map(telling.__contains__, tokens.words)))
    found: dict[int, str] = {}
    for match in SENTENCES.finditer(tokens.classes) if places else ():
        inside = places[bisect_left(places, match.start()) : bisect_left(places, match.end())]
        for at, party in _in_sentence(tokens, inside, match.span(), language) if inside else ():
            found.setdefault(at, party)
    return found


def _in_sentence(tokens: Tokens, places: list[int], sentence: tuple[int, int], language: Language) -> Iterator[tuple[int, str]]:
    """The people of one sentence with their parties; of a side that leaves its noun out, only behind another."""
    heading, told = language.lexicon.words["heading"], False
    first, last = sentence
    for i in places:
        if tokens.words[i] in heading and tokens.classes[i] in "Vj" and (side := _side(tokens, i, first, last, language)):
            person = _person(tokens, i, side[0], first, last)
            told = True
            if person is not None:
                yield person, side[1]
        elif (party := _led(tokens, i, first, language) or _of_side(tokens, i, language)) and (person := _next(tokens, i + 1, last)) is not None:
            told = True
            yield person, party
    for match in ELLIPSIS.finditer(tokens.classes, first, last) if told else ():
        party = language.gazetteer.party_of(tokens.words[match.start(1)])
        owned = tokens.cases[match.start(1)] in ADJECTIVAL or tokens.words[match.start(1) - 1] in language.lexicon.words["beside_side"]
        if party and owned and (person := _next(tokens, match.end(), last)) is not None:
            yield person, party


def _side(tokens: Tokens, verb: int, first: int, last: int, language: Language) -> tuple[int, str] | None:
    """The token and the party of the delegation that a verb of heading is done to, near before it or behind it."""
    near = (*range(verb - 1, max(first, verb - REACH) - 1, -1), *range(verb + 1, min(last, verb + REACH)))
    headed = language.lexicon.words["headed"]
    bare = tokens.words[verb] in language.lexicon.words["representing"]
    for i in near:
        party = language.gazetteer.party_of(tokens.words[i]) if tokens.classes[i] in SIDES else None
        if party is None:
            continue
        if tokens.cases[i] in ADJECTIVAL and not headed.isdisjoint(tokens.words[i + 1 : i + 3]):
            return i, party
        if tokens.cases[i] not in ADJECTIVAL and (tokens.words[i - 1] in headed or (bare and abs(i - verb) < REACH and tokens.classes[i - 1] not in "PThYn")):
            return i, party
    return None


def _person(tokens: Tokens, verb: int, side: int, first: int, last: int) -> int | None:
    """The token of who heads: before a verb and the side behind it, else the first behind both."""
    if side > verb and (before := BEFORE.search(tokens.classes, first, verb)):
        return before.start()
    return _next(tokens, max(verb, side) + 1, last)


def _next(tokens: Tokens, at: int, last: int) -> int | None:
    """The first name behind a token, before the clause ends."""
    match = PERSON.match(tokens.classes, at, last)
    return match.end() - 1 if match else None


def _led(tokens: Tokens, i: int, first: int, language: Language) -> str | None:
    """The party of the delegation that somebody leads behind a token: делегация Туркмении во главе с …"""
    words = language.lexicon.words
    if tokens.words[i] not in words["led_with"] or tokens.words[i - 1] not in words["head_of"] or tokens.classes[i - 2 : i - 1] != "P":
        return None
    headed = words["headed"]
    near = (k for k in range(max(first, i - REACH), i) if tokens.classes[k] in SIDES)
    beside = (k for k in near if not headed.isdisjoint((tokens.words[k - 1], tokens.words[k + 1])))
    return next((party for k in beside if (party := language.gazetteer.party_of(tokens.words[k]))), None)


def _of_side(tokens: Tokens, i: int, language: Language) -> str | None:
    """The party for whose side somebody takes part: с чешской стороны …, со стороны Чехии …"""
    words = language.lexicon.words
    if tokens.words[i] in words["beside_side"]:
        opens = i == 0 or tokens.classes[i - 1] in CLAUSE_ENDS
        return language.gazetteer.party_of(tokens.words[i + 1]) if opens and tokens.classes[i + 1 : i + 2] in tuple(SIDES) else None
    sided = tokens.words[i] in words["side_noun"] and tokens.classes[i - 2 : i] == "PS" and tokens.words[i - 2] in words["from_side"]
    return language.gazetteer.party_of(tokens.words[i - 1]) if sided else None
