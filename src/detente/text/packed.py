"""Vectors of whole numbers, each packed into one integer, so that one addition adds all of their numbers.

Also known as SIMD within a register (Fisher and Dietz 1998), here in integers of any length. A number may be negative;
its amount and that of every sum stay below 2**31.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from struct import Struct

BITS = 32


def pack(numbers: Iterable[tuple[int, int]]) -> int:
    """Pack a vector, given as places and the numbers there; elsewhere it has noughts.

    >>> numbers_of(pack([(0, 5), (2, -7)]) + 10 * pack([(2, 1), (3, -1)]), 4)
    (5, 0, 3, -10)
    """
    return sum(number << BITS * place for place, number in numbers)


def numbers_of(packed: int, size: int) -> tuple[int, ...]:
    """Return the first numbers of a packed vector, of which the rest are noughts."""
    signs, layout = _layout(size)
    # A number plus its highest bit is not negative, so that none borrows from the next.
    return layout.unpack(((packed + signs) ^ signs).to_bytes(layout.size, "little"))


@lru_cache
def _layout(size: int) -> tuple[int, Struct]:
    """The highest bit of each of so many numbers, and how their bytes stand."""
    return sum(1 << BITS * place + BITS - 1 for place in range(size)), Struct(f"<{size}i")
