"""Where sentences end outside quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .items import Items

ASKED = re.compile("[kKSMTtGYOhdxeR]{1,7}c|c[kKSMTtGYOhdxe]")
REPLY = re.compile("-a{0,2}c")  # — Примет ли Анкара план? — спросил корреспондент
ENDS = re.compile("[.Q]")
LONGEST = 400  # items of one sentence; no sentence of an article comes near it, and it keeps the rules' time linear


def sentences(items: Items) -> Iterator[tuple[int, int]]:
    """Yield the ranges of items that are sentences, without the mark that ends them."""
    first = 0
    letters = items.letters
    for i in [match.start() for match in ENDS.finditer(letters)]:
        while i - first > LONGEST:
            yield first, first + LONGEST
            first += LONGEST + 1
        if (letters[i] == "." and not _goes_on(items, i)) or i - first == LONGEST:
            if first < i:
                yield first, i
            first = i + 1
        elif letters[i] == "Q" and i in items.ended and _ends(items, i):
            yield first, i + 1
            first = i + 1
    while len(letters) - first > LONGEST:
        yield first, first + LONGEST
        first += LONGEST + 1
    if first < len(letters):
        yield first, len(letters)


def _goes_on(items: Items, i: int) -> bool:
    """Whether a full stop only shortens a word: a small letter follows; or a question goes on with who asks it."""
    after = i + 1
    if items.cased:
        return items.words[i] in "?!" and REPLY.match(items.letters, after) is not None
    return after < len(items.words) and items.words[after][:1].isalpha() and not items.capital[after]


def _ends(items: Items, i: int) -> bool:
    """Whether a quotation that ends a sentence inside ends the one around it: “…!” he said does not."""
    after = i + 1
    if after >= len(items.letters) or items.letters[after] == "Q":
        return True
    if items.cased:
        return items.letters[after] not in ",-;:)c"
    if not items.capital[after]:
        return items.letters[after] not in "," + "abcdefghijklmnopqrstuvwxyzRTPBVwYN"
    return items.ended[i] == "." or ASKED.match(items.letters, after) is None
