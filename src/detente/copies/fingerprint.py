"""What is kept of a document to find its copies, and whether two documents are copies of one report.

Shingles are every four characters of Chinese and every three words of other languages. Documents that may be copies share
bands of MinHash signatures: one of the whole body, one of its opening, which a shortened copy keeps. They are copies where
enough of the smaller one's shingles are in the larger one, for a shortened copy is like the longer one only in part. All
this follows from the two documents alone, the same on every machine.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from hashlib import blake2b
from struct import pack
from typing import NamedTuple
from zlib import crc32

from rensa import RMinHash

from detente.records import Document

from .body import folded_body

TOKEN = re.compile("[\u3400-\u9fff]|[^\\W_\u3400-\u9fff]+")
CHARACTERS, WORDS = 4, 3  # of a shingle
OPENING = 150  # shingles
BANDS, ROWS = 32, 2  # of each of the two signatures
SHARED_BANDS = 2  # by which documents are found that may be copies
SEED = 42
KEPT = 512  # hashes of shingles by which documents are compared
# Gold articles share at most 5 % of the smaller one's shingles, also those on one topic; a copy with every fifth word
# changed keeps about half, and of two articles that quote one long paragraph of a third the smaller shares about a third.
SHARED = 0.38
# A digest of several short reports makes no copies of them all.
LEAST_SHARE = 0.25
# Fewer shingles in common prove little: the same sentence is said again on another day.
LEAST_SHINGLES = 30
METHOD = (
    f"rensa R-MinHash {RMinHash.ALGORITHM_VERSION}, seed {SEED}, 2 x {BANDS} bands of {ROWS}, opening {OPENING}; "
    f"shingles of {CHARACTERS} characters or {WORDS} words, crc32, least {KEPT}; copies share {SHARED_BANDS} bands and {SHARED:.0%} "
    f"of the smaller one, at least {LEAST_SHINGLES} shingles, the smaller one {LEAST_SHARE:.0%} of the larger; the first one by day, time, credit, id"
)


class Fingerprint(NamedTuple):
    """How many different shingles a document has, the least of their hashes in order, and its bands."""

    size: int
    least: array[int]
    bands: tuple[int, ...]


def fingerprint_of(document: Document) -> Fingerprint:
    """Return the fingerprint of a document."""
    shingles = tuple(_shingles(folded_body(document), document.language))
    hashes = sorted({crc32(shingle.encode()) for shingle in shingles})
    bands = {*_bands(document.language, "body", shingles), *_bands(document.language, "opening", shingles[:OPENING])}
    return Fingerprint(len(hashes), array("I", hashes[:KEPT]), tuple(sorted(bands)))


def _shingles(body: str, language: str) -> Iterator[str]:
    tokens = TOKEN.findall(body)
    width = CHARACTERS if language == "zh" else WORDS
    return (" ".join(tokens[i : i + width]) for i in range(len(tokens) - width + 1))


def _bands(language: str, part: str, shingles: tuple[str, ...]) -> Iterator[int]:
    """The bands of a signature: numbers of 48 bits that two documents of one language share where all their rows agree."""
    if not shingles:
        return
    minhash = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    minhash.update(shingles)
    values = minhash.digest()
    for i in range(BANDS):
        rows = pack(f"<{ROWS}I", *values[i * ROWS : (i + 1) * ROWS])
        key = f"{language} {part} {i} ".encode() + rows
        yield int.from_bytes(blake2b(key, digest_size=6).digest())


def are_copies(one: Fingerprint, other: Fingerprint) -> bool:
    """Return whether two documents that share bands are copies of one report.

    >>> one, *others = (Fingerprint(100, array("I", range(i, i + 100)), ()) for i in (0, 60, 80))
    >>> [are_copies(one, other) for other in others]
    [True, False]
    """
    smaller, larger = sorted((one.size, other.size))
    if smaller < LEAST_SHARE * larger:
        return False
    last = min(_last(one), _last(other))
    hashes = [set(each.least[: bisect_right(each.least, last)]) for each in (one, other)]
    shared = len(hashes[0] & hashes[1])
    return shared >= max(LEAST_SHINGLES, SHARED * min(map(len, hashes)))


def _last(one: Fingerprint) -> int:
    """The largest hash up to which all of a document's are kept."""
    return one.least[-1] if one.size > KEPT else sys.maxsize
