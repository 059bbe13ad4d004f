"""Timelines as a user asks for them: what two parties did and said, of readings or of what a store keeps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.analysis.happenings import TYPES, Happening, happenings
from detente.analysis.timeline import Moment, days_of_sayings, latest, moments
from detente.pipeline import iso_day
from detente.render.citation import cite_passage
from detente.render.desk.shown import Shown
from detente.render.desk.time import COLUMNS, time_rows, time_sheet, what
from detente.resources.codebook import DEFAULT

from .asking import Source, pair_named, source_of
from .heard import DeskView

if TYPE_CHECKING:
    from detente.store import Wanted

    from .gathering import Given

MOST = 40  # events and days, unless more are asked for
WEEK = re.compile(r"\d{4}-W\d\d")


def timeline(
    given: Given, parties: Iterable[str] = (), *, limit: int = MOST, ui: str = "en", codebook: str | Path = DEFAULT, **filters: Any
) -> DeskView:  # fmt: skip
    """Return the meetings, calls and visits of two parties, and the statements of each day; the last `limit` of them (0: all).

    Without `parties` it is of the two that are reported most. What several reports tell of one event is one, with how many
    reports there are. Each day has its topics with the relation by what is said on that day alone. `given` and `filters` are
    those of `actors`; filters of statements (speakers, topics, acts) leave events out.

    Raises `UnknownName` for names of nothing there is, `ValueError` for a day that is none.
    """
    source = source_of(given, filters, ui, codebook)
    pair = pair_named(source, parties)
    days = days_of_sayings(latest(source.maps.recent(source.wanted._replace(parties=pair)), limit), pair)
    found = moments(events_of(source, pair, (), source.wanted), days, limit)
    shown = source.shown(())
    sheets = source.limited((time_sheet(found, shown, pair),), shown, limit, "desk.limit_latest")
    return DeskView("timeline", {**source.asked, "parties": pair}, found, (COLUMNS, time_rows(found, shown), sheets), shown,
                    partial(_on_day, source, shown, pair), partial(_drawn, found, shown, pair))  # fmt: skip


def events_of(source: Source, parties: tuple[str, ...], actors: tuple[str, ...], wanted: Wanted) -> tuple[Happening, ...]:
    """Return the events of parties, or of one of some actors; none where something is asked that only statements have."""
    if wanted._replace(parties=(), speakers=() if actors else wanted.speakers).is_of_statements:
        return ()
    found = happenings(source.maps.happened(TYPES, parties or actors, wanted), parties, actors)
    return tuple(each for each in found if _is_in(each.date, wanted))


def _is_in(day: str, wanted: Wanted) -> bool:
    """Whether a day, as exactly as it is known, is in the period that is asked for."""
    since, until = wanted.since, wanted.until
    if not day:
        return not since and not until
    return day[: len(since)] >= since[: len(day)] and (not until or day[: len(until)] <= until)


def _drawn(found: tuple[Moment, ...], shown: Shown, pair: tuple[str, str], form: str) -> bytes:
    from detente.render.desk.picture import render_timeline

    return render_timeline(found, shown, pair, form)


def _on_day(source: Source, shown: Shown, pair: tuple[str, str], name: str, limit: int) -> Iterator[str]:
    """The mentions of events of a day, month or year, and what the two parties said then; of a week the events; also what has no day."""
    written, of_pair = name.strip(), source.wanted._replace(parties=pair)
    if written.casefold() == shown.words.text("map.undated").casefold():
        yield from mentions_of(source, shown, _events_on("", source, pair))
        undated = (day for day in days_of_sayings(source.maps.recent(of_pair), pair) if not day.date)
        yield from source.cited(of_pair._replace(statement_ids=frozenset(chain.from_iterable(day.statement_ids for day in undated))), shown, limit)
    elif WEEK.fullmatch(written):
        yield from mentions_of(source, shown, _events_on(written, source, pair))
    else:
        day = iso_day(written)
        yield from mentions_of(source, shown, events_of(source, pair, (), source.wanted._replace(since=day, until=day)))
        yield from source.cited(of_pair._replace(since=day, until=day), shown, limit)


def _events_on(day: str, source: Source, pair: tuple[str, str]) -> tuple[Happening, ...]:
    return tuple(each for each in events_of(source, pair, (), source.wanted) if each.date == day)


def mentions_of(source: Source, shown: Shown, found: Iterable[Happening]) -> Iterator[str]:
    """Yield the words that tell of events, as citations."""
    for each in found:
        for kept in source.store.kept(each.documents):
            for event in (event for event in kept.reading.events if event.id in each.mentions):
                yield cite_passage(kept.reading, event.start, event.stop, source.ui, shown.labels).after(f"{what(each, shown)}: ")
