"""Whom a name means that nothing introduces: the official of whom the text told before without a name.

Uganda's energy minister accused Kenya … “…,” Proscovia Nakabiri told reporters; in a language that writes names with capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from detente.languages import Language
from detente.records import Tokens

from .beside import title_start

SPEAKS = re.compile("[aD]{0,2}v?[aD]?c|,P[dx]{1,3},[aDv]{0,2}c")  # Ana Ruiz has also said; Ana Ruiz, for her part, said
SAID = re.compile("[”,]c")  # “…,” said Ana Ruiz.
APART = re.compile(",[kK]{1,3}[aDv]{0,2}c")
ENDS = frozenset(".\n")
BEFORE, BEHIND = frozenset(".\n”,:"), frozenset(".;\n")
PEOPLE = frozenset("Tth")
NAMED_BEHIND, NAMED_BEFORE, REACH = re.compile(",?[kKj]"), re.compile("[kK],d?$"), 3
OWNED = re.compile("od?[xkSMGYI]{1,4}")  # the head | of the UN mission
OPENS = re.compile("d?[SM]e?[xk]{0,3}(T)(?=(?:[oP]d?[xkYwO]{1,4})?[aDv]{0,2}[cV])")  # Chile's minister for ports says
SENTENCES, FARTHEST, AFTER = 3, 120, 2

Office = tuple[int, int]


def told_before(tokens: Tokens, run: tuple[int, int], language: Language) -> Office | None:
    """Return the first and last token of the office without a name that is told of last before a name which speaks by itself.

    The name is a whole one, or a last name behind a title that the text has not named before: said Mr. Ruiz.
    """
    first, last = run
    opened = _title_before(tokens, first)
    known = last - first < 2 and (opened == first or _is_named_before(tokens, first))
    if known or not _stands_alone(tokens.classes, opened, last):
        return None
    found = (_nameless(tokens, *sentence, language) for sentence in islice(_sentences_back(tokens.classes, opened), SENTENCES))
    return next(filter(None, found), None)


def told_behind(tokens: Tokens, run: tuple[int, int], language: Language) -> Office | None:
    """Return the office without a name that opens one of the next sentences of the paragraph in which a whole name is told of.

    A map hangs behind Ana Ruiz's desk. Chile's minister for ports says she drew it herself.
    """
    first, last = run
    stop = last + FARTHEST
    for _ in range(AFTER if last - first > 1 else 0):
        end = tokens.classes.find(".", last, stop)
        if end < 0 or "\n" in tokens.classes[last:end]:
            return None
        if opened := OPENS.match(tokens.classes, end + 1):
            return title_start(tokens, opened.start(1), language), opened.start(1)
        last = end + 1
    return None


def _title_before(tokens: Tokens, first: int) -> int:
    """The first token of a name with the titles before it: Mr. Ruiz."""
    while first and tokens.classes[first - 1] == "j":
        first -= 1
    return first


def _is_named_before(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] in tokens.words[max(0, at - FARTHEST) : at]


def _sentences_back(classes: str, stop: int) -> Iterator[tuple[int, int]]:
    """The sentences before a token, the nearest first; that of the token up to it."""
    least = max(0, stop - FARTHEST)
    while stop > least:
        start = stop
        while start > least and classes[start - 1] not in ENDS:
            start -= 1
        yield start, stop
        stop = start
        while stop > least and classes[stop - 1] in ENDS:
            stop -= 1


def _stands_alone(classes: str, first: int, last: int) -> bool:
    """Whether a name reports, and neither title nor apposition stands beside it."""
    before = classes[first - 1 : first]
    if before in BEFORE and SPEAKS.match(classes, last):
        return True
    return SAID.fullmatch(classes, max(0, first - 2), first) is not None and classes[last : last + 1] in BEHIND


def _nameless(tokens: Tokens, start: int, stop: int, language: Language) -> Office | None:
    """The first office of a sentence whose holder is not named in it."""
    for i in range(start, stop):
        if tokens.classes[i] in PEOPLE and not _is_several(tokens.words[i]) and not _is_quoted(tokens.classes, start, i):
            office = title_start(tokens, i, language), of.end() - 1 if (of := OWNED.match(tokens.classes, i + 1)) else i
            if not _is_named(tokens.classes, *office) or _opens_apart(tokens, start, office[1]):
                return office
    return None


def _is_named(classes: str, first: int, last: int) -> bool:
    """Whether the name of a holder stands behind an office, or before it and a comma."""
    return NAMED_BEHIND.match(classes, last + 1) is not None or NAMED_BEFORE.search(classes, max(0, first - REACH), first) is not None


def _opens_apart(tokens: Tokens, start: int, last: int) -> bool:
    """Whether the name behind an office is of who does what the clause around it tells: Speaking beside his Iraqi counterpart, Ruiz said."""
    return tokens.words[start].endswith("ing") and APART.match(tokens.classes, last + 1) is not None


def _is_quoted(classes: str, start: int, i: int) -> bool:
    """Whether a quotation is open that a sentence begins before a token: “We do not extradite people,” Ana Ruiz said."""
    return classes.rfind("“", start, i) > classes.rfind("”", start, i)


def _is_several(word: str) -> bool:
    return word.endswith("s")
