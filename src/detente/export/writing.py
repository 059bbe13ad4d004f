"""How an export is written: beside its place first, so that what stands there is whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class ExportError(ValueError):
    """What cannot be exported so, and what to do."""


@contextmanager
def written(path: Path) -> Iterator[Path]:
    """Give the name of a file to write; in the end it takes its place, and nothing is left where something went wrong."""
    _check_folder(path)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.absolute().parent)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        temporary.chmod(0o666 & ~_mask())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def filled(path: Path) -> Iterator[Path]:
    """Give the name of a folder to fill; in the end it takes its place, which must be free or an empty folder."""
    if path.exists() and not (path.is_dir() and not any(path.iterdir())):
        raise ExportError(f"{path}: there is something already; name a new folder")
    _check_folder(path)
    temporary = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.absolute().parent))
    try:
        yield temporary
        temporary.chmod(0o777 & ~_mask())
        if path.is_dir():
            path.rmdir()
        temporary.replace(path)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _check_folder(path: Path) -> None:
    if not path.absolute().parent.is_dir():
        raise ExportError(f"{path}: there is no folder {path.parent}; make it first")


def _mask() -> int:
    """The permissions that the user's files do not have."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def write_text(path: Path, parts: Iterator[str]) -> None:
    """Write a file of text in UTF-8, its line ends as they are given."""
    with written(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        file.writelines(parts)
