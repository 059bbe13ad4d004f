"""The office beside a name, in a language that writes names with capitals: before it, or behind it and a comma."""

from __future__ import annotations

import re

from detente.languages import Language, state_of_place
from detente.records import Tokens

from .fields import Fields
from .names import chain_party

FIELD = re.compile("T[Po]d?[kxYwO]{1,4}$")  # minister of state for health
CHAIN = frozenset("SMGYTtIhxkeowV")
OFFICES = frozenset("Tth")
OF_STATE = re.compile("Tod?[SM]$")  # President of Malawi Chisomo Banda
APPOSED = frozenset("dSMTY")
DESCRIBED = re.compile("(?:^|[.\\n,])d?a?([SMx]?T[Po]d?[SMGYkxe]{1,7}|[SM]e?[xkYI]{0,3}eT),$")  # a spokeswoman for the navy, Captain
APPOSITION_ENDS = frozenset(",.;:()\n“”ivc-")
NEXT = re.compile(",j*[kK]+,")
PLACING, OTHERS = ("P", "b", "o"), re.compile("Tj*[kK]+[cv]")
LETTERS = re.compile("\\([kY]\\)")  # the Mainland Affairs Council (MAC) deputy head
LONGEST_CHAIN, LONGEST_LETTERS = 12, 3

Office = tuple[int, int]


def beside(tokens: Tokens, run: tuple[int, int], fields: Fields, language: Language) -> Office | None:
    """The office before a name, or the one behind it; that behind it where only it tells the state."""
    before, behind = _before(tokens, *run, fields, language), _behind(tokens, *run, fields)
    if before and (apposed := DESCRIBED.search(tokens.classes, max(0, before[0] - LONGEST_CHAIN), before[0])):
        described = (apposed.start(1), before[0] - 2)
        return described if chain_party(tokens, *described, language, None)[0] else before
    if before and behind and tokens.classes[behind[0]] in APPOSED:
        told = chain_party(tokens, *before, language, None)[0]
        return before if told or not chain_party(tokens, *behind, language, None)[0] else behind
    return before or behind


def _before(tokens: Tokens, first: int, last: int, fields: Fields, language: Language) -> Office | None:
    """The tokens of an office before a name: its first and its last."""
    classes = tokens.classes
    if far := fields.before.get(first):
        return title_start(tokens, far[0], language), far[1]
    at = first - 1
    while at > 0 and classes[at] == "j":
        at -= 1
    if at > 1 and classes[at] == "," and classes[last : last + 1] in (",", ".", ")", "\n", "w"):
        at -= 2 if tokens.words[at - 1] in language.lexicon.words["on_the_spot"] else 1
    end = at
    if at >= 0 and classes[at] in "kxYO" and (field := FIELD.search(classes, max(0, at - 7), at + 1)):
        at = field.start()
        end = end if state_of_place(tokens.words[at : end + 1], classes[at : end + 1], language) else at
    if of := OF_STATE.search(classes, max(0, at - 3), at + 1):
        return of.start(), at
    if at < 0 or classes[at] not in OFFICES:
        return None
    return title_start(tokens, at, language), end


def title_start(tokens: Tokens, at: int, language: Language) -> int:
    """Return where the title begins that ends in the office at a token."""
    start = at
    while start > 0 and at - start < LONGEST_CHAIN:
        if LETTERS.fullmatch(tokens.classes, max(0, start - LONGEST_LETTERS), start):
            start -= LONGEST_LETTERS
        elif _belongs(tokens, start, language):
            start -= 1
        else:
            break
    return start


def _belongs(tokens: Tokens, start: int, language: Language) -> bool:
    """Whether the token before one belongs to its title: no name that is joined to it, no deed done to its state or its holder."""
    classes = tokens.classes
    if classes[start - 1] == ",":
        return start > 1 and tokens.words[start - 2] in language.lexicon.words["counterpart"]
    if classes[start - 1] in "wV" and classes[start] in "SMG":
        return False
    if classes[max(0, start - 2) : start] in ("kw", "Kw"):
        return False
    return classes[start - 1] in CHAIN and tokens.words[start - 1] not in language.lexicon.words["facing"]


def _behind(tokens: Tokens, first: int, last: int, fields: Fields) -> Office | None:
    """The tokens of an office behind a name and a comma, with whose it is."""
    classes = tokens.classes
    if classes[last : last + 1] != "," or classes[last + 1 : last + 2] in ("", "w"):
        return None
    stop = last + 1
    while stop < len(classes) and stop - last <= LONGEST_CHAIN and classes[stop] not in APPOSITION_ENDS:
        stop += 1
    if (head := classes.find("T", last + 1, stop)) >= 0:
        stop = max(stop, fields.stop(head))
    if classes[stop : stop + 1] == "c" and classes[first - 1 : first] in ("d", "P", "o"):
        return None  # of the Strait, the country's minister said
    if classes[first - 1 : first] in PLACING and OTHERS.search(classes, last + 1, stop + 1):
        return None  # a boat was sent to Daru, Defence Minister Ana Ruiz said
    if classes[first - 1 : first] == "P" and NEXT.match(classes, stop):
        return None  # after talks with Luis Arce, the Greek foreign minister, Ana Vouli, said
    return (last + 1, stop - 1) if OFFICES & set(classes[last + 1 : min(stop, last + 8)]) else None
