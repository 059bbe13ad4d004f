"""Whether tellings of two accounts contradict each other: agreed and denied, talked about and not, differing numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from detente.records import Record
from detente.resources.accounts import AGREEMENT, DENIED, MONTH, NONE_AGREED, NOT_RAISED, REPORT, TALK, load_accounts
from detente.text.rules import decide

from .tellings import Telling

NUMBER = re.compile(r"(?:(?P<before>[^\W\d_]+)\s)?(?<![\w.,])(?P<number>\d+(?:[.,]\d+)*)\s*(?P<first>[^\W\d_]?)(?P<more>[^\W\d_]*)")
SAME_THING = 0.5  # how alike tellings are whose numbers are compared
CHINESE = "zh"
SHORTEST_UNIT, STEM = 3, 5
CLOSE = 0.4  # of what is granted by one and refused by the other
AGREE, REJECT = "AGREE", "REJECT"
GRANTING = frozenset({AGREE, "CONCEDE"})
PROMISES = frozenset({"COOPERATE", "CONCEDE"})


class Pair(Record, frozen=True):
    """A telling of one account beside one of the other on the same topic.

    `share` is how alike they are, nought where they are not; `is_confirmed` whether the account of `one` also tells what
    `other` does, `is_granted` whether it tells anything on the topic as agreed or planned.
    """

    one: Telling
    other: Telling
    share: float
    is_confirmed: bool
    is_granted: bool = False


def agreed_and_denied(pair: Pair) -> bool | None:
    """One denies what the other tells as agreed."""
    is_of_it = pair.share > 0 or not (pair.is_granted or pair.is_confirmed)
    return True if is_of_it and _denies(pair) and affirms(pair.other) else None


def _denies(pair: Pair) -> bool:
    """Whether the first tells that nothing was agreed, or calls untrue the same, an agreement or a report."""
    is_of_it = pair.share > 0 or _says(pair.one, AGREEMENT) or _says(pair.one, REPORT)
    return _says(pair.one, NONE_AGREED) or (_says(pair.one, DENIED) and is_of_it)


def raised_and_not(pair: Pair) -> bool | None:
    """One says that it was not talked about; the other tells what was said of it."""
    other = pair.other
    return True if _says(pair.one, NOT_RAISED) and not _says(other, NOT_RAISED) and other.statement_id else None


def differing_numbers(pair: Pair) -> bool | None:
    """Both tell the same with other numbers of the same."""
    if pair.share < SAME_THING or pair.one.language != pair.other.language:
        return None
    ours, theirs = _numbers(pair.one.text, pair.one.language), _numbers(pair.other.text, pair.other.language)
    return True if any(len(ours[unit]) == len(theirs[unit]) == 1 and ours[unit] != theirs[unit] for unit in ours.keys() & theirs.keys()) else None


def granted_and_refused(pair: Pair) -> bool | None:
    """One refuses what the other tells as granted."""
    refuses = pair.one.act == REJECT and pair.other.act in PROMISES | {AGREE}
    return True if refuses and pair.share >= CLOSE and not pair.is_confirmed else None


RULES = (agreed_and_denied, raised_and_not, granted_and_refused, differing_numbers)


def contradicts(pair: Pair) -> str:
    """Return the name of the rule by which the first contradicts the second; nothing where it does not."""
    answer, rule = decide(RULES, pair)
    return rule if answer else ""


def _says(telling: Telling, kind: str) -> bool:
    return kind in _kinds(telling.text, telling.language)


def denies(telling: Telling) -> bool:
    """Whether a telling says that something was not agreed, not talked about or is untrue."""
    return any(_says(telling, kind) for kind in (NONE_AGREED, NOT_RAISED, DENIED))


def affirms(telling: Telling) -> bool:
    """Whether something is told as agreed, promised or planned."""
    if _says(telling, NONE_AGREED) or _says(telling, DENIED):
        return False
    return telling.act in PROMISES | {AGREE} or _says(telling, AGREEMENT) or _says(telling, TALK)


def grants(telling: Telling) -> bool:
    """Whether something is told as agreed, conceded or planned: what one only welcomes or praises is not."""
    return affirms(telling) and (telling.act in GRANTING or _says(telling, AGREEMENT) or _says(telling, TALK))


@lru_cache(maxsize=4096)
def _kinds(text: str, language: str) -> frozenset[str]:
    plain = text.casefold()
    return frozenset(kind for kind, pattern in load_accounts(language).items() if pattern.search(plain))


def _numbers(text: str, language: str) -> dict[str, set[str]]:
    """The numbers of a text by what they count: the word behind them, in Chinese the character, or the month before them.

    Months that are named are numbers too.
    """
    found: dict[str, set[str]] = defaultdict(set)
    plain, months = text.casefold(), load_accounts(language)[MONTH]
    found[MONTH].update(match.group() for match in months.finditer(plain))
    for match in NUMBER.finditer(plain):
        unit = match["first"] if language == CHINESE else match["first"] + match["more"]
        if match["before"] and months.match(match["before"]):
            found[match["before"][:STEM]].add(match["number"])
        elif unit and (language == CHINESE or len(unit) >= SHORTEST_UNIT):
            found[unit[:STEM]].add(match["number"])
    return found
