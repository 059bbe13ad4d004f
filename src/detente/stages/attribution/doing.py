"""What the words around its name say that an outlet does: it carries a report, is cited, was told, or just reports.

In Chinese what an outlet does stands behind its name, and whom it cites behind a preposition.
"""

from __future__ import annotations

from detente.text.carriers import carries

from .case import Attribution
from .outlets import does, is_medium, places

CARRIES, CITED, TOLD, PLAIN = "carries", "cited", "told", "plain"
LONGEST_CLAUSE = 16  # tokens in which it ends
NEAR = 4  # tokens behind 的 in which stands what an outlet made
REACH = 6  # tokens before an outlet in which stands what it does
STOPS = frozenset(",.;:\n\r")
BEHIND = frozenset("Dmaeu”》v")  # what may stand between an outlet and what it does
AIRED = frozenset("Dmeuv\u300bh")  # what stands between an outlet and its programme
AT = "\u5728"
COMBINING = "\u7efc\u5408"
FROM = frozenset(("\u4ece", "from", "\u043e\u0442"))


def by_words_behind(first: int, last: int, begin: int, case: Attribution) -> str | None:
    """对《消息报》表示; 接受CNN专访; 转载路透社电文; 联合新闻网转载了全文."""
    tokens = case.parse.tokens
    before = first - 1
    while before > begin and (tokens.classes[before] in "SM《“eu" or is_medium(before, case)):
        before -= 1
    word, behind = tokens.words[before] if before >= begin else "", tokens.words[behind_name(last, case)]
    if word == AT and _is_aired(last, case):
        return TOLD
    if word in FROM and behind in case.words("learning"):
        return CITED
    if word == COMBINING and tokens.classes[before - 1 : before] not in ("O", "\u300b", "h"):
        return None
    if word in case.words("telling_outlet"):
        return TOLD
    if word in case.words("according") and "O" in case.parse.tokens.classes[_clause_start(before, case) : before]:
        return CITED  # 《商报》据路透社的消息报道
    if word in case.words("sourcing") or word in case.words("carrying"):
        return CITED
    if behind in case.words("carrying") or _only_carries(first, case):
        return CARRIES
    return PLAIN if _says_by_item(last, case) else None


def _only_carries(first: int, case: Attribution) -> bool:
    """Whether the outlet's clause only tells that it passed on what was said, and ends its sentence or stands before another such."""
    tokens, start = case.parse.tokens, _clause_start(first, case)
    if "O" in tokens.classes[start:first]:
        return False
    stop = next((i for i in range(first, min(first + LONGEST_CLAUSE, len(tokens.words))) if tokens.classes[i] in STOPS), len(tokens.words))
    ends = stop == len(tokens.words) or tokens.classes[stop] != ","
    return ends and carries(tokens.words, tokens.classes, start, stop, case.language.lexicon.words)


def _clause_start(first: int, case: Attribution) -> int:
    least = max(first - LONGEST_CLAUSE, 0)
    return max(least, *[case.parse.tokens.classes.rfind(stop, least, first) + 1 for stop in STOPS])


def _is_aired(last: int, case: Attribution) -> bool:
    """在CNN节目中, 在以色列第12频道7日晚播出的节目里."""
    tokens = case.parse.tokens
    within = range(last, min(last + REACH, len(tokens.words)))
    ends = tuple(case.words("words_of"))
    return next((tokens.words[i].endswith(ends) for i in within if tokens.classes[i] not in AIRED or tokens.words[i].endswith(ends)), False)


def _says_by_item(last: int, case: Attribution) -> bool:
    """法新社从基加利发出的报道说."""
    tokens = case.parse.tokens
    of = tokens.classes.find("u", last, last + REACH)
    at = next((i for i in range(of + 1, min(of + NEAR, len(tokens.words) - 1)) if tokens.words[i] in case.words("outlet_item")), 0) if of > 0 else 0
    return at > 0 and tokens.classes[at + 1] == "c" and STOPS.isdisjoint(tokens.classes[last:at]) and "c" not in tokens.classes[last:at]


def joined(last: int, case: Attribution) -> int:
    """Behind the outlet that a conjunction joins to one: 《每日镜报》与《岛报》."""
    if case.language.joint or case.parse.tokens.classes[last : last + 1] != "w":
        return last
    beside = places(last + 1, min(last + REACH, len(case.parse.tokens.classes)), case)
    return beside[0][1] if beside and beside[0][0] == last + 1 else last


def behind_name(last: int, case: Attribution) -> int:
    """Return the token behind the name of an outlet that tells what it does."""
    tokens = case.parse.tokens
    at = last
    while at + 1 < len(tokens.classes) and (tokens.classes[at] in BEHIND or _is_part(at, case)) and not _acts(at, case):
        at += 1
    return min(at, len(tokens.classes) - 1)


def _is_part(i: int, case: Attribution) -> bool:
    """Whether a word is of what an outlet has: 晚间新闻."""
    tokens = case.parse.tokens
    if case.language.joint or tokens.classes[i] not in "nhi":
        return False
    return tokens.words[i].endswith((*case.words("outlet_part"), *case.words("asker")))


def _acts(i: int, case: Attribution) -> bool:
    word = case.parse.tokens.words[i]
    return does(i, case) or word in case.words("publishing") or word in case.words("learning")
