"""Files: found, read and decoded."""

from __future__ import annotations

import glob
import sys
from pathlib import Path

ENDINGS = frozenset({".txt", ".text", ".md"})
ENCODINGS = ("utf-8-sig", "gb18030", "big5")
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


def _utf16(body: bytes) -> str | None:
    return body.decode("utf-16") if body[:2] in (b"\xff\xfe", b"\xfe\xff") else None


def _frequent(text: str) -> int:
    return sum(text.count(word) for word in "的了在是不我有和人中國国說说日會会")


def decode(body: bytes, path: str) -> str:
    """Return the text of a file's bytes: UTF-8, else GB18030 or Big5, whichever reads as Chinese.

    Raises `IntakeError` for an empty or a binary file.
    """
    if not body.strip():
        raise IntakeError(f"{path}: the file is empty")
    if (wide := _utf16(body)) is not None:
        return wide.lstrip("\ufeff")
    if b"\x00" in body[:SAMPLE]:
        raise IntakeError(f"{path}: this is a binary file; give the text of the article")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    options = [body.decode(name, errors="replace") for name in ENCODINGS]
    return max(options, key=lambda t: _frequent(t[:SAMPLE]) - 3 * t[:SAMPLE].count("\ufffd"))


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
