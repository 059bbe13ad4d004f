"""A content with its actors replaced by their part in it, so that one pattern serves every pair of states."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import compress, count

from detente.languages import Language
from detente.records import Parse, Record, Span, by_form

SELF, OTHER, THIRD = "S", "O", "T"
NAMES = re.compile("[SMKG]")
MARKS = re.compile("[“”‘’] ?")
ADJECTIVES = re.compile("j")
PARTICIPLE = "~"  # behind the verb that a participle is made of
CLAUSE_MARK = re.compile("[,;。:…]")  # divides a told content


class Told(Record, frozen=True):
    """A content as it is told, and the first third party that it names."""

    text: str
    third: str | None


class Teller:
    """Tells the contents of one document from the side of a party."""

    def __init__(self, parse: Parse, language: Language) -> None:
        tokens = parse.tokens
        self._starts = tokens.starts
        self._space = language.joint
        self._folded = parse.folded
        self._words = list(map(str.lower, tokens.words))
        for i in compress(count(), map(language.lexicon.parts.__contains__, tokens.words)):
            self._words[i] = language.lexicon.parts[tokens.words[i]]
        if ends := tuple(language.lexicon.words.get("verb_ends", ())):
            self._mark_participles(tokens.classes, ends)
        self._entries = language.gazetteer.entries
        places = [match.start() for match in NAMES.finditer(tokens.classes)]
        named = {*map(tokens.words.__getitem__, places)}
        self._people = {form: name.party for form, name in by_form(parse.names).items()}
        self._parties = {word: party for word in named if (party := self._party(word))}
        self._named = [i for i in places if tokens.words[i] in self._parties]
        self._shown = tokens.words
        joins = "|".join(sorted(language.lexicon.words["with_preposition"]))
        join = f"{self._space}(?:(?:{joins}){self._space})?"
        self._joint = re.compile(f"{SELF}{join}{OTHER}|{OTHER}{join}{SELF}")

    def _mark_participles(self, classes: str, ends: tuple[str, ...]) -> None:
        """осужденный is no осудить: what is told of a noun is not done by the speaker."""
        for match in ADJECTIVES.finditer(classes):
            if self._words[match.start()].endswith(ends):
                self._words[match.start()] += PARTICIPLE

    def tell(self, content: tuple[Span, ...], party: str, pair: tuple[str, ...]) -> Told:
        """Return the content in lower case: S is the speaker's side, O the other one, B both, T anybody else."""
        parts = dict.fromkeys(pair, OTHER) | dict.fromkeys(party.split("+"), SELF)
        thirds: list[str] = []
        text = "".join([self._gap(content, n) + self._told(span, parts, thirds) for n, span in enumerate(content)])
        both = SELF in text and OTHER in text
        return Told(self._joint.sub("B", text) if both else text, thirds[0] if thirds else None)

    def _gap(self, content: tuple[Span, ...], n: int) -> str:
        """What parts a span from the one before it: Ankara, he said, will wait is one clause, two sentences are not."""
        if n == 0:
            return ""
        return self._space if self._space and self._folded[content[n].start].islower() else "…"

    def _told(self, span: Span, parts: dict[str, str], thirds: list[str]) -> str:
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.stop, first)
        words = self._words[first:last]
        at = bisect_left(self._named, first)
        for i in self._named[at : bisect_left(self._named, last, at)]:
            party = self._parties[self._shown[i]]
            words[i - first] = parts.get(party, THIRD)
            if party not in parts:
                thirds.append(party)
        return MARKS.sub("", self._space.join(words)) if self._space else "".join(words)

    def _party(self, word: str) -> str | None:
        entry = self._entries.get(word)
        return self._people.get(word) or (entry.party if entry and entry.kind != "outlet" else None)
