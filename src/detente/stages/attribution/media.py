"""Which words are of outlets, and what outlets do."""

from __future__ import annotations

import re

from detente.text.classes import edges

from .case import Attribution

LAST = re.compile(r"(?:P?D+m?)?(?:[.\n\r]|\Z)")
OTHERS_OF = frozenset("xNhYITte")  # what makes nouns those of another behind them: a news item, the paper's editor
OPEN, CLOSE = frozenset("“《‘"), {"“": "”", "《": "》", "‘": "’"}
DATIVE = frozenset("dD")


def is_medium(i: int, case: Attribution) -> bool:
    """Whether a word is the noun of an outlet."""
    word = case.parse.tokens.words[i].lower() if 0 <= i < len(case.parse.tokens.words) else ""
    if not case.language.is_spaced:
        return word.endswith(edges(case.words("press_ending"))) and word[-2:] not in case.words("no_press")
    return word in case.words("medium") or word in case.words("outlet_noun") or word in case.words("outlet_noun_named")


def is_english(case: Attribution) -> bool:
    """Whether words are written apart and have no cases."""
    return case.language.is_spaced and not case.parse.tokens.cases


def is_source(i: int, case: Attribution) -> bool:
    """Whether a word is of a source: Источник «Коммерсанта»."""
    return bool(case.parse.tokens.cases) and case.parse.tokens.words[i] in case.words("source")


def does(i: int, case: Attribution) -> bool:
    """Whether a word is what outlets do that carry or cite."""
    word = case.parse.tokens.words[i]
    return word in case.words("carrying") or word in case.words("sourcing")


def behind_nouns(stop: int, last: int, case: Attribution) -> int:
    """Return where the nouns end of an outlet that stand behind its name, unless they are of something else: not a Reuters news item."""
    tokens, at = case.parse.tokens, stop
    while at < last and tokens.words[at].islower():
        described = tokens.words[at] in case.words("of_any_state") or " ".join(tokens.words[at : at + 2]) in case.words("outlet_noun")
        if not is_medium(at, case) and not (described and is_medium(at + 1, case)):
            break
        at += 1
    return stop if tokens.classes[at : at + 1] in (*OTHERS_OF,) else at


def name_stop(i: int, last: int, case: Attribution) -> int:
    """Return where a name that no list knows ends."""
    stop = i + 1
    while stop < last and case.parse.tokens.classes[stop] in "km":
        stop += 1
    return stop


def reports_last(first: int, last: int, case: Attribution) -> bool:
    """Whether a name that no list knows ends its sentence with its report: …, Egypt's Ahram Online reported on Monday."""
    classes, at = case.parse.tokens.classes, first - 1
    if not is_english(case) or "O" in classes[first:last] or last >= len(classes) or case.parse.tokens.words[last] not in case.words("reported_last"):
        return False
    at -= classes[at - 1 : at + 1] == "Se"
    at -= 1 if classes[at] in "eS" else 0
    at -= classes[at] == "d"
    return classes[at] == "," and LAST.match(classes, last + 1) is not None


def is_taken_over(first: int, last: int, case: Attribution) -> bool:
    """Whether an outlet took over what stands before it: a line that Colombia's El Tiempo ran, a talk which TSA took up."""
    if not is_english(case):
        return False
    tokens, at = case.parse.tokens, first - 1
    while at > 0 and tokens.classes[at] in "eSMd":
        at -= 1
    verb = last
    while verb < len(tokens.words) and tokens.classes[verb] in "vak":
        verb += 1
    return tokens.words[at] in case.words("summing_relative") and tokens.words[verb : verb + 1] != () and tokens.words[verb] in case.words("taking_over")
