"""Rules: named functions in an ordered list; the first answer wins and its name is the reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

Case = TypeVar("Case")
Value = TypeVar("Value")
MOST = 4096  # kinds of phrases whose rules are kept


def decide(rules: Sequence[Callable[[Case], Value | None]], case: Case) -> tuple[Value | None, str]:
    """Return the first answer that is not None with the name of its rule as records carry it, or `(None, "")`.

    >>> def divisible_by_two(n): return n // 2 if n % 2 == 0 else None
    >>> def any_number(n): return n
    >>> decide((divisible_by_two, any_number), 6), decide((divisible_by_two, any_number), 3)
    ((3, 'divisible-by-two'), (3, 'any-number'))
    """
    for rule in rules:
        if (value := rule(case)) is not None:
            return value, rule.__name__.replace("_", "-")
    return None, ""


class ByClasses(Generic[Case, Value]):
    """Rules in an ordered list, each with a pattern of the classes of words that a phrase must have for it to answer.

    >>> def plural(words): return words[0] if words[0].endswith("s") else None
    >>> def anything(words): return words[-1]
    >>> rules = ByClasses([(r"^N\\Z", plural), ("", anything)])
    >>> [rules.first("N", ["talks"]), rules.first("NV", ["talks", "ended"]), rules.first("N", ["accord"])]
    ['talks', 'ended', 'accord']
    """

    def __init__(self, rows: Iterable[tuple[str, Callable[[Case], Value | None]]]) -> None:
        self._rows = tuple((re.compile(pattern, re.DOTALL), rule) for pattern, rule in rows)
        self._rules_for = lru_cache(MOST)(self._with_classes)

    def _with_classes(self, letters: str) -> tuple[Callable[[Case], Value | None], ...]:
        return tuple(rule for pattern, rule in self._rows if pattern.search(letters))

    def first(self, letters: str, case: Case) -> Value | None:
        """Return the first answer that is not None of the rules for a phrase of these classes."""
        for rule in self._rules_for(letters):
            if (value := rule(case)) is not None:
                return value
        return None
