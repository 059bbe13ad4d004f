"""A page by its address: politely, patiently, and never from where it must not be asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.metadata import metadata, version
from typing import TYPE_CHECKING

from .address import Place, cleaned, joined, place_of
from .board import Board
from .connect import Answer, Limits, ask
from .failure import FetchError, is_passing
from .guard import Judge, Resolver, checked_numbers, is_public, resolve
from .polite import LONGEST_PAUSE, Clock, Later, Turns, retry_after
from .robots import PROGRAM, Robots

if TYPE_CHECKING:
    from detente.store import Fetch

DELAY = 2.0
TRIES = 3
MOST_REDIRECTS = 5
CONTACT = re.compile(r"[!-'*-~]*")
REDIRECTS = (301, 302, 303, 307, 308)


def user_agent(contact: str = "") -> str:
    """Return how the program names itself to servers: its version, and whom to ask about it.

    That is the contact of whoever runs it, else the project's page where the package names one. Raises `FetchError` for a
    contact that cannot stand in a header.

    >>> user_agent("desk@paper.example").partition(" ")[2]
    '(+desk@paper.example)'
    """
    if not CONTACT.fullmatch(contact):
        raise FetchError(f"--contact {contact}: give an address of a page or of a mailbox, without spaces and parentheses")
    pages = (entry.partition(", ")[2] for entry in metadata(PROGRAM).get_all("Project-URL") or ())
    page = contact or next(pages, "")
    return f"{PROGRAM}/{version(PROGRAM)}" + (f" (+{page})" if page else "")


class Fetcher:
    """Fetches pages; it remembers only when it asked whom, and what sites allow."""

    def __init__(
        self,
        *,
        allow_private: bool = False,
        delay: float = DELAY,
        limits: Limits | None = None,
        resolver: Resolver = resolve,
        is_allowed: Judge = is_public,
        clock: Clock | None = None,
        board: Board | None = None,
        contact: str = "",
    ) -> None:
        self._is_allowed: Judge = (lambda _: True) if allow_private else is_allowed
        self._resolver, self._limits, self._clock = resolver, limits or Limits(), clock or Clock()
        self._backoff = max(delay, 1.0)
        self._agent = {"User-Agent": user_agent(contact)}
        self._paused: dict[str, tuple[Place, list[str]]] = {}  # of what is to be asked again, where it leads and over what
        self._tries: dict[str, int] = {}  # of what is to be asked again, how often it was
        self.turns = Turns(self._clock, delay, board)
        self._robots = Robots(lambda address: self._follow(address, None, by_rules=False), self.turns, self._clock)

    def get(self, address: str, known: Fetch | None = None) -> Answer:
        """Return what is at an address in the end: a page, another status, or 304 where it is what is `known`.

        Raises `FetchError` where the site or the guard says no, or nothing comes after several tries.
        """
        while True:
            try:
                return self.attempt(address, known)
            except Later:
                continue  # the next turn waits

    def attempt(self, address: str, known: Fetch | None = None) -> Answer:
        """Return what is at an address, like `get`; raises `Later` rather than wait for a second try."""
        return self._follow(address, known, by_rules=True)

    def _follow(self, address: str, known: Fetch | None, *, by_rules: bool) -> Answer:
        """The answer behind redirects, each place of the way checked like the first."""
        place, passed = self._paused.pop(address) if address in self._paused else _beginning(address)
        while True:
            try:
                answer = self._patiently(place, _conditions(known, place), by_rules=by_rules)
            except Later:
                self._paused[address] = place, passed
                raise
            if answer.status not in REDIRECTS or "location" not in answer.headers:
                return answer
            place = _next_place(address, place, answer)
            if place.address in passed:
                raise FetchError(f"{address}: it leads in a circle, over {place.address}; open it in a browser")
            passed.append(place.address)
            if len(passed) > 1 + MOST_REDIRECTS:
                raise FetchError(f"{address}: it leads on more than {MOST_REDIRECTS} times; open it in a browser and add the last address")

    def _patiently(self, place: Place, conditions: Mapping[str, str], *, by_rules: bool) -> Answer:
        """An answer. Raises `Later` where another try may help, and there were not too many."""
        if by_rules:
            self._robots.check(place)
        attempt = self._tries.get(place.address, 0) + 1
        pause = self._backoff * 2 ** (attempt - 1)
        try:
            answer = self._once(place, conditions)
        except FetchError as error:
            if not error.again or attempt == TRIES:
                self._tries.pop(place.address, None)
                raise
        else:
            asked = retry_after(answer.headers.get("retry-after", ""), self._clock.now())
            pause = pause if asked is None else asked
            if not is_passing(answer.status) or attempt == TRIES or pause > LONGEST_PAUSE:
                self._tries.pop(place.address, None)
                return answer
        self._tries[place.address] = attempt
        self.turns.hold(place.host, pause)
        raise Later(place.host)

    def _once(self, place: Place, conditions: Mapping[str, str]) -> Answer:
        """The answer of the first of a host's machines that can be reached."""
        with self.turns.turn(place.host):
            numbers = checked_numbers(place, self._resolver, self._is_allowed)
            for number in numbers[:-1]:
                try:
                    return ask(place, number, {**self._agent, **conditions}, self._limits)
                except FetchError as error:
                    if not error.again:
                        raise
            return ask(place, numbers[-1], {**self._agent, **conditions}, self._limits)


def _beginning(address: str) -> tuple[Place, list[str]]:
    place = place_of(address)
    return place, [place.address]


def _conditions(known: Fetch | None, place: Place) -> Mapping[str, str]:
    """What to ask the place that answered before, and no other on the way to it."""
    is_there = known is not None and cleaned(place.address) == known.source
    return known.conditions() if known and is_there else {}


def _next_place(address: str, place: Place, answer: Answer) -> Place:
    """Where a redirect leads. Raises `FetchError` where that is no place to go."""
    try:
        return place_of(joined(place.address, answer.headers["location"]))
    except FetchError as error:
        raise FetchError(f"{address}: it leads on to {error}") from None
