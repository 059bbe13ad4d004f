"""Files read one after the other, with what went wrong said as it happens."""

from __future__ import annotations

import logging
import sys
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import typer

from detente.api import read
from detente.intake import expand
from detente.pipeline import find_extractors, load_plan, made_by
from detente.records import SKIPPED, FailedDocument, FailedReading, Failure, Reading
from detente.resources.load import DataError
from detente.resources.names import find_codebook
from detente.resources.tongues import find_languages, language_name, named_languages

from .ending import refuse

# From so many files on a progress bar is worth its place.
MANY = 10
LOG = logging.getLogger(__name__)


class How(NamedTuple):
    """How files are read: with which codebook, in which languages (none: in all), and by what in a language."""

    codebook: Path
    languages: tuple[str, ...] = ()
    extractors: Mapping[str, str] = {}


def how_to_read(codebook: str, languages: tuple[str, ...], extractors: tuple[str, ...]) -> How:
    """Return how to read; what is wrong with the wish is said before anything is read."""
    wishes = {language.strip(): name.strip() for language, _, name in (wish.partition("=") for wish in extractors)}
    how = How(find_codebook(codebook), find_languages(languages), find_extractors(wishes))
    for code, name in how.extractors.items():
        load_plan(how.codebook, code, name)
    return how


def files_of(paths: list[str]) -> list[str]:
    """Return the files to read; paths without any are refused."""
    files = expand(paths)
    if not files:
        raise refuse(f"{', '.join(paths)}: no articles there; give text files or saved web pages, or a folder that has some (.txt, .html)")
    return files


def read_files(
    files: list[str], how: How, *, explain: bool = False, streams: bool = False
) -> Iterator[Reading | FailedReading]:
    """Yield the reading of each file; `streams` says that readings are printed as they come.

    Files in languages that are not wanted are left out, and counted at the end.
    """
    started = perf_counter()
    skipped: Counter[str] = Counter()
    for path in _watched(files, streams=streams):
        reading = _read(path, how, explain=explain)
        if isinstance(reading, FailedReading):
            if reading.failures[0].kind == SKIPPED:
                skipped[str(reading.document.language)] += 1
                continue
            typer.echo(f"detente: {reading.failures[0].message}", err=True)
        yield reading
    if skipped:
        typer.echo(f"detente: {_count(skipped, how.languages)}", err=True)
    LOG.info("%d files in %.2f s", len(files), perf_counter() - started)


def _count(skipped: Counter[str], wanted: tuple[str, ...]) -> str:
    """How many files were skipped, in all and of each language.

    >>> _count(Counter({"uk": 1, "ru": 2}), ("en",))
    'skipped 3 files that are not in English (en): 2 in Russian (ru), 1 in Ukrainian (uk)'
    """
    number = skipped.total()
    files = "1 file that is" if number == 1 else f"{number} files that are"
    each = ", ".join(f"{n} in {language_name(code)} ({code})" for code, n in sorted(skipped.items(), key=lambda i: (-i[1], i[0])))
    return f"skipped {files} not in {named_languages(wanted)}: {each}"


def _read(path: str, how: How, *, explain: bool) -> Reading | FailedReading:
    started = perf_counter()
    try:
        reading = read(Path(path), codebook=how.codebook, languages=how.languages, extractors=how.extractors, explain=explain)
    except (KeyboardInterrupt, MemoryError, DataError):
        raise
    except Exception as error:  # one page's surprise must not end the reading of a thousand others
        reading = _surprise(path, error, how.codebook)
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
