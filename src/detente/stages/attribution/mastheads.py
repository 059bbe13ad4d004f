"""English names that no list knows, by how they end or by what is told of them: the Tonga Herald, a line that El Tiempo ran."""

from __future__ import annotations

from itertools import compress, count

from .case import Attribution
from .media import is_english, is_medium

TITLED, UPON = frozenset("kKSMYGxTOhIP"), frozenset(("The", "In", "On", "At", "By", "To", "From"))  # words of mastheads


def before_mastheads(case: Attribution) -> set[int]:
    """Return where names begin that end as those of outlets do."""
    tokens, found = case.parse.tokens, set()
    heads = {word.title() for word in case.words("masthead_only")} | {"TV"}
    for at in compress(count(), map(heads.__contains__, tokens.words)):
        first = at
        while _is_titled(first - 1, case):
            first -= 1
        found |= {first} if first < at else set()
    return found


def by_masthead(i: int, last: int, case: Attribution) -> int:
    """Return behind which token a name of several words ends as those of outlets do, 0 where none does: Army Radio, the Tonga Herald."""
    if not is_english(case) or not _is_titled(i, case) or _is_titled(i - 1, case):
        return 0
    words, stop = case.parse.tokens.words, i + 1
    while stop < last and _is_titled(stop, case):
        stop += 1
    ends = stop > i + 1 and words[stop - 1].lower() in case.words("masthead_only") and not is_medium(stop, case)
    return stop if ends else 0


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
    return tokens.words[at] in ("that", "which") and tokens.words[verb : verb + 1] != () and tokens.words[verb] in case.words("taking_over")


def _is_titled(i: int, case: Attribution) -> bool:
    tokens = case.parse.tokens
    return 0 <= i < len(tokens.words) and tokens.classes[i] in TITLED and tokens.words[i][0].isupper() and tokens.words[i] not in UPON
