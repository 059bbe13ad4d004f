"""Who takes part in an event."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from detente.languages import Language
from detente.records import Parse, Record, by_form

PLACES = frozenset("SMxkj")
CHAIN = frozenset("SMGYTtIhjnx")
SPACED_PLACES = frozenset("SMkp")
SPACED_CHAIN = frozenset("SMGYTtIhj")
OFFICES = frozenset("TY")
SPEAKING = frozenset("SMGYT")


class Participant(Record, frozen=True):
    """Who takes part: the actor, its party and the token that names it."""

    actor_id: str
    party: str | None
    token: int


class Actors:
    """Finds the actors in stretches of one document."""

    def __init__(self, parse: Parse, language: Language, pair: tuple[str, ...]) -> None:
        self._tokens = parse.tokens
        self._people = by_form(parse.names)
        self._entries = language.gazetteer.entries
        self._leads = language.lexicon.places.leads | language.lexicon.places.towards
        self._space = language.joint
        self._places, self._links = (SPACED_PLACES, SPACED_CHAIN) if self._space else (PLACES, CHAIN)
        self._behind = "TYKe" if self._space else "TYK"  # what a state before it is no place of: in Iran's view
        self.joint = tuple(Participant(f"state:{party}", party, -1) for party in sorted(pair))

    def between(self, first: int, last: int) -> list[Participant]:
        """Return the actors in tokens `first` to `last` (exclusive): people, offices and states, each once."""
        found: dict[str, Participant] = {}
        for actor in self._scan(first, last):
            found.setdefault(actor.actor_id, actor)
        if self._space:
            for party in {actor.party for actor in found.values() if not actor.actor_id.startswith("state:")}:
                found.pop(f"state:{party}", None)  # the state in the title of who is found
        return list(found.values())

    def _scan(self, first: int, last: int) -> Iterator[Participant]:
        words, letters = self._tokens.words, self._tokens.classes
        i = first
        while i < last:
            if words[i] in self._leads and not self._is_origin(i):
                i = self._place_end(i + 1, last)
            elif letters[i] == "J":
                yield from (structs.replace(actor, token=i) for actor in self.joint)
                i += 1
            elif letters[i] in "SMGYTK":
                stop = self._chain_end(i, last)
                yield from self._chain(i, stop)
                i = stop
            else:
                i += 1

    def _is_origin(self, i: int) -> bool:
        """Whether somebody is told of by where he is from: ministers from Armenia."""
        letters = self._tokens.classes
        is_from = bool(self._space) and self._tokens.words[i] == "from" and i > 0
        return is_from and (letters[i - 1] in "hTJ" or letters[i + 1 : i + 4] == "SwS")

    def _place_end(self, first: int, last: int) -> int:
        """End of the place behind 在 or 赴, which takes no part."""
        letters = self._tokens.classes
        i = first
        while i < last and (letters[i] in self._places or (i == first and letters[i] == "d" and self._space)):
            i += 1
        return i if i == last or letters[i] not in self._behind else first

    def _chain_end(self, first: int, last: int) -> int:
        """End of a chain of titles, with the person it ends in."""
        letters = self._tokens.classes
        i = first
        while i < last and letters[i] in self._links and not self._starts_another(first, i):
            i += 1
        if i < last and letters[i] == "K":
            return i + 1
        while i > first + 1 and letters[i - 1] in "njxh":
            i -= 1
        return max(i, first + 1)

    def _starts_another(self, first: int, i: int) -> bool:
        """Two states of one character side by side (俄美) are two actors; so are a colleague and the office behind him."""
        words, letters = self._tokens.words, self._tokens.classes
        if self._space:
            return i > first and letters[i - 1] == "h" and letters[i] in "STY"
        return i > first and letters[i - 1 : i + 1] == "SS" and len(words[i]) == 1 == len(words[i - 1])

    def _chain(self, first: int, stop: int) -> Iterator[Participant]:
        """Yield whom a chain of titles names: the person it ends in, else who holds its office, else its first actor."""
        words, letters = self._tokens.words[first:stop], self._tokens.classes[first:stop]
        if letters.endswith("K"):
            yield from self._person(words, letters, stop - 1)
        elif OFFICES & set(letters):
            if party := self._party(words, letters):
                yield Participant(f"actor:{self._space.join(words)}", party, stop - 1)
        elif entry := self._entries.get(words[0]):
            yield Participant(entry.actor_id, entry.party, first)

    def _person(self, words: tuple[str, ...], letters: str, token: int) -> Iterator[Participant]:
        """Yield the person that a chain ends in: one of the document, else one of the gazetteer."""
        if name := self._people.get(words[-1]):
            yield Participant(name.actor_id, name.party, token)
        elif entry := self._entries.get(words[-1]):
            yield Participant(entry.actor_id, self._party(words, letters) or entry.party, token)

    def _party(self, words: tuple[str, ...], letters: str) -> str | None:
        """The party of the first state, body or office of a chain that has one."""
        named = (self._entries.get(word) for word, letter in zip(words, letters, strict=True) if letter in SPEAKING)
        return next((entry.party for entry in named if entry and entry.party), None)
