"""Names of several words that end as those of outlets do: Army Radio, the Tonga Herald."""

from __future__ import annotations

from itertools import compress, count

from .case import Attribution

TITLED = frozenset("kKSMYGxTOhIP")  # classes of words of mastheads


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


def masthead_stop(i: int, last: int, case: Attribution) -> int:
    """Return where a name of several words ends that ends as those of outlets do, 0 where none begins: Army Radio, the Tonga Herald."""
    if not _is_titled(i, case) or _is_titled(i - 1, case):
        return 0
    words, stop = case.parse.tokens.words, i + 1
    while stop < last and _is_titled(stop, case):
        stop += 1
    return stop if stop > i + 1 and words[stop - 1].lower() in case.words("masthead_only") else 0


def _is_titled(i: int, case: Attribution) -> bool:
    tokens = case.parse.tokens
    if not 0 <= i < len(tokens.words) or tokens.classes[i] not in TITLED:
        return False
    return tokens.words[i][0].isupper() and tokens.words[i] not in case.words("before_masthead")
