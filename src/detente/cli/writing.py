"""Where a result goes: to standard output, or to a file."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import TypeVar

from . import choices
from .ending import refuse

TABLE = "table"
PIPED_WIDTH = 80
# Endings of files that a program opens which cannot show a table of words.
NO_TEXT = frozenset(["pdf", "xlsx", "xls", "ods", "docx", "odt", "jpg", "jpeg", "gif", "webp", "eps", "tif", "tiff", "zip"])
Form = TypeVar("Form", bound=StrEnum)


def on_terminal(output: Path | None = None) -> bool:
    """Whether a person sees the result as it is printed."""
    return output is None and sys.stdout.isatty()


def in_colour(output: Path | None = None) -> bool:
    """Whether to colour what is printed: on a terminal whose user did not ask for none (`NO_COLOR`, no-color.org)."""
    return on_terminal(output) and not os.environ.get("NO_COLOR")


def width_for(output: Path | None = None) -> int:
    """How many columns a result may take."""
    return shutil.get_terminal_size().columns if on_terminal(output) else PIPED_WIDTH


def any_letters(*streams: object) -> None:
    """Let streams take the words of any language: files and pipes as UTF-8, a terminal with `?` for what it cannot show."""
    for stream in streams:
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace" if stream.isatty() else stream.errors)


def form_of(forms: type[Form], written: Form | None, output: Path | None, *, evidence: bool = False) -> Form:
    """Return the form asked for, else the one that the file's name ends in, else a table; refuse an ending that promises another file.

    `evidence` is text: it goes with a table's form alone.

    >>> form_of(choices.Accounts, None, Path("accounts.SVG")), form_of(choices.Accounts, None, Path("accounts.txt"))
    (<Accounts.svg: 'svg'>, <Accounts.table: 'table'>)
    """
    ending = output.suffix[1:].lower() if output else ""
    if written is None and ending not in set(forms) and ending in _endings():
        raise refuse(f"-o {output}: this is written as {', '.join(forms)}; end the name so, or say --format")
    found = written or forms(ending if ending in set(forms) else TABLE)
    if evidence and found != TABLE:
        raise refuse(f"--evidence is text and cannot be written as {found}; add --format table")
    return found


def _endings() -> frozenset[str]:
    """The endings that some command writes, and those of no text."""
    formats = (choices.Format, choices.NetworkFormat, choices.Export)
    return NO_TEXT.union(*formats) - {TABLE}


def check_output(output: Path | None) -> None:
    """Say before anything is read that the result could not be written."""
    if output is None:
        return
    if output.is_dir():
        raise refuse(f"-o {output}: this is a folder; name a file in it")
    if not output.absolute().parent.is_dir():
        raise refuse(f"-o {output}: there is no folder {output.parent}; make it first")


def write_out(drawn: bytes | Iterable[str], output: Path | None) -> None:
    """Write a result, given whole or in parts, to a file, or print it."""
    drawn = [drawn] if isinstance(drawn, str) else drawn
    if output is not None:
        _keep(drawn, output)
    elif isinstance(drawn, bytes):
        sys.stdout.buffer.write(drawn)
    else:
        last = ""
        for last in drawn:
            sys.stdout.write(last)
        if not last.endswith("\n"):
            sys.stdout.write("\n")


def _keep(drawn: bytes | Iterable[str], output: Path) -> None:
    try:
        with output.open("wb") as file:
            file.writelines([drawn] if isinstance(drawn, bytes) else map(str.encode, drawn))
    except OSError as error:
        raise refuse(f"-o {output}: cannot be written ({error.strerror})") from None
