"""Where a result goes: to standard output, or to a file."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from .ending import refuse


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
