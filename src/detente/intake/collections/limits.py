"""How much is taken from a collection, so that no file, however made, fills memory or takes for ever."""

from __future__ import annotations

from typing import Protocol

from ..failure import IntakeError

LARGEST = 32 << 20  # bytes of an article as it is unpacked; the longest pages of news are a tenth of it


class Readable(Protocol):
    """What bytes are read from."""

    def read(self, size: int, /) -> bytes: ...


def read_within(stream: Readable, where: str, largest: int = LARGEST) -> bytes:
    """Return the bytes of a stream. Raises `IntakeError` where there are more than an article has.

    >>> from io import BytesIO
    >>> read_within(BytesIO(b"12345"), "a.zip!/a.txt", 5)
    b'12345'
    """
    pieces: list[bytes] = []
    left = largest + 1
    while left and (piece := stream.read(min(left, 1 << 20))):
        pieces.append(piece)
        left -= len(piece)
    if not left:
        raise IntakeError(f"{where}: too large for an article (more than {largest >> 20} MiB unpacked)")
    return b"".join(pieces)
