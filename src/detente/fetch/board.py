"""What a user's processes on one machine tell each other of hosts: a file for each, locked while one of them asks it."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

LOG = logging.getLogger(__name__)
Tell = Callable[[float], None]


class Busy(Exception):
    """Another process is asking the host just now."""


class Board:
    """Files in a folder, each with the time from which on its host may be asked again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def ready(self, host: str) -> float:
        """Return when a host may be asked, as far as other processes have told; 0 where none has."""
        try:
            return _time(self._file(host).read_bytes())
        except OSError:
            return 0

    @contextmanager
    def asking(self, host: str) -> Iterator[Tell]:
        """Keep a host from other processes, and give a function that tells them from when on it is ready.

        Raises `Busy` where another one has it. A process that ends, in whatever way, lets go of its hosts; one that may not write
        to the folder tells nobody.
        """
        number = self._opened(host)
        if number is None:
            yield lambda _: None
            return
        try:
            _lock(number)
            yield lambda ready: _write(number, ready)
        finally:
            os.close(number)

    def _opened(self, host: str) -> int | None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            return os.open(self._file(host), os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            LOG.debug("%s cannot be written to", self._folder, exc_info=True)
            return None

    def _file(self, host: str) -> Path:
        return self._folder / sha256(host.encode()).hexdigest()[:32]


def shared() -> Board:
    """Return the board of this user: all processes of one user leave hosts alone together."""
    return Board(user_cache_path("detente", appauthor=False) / "hosts")


def _time(written: bytes) -> float:
    """The time that a file tells; one that was cut short tells none.

    >>> _time(b"1000.5   "), _time(b"")
    (1000.5, 0.0)
    """
    try:
        return float(written)
    except ValueError:
        return 0.0


def _write(number: int, ready: float) -> None:
    with suppress(OSError):  # of a full disk: the others wait as long as they wish themselves
        os.lseek(number, 0, os.SEEK_SET)
        os.write(number, f"{ready:<20.3f}".encode())  # always as long, so that nothing of a longer one stays


def _lock(number: int) -> None:
    """Lock an open file until it is closed. Raises `Busy` where another process has locked it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(number, 1 << 20, os.SEEK_SET)  # behind what is written, which others may read
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise Busy from None
