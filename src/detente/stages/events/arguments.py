"""Where and when an event is, and who takes part: from its clause, else from earlier in its sentence."""

from __future__ import annotations

from bisect import bisect_left

from detente.languages import Language
from detente.records import Parse, Span, Tokens
from detente.text.dates import Dated
from detente.text.places import PlaceWords, place_before, place_from

from .sites import Site

NOUNS = frozenset("nxkjSMGIE")
NAMED = frozenset("nxkjv")
SHORTEST_NAME, LONGEST_NAME = 2, 5
NEAR = 3  # tokens before a verb of going, the last of which names the place
FARTHEST = 8  # words behind a journey that tell where it leads
INVITED = "invited"  # a frame: somebody stands before the place


class Places:
    """Finds where events are in one document."""

    def __init__(self, tokens: Tokens, words: PlaceWords, language: Language) -> None:
        self._tokens, self._words = tokens, words
        self._into = language.lexicon.places.into
        self._sounds = frozenset() if language.is_spaced else language.lexicon.transliteration

    def beyond(self, site: Site) -> Span | None:
        """Return the place that a visit leads to: behind a verb of going also one that no list knows."""
        if site.trigger.type != "visit":
            return None
        if site.trigger.frame == INVITED:
            return self._whither(site)
        follows = self._tokens.words[site.next : site.next + 1]
        is_led = bool(self._into) and not (self._into | self._words.leads).isdisjoint(follows)
        known = place_from(self._tokens, site.next + is_led, site.last, self._words)
        if self._into:
            return known or self._whither(site) or self._reached(site)
        if site.trigger.frame != "going":
            return known
        nouns = self._nouns(site.next, site.last)
        is_longer = known and nouns and known.start == nouns.start and nouns.stop > known.stop
        return nouns if is_longer else known or nouns

    def _whither(self, site: Site) -> Span | None:
        """The place behind the first word of direction that has one: invited her to Riga, flew on Monday to Riga."""
        last = min(site.last, site.next + FARTHEST)
        led = (i + 1 for i in range(site.next, last) if self._tokens.words[i] in self._into)
        places = (place_from(self._tokens, i, site.last, self._words) for i in led)
        return next((place for place in places if place), None)

    def _reached(self, site: Site) -> Span | None:
        """The place directly before a verb of going: когда в Лиму приедет премьер."""
        if site.trigger.frame != "going":
            return None
        led = (i + 1 for i in range(max(site.first, site.at - NEAR), site.at) if self._tokens.words[i] in self._into)
        places = (place_from(self._tokens, i, site.at, self._words) for i in led)
        return next((place for place in places if place and self._tokens.starts[site.at] - place.stop <= 1), None)

    def _nouns(self, first: int, last: int) -> Span | None:
        stop = first
        while stop < last and self._tokens.classes[stop] in NOUNS:
            stop += 1
        return Span(self._tokens.starts[first], self._tokens.stops[stop - 1]) if stop > first else None

    def within(self, first: int, last: int) -> Span | None:
        """Return the place of a phrase such as 在日内瓦 in a range of tokens, also one that only its sounds tell (在伊基克)."""
        return place_before(self._tokens, first, last, self._words) or self._written_in_sounds(first, last)

    def _written_in_sounds(self, first: int, last: int) -> Span | None:
        """The name of two to five characters, all of those that write foreign names, behind the last lead."""
        if not self._sounds:
            return None
        leads = (i for i in range(last - 1, first - 1, -1) if self._tokens.words[i] in self._words.leads)
        if (lead := next(leads, None)) is None:
            return None
        stop = lead + 1
        while stop < last and self._sounds.issuperset(self._tokens.words[stop]) and self._tokens.classes[stop] in NAMED:
            stop += 1
        starts, stops = self._tokens.starts[lead + 1 : stop], self._tokens.stops[lead + 1 : stop]
        return Span(starts[0], stops[-1]) if starts and SHORTEST_NAME <= stops[-1] - starts[0] <= LONGEST_NAME else None


class Dates:
    """Looks up the dates of one document."""

    def __init__(self, dates: tuple[Dated, ...]) -> None:
        self._dates = dates
        self._starts = [dated.start for dated in dates]

    def within(self, start: int, stop: int) -> tuple[Dated, ...]:
        """Return the dates that begin in a stretch."""
        return self._dates[bisect_left(self._starts, start) : bisect_left(self._starts, stop)]


class Arguments:
    """The arguments of the event at a site."""

    def __init__(self, site: Site, parse: Parse, places: Places, dates: Dates) -> None:
        self._site, self._places, self._dates = site, places, dates
        self._first = bisect_left(parse.tokens.starts, site.opening)
        # what stands before a cue of the sentence belongs to the saying
        self._is_told = "c" in parse.tokens.classes[self._first : site.at]

    def place(self) -> Span | None:
        """Return the place beyond the trigger, before it or behind it in its clause, else earlier in the sentence."""
        site = self._site
        found = (
            self._places.beyond(site)
            or self._places.within(site.first, site.at)
            or self._places.within(site.next, site.last)
        )
        return found if found or self._is_told else self._places.within(self._first, site.first)

    def date(self) -> str | None:
        """Return the nearest date before the trigger in its clause, else behind it, else the first of the sentence."""
        site = self._site
        here = self._dates.within(site.clause.start, site.clause.stop)
        if here:
            before = [dated for dated in here if dated.stop <= site.start]
            return (before[-1] if before else here[0]).value
        earlier = () if self._is_told else self._dates.within(site.opening, site.clause.start)
        found = earlier or self._dates.within(site.clause.stop, site.ending)
        return found[0].value if found else None
