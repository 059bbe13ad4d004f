"""Chinese offices that a text leaves without a state though they are not of those at home."""

from __future__ import annotations

from detente.languages import Language
from detente.records import Tokens

LONGEST = 6  # tokens behind an office in which the first part of a name ends
DOT = "\xb7"
WRITING = frozenset("xknjvmSaw-")


def has_foreign_name(tokens: Tokens, last: int) -> bool:
    """Whether a name with dots stands behind the office at token `last`: 首席部长约瑟夫·卡马乌."""
    for i in range(last + 1, min(last + LONGEST, len(tokens.words))):
        if tokens.words[i] == DOT:
            return i > last + 1
        if tokens.classes[i] not in WRITING:
            return False
    return False


def undotted(language: Language) -> frozenset[str]:
    """The states at home in Chinese, whose people have names without dots.

    >>> from detente.languages import load_language
    >>> sorted(undotted(load_language("zh")))
    ['CN', 'TW']
    """
    return frozenset(home for homes in language.lexicon.homes.values() for home in homes)
