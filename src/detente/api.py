"""What a user calls from Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from os.path import isfile
from pathlib import Path

from detente.copies import Member
from detente.intake import IntakeError, is_markup, load, load_bytes
from detente.pipeline import Selection, World, find_extractors, iso_day, made_by, one_world, read_page, select
from detente.pipeline import explain as explained
from detente.records import FailedDocument, FailedReading, Failure, Page, Reading, Statement
from detente.resources.codebook import DEFAULT, load_codebook
from detente.resources.names import find_codebook, find_party, find_topic
from detente.resources.tongues import find_languages
from detente.stages.maps import build_map, pairs, weigh_pairs
from detente.text.fold import encodable
from detente.text.nearest import UnknownName
from detente.views.maps import MapView, ReadingView

LONGEST_PATH = 1024
FILES = frozenset([".txt", ".html", ".htm"])  # endings of names of files, which no article has


class NothingToMap(ValueError):
    """No two parties speak in what was read."""


def read(
    source: str | Path | bytes,
    *,
    codebook: str | Path = DEFAULT,
    languages: Sequence[str] = (),
    extractors: Mapping[str, str] | None = None,
    explain: bool = False,
    url: str | None = None,
    content_type: str = "",
) -> Reading | FailedReading:
    """Return the reading of a file: a text or a saved web page; or of a text or page itself, as text or bytes.

    `codebook` is a file or the name of a supplied one; `languages` are the only ones to read, by code or name: an article in
    another is skipped, which comes back as a failure of the kind `skipped`. `extractors` name what finds the statements of a
    language in place of our grammar, as `{"en": "spacy"}`. `explain` adds which rule decided what. `url` is the address of a
    page and `content_type` what its server declared, where they are known. What cannot be read comes back as a
    `FailedReading` that says why.

    >>> reading = read("中方发言人表示,中方愿与日方就渔业保持对话。日方外相表示,日方同意继续谈判。")
    >>> [s.speaker.party for s in reading.statements]
    ['CN', 'JP']
    >>> read("<html><h1>两国外长会谈</h1><p>中方发言人表示,中方愿与日方就渔业问题保持对话。").document.title
    '两国外长会谈'
    """
    book, wanted = find_codebook(codebook), find_languages(languages)
    path = "" if isinstance(source, bytes) or not _is_path(source) else str(source)
    try:
        page = load(path, url=url) if path else _given(source, url, content_type)
    except IntakeError as error:
        failure = Failure("intake", "unreadable", encodable(str(error)))
        return FailedReading(FailedDocument(encodable(path)), (failure,), made_by(book))
    reading = read_page(page, book, path=path, languages=wanted, extractors=find_extractors(extractors or {}))
    return explained(reading) if explain and isinstance(reading, Reading) else reading


def _given(source: str | Path | bytes, url: str | None, content_type: str) -> Page:
    """The page of what is given itself, not by its path."""
    if isinstance(source, bytes):
        return load_bytes(source, "the page", url=url, content_type=content_type)
    opening = str(source)[:LONGEST_PATH].encode(errors="replace")
    if is_markup(opening):
        return load_bytes(str(source).encode(errors="replace"), "the page", url=url, content_type="text/html")
    return Page(str(source), url)


def _is_path(source: str | Path) -> bool:
    if isinstance(source, Path):
        return True
    fits = "\n" not in source and len(source) < LONGEST_PATH and "\0" not in source
    return fits and (source == "-" or isfile(source) or Path(source).suffix.lower() in FILES)


def map(
    readings: Iterable[Reading | FailedReading],
    parties: Sequence[str] | None = None,
    *,
    topics: Iterable[str] = (),
    since: str | date | None = None,
    until: str | date | None = None,
    ui: str = "en",
    codebook: str | Path = DEFAULT,
    copies: Mapping[str, str] | None = None,
) -> MapView:
    """Return the map of two parties over readings; `detente.map`, which also takes a store, tells how all of it is given.

    >>> reading = read("俄方表示,俄方愿意同美方恢复军控谈判。美方则称,美方反对俄方的贸易做法。")
    >>> view = map([reading], parties=("Russia", "US"))
    >>> [(cell.topic, cell.relation) for cell in view.cells]
    [('arms-control', 'one-sided'), ('trade', 'one-sided')]
    >>> map([reading], parties=("RU", "US"), topics=["trade"]).cells[0].by
    'US'
    """
    given = tuple(readings)
    book = find_codebook(codebook)
    selection = selection_of(topics, since, until, book)
    failed = tuple(reading for reading in given if isinstance(reading, FailedReading))
    return map_of_world(one_world(once(given), copies), parties, selection, failed, ui=ui, codebook=book)


def selection_of(topics: Iterable[str], since: str | date | None, until: str | date | None, codebook: Path) -> Selection:
    """Return what is selected; raises `UnknownName` for a topic that does not exist, `ValueError` for a day that is none."""
    wanted = frozenset(find_topic(topic, load_codebook(codebook)) for topic in topics)
    return Selection(wanted, iso_day(since), iso_day(until))


def map_of_world(
    world: World, parties: Sequence[str] | None, selection: Selection, failed: tuple[FailedReading, ...] = (), *,
    ui: str = "en", codebook: Path = DEFAULT,
) -> MapView:  # fmt: skip
    """Return the map of two parties over readings whose actors and utterances are known already."""
    where = "these articles" if selection == Selection() else "these articles on the topics and days chosen"
    selected = tuple(select(reading, selection) for reading in world.readings)
    pair = _pair(parties, selected, world.repeated, where)
    good = tuple(chosen for each, chosen in zip(world.readings, selected, strict=True) if _names(each, pair))
    statements = [statement for reading in good for statement in reading.statements]
    positions = [position for reading in good for position in reading.positions]
    whole = build_map(statements, positions, pair, world.same, world.repeated)
    return MapView(whole, world._replace(readings=good), failed, ui=ui, codebook=codebook)


def _names(reading: Reading, pair: tuple[str, str]) -> bool:
    """Whether a reading names one of two parties or somebody who speaks for it; what names neither says nothing on them."""
    named = chain((mention.party for mention in reading.mentions), speaking_parties(reading.statements))
    return any(not set(pair).isdisjoint(party.split("+")) for party in named if party)


def show(reading: Reading, *, ui: str = "en", codebook: str | Path = DEFAULT) -> ReadingView:
    """Return a view of a reading that prints, and shows in a notebook, as a table of its statements.

    >>> print(show(read("俄方表示,俄方愿意同美方恢复谈判。")).to_rows()[0]["words"])
    俄方愿意同美方恢复谈判
    """
    return ReadingView(reading, ui=ui, codebook=find_codebook(codebook))


def speaking_parties(statements: Iterable[Statement]) -> tuple[str, ...]:
    """Return the parties for which statements speak, the most reported first.

    >>> speaking_parties(read("中方表示,愿意谈判。中方还说,中方反对制裁。日方表示,日方同意。").statements)
    ('CN', 'JP')
    """
    counts = Counter(party for s in statements if s.speaker and s.speaker.party for party in s.speaker.party.split("+"))
    return tuple(sorted(counts, key=lambda party: (-counts[party], party)))


def once(readings: Iterable[Reading | FailedReading]) -> Sequence[Reading]:
    """Return the readings of different articles in the order in which they were printed: of one given twice, under whatever path, the first."""
    first: dict[str, Reading] = {}
    for reading in readings:
        if isinstance(reading, Reading):
            first.setdefault(reading.document.id, reading)
    return sorted(first.values(), key=lambda each: Member.of(each.document.published, each.document.id))


def _pair(
    parties: Sequence[str] | None, readings: Sequence[Reading], repeated: Container[str], where: str
) -> tuple[str, str]:
    """The parties asked for, else the pair reported most: within an article, or over them all; errors say `where`."""
    told = [tuple(s for s in reading.statements if s.id not in repeated) for reading in readings]
    statements = tuple(chain.from_iterable(told))
    mapped = tuple(each.parties for reading in readings for each in reading.maps if statements)
    if parties is None:
        within = sum((weigh_pairs(each) for each in told), Counter[tuple[str, str]]())
        if found := sorted(within, key=lambda pair: (-within[pair], pair)) or pairs(statements) or mapped:
            return found[0]
        raise NothingToMap(f"no two parties speak in {where}, so there is no map to draw")
    speaking = speaking_parties(statements)
    codes = sorted({find_party(party, speaking) for party in parties})
    if len(codes) != 2:
        raise UnknownName(f"{', '.join(parties)}: name two parties, such as RU and US; {offer(speaking)}")
    silent = [code for code in codes if code not in speaking]
    if silent and tuple(codes) not in mapped:
        them = "it" if len(silent) == 1 else "them"
        raise UnknownName(f"{' and '.join(silent)}: nobody speaks for {them} in {where}; {offer(speaking)}")
    return codes[0], codes[1]


def offer(speaking: tuple[str, ...]) -> str:
    """Return a sentence's end that names the parties that speak."""
    return f"parties that speak, the most reported first: {', '.join(speaking)}" if speaking else "no party speaks there"
