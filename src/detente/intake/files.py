"""Files: found, read and decoded."""

from __future__ import annotations

import codecs
import glob
import sys
from pathlib import Path

ENDINGS = frozenset({".txt", ".text", ".md"})
# First and last lead byte of the characters that an encoding's makers sorted as common (GB 2312 level 1, Big5 level 1).
COMMON = {"gb18030": (0xB0, 0xD7), "big5": (0xA4, 0xC6)}
READABLE = ((" ", "~"), ("\u2010", "\u2030"), ("\u3000", "\u303f"), ("\u4e00", "\u9fff"), ("\uff01", "\uff5e"))
NEARLY_ALL = 0.95
# Beyond ASCII, bytes of another encoding read as UTF-8 are mostly bad; those of a damaged text are mostly not.
MOST_BAD = 0.25
# Bytes that are looked at to find the encoding; an even number.
SAMPLE = 8192


class IntakeError(ValueError):
    """Something that cannot be read, in a sentence."""


def expand(paths: list[str]) -> list[str]:
    """Return the files that paths, folders and patterns name, sorted within each; `-` stays itself."""
    found: list[str] = []
    for path in paths:
        place = Path(path)
        if path == "-" or place.is_file():
            found.append(path)
        elif place.is_dir():
            found += sorted(str(p) for p in place.rglob("*") if p.suffix in ENDINGS and p.is_file())
        else:
            found += sorted(glob.glob(path, recursive=True)) or [path]
    return list(dict.fromkeys(found))


def _is_readable(character: str) -> bool:
    """A character that Chinese text is made of: ASCII, general punctuation, Han, full-width forms."""
    return character in "\n\r\t" or any(low <= character <= high for low, high in READABLE)


def _utf16(body: bytes) -> str | None:
    """The text of UTF-16: by its mark, else if nearly all of it is then readable, which other bytes never are."""
    if body[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return body.decode("utf-16", errors="replace")
    for name in ("utf-16-le", "utf-16-be"):
        sample = body[:SAMPLE].decode(name, errors="replace")
        if sum(map(_is_readable, sample)) >= NEARLY_ALL * len(sample) and any(c > "\u2e80" for c in sample):
            return body.decode(name, errors="replace")
    return None


def _commonness(body: bytes, name: str) -> float:
    """How much of a sample is common characters if the bytes are of this encoding, less what is none at all."""
    text = body[:SAMPLE].decode(name, errors="replace")
    low, high = COMMON[name]
    leads = (c.encode(name, errors="replace")[0] for c in text if "\u4e00" <= c <= "\u9fff")
    wrong = text.count("\ufffd") + sum("\ue000" <= c <= "\uf8ff" for c in text)
    return (sum(low <= lead <= high for lead in leads) - 3 * wrong) / max(1, len(text))


def decode(body: bytes, path: str) -> str:
    """Return the text of a file's bytes: UTF-8, else UTF-16, else GB18030 or Big5, whichever reads as common Chinese.

    A few bad bytes do not make a text unreadable: each becomes U+FFFD. Raises `IntakeError` for an empty or binary
    file.

    >>> decode("外长说".encode("utf-16"), "a.txt")
    '外长说'
    """
    if not body.strip():
        raise IntakeError(f"{path}: the file is empty; give it the text of an article")
    plain = body.removeprefix(codecs.BOM_UTF8)
    try:
        if b"\x00" not in body[:SAMPLE]:
            return plain.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if (wide := _utf16(body)) is not None:
        return wide.removeprefix("\ufeff")
    if b"\x00" in body[:SAMPLE]:
        raise IntakeError(f"{path}: this is a binary file; give the text of the article")
    text = plain.decode("utf-8", errors="replace")
    if text.count("\ufffd") < MOST_BAD * sum(not character.isascii() for character in text):
        return text
    return body.decode(max(COMMON, key=lambda name: _commonness(body, name)), errors="replace")


def load(path: str) -> str:
    """Return the decoded text of a file or of standard input (`-`)."""
    if path == "-":
        return decode(sys.stdin.buffer.read(), "standard input")
    try:
        body = Path(path).read_bytes()
    except FileNotFoundError:
        raise IntakeError(f"{path}: there is no such file") from None
    except OSError as error:
        raise IntakeError(f"{path}: cannot be read ({error.strerror})") from None
    return decode(body, path)
