"""Two accounts of one meeting, as a user asks for them: over readings or over what a store keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from detente.analysis.accounts import (
    Clues,
    Comparison,
    Gathering,
    Told,
    find_gathering,
    gathering_named,
    gatherings,
    press_of,
)
from detente.analysis.accounts import compare as compare_accounts
from detente.analysis.press import home_of
from detente.pipeline import iso_day, one_world
from detente.records import Joined, Reading
from detente.render.accounts.shown import Shown
from detente.render.interface import interface
from detente.render.summary import figures
from detente.render.sure import accounts_measured
from detente.resources.codebook import DEFAULT, load_codebook
from detente.resources.meetings import load_meetings
from detente.resources.names import find_codebook, find_party, find_topic
from detente.resources.outlets import find_outlet, outlets_of
from detente.resources.reliability import load_reliability
from detente.resources.tongues import find_languages
from detente.text.calendar import day_of
from detente.views.maps import labels_of

from .compared import CompareView, MeetingsView
from .gathering import store_of

if TYPE_CHECKING:
    from detente.store import Meetings, Store
    from detente.store.maps import Maps

    from .gathering import Given



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


def filters_of(
    parties: Sequence[str] | None = None, since: str | date | None = None, until: str | date | None = None, languages: Iterable[str] = (),
    outlets: Iterable[str] = (), countries: Iterable[str] = (),
) -> Filters:  # fmt: skip
    """Return filters as a user writes them; raises `UnknownName` for names of nothing there is, `ValueError` for a day that is none."""
    homes = [outlet for country in countries for outlet in outlets_of(find_party(country)) or ("",)]
    named = frozenset((*map(find_outlet, outlets), *homes))
    return Filters(tuple(map(find_party, parties or ())), iso_day(since), iso_day(until), find_languages(languages), named)


def _meetings(store: Store, filters: Filters, ui: str, codebook: Path) -> MeetingsView:
    found = gatherings(store.maps.mentioned(_wanted(filters)))
    return MeetingsView(tuple(filter(filters.chooses, found)), ui=ui, codebook=codebook)


def _wanted(filters: Filters) -> Meetings:
    from detente.store import Meetings  # brings the database, which a list of filters does not need

    return Meetings(filters.parties, filters.languages, filters.outlets)


def meetings(given: Given, filters: Filters = ANY, *, ui: str = "en", codebook: str | Path = DEFAULT) -> MeetingsView:
    """Return the meetings, calls and visits of two parties that readings, or an open store, tell of as held."""
    return _meetings(store_of(given), filters, ui, find_codebook(codebook))


def compare(
    given: Given, event: str, parties: Sequence[str] | None = None, *, topics: Iterable[str] = (),
    since: str | date | None = None, until: str | date | None = None, languages: Iterable[str] = (), outlets: Iterable[str] = (),
    countries: Iterable[str] = (), ui: str = "en", codebook: str | Path = DEFAULT,
) -> CompareView:  # fmt: skip
    """Return both sides' accounts of one meeting, call or visit, topic by topic, over readings or an open store.

    `event` names it: words in any language (Hanoi meeting), a day, or its number among `meetings`. `since`
    and `until` are days of meetings; `languages`, `outlets` and `countries` choose reports.

    Raises `UnknownName` for a meeting, party, topic or outlet that is not there, `ValueError` for a day that is none.

    >>> from detente import read
    >>> one = read("中国外长李平2031年3月18日在河内同越南外长阮文山举行会谈。李平表示,双方同意开通渔业热线。")
    >>> [(each.date, each.parties) for each in meetings([one]).meetings]
    [('2031-03-18', ('CN', 'VN'))]
    >>> [(row.topic, row.account, row.by) for row in compare([one], "Hanoi meeting").rows]
    [('fisheries', 'one', 'CN')]
    """
    store, book_file = store_of(given), find_codebook(codebook)
    filters, book = filters_of(parties, since, until, languages, outlets, countries), load_codebook(book_file)
    wanted = frozenset(find_topic(topic, book) for topic in topics)
    gathering = _with_silent(_meant(event, store, filters, ui, book_file), store, filters)
    readings, joined = _accounts(_readings(store, gathering.accounts))
    comparison = compare_accounts(gathering, readings, book_file)
    rows = tuple(row for row in comparison.rows if not wanted or row.topic in wanted)
    return CompareView(_shown(replace(comparison, rows=rows), readings, joined, ui, book_file))


def _meant(event: str, store: Store, filters: Filters, ui: str, codebook: Path) -> Gathering:
    """The meeting that a user names: it is looked for among those that his words may name, and if it is not there, among all."""
    clues = Clues(event)
    near = () if clues.is_number else gatherings(_near(clues, store.maps, _wanted(filters)))
    if meant := gathering_named(event, (each for each in near if clues.may_be(each) and filters.chooses(each))):
        return meant
    found = _meetings(store, filters, ui, codebook)
    return find_gathering(event, found.meetings, found.in_words())


def _near(clues: Clues, maps: Maps, wanted: Meetings) -> list[Told]:
    """The mentions of the meetings that words may name, and others of the same two parties."""
    pairs = {pair for pair, places in maps.venues(wanted).items() if clues.may_be_of(pair, places)}
    for day in clues.days:
        pairs &= maps.meeting_on(day)
    return maps.mentioned(wanted, pairs)


def _readings(store: Store, keys: Iterable[str]) -> Iterator[Reading]:
    return (kept.reading for kept in store.kept(keys))


def _with_silent(gathering: Gathering, store: Store, filters: Filters) -> Gathering:
    """A meeting with the reports of a side that has none of it: those of its day or the two after it that are mainly on the two,
    by its press or a third state's.

    They tell what was said at it without a word for it.
    """
    pair, day = gathering.parties, day_of(gathering.date)
    own = tuple(_readings(store, gathering.accounts))
    heard = set(press_of(own, pair).homes.values())
    if day is None or not set(pair) - heard or "" in heard:
        return gathering
    days = tuple((day + timedelta(days=after)).isoformat() for after in (0, 1, 2))
    known = frozenset(gathering.accounts)
    near = (each for each in _readings(store, store.maps.reporting(days, pair)) if each.document.id not in known)
    taken = (each for each in near if filters.takes(each.document.language, each.document.outlet))
    silent = tuple(reading for reading in taken if _is_on(reading, pair))
    homes = press_of((*own, *silent), pair).homes
    found = (reading.document.id for reading in silent if homes[reading.document.id] not in heard)
    return replace(gathering, accounts=(*gathering.accounts, *sorted(found)))


def _is_on(reading: Reading, pair: tuple[str, str]) -> bool:
    """Whether a report is mainly on two parties: by its first map, else as those that it mentions most; a side's press need not name it."""
    if reading.maps and reading.maps[0].parties == pair:
        return True
    home = {home_of(reading.document.outlet, pair)} & set(pair)
    mentioned = Counter(each.party for each in reading.mentions if each.party and each.party not in home)
    return {party for party, _ in mentioned.most_common(len(pair) - len(home))} | home == set(pair) and (bool(home) or not reading.maps)


def _accounts(readings: Iterable[Reading]) -> tuple[tuple[Reading, ...], tuple[Joined, ...]]:
    """The reports that are accounts of a meeting, in one world, without what copies repeat."""
    world = one_world(readings)
    told = (replace(each, statements=tuple(s for s in each.statements if s.id not in world.repeated)) for each in world.readings)
    return tuple(told), world.joined


def _shown(comparison: Comparison, readings: Iterable[Reading], joined: tuple[Joined, ...], ui: str, codebook: Path) -> Shown:
    by_id = {reading.document.id: reading for reading in readings}
    codes = sorted({reading.document.language for reading in by_id.values()})
    words, measured = interface(ui), load_meetings()
    trust = (accounts_measured(words, measured), *(figures(code, load_reliability(code), words) for code in codes))
    return Shown(comparison, by_id, labels_of(codebook, ui, joined), ui, trust, measured)
