"""People whose office stands in the sentence beside theirs, in a language with cases.

Глава МИД Чили прилетел в Лиму. Матео Рестрепо встретился …; Матео Рестрепо ждали в Лиме. Министр обороны Чили признал …
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.languages import Language
from detente.records import Tokens

OFFICE = re.compile("[SMG]?(?:T[hY]?)[SM]?")
PERSON = re.compile("K")
SENTENCES = re.compile("[^.\n]+")
STATES = frozenset("SM")
OPENING = 8
LONGEST = 60
PARTED = (".", ".\n")  # also a paragraph apart
TELLS = frozenset("cV")


Office = tuple[int, int]


def announced(tokens: Tokens, language: Language) -> dict[int, Office]:
    """Return the first and last token of people's offices by that of the name: of the only one without a name in the sentence beside.

    Or of a counterpart without a name, whom the next whole name at the head of a sentence means: с армянским коллегой. Арам Сукиасян …
    """
    found = dict(_counterparts(tokens, language.lexicon.words["counterpart"]))
    before: tuple[int, int] | None = None
    for match in SENTENCES.finditer(tokens.classes):
        here = match.span()
        if before and tokens.classes[before[1] : here[0]] in PARTED and here[1] - before[0] <= LONGEST:
            _join(tokens, before, here, found)
        before = here
    return found


def _counterparts(tokens: Tokens, called: frozenset[str]) -> Iterator[tuple[int, Office]]:
    """The tokens of names with those of the counterpart in the sentences before."""
    told: Office | None = None
    for match in SENTENCES.finditer(tokens.classes):
        first, last = match.span()
        if told and first - told[1] <= LONGEST and tokens.classes[first] == "K" and " " in tokens.words[first]:
            yield first, told
            told = None
        if not called.isdisjoint(tokens.words[first + 1 : last]):
            places = (i for i in range(first + 1, last) if tokens.words[i] in called and tokens.classes[i - 1] in STATES)
            told = next(((i - 1, i) for i in places if tokens.classes[i + 1 : i + 2] not in ("K", "k")), told)


def _join(tokens: Tokens, before: tuple[int, int], here: tuple[int, int], found: dict[int, Office]) -> None:
    """Join the person of one of two sentences to the office of the other."""
    for first, second in ((before, here), (here, before)):
        people = _people(tokens, *first)
        office = _office(tokens, *second)
        if len(people) == 1 and office and not _people(tokens, *second) and (first is before or people[0] == here[0]):
            found.setdefault(people[0], office)


def _people(tokens: Tokens, first: int, last: int) -> list[int]:
    return [match.start() for match in PERSON.finditer(tokens.classes, first, last)]


def _office(tokens: Tokens, first: int, last: int) -> Office | None:
    """The one office with a state near the head of a sentence, before its verb."""
    told = [match for match in OFFICE.finditer(tokens.classes, first, last) if _is_owned(tokens, *match.span())]
    if len(told) != 1 or told[0].start() - first > OPENING:
        return None
    stop = told[0].end()
    return (told[0].start(), stop - 1) if tokens.classes[stop : stop + 1] in TELLS else None


def _is_owned(tokens: Tokens, first: int, last: int) -> bool:
    heads = [i for i in range(first, last) if tokens.classes[i] == "T"]
    upright = bool(heads) and tokens.cases[heads[0]] == "n"
    return upright and not STATES.isdisjoint(tokens.classes[first:last])
