"""Where in a text the name of an outlet may begin."""

from __future__ import annotations

import re
from functools import cache
from itertools import compress, count

from detente.text.outlets import is_latin

from .case import Attribution
from .mastheads import before_mastheads
from .media import DATIVE, does, is_english, is_medium, is_taken_over, name_stop, reports_last

LONGEST_TITLE = 5
MARKED, LATIN = re.compile("[O“《‘]"), re.compile("E")
NAMES, KIND = re.compile("[kKE]"), re.compile(r"j(?!\Z)")
PARTS = frozenset("SMnkxj")  # of what the name of an outlet before its noun is made
KINDS = PARTS | {"Y"}  # 陆军电台
LIKE_WORDS, BEHIND_MEDIUM = frozenset("px"), re.compile("[hn][px]")


def candidates(case: Attribution) -> set[int]:
    """Return the tokens at which the name of an outlet may begin."""
    marked = {match.start() for match in MARKED.finditer(case.parse.tokens.classes)}
    if not case.language.is_spaced:
        return marked | _behind_doing(case) | _in_latin(case)
    found = marked | _named(case)
    if is_english(case):
        return found | _before_nouns(case) | before_mastheads(case) | _behind_relatives(case)
    return found | _before_media(case) | _in_capitals(case)


def _behind_doing(case: Attribution) -> set[int]:
    """What stands in Chinese behind what outlets do: 据陆军电台报道."""
    tokens = case.parse.tokens
    doing = case.words(("carrying", "sourcing", "telling_outlet"))
    return {i for i in compress(count(1), map(doing.__contains__, tokens.words)) if tokens.classes[i : i + 1] in KINDS}


def _in_latin(case: Attribution) -> set[int]:
    """Names in Latin letters beside the noun of an outlet in Chinese."""
    found = (match.start() for match in LATIN.finditer(case.parse.tokens.classes))
    return {i for i in found if is_medium(i - 1, case) or is_medium(i + 1, case)}


def _named(case: Attribution) -> set[int]:
    """Names that no list knows, where outlets stand."""
    classes = case.parse.tokens.classes
    found = (match.start() for match in NAMES.finditer(classes))
    return {i for i in found if is_medium(i - 1, case) or is_in_frame(i, case) or reports_last(i, name_stop(i, len(classes), case), case)}


def _in_capitals(case: Attribution) -> set[int]:
    """Short names in capitals behind the noun of an outlet in Russian: телеканал ОНТ."""
    found = (match for match in BEHIND_MEDIUM.finditer(case.parse.tokens.classes) if is_medium(match.start(), case))
    return {match.end() - 1 for match in found if is_in_capitals(match.end() - 1, case)}


def is_in_capitals(i: int, case: Attribution) -> bool:
    """Return whether a word of Russian is written in capitals, as short names of channels are that look like other words: телеканал ОНТ."""
    tokens = case.parse.tokens
    written = case.parse.folded[tokens.starts[i] : tokens.stops[i]]
    return bool(tokens.cases) and tokens.classes[i] in LIKE_WORDS and len(written) > 1 and written.isupper()


def _before_nouns(case: Attribution) -> set[int]:
    """The states behind which the noun of an outlet may stand: Syrian state television."""
    tokens, opening = case.parse.tokens, _first_words(case.words("outlet_noun"))
    nouns = list(compress(count(), map(opening.__contains__, tokens.words)))
    states = {i for at in nouns for i in range(max(at - LONGEST_TITLE + 1, 0), at + 1) if tokens.classes[i] == "S"}
    return states | {at - 1 for at in nouns if at and tokens.words[at - 1] in case.words("of_any_state")}


def _behind_relatives(case: Attribution) -> set[int]:
    """The names behind that and which, of outlets that took over what stands before: an interview that Algeria's TSA took up."""
    tokens, found = case.parse.tokens, set()
    for at in compress(count(1), map(case.words("summing_relative").__contains__, tokens.words)):
        first = at
        while tokens.classes[first : first + 1] in ("e", "S", "M", "d"):
            first += 1
        found |= {first} if tokens.classes[first : first + 1] in ("k", "K") and is_taken_over(first, first + 1, case) else set()
    return found


def _before_media(case: Attribution) -> set[int]:
    """The adjectives behind which an outlet by its kind may stand: национальному телевидению."""
    tokens = case.parse.tokens
    kinds = (match.start() for match in KIND.finditer(tokens.classes))
    return {i for i in kinds if tokens.cases[i + 1] in DATIVE and is_medium(i + 1, case)}


@cache
def _first_words(terms: frozenset[str]) -> frozenset[str]:
    return frozenset(term.partition(" ")[0] for term in terms)


def is_in_frame(i: int, case: Attribution) -> bool:
    """Return whether a name stands where outlets do: told Digi24, in an interview with Postimees, пишет The EastAfrican."""
    tokens = case.parse.tokens
    if tokens.cases and not is_latin(tokens.words[i]):
        return False
    at = i - 1 - (tokens.classes[i - 1] == "d")
    if tokens.classes[at] == "w" and tokens.classes[at - 1] == "O":
        return True
    word, before = tokens.words[at].lower(), tokens.words[at - 1].lower()
    if tokens.cases and tokens.classes[at] == "c" and tokens.classes.startswith(",l", i + 1):
        return True
    if tokens.cases:
        return does(at, case) or word in case.words("telling_outlet") or word in case.words("passing_on")
    if tokens.classes[i] == "K" and tokens.classes[i - 1] != "d":
        return word in case.words("carried_by") and before in case.words("carrying")
    if word in case.words("spoken_with"):
        return (
            before in case.words("telling_outlet")
            or before in case.words("sourcing")
            or (before in case.words("words_of") and word == "to")
        )
    return (
        word in case.words("telling_outlet")
        or word in case.words("sourcing")
        or (word in case.words("carried_by") and before in case.words("carrying"))
    )
