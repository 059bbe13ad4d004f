"""A file of lines as a stream: its encoding, and its lines with their numbers."""

from __future__ import annotations

import codecs
import io
from collections import deque
from collections.abc import Iterator
from typing import IO

from ..charset import SAMPLE, guess, utf8, utf16, visible
from ..failure import IntakeError

ASCII = bytes(range(128))
LONGEST = 8 << 20  # characters of a line


def encoding_of(file: IO[bytes], where: str) -> str:
    """Return the encoding of a file: UTF-16, UTF-8, else what its first lines beyond ASCII read best in.

    The file is read until these are found. Raises `IntakeError` for a binary file.
    """
    start = file.read(SAMPLE)
    if wide := _wide(start):
        return wide
    if b"\x00" in start:
        raise IntakeError(f"{where}: this is a binary file; give lines of text")
    file.seek(0)
    beyond = _beyond_ascii(file)
    return "utf-8-sig" if utf8(beyond) is not None else guess(visible(beyond))


def _wide(start: bytes) -> str:
    """The name of the encoding of UTF-16; without a mark it is told by its zeros, which are what ASCII in it has."""
    if start[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    zeros = {"utf-16-le": start[1::2].count(0), "utf-16-be": start[0::2].count(0)}
    likely = max(zeros, key=lambda name: zeros[name])
    if utf16(start) is not None and b"\x00" in start:
        return likely
    return likely if zeros[likely] and not min(zeros.values()) and 4 * zeros[likely] >= len(start) // 2 else ""


def _beyond_ascii(file: IO[bytes]) -> bytes:
    """The first lines that are not all ASCII, as many as tell the encoding."""
    found: list[bytes] = []
    size = 0
    while size < SAMPLE and (line := file.readline(LONGEST)):
        if not line.isascii():
            found.append(line)
            size += len(line.translate(None, ASCII))
    return b"".join(found).removeprefix(codecs.BOM_UTF8)


class Lines(Iterator[str]):
    """The lines of a file; `number` is that of the last one given. Lines can be given back."""

    def __init__(self, file: IO[bytes], encoding: str) -> None:
        self._text = io.TextIOWrapper(file, encoding, errors="replace", newline="")
        self._back: deque[str] = deque()
        self.number = 0

    def __next__(self) -> str:
        if line := self._back.popleft() if self._back else self._read():
            self.number += 1
            return line
        raise StopIteration

    def _read(self) -> str:
        """The next line; of one that is too long, a piece of that length."""
        line = rest = self._text.readline(LONGEST)
        while is_too_long(rest) and rest[-1] not in "\r\n":
            rest = self._text.readline(LONGEST)
        return line

    def close(self) -> None:
        """Close the file."""
        self._text.close()

    def give_back(self, lines: list[str]) -> None:
        """Give back the last lines, to be given again."""
        self._back.extendleft(reversed(lines))
        self.number -= len(lines)


def is_too_long(line: str) -> bool:
    """Return whether a line is longer than any article."""
    return len(line) >= LONGEST
