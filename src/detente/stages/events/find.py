"""Events of a document: sites that tell one, with who, when, where and how long."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from detente.languages import Language
from detente.records import Event, Parse, Record, Span, record_id
from detente.resources.events import EventWords, load_events
from detente.text.dates import Dated
from detente.text.places import PlaceWords

from .actors import Actors, Participant
from .arguments import Arguments, Dates, Places
from .duration import duration_of
from .mention import MentionCase, is_event
from .same import is_same, join_events
from .sites import Site, SiteFinder
from .status import status_of
from .taking_part import participants, participants_apart

JOURNEYS = frozenset({"going", "arriving"})
NEAR = 10  # words
POINTED_TO = "told-before"  # the rule by which a mention only points to an event
LONGEST_TOLD = 60  # characters of the words that tell one event
RECENT = 20  # events with which such a mention is compared
PARTING = frozenset("wBc")  # and, but, said


class EventCase(Record, frozen=True):
    """What the events of a document are found in: the stretches that tell the news, its dates and its main parties."""

    document_id: str
    text: str
    parse: Parse
    blocks: tuple[Span, ...]
    dates: tuple[Dated, ...]
    sent: str | None
    pair: tuple[str, ...]


class EventFinder:
    """Finds events in documents of one language."""

    def __init__(self, language: Language, places: PlaceWords) -> None:
        states = tuple(sorted(name for name in language.gazetteer.shorts if len(name) == 1))
        self._words = load_events(language.code, states)
        self._sites = SiteFinder(self._words, language)
        self._language = language
        self._places = places

    def find(self, case: EventCase) -> tuple[Event, ...]:
        """Return the events of a document in the order of its text."""
        actors = Actors(case.parse, self._language, case.pair)
        places = Places(case.parse.tokens, self._places, self._language)
        reader = _Reader(case, self._words, actors, places, is_spaced=self._language.is_spaced)
        return join_events(_journeys(reader.read(self._sites.find(case.parse, case.blocks))))


class _Reader:
    """Reads the sites of one document."""

    def __init__(
        self, case: EventCase, words: EventWords, actors: Actors, places: Places, *, is_spaced: bool
    ) -> None:
        self._is_spaced = is_spaced
        self._case, self._words, self._actors, self._places = case, words, actors, places
        self._dates = Dates(case.dates)

    def read(self, sites: Iterator[Site]) -> Iterator[tuple[Site, Event]]:
        """Yield the sites that tell an event, with the event; one that is told twice goes on (arrived for a visit)."""
        before: Site | None = None
        told: tuple[Site, Event] | None = None
        known: defaultdict[str, list[Event]] = defaultdict(list)
        for site in sites:
            if self._is_spaced and before and _repeats(before, site, self._case.parse, self._words):
                told = told and _with_name(*told, site, self._words)
                continue
            if event := self._told(site, before, known[site.trigger.type]):
                if told:
                    yield told
                before, told = site, (site, event)
                known[event.type].append(event)
        if told:
            yield told

    def _told(self, site: Site, before: Site | None, known: list[Event]) -> Event | None:
        """The event that a site tells; one that is pointed to, but with another place or day, is another."""
        has_sides = site.trigger.frame == "talk" and len(self._actors.between(site.first, site.at)) > 1
        has_place = _goes_on(before, site) or self._places.beyond(site) is not None
        case = MentionCase(site, self._words, has_place, has_sides, bool(known))
        told, rule = is_event(case)
        if told:
            return self._event(site, rule)
        event = self._event(site, rule) if rule == POINTED_TO and case.after("with") else None
        return event if event and not any(is_same(one, event) for one in known[-RECENT:]) else None

    def _event(self, site: Site, rule: str) -> Event | None:
        """The event at a site; a deed of one side that no known side does is none between parties.

        Where words are written apart, neither is a meeting of nobody in a text about fewer than two sides.
        """
        case, trigger = self._case, site.trigger
        arguments = Arguments(site, case.parse, self._places, self._dates)
        who, date, place = self._participants(site), arguments.date(), arguments.place()
        if not who and (self._needs_doer(trigger.type) or (self._is_spaced and len(case.pair) < 2)):
            return None
        parties = tuple(sorted({p.party for p in who if p.party}))
        stop = _told_until(site, self._words)
        return Event(
            record_id("event", case.document_id, trigger.type, site.start, stop),
            trigger.type, self._words.codes[trigger.type], site.start, stop,
            tuple(p.actor_id for p in who), parties, date,
            case.text[place.start : place.stop] if place else None,
            duration_of(site.before, site.after, trigger.frame, self._words),
            status_of(site, date, case.sent, self._words), None, 0.8 if parties else 0.5, rule,
        )  # fmt: skip

    def _needs_doer(self, kind: str) -> bool:
        """Whether events of a type count only where a known side does them."""
        return kind in self._words.alone and kind not in self._words.unowned

    def _participants(self, site: Site) -> list[Participant]:
        if self._is_spaced:
            return participants_apart(site, self._case.parse, self._actors, self._words)
        return participants(site, self._case.parse, self._actors)


def _with_name(before: Site, event: Event, site: Site, words: EventWords) -> tuple[Site, Event]:
    """A journey with the noun that names it behind, and how long that says it lasts."""
    if before.trigger.frame not in JOURNEYS or site.trigger.frame != "deed" or site.stop - event.start > LONGEST_TOLD:
        return before, event
    lasts = event.duration or duration_of(site.before, site.after, site.trigger.frame, words)
    return before, msgspec.structs.replace(event, stop=site.stop, duration=lasts)


def _told_until(site: Site, words: EventWords) -> int:
    """Where the words of an event end: with the trigger, or with the noun that it needs (reached a deal)."""
    told = words.after[site.trigger.frame].match(site.after) if site.trigger.frame in words.whole else None
    stop = site.stop + told.end() if told else site.stop
    return stop if stop - site.start <= LONGEST_TOLD else site.stop


def _repeats(before: Site, site: Site, parse: Parse, words: EventWords) -> bool:
    """Whether a site only goes on with the event just told, with nothing between that parts two: talks at a meeting."""
    between = parse.tokens.classes[before.next : site.at]
    is_near = before.clause == site.clause and len(between) <= NEAR
    is_parted = not (PARTING.isdisjoint(between) and words.apart.isdisjoint(parse.tokens.words[before.next : site.at]))
    return is_near and before.trigger.type == site.trigger.type and not is_parted


def _journeys(found: Iterator[tuple[Site, Event]]) -> Iterator[Event]:
    """Yield the events; going somewhere and what is done there (前往边境视察) are one, from the first word to the last."""
    before: Site | None = None
    last: Event | None = None
    for site, event in found:
        if last and _goes_on(before, site):
            last = msgspec.structs.replace(last, stop=event.stop)
            continue
        if last:
            yield last
        before, last = site, event
    if last:
        yield last


def _goes_on(before: Site | None, site: Site) -> bool:
    """Whether a site tells what is done at the end of a journey that its clause tells already."""
    return (
        before is not None and before.clause == site.clause and {before.trigger.frame, site.trigger.frame} <= JOURNEYS
    )
