"""What sites allow programs: their robots.txt, as RFC 9309 reads it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from protego import Protego

from .address import Place
from .connect import OK, Answer
from .failure import FetchError, is_passing
from .polite import LONGEST_PAUSE, Clock, Turns

PROGRAM = "detente"
KEPT_FOR = 24 * 3600.0
FAILED_FOR = 600.0
MOST_BYTES = 500 * 1024
NO_RULES = Protego.parse("")


class _Rules(NamedTuple):
    """The rules of a site until a time, or why they are not known."""

    until: float
    rules: Protego | None
    failure: str = ""


class Robots:
    """The rules of sites, each asked for once a day."""

    def __init__(self, get: Callable[[str], Answer], turns: Turns, clock: Clock) -> None:
        self._get, self._turns, self._clock = get, turns, clock
        self._known: dict[str, _Rules] = {}

    def check(self, place: Place) -> None:
        """Raise `FetchError` for a place that its site closes to programs."""
        found = self._of(place)
        if found.rules is None:
            raise FetchError(found.failure, again=True)
        if not found.rules.can_fetch(place.address, PROGRAM):
            raise FetchError(f"{place.address}: the site's robots.txt closes this page to programs; save it by hand and add the file")
        pause = _pause(found.rules)
        if pause > LONGEST_PAUSE:
            raise FetchError(f"{place.address}: the site's robots.txt wants {pause:g} s between two pages; save it by hand and add the file")
        self._turns.wish(place.host, pause)

    def _of(self, place: Place) -> _Rules:
        known = self._known.get(place.origin)
        if known is None or known.until <= self._clock.now():
            known = self._known[place.origin] = self._ask(place)
        return known

    def _ask(self, place: Place) -> _Rules:
        """The rules of a site: none where there are none to be had, all closed while it cannot say.

        What keeps the rules from being fetched for good keeps its pages, too, and is told of these.
        """
        address = f"{place.origin}/robots.txt"
        try:
            answer = self._get(address)
        except FetchError as error:
            if not error.again:
                return _Rules(self._clock.now() + KEPT_FOR, NO_RULES)
            return _Rules(self._clock.now() + FAILED_FOR, None, str(error))
        if is_passing(answer.status):
            why = f"{address}: the site cannot say now what it allows programs (status {answer.status}); try again later"
            return _Rules(self._clock.now() + FAILED_FOR, None, why)
        text = answer.body[:MOST_BYTES].decode("utf-8", errors="replace") if answer.status == OK else ""
        return _Rules(self._clock.now() + KEPT_FOR, Protego.parse(text))


def _pause(rules: Protego) -> float:
    """The seconds between two requests that rules ask for."""
    rate = rules.request_rate(PROGRAM)
    return max(rules.crawl_delay(PROGRAM) or 0.0, rate.seconds / rate.requests if rate and rate.requests else 0.0)
