"""Files read one after the other, with what went wrong said as it happens."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import typer

from detente.api import read
from detente.intake import expand
from detente.pipeline import made_by
from detente.records import FailedDocument, FailedReading, Failure, Reading

from .ending import refuse

# From so many files on a progress bar is worth its place.
MANY = 10
LOG = logging.getLogger(__name__)


def files_of(paths: list[str]) -> list[str]:
    """Return the files to read; paths without any are refused."""
    files = expand(paths)
    if not files:
        raise refuse(f"{', '.join(paths)}: no articles there; give text files, or a folder that has some (.txt)")
    return files


def read_files(
    files: list[str], codebook: Path, *, explain: bool = False, streams: bool = False
) -> Iterator[Reading | FailedReading]:
    """Yield the reading of each file; `streams` says that readings are printed as they come."""
    started = perf_counter()
    for path in _watched(files, streams=streams):
        reading = _read(path, codebook, explain=explain)
        if isinstance(reading, FailedReading):
            typer.echo(f"detente: {reading.failures[0].message}", err=True)
        yield reading
    LOG.info("%d files in %.2f s", len(files), perf_counter() - started)


def _read(path: str, codebook: Path, *, explain: bool) -> Reading | FailedReading:
    started = perf_counter()
    try:
        reading = read(Path(path), codebook=codebook, explain=explain)
    except (KeyboardInterrupt, MemoryError):
        raise
    except Exception as error:  # one page's surprise must not end the reading of a thousand others
        reading = _surprise(path, error, codebook)
    LOG.info("%s: %s in %.0f ms", path, _outcome(reading), 1000 * (perf_counter() - started))
    if isinstance(reading, Reading):
        LOG.debug("%s: %d characters, %d mentions, %d events, %d positions", path, len(reading.document.text),
                  len(reading.mentions), len(reading.events), len(reading.positions))  # fmt: skip
    return reading


def _outcome(reading: Reading | FailedReading) -> str:
    if isinstance(reading, FailedReading):
        return f"failed ({reading.failures[0].kind})"
    return f"{len(reading.statements)} statements"


def _surprise(path: str, error: Exception, codebook: Path) -> FailedReading:
    """A failure that names the fault's kind and place, and nothing of the article that a message might quote."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    message = f"{path}: a fault in Détente ({type(error).__name__} at {place}); please report it with this line"
    return FailedReading(FailedDocument(path), (Failure("reading", "fault", message),), made_by(codebook))


def _watched(files: list[str], *, streams: bool) -> Iterator[str]:
    """Yield the files, with a bar on standard error when there are many and a person may be watching."""
    quiet = LOG.isEnabledFor(logging.INFO) or (streams and sys.stdout.isatty())
    if len(files) < MANY or quiet or not sys.stderr.isatty():
        yield from files
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        yield from progress.track(files, description="Reading")
