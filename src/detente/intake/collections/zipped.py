"""ZIP files: the texts and pages in them. Nothing is written to the disk."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from ..articles import Article
from ..failure import IntakeError
from ..files import ENDINGS
from .limits import read_within

MOST_MEMBERS = 100_000
# Texts are packed to a fifth or a tenth of their size; all members together may not be more than so many times the archive.
TIMES, AT_LEAST = 100, 256 << 20
ENCRYPTED = 0x1
DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, OverflowError)
_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")
_UNSEEN = re.compile(r"(?:^|/)(?:__MACOSX/|\.(?!\.))")


def articles_in(path: str, source: str, fields: Mapping[str, str]) -> Iterator[Article]:
    """Yield the articles of a ZIP file, each at ARCHIVE!/MEMBER; what cannot be read comes as a failure."""
    try:
        with ZipFile(path) as archive:
            yield from _members(archive, source, AT_LEAST + TIMES * Path(path).stat().st_size)
    except FileNotFoundError:
        yield Article(source, b"", failure=f"{source}: there is no such file")
    except DAMAGED as error:
        yield Article(source, b"", failure=f"{source}: this is no ZIP file, or it is damaged ({_told(error)})")


def _members(archive: ZipFile, source: str, allowed: int) -> Iterator[Article]:
    """The members that are articles; reading ends where they unpack to more than is allowed."""
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        yield Article(source, b"", failure=f"{source}: it holds more than {MOST_MEMBERS:,} files; split it")
        return
    wanted = {member.filename: member for member in members if _is_article(member)}
    if not wanted:
        yield Article(source, b"", failure=f"{source}: there are no texts or web pages in it")
    for member in wanted.values():
        article = _article(archive, member, f"{source}!/{member.filename}")
        yield article
        allowed -= len(article.body)
        if allowed < 0:
            failure = f"{source}: its files unpack to far more than an archive of texts does; what follows {member.filename} is not read"
            yield Article(source, b"", failure=failure)
            return


def _is_article(member: ZipInfo) -> bool:
    """Whether a member is a text or a page by its ending, and none that a system hides."""
    name = member.filename
    return PurePosixPath(name).suffix.lower() in ENDINGS and not member.is_dir() and not _UNSEEN.search(name)


def _article(archive: ZipFile, member: ZipInfo, where: str) -> Article:
    try:
        _refuse(member, where)
        with archive.open(member) as stream:
            return Article(where, read_within(stream, where))
    except IntakeError as error:
        return Article(where, b"", failure=str(error))
    except DAMAGED as error:
        return Article(where, b"", failure=f"{where}: damaged ({_told(error)})")


def _refuse(member: ZipInfo, where: str) -> None:
    """Raise `IntakeError` for a member that is not opened."""
    if _OUTSIDE.search(member.filename):
        raise IntakeError(f"{where}: its name leads out of the archive, as no honest one does; it is not read")
    if member.flag_bits & ENCRYPTED:
        raise IntakeError(f"{where}: encrypted; unpack the archive with its password and give the files")
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise IntakeError(f"{where}: packed by a method that is not read; pack it again as plain ZIP (deflate)")


def _told(error: Exception) -> str:
    """What is wrong, in one line.

    >>> _told(EOFError())
    'EOFError'
    """
    return next(iter(str(error).splitlines()), "") or type(error).__name__
