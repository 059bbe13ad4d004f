"""Where a result goes: to standard output, or to a file."""

from __future__ import annotations

import sys
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


def write_out(drawn: str | bytes, output: Path | None) -> None:
    """Write a result to a file, or print it."""
    if output is not None:
        _keep(drawn.encode() if isinstance(drawn, str) else drawn, output)
    elif isinstance(drawn, bytes):
        sys.stdout.buffer.write(drawn)
    else:
        sys.stdout.write(drawn if drawn.endswith("\n") else drawn + "\n")


def _keep(content: bytes, output: Path) -> None:
    try:
        output.write_bytes(content)
    except OSError as error:
        raise refuse(f"-o {output}: cannot be written ({error.strerror})") from None
