"""What is given to a command and lies elsewhere: addresses, and files that list addresses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from detente.intake.kinds import is_address, kind_of_file


class Manners(NamedTuple):
    """How to fetch: whether also from private networks, with which pause, how many pages of a list (0: all), and whom servers may ask about it."""

    allow_private: bool = False
    delay: float = 2
    most: int = 0
    contact: str = ""



def is_list(name: str) -> bool:
    """Return whether a file lists addresses: OPML, or a feed or sitemap that was saved."""
    return Path(name).is_file() and bool(kind_of_file(Path(name)))


def parted(names: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the files and folders of articles among what was given, and what is to be fetched."""
    distant = [name for name in names if is_address(name) or is_list(name)]
    return [name for name in names if name not in distant], distant
