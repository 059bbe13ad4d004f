"""Words by which a telling of a meeting says what was agreed, what was not, and what was not talked about."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from .load import DATA, DataError, load_tsv

AGREEMENT, NONE_AGREED, NOT_RAISED, DENIED, MONTH, LITTLE, REPORT, TALK, OURS, BYSTANDER, PRONOUN, FRONTED, PLAIN = KINDS = (
    "agreement", "none-agreed", "not-raised", "denied", "month", "little", "report", "talk", "ours", "bystander", "pronoun", "fronted", "plain",
)  # fmt: skip
TELLING = (AGREEMENT, NONE_AGREED, NOT_RAISED, DENIED, TALK)


@cache
def load_accounts(language: str) -> dict[str, re.Pattern[str]]:
    """Return a pattern a kind, over folded text in small letters.

    >>> bool(load_accounts("en")["none-agreed"].search("no agreement was reached on the bridge"))
    True
    """
    file = DATA / "languages" / language / "accounts.tsv"
    found: dict[str, list[str]] = defaultdict(list)
    for row in load_tsv(file, ("kind", "pattern", "example")):
        if row["kind"] not in KINDS:
            raise DataError(f"{file}: there is no kind {row['kind']!r}; known: {', '.join(KINDS)}")
        found[row["kind"]].append(f"(?:{row['pattern']})")
    return {kind: re.compile("|".join(found[kind]) or "(?!)") for kind in KINDS}
