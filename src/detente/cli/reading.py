"""Articles read one after the other, with what went wrong said as it happens."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from time import perf_counter

from detente.engine import Reader
from detente.intake import Article, articles_of, expand
from detente.pipeline import explain as explained
from detente.pipeline import find_extractors, load_plan
from detente.records import SKIPPED, FailedReading, Reading
from detente.resources.names import find_codebook
from detente.resources.tongues import find_languages, language_name, named_languages

from .ending import refuse, warn
from .progress import watched

KINDS = ".txt, .html, .zip, .jsonl, .csv, .warc.gz"
LOG = logging.getLogger(__name__)


def reader_of(codebook: str, languages: tuple[str, ...], extractors: tuple[str, ...]) -> Reader:
    """Return how to read; what is wrong with the wish is said before anything is read."""
    wishes = {language.strip(): name.strip() for language, _, name in (wish.partition("=") for wish in extractors)}
    reader = Reader(find_codebook(codebook), find_languages(languages), find_extractors(wishes))
    for code, name in reader.extractors.items():
        load_plan(reader.codebook, code, name)
    return reader


def is_of_store(paths: Sequence[str] | None, store: str) -> bool:
    """Return whether to read from a store: where no files are named. Refuses a command that names neither."""
    if not paths and not store:
        raise refuse("name files or folders of articles, or a store: --store default")
    return not paths


def files_of(paths: Sequence[str] | None) -> list[str]:
    """Return the files to read; paths without any are refused."""
    files = expand(list(paths or ()))
    if not files:
        raise refuse(f"{', '.join(paths or ())}: no articles there; give texts, saved web pages or what holds some, or their folder ({KINDS})")
    return files


def read_files(
    files: list[str], reader: Reader, fields: Mapping[str, str], *, explain: bool = False, streams: bool = False
) -> Iterator[Reading | FailedReading]:
    """Yield the reading of each article of files; `streams` says that readings are printed as they come.

    Files in languages that are not wanted are left out, and counted at the end.
    """
    started = perf_counter()
    skipped: Counter[str] = Counter()
    found = (article for path in watched(files, len(files), streams=streams) for article in articles_of(path, path, fields))
    for article in found:
        reading = _read(article, reader, explain=explain)
        if isinstance(reading, FailedReading):
            if reading.failures[0].kind == SKIPPED:
                skipped[str(reading.document.language)] += 1
                continue
            warn(reading.failures[0].message)
        yield reading
    if skipped:
        warn(_count(skipped, reader.languages))
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


def _read(article: Article, reader: Reader, *, explain: bool) -> Reading | FailedReading:
    path, started = article.source, perf_counter()
    reading = reader.read(article)
    LOG.info("%s: %s in %.0f ms", path, _outcome(reading), 1000 * (perf_counter() - started))
    if isinstance(reading, FailedReading):
        return reading
    LOG.debug("%s: %d characters, %d mentions, %d events, %d positions", path, len(reading.document.text),
              len(reading.mentions), len(reading.events), len(reading.positions))  # fmt: skip
    return explained(reading) if explain else reading


def _outcome(reading: Reading | FailedReading) -> str:
    if isinstance(reading, FailedReading):
        return f"failed ({reading.failures[0].kind})"
    return f"{len(reading.statements)} statements"
