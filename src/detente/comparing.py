"""Two accounts of one meeting, as a user asks for them: over readings or over what a store keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from detente.analysis.accounts import (
    FAMILIES,
    Account,
    Comparison,
    Gathering,
    Told,
    find_gathering,
    gatherings,
    specificity,
    told_in,
    told_of,
)
from detente.analysis.accounts import compare as compare_accounts
from detente.pipeline import iso_day, one_world
from detente.records import FailedReading, Joined, Reading
from detente.render.accounts.shown import Shown
from detente.render.interface import interface
from detente.render.summary import figures
from detente.resources.codebook import DEFAULT, load_codebook
from detente.resources.names import find_codebook, find_party, find_topic
from detente.resources.outlets import find_outlet, outlets_of
from detente.resources.reliability import load_reliability
from detente.resources.tongues import find_languages
from detente.text.nearest import UnknownName, nearest
from detente.views import labels_of

if TYPE_CHECKING:
    from detente.render.accounts.rows import AccountRow
    from detente.store import Store

ALL = "all"


class Filters(NamedTuple):
    """Which meetings, by their parties and days, and which reports, by language and outlet; nothing lets all through."""

    parties: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    languages: tuple[str, ...] = ()
    outlets: frozenset[str] = frozenset()

    def takes(self, language: str, outlet: str | None) -> bool:
        """Whether a report counts."""
        return (not self.languages or language in self.languages) and (not self.outlets or outlet in self.outlets)

    def chooses(self, gathering: Gathering) -> bool:
        """Whether a meeting is looked at."""
        day = gathering.date
        in_time = (not self.since or day[: len(self.since)] >= self.since) and (not self.until or "" < day[: len(self.until)] <= self.until)
        return in_time and set(self.parties) <= set(gathering.parties)


ANY = Filters()


class MeetingsView:
    """The meetings, calls and visits of two parties that were found; a notebook shows them as a table."""

    def __init__(self, found: tuple[Gathering, ...], *, ui: str = "en", codebook: Path = DEFAULT) -> None:
        self.meetings, self._ui, self._codebook = found, ui, codebook

    def in_words(self) -> tuple[str, ...]:
        """Return each meeting on one line."""
        from detente.render.accounts.table import in_words

        labels = labels_of(self._codebook, self._ui)
        return tuple(in_words(each, labels, interface(self._ui)) for each in self.meetings)

    def to_table(self, *, width: int = 80, colour: bool = False) -> str:
        """Return them numbered, with day, kind, parties, place and how many reports are accounts of each."""
        from detente.render.accounts.table import render_list

        return render_list(self.meetings, labels_of(self._codebook, self._ui), interface(self._ui), width=width, colour=colour)

    def to_csv(self) -> str:
        """Return a row a meeting."""
        from detente.render.accounts.rows import list_csv

        return list_csv(self.meetings)

    def to_json(self) -> str:
        """Return them as JSON."""
        from detente.render.accounts.rows import list_json

        return list_json(self.meetings)

    def __str__(self) -> str:
        return self.to_table()

    def _repr_html_(self) -> str:
        from html import escape

        return f"<pre>{escape(self.to_table())}</pre>"


class CompareView:
    """Both accounts of a meeting, topic by topic; a notebook shows them as a table."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown

    @property
    def meeting(self) -> Gathering:
        """The meeting."""
        return self.shown.comparison.gathering

    @property
    def rows(self) -> tuple[Account, ...]:
        """What is told on each topic: contradicted, by both, by one."""
        return self.shown.comparison.rows

    def to_rows(self) -> list[AccountRow]:
        """Return plain rows, one a telling: `pandas.DataFrame(view.to_rows())`."""
        from detente.render.accounts.rows import account_rows

        return account_rows(self.shown)

    def to_table(self, *, width: int = 80, colour: bool = False) -> str:
        """Return both accounts side by side as text, `width` columns wide."""
        from detente.render.accounts.table import render_table

        return render_table(self.shown, width=width, colour=colour)

    def to_csv(self) -> str:
        """Return the rows as CSV."""
        from detente.render.accounts.rows import render_csv

        return render_csv(self.shown)

    def to_json(self) -> str:
        """Return the meeting and the rows as JSON."""
        from detente.render.accounts.rows import render_json

        return render_json(self.shown)

    def evidence(self, topic: str = ALL) -> Iterator[str]:
        """Yield all that both accounts tell on a topic, given by id or name, as citations; of `all` topics."""
        from detente.render.accounts.table import evidence_lines

        return evidence_lines(self.shown, self.rows if topic == ALL else [self._row(topic)])

    def _row(self, topic: str) -> Account:
        names = {each.topic: self.shown.labels.topic(each.topic).casefold() for each in self.rows}
        found = next((row for row in self.rows if topic.casefold() in (row.topic, names[row.topic])), None)
        if found is None:
            known = self.shown.words.text("list.comma").join(nearest(topic, names))
            raise UnknownName(self.shown.words.text("accounts.unknown_topic", topic=topic, known=known))
        return found

    def __str__(self) -> str:
        return self.to_table()

    def __repr__(self) -> str:
        return f"<CompareView {'-'.join(self.meeting.parties)} {self.meeting.date}: rows {len(self.rows)}>"

    def _repr_html_(self) -> str:
        from detente.render.accounts.rows import render_html

        return render_html(self.shown)


def filters_of(
    parties: Sequence[str] | None = None, since: str | date | None = None, until: str | date | None = None, languages: Iterable[str] = (),
    outlets: Iterable[str] = (), countries: Iterable[str] = (),
) -> Filters:  # fmt: skip
    """Return filters as a user writes them; raises `UnknownName` for names of nothing there is, `ValueError` for a day that is none."""
    homes = [outlet for country in countries for outlet in outlets_of(find_party(country)) or ("",)]
    named = frozenset((*map(find_outlet, outlets), *homes))
    return Filters(tuple(map(find_party, parties or ())), iso_day(since), iso_day(until), find_languages(languages), named)


class _Given:
    """Readings as they were given."""

    def __init__(self, readings: Iterable[Reading | FailedReading]) -> None:
        self._readings = {reading.document.id: reading for reading in readings if isinstance(reading, Reading)}

    def told(self, filters: Filters) -> Iterator[Told]:
        for reading in self._readings.values():
            if filters.takes(reading.document.language, reading.document.outlet):
                yield from told_in(reading)

    def of(self, keys: Iterable[str]) -> Iterator[Reading]:
        return (self._readings[key] for key in keys)


class _Kept:
    """What a store keeps."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def told(self, filters: Filters) -> Iterator[Told]:
        for each in self._store.maps.happened(FAMILIES, filters.parties):
            if filters.takes(each.language, each.outlet):
                yield from told_of(each.document_id, each.language, each.published, each.main, each.events)

    def of(self, keys: Iterable[str]) -> Iterator[Reading]:
        return (kept.reading for kept in self._store.kept(keys))


def _source(source: Iterable[Reading | FailedReading] | Store) -> _Given | _Kept:
    return _Given(source) if isinstance(source, Iterable) else _Kept(source)


def _meetings(source: _Given | _Kept, filters: Filters, ui: str, codebook: Path) -> MeetingsView:
    return MeetingsView(tuple(filter(filters.chooses, gatherings(source.told(filters)))), ui=ui, codebook=codebook)


def meetings(
    source: Iterable[Reading | FailedReading] | Store, filters: Filters = ANY, *, ui: str = "en", codebook: str | Path = DEFAULT
) -> MeetingsView:
    """Return the meetings, calls and visits of two parties that readings, or a store, tell of as held."""
    return _meetings(_source(source), filters, ui, find_codebook(codebook))


def compare(
    source: Iterable[Reading | FailedReading] | Store, event: str, parties: Sequence[str] | None = None, *, topics: Iterable[str] = (),
    since: str | date | None = None, until: str | date | None = None, languages: Iterable[str] = (), outlets: Iterable[str] = (),
    countries: Iterable[str] = (), ui: str = "en", codebook: str | Path = DEFAULT,
) -> CompareView:  # fmt: skip
    """Return both sides' accounts of one meeting, call or visit, topic by topic, over readings or what a store keeps.

    `event` names it: words in any language (Hanoi meeting), a day, or its number among `detente.comparing.meetings`. `since`
    and `until` are days of meetings; `languages`, `outlets` and `countries` choose reports.

    Raises `UnknownName` for a meeting, party, topic or outlet that is not there, `ValueError` for a day that is none.

    >>> from detente import read
    >>> one = read("中国外长李平2031年3月18日在河内同越南外长阮文山举行会谈。李平表示,双方同意开通渔业热线。")
    >>> [(each.date, each.parties) for each in meetings([one]).meetings]
    [('2031-03-18', ('CN', 'VN'))]
    >>> [(row.topic, row.account, row.by) for row in compare([one], "Hanoi meeting").rows]
    [('fisheries', 'one', 'CN')]
    """
    given, book_file = _source(source), find_codebook(codebook)
    filters, book = filters_of(parties, since, until, languages, outlets, countries), load_codebook(book_file)
    wanted = frozenset(find_topic(topic, book) for topic in topics)
    found = _meetings(given, filters, ui, book_file)
    gathering = find_gathering(event, found.meetings, found.in_words())
    readings, joined = _accounts(given.of(gathering.accounts))
    comparison = compare_accounts(gathering, readings, specificity(book))
    rows = tuple(row for row in comparison.rows if not wanted or row.topic in wanted)
    return CompareView(_shown(replace(comparison, rows=rows), readings, joined, ui, book_file))


def _accounts(readings: Iterable[Reading]) -> tuple[tuple[Reading, ...], tuple[Joined, ...]]:
    """The reports that are accounts of a meeting, in one world, without what copies repeat."""
    world = one_world(readings)
    told = (replace(each, statements=tuple(s for s in each.statements if s.id not in world.repeated)) for each in world.readings)
    return tuple(told), world.joined


def _shown(comparison: Comparison, readings: Iterable[Reading], joined: tuple[Joined, ...], ui: str, codebook: Path) -> Shown:
    by_id = {reading.document.id: reading for reading in readings}
    codes = sorted({reading.document.language for reading in by_id.values()})
    trust = tuple(figures(code, load_reliability(code), interface(ui)) for code in codes)
    return Shown(comparison, by_id, labels_of(codebook, ui, joined), ui, trust)
