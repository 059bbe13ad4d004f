"""A bar on standard error, where there is much to do and a person may be watching."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, TypeVar

import typer

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

# From so many files on a progress bar is worth its place.
MANY = 10
MANY_PAGES = 5000  # of 4 kB; some seconds of writing
LOG = logging.getLogger(__name__)
Item = TypeVar("Item")


def watched(items: Iterable[Item], total: int, *, streams: bool = False) -> Iterator[Item]:
    """Yield the items, with a bar, their rate and the time left; `streams` says that results are printed as they come."""
    quiet = LOG.isEnabledFor(logging.INFO) or (streams and sys.stdout.isatty())
    if total < MANY or quiet or not sys.stderr.isatty():
        yield from items
        return
    with _bar("Reading") as progress:
        yield from progress.track(items, total=total)


def followed(items: Iterable[Item], waiting: Callable[[], int]) -> Iterator[Item]:
    """Yield items of which it shows only on the way how many there are, with a bar; `waiting` tells how many are known to come."""
    if LOG.isEnabledFor(logging.INFO) or not sys.stderr.isatty():
        yield from items
        return
    with _bar("Fetching") as progress:
        task = progress.add_task("Fetching", total=None)
        for number, item in enumerate(items, 1):
            yield item
            progress.update(task, completed=number, total=number + waiting())


@contextmanager
def counted(what: str, many: int = MANY) -> Iterator[Callable[[int, int], None]]:
    """Give a function that is told how many of how many are done; with many, over a bar."""
    with ExitStack() as stack:
        bars: list[tuple[Progress, TaskID]] = []

        def tell(done: int, total: int) -> None:
            if total >= many and not bars and sys.stderr.isatty():
                bars.append(((bar := stack.enter_context(_bar(what))), bar.add_task(what, total=total)))
            for bar, task in bars:
                bar.update(task, completed=done)

        yield tell


@contextmanager
def written(reason: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function that is told how many pages of how many are written; with many, the reason is said first, over a bar."""
    with ExitStack() as stack:
        count = stack.enter_context(counted("Writing", MANY_PAGES))

        def tell(done: int, total: int) -> None:
            if total >= MANY_PAGES and not done:
                typer.echo(reason, err=True)
            count(done, total)

        yield tell


def _bar(what: str) -> Progress:
    """A bar that goes when all is done."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TaskProgressColumn(show_speed=True), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
