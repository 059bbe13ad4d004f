"""A content with its actors replaced by their part in it, so that one pattern serves every pair of states."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import compress, count

from detente.languages import Language
from detente.records import Parse, Record, Span, by_form

SELF, OTHER, THIRD = "S", "O", "T"
NAMING = "SMKG"
NAMES = re.compile(f"[{NAMING}]")
MARKS = re.compile("[“”‘’] ?")
CLAUSE_MARK = re.compile("[,;。:…]")  # divides a told content


Replaced = tuple[int, int, str, str]  # start and stop of a word, and the part or the party that it names


class Told(Record, frozen=True):
    """A content as it is told, and the first third party that it names."""

    text: str
    third: str | None


class Teller:
    """Tells the contents of one document from the side of a party."""

    def __init__(self, parse: Parse, language: Language) -> None:
        self._folded, self._tokens = parse.folded, parse.tokens
        self._entries = language.gazetteer.entries
        self._people = {form: name.party for form, name in by_form(parse.names).items()}
        self._replaced = sorted((*self._plain(language.lexicon.parts), *self._named()))
        self._places = [start for start, _, _, _ in self._replaced]
        joins = "|".join(sorted(language.lexicon.words["with_preposition"]))
        space = self._space = language.joint
        join = f"{space}(?:(?:{joins}){space})?"
        self._joint = re.compile(f"{SELF}{join}{OTHER}|{OTHER}{join}{SELF}")

    def tell(self, content: tuple[Span, ...], party: str, pair: tuple[str, ...]) -> Told:
        """Return the content in lower case: S is the speaker's side, O the other one, B both, T anybody else."""
        parts = dict.fromkeys(pair, OTHER) | dict.fromkeys(party.split("+"), SELF)
        thirds: list[str] = []
        text = "…".join([self._told(span, parts, thirds) for span in content])
        if SELF in text and OTHER in text:
            text = self._joint.sub("B", text)
        return Told(text, thirds[0] if thirds else None)

    def _told(self, span: Span, parts: dict[str, str], thirds: list[str]) -> str:
        tokens, folded = self._tokens, self._folded
        first = bisect_left(tokens.starts, span.start)
        last = bisect_left(tokens.starts, span.stop, first)
        if first == last:
            return ""
        pieces: list[str] = []
        at, stop = tokens.starts[first], tokens.stops[last - 1]
        for start, end, part, party in self._replaced[bisect_left(self._places, at) : bisect_left(self._places, stop)]:
            if party:
                part = parts.get(party, THIRD)
                if part == THIRD:
                    thirds.append(party)
            pieces += (folded[at:start].lower(), part)
            at = end
        pieces.append(folded[at:stop].lower())
        told = "".join(pieces)
        return MARKS.sub("", told) if self._space else told

    def _plain(self, parts: dict[str, str]) -> Iterator[Replaced]:
        """Yield the words that name a part by themselves; one that names a party is not among them."""
        starts, stops, words = self._tokens.starts, self._tokens.stops, self._tokens.words
        for i in compress(count(), map(parts.__contains__, words)):
            if self._tokens.classes[i] not in NAMING or not self._party(words[i]):
                yield starts[i], stops[i], parts[words[i]], ""

    def _named(self) -> Iterator[Replaced]:
        """Yield the words that name a party."""
        starts, stops, words = self._tokens.starts, self._tokens.stops, self._tokens.words
        places = [match.start() for match in NAMES.finditer(self._tokens.classes)]
        parties = {word: self._party(word) for word in {words[i] for i in places}}
        for i in places:
            if party := parties[words[i]]:
                yield starts[i], stops[i], "", party

    def _party(self, word: str) -> str | None:
        entry = self._entries.get(word)
        return self._people.get(word) or (entry.party if entry and entry.kind != "outlet" else None)
