"""Whether a noun phrase can be the subject of a verb."""

from __future__ import annotations

from detente.text.classes import edges

from ..items import Items
from .phrases import CONSONANTS, NOMINATIVE, PLURAL, Phrase


def agrees(items: Items, phrase: Phrase, verb: str) -> bool:
    """Whether a phrase can be the subject of a verb with an agreement letter (see `languages.ru.forms.Form.case`)."""
    case = items.cases[phrase.head].lower()
    if items.words[phrase.first] in items.known["counted_off"]:
        return verb == "p" and not phrase.preposition
    if case == "-" and items.letters[phrase.head] == "h":  # визави
        case = "b"
    if phrase.preposition or case not in NOMINATIVE or _described_otherwise(items, phrase):
        return False
    if _differs(items, phrase.head, verb):
        return False
    joined = "w" in items.letters[phrase.head : phrase.last]
    if verb == "p":
        return case in PLURAL or joined or items.letters[phrase.head] in "Jk" or (case == "b" and items.letters[phrase.head] in "SMGYKm")
    if verb == "1":
        return items.letters[phrase.head] == "R"
    return case not in PLURAL or (case == "q" and (items.letters[phrase.head] in "SMGYOKk" or items.words[phrase.head] in items.known["undeclined_noun"]))


def _differs(items: Items, head: int, verb: str) -> bool:
    """Whether a verb in the past has another gender than a thing that does nothing by itself: заверила парламент."""
    word = items.words[head]
    if items.letters[head] not in "YIn" or " " in word or items.cases[head] not in "nb":
        return False
    if verb in "mw" and items.letters[head] == "n" and word.endswith(edges(items.known["neuter_end"])):
        return True
    return (verb == "w" and word[-1] in CONSONANTS) or (verb == "m" and word[-1] in "ая")


def _described_otherwise(items: Items, phrase: Phrase) -> bool:
    """Whether the adjective of a head that may be a nominative is none: достигнутую договоренность, общего флота."""
    before = phrase.head - 1
    return before >= phrase.first and items.letters[before] in "jSM" and items.cases[before] in "OGD"
