"""A bar on standard error, where there is much to do and a person may be watching."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

# From so many files on a progress bar is worth its place.
MANY = 10
LOG = logging.getLogger(__name__)
Item = TypeVar("Item")


def watched(items: Iterable[Item], total: int, *, streams: bool = False) -> Iterator[Item]:
    """Yield the items, with a bar, their rate and the time left; `streams` says that results are printed as they come."""
    quiet = LOG.isEnabledFor(logging.INFO) or (streams and sys.stdout.isatty())
    if total < MANY or quiet or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TaskProgressColumn(show_speed=True), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        yield from progress.track(items, total=total)
