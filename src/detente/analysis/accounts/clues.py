"""Which meetings the words of a user may name: looked at before mentions are put together, where there are many."""

from __future__ import annotations

import re
from collections.abc import Iterable

from detente.resources.accounts import LITTLE, load_accounts
from detente.resources.tongues import languages
from detente.text.fold import fold

from .gatherings import FAMILIES, Gathering
from .named import DAY, MARKS, form, is_number, kinds, party_names, place_names

Place = tuple[str, str]  # language and name


class Clues:
    """The words for a meeting, and where in them kinds, parties and places are named.

    What these leave unexplained no meeting of theirs explains; what they explain a meeting still need not.
    """

    def __init__(self, wanted: str) -> None:
        text = fold(wanted).casefold()
        self.is_number, self.days = is_number(wanted), tuple(DAY.findall(text))
        for day in self.days:
            text = text.replace(day, " " * len(day), 1)
        self._text = text
        self._explained = self._of(name for kind in FAMILIES for name in kinds(kind))
        self._explained |= {place for language in languages() for match in load_accounts(language)[LITTLE].finditer(text) for place in range(*match.span())}
        self._parties = {party: found for party, names in party_names().items() if (found := self._of(names))}
        self._places: dict[Place, set[int]] = {}

    def may_be(self, gathering: Gathering) -> bool:
        """Return whether the words may name a meeting."""
        return all(gathering.date.startswith(day) for day in self.days) and self.may_be_of(gathering.parties, gathering.places.items())

    def may_be_of(self, parties: tuple[str, str], places: Iterable[Place]) -> bool:
        """Return whether the words may name a meeting of two parties in one of some places."""
        explained = self._explained.union(*(self._parties.get(party, ()) for party in parties), *map(self._at, places))
        rest = "".join(" " if place in explained else sign for place, sign in enumerate(self._text))
        for language in languages():
            rest = load_accounts(language)[LITTLE].sub(" ", rest)
        return not MARKS.sub("", rest)

    def _at(self, place: Place) -> set[int]:
        if place not in self._places:
            self._places[place] = self._of(place_names([place])) if place[1] else set()
        return self._places[place]

    def _of(self, names: Iterable[str]) -> set[int]:
        """Where in the words some names stand."""
        near = (name for name in names if name and name[: max(1, len(name) - 1)] in self._text)
        return {place for name in near for match in re.finditer(form(name), self._text) for place in range(*match.span())}
