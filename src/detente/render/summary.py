"""The sentences above and below a map: what was read, how far to trust it, what was not understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from detente.records import Failure, Reading, Record, Reliability, Statement
from detente.text.spans import line_of

from .interface import Interface, interface
from .report import Report, Tally, first_offset, home_of, publisher
from .tally import tally_of
from .width import clip, printable, width

# More line numbers than this are counted instead of listed.
LISTED = 8
# A title is not cut to less than this, in columns.
LEAST_TITLE = 16


class NotRead(Record, frozen=True):
    """A file, or a part of one, that could not be read."""

    path: str
    failure: Failure


def dates(report: Report) -> str:
    """Return the day or days on which the documents were published."""
    words, tally = interface(report.ui), tally_of(report)
    if not tally.first:
        return words.text("map.undated")
    first, last = words.day(tally.first), words.day(tally.last)
    return first if first == last else words.text("date.range", first=first, last=last)


def counts(report: Report) -> str:
    """Return how much was read: reports, statements, sources."""
    words, tally = interface(report.ui), tally_of(report)
    parts = (_reports(tally, words), words.count("statements", tally.statements), words.count("outlets", tally.outlets))
    return words.text("list.dot").join(parts)


def _reports(tally: Tally, words: Interface) -> str:
    """How many reports there are, and how many where copies of one count once."""
    told = words.count("reports", tally.documents)
    if tally.independent == tally.documents:
        return told
    return words.text("map.counted", what=told, where=words.text("map.independent", n=tally.independent))


def trust(report: Report) -> tuple[str, ...]:
    """Return a sentence for each language read, with the gate's figures."""
    words = interface(report.ui)
    measured = {reliability.language: reliability for reliability in report.reliability}
    return tuple(figures(code, measured.get(code), words) for code in tally_of(report).languages)


def read_documents(report: Report, columns: int | None = None) -> tuple[str, ...]:
    """Return a line for each document: title, publisher, time."""
    return tuple(document_line(reading, report, columns) for reading in report.readings)


def document_line(reading: Reading, report: Report, columns: int | None = None) -> str:
    """Return a document's title (else its path), publisher with country, and time; the title gives way to `columns`."""
    document, dot = reading.document, interface(report.ui).text("list.dot")
    when = interface(report.ui).date(document.published)
    title = printable(document.title or document.path)
    tail = "".join(dot + printable(part) for part in (published_by(reading, report), when) if part)
    return (title if columns is None else clip(title, max(columns - width(tail), LEAST_TITLE))) + tail


def published_by(reading: Reading, report: Report) -> str | None:
    """Return who published a document, and in which country where known."""
    name, home = publisher(reading, report.labels), home_of(reading, report.labels)
    if name is None or home is None:
        return name
    return name + interface(report.ui).text("cite.party", party=home)


def not_understood(report: Report) -> tuple[str, ...]:
    """Return what the readings say they do not know: acts and topics, with the lines to look at."""
    tally = tally_of(report)
    kinds: tuple[tuple[str, int, Callable[[Statement], bool]], ...] = (
        ("unknown_acts", tally.unknown_acts, lambda statement: statement.act is None),
        ("without_topic", tally.without_topic, lambda statement: not statement.topics),
    )
    return tuple(_counted(key, number, wanted, report) for key, number, wanted in kinds if number)


def failures(report: Report) -> Iterator[NotRead]:
    """Yield what could not be read: whole files first, then parts of files."""
    for failed in report.failures:
        for failure in failed.failures:
            yield NotRead(failed.document.path, failure)
    for reading in report.readings:
        for failure in reading.failures:
            yield NotRead(reading.document.path, failure)


def failure_lines(report: Report) -> tuple[str, ...]:
    """Return a line for everything that could not be read."""
    return tuple(printable(_named(failed)) for failed in failures(report))


def _named(failed: NotRead) -> str:
    """The message of a failure with the file's name before it, unless it begins with that itself."""
    message = failed.failure.message
    return message if message.startswith(failed.path) else f"{failed.path}: {message}"


def figures(code: str, measured: Reliability | None, words: Interface) -> str:
    """Return how far to trust what was read in a language."""
    name = words.maybe(f"language.{code}", words.text("language.other", code=printable(code)))
    if measured is None or measured.articles == 0:
        return words.text("reliability.unmeasured", language=name)
    shares = (("statements", measured.statements_right), ("cells", measured.cells_right))
    parts = tuple(words.text(f"reliability.{key}", n=round(n)) for key, n in shares if n is not None)
    if not parts:
        return words.text("reliability.unmeasured", language=name)
    articles = words.count("unseen", measured.articles)
    return words.text("reliability.right", language=name, parts=words.both(parts), articles=articles)


def _counted(key: str, number: int, wanted: Callable[[Statement], bool], report: Report) -> str:
    """How many statements are not understood; of a single document also where."""
    words = interface(report.ui)
    sentence = words.count(key, number)
    if tally_of(report).documents > 1:
        return sentence
    numbers = tuple(dict.fromkeys(map(str, _lines(report.readings[0], wanted))))
    listed = words.text("list.comma").join([*numbers[:LISTED], *(["…"] if len(numbers) > LISTED else [])])
    where = words.text("map.lines" if len(numbers) > 1 else "map.line", numbers=listed)
    return words.text("map.counted", what=sentence, where=where)


def _lines(reading: Reading, wanted: Callable[[Statement], bool]) -> Iterator[int]:
    return (line_of(reading.document.text, first_offset(each)) for each in reading.statements if wanted(each))
