"""A content with its actors replaced by their part in it, so that one pattern serves every pair of states."""

from __future__ import annotations

import re
from bisect import bisect_left

from detente.languages import Language
from detente.records import Parse, Span

SELF, OTHER, THIRD = "S", "O", "T"


class Teller:
    """Tells the contents of one document from the side of a party."""

    def __init__(self, parse: Parse, language: Language) -> None:
        self._tokens = parse.tokens
        self._entries = language.gazetteer.entries
        self._people = {form: name.party for name in parse.names for form in name.forms}
        self._plain = language.lexicon.settings["parts"]
        joins = "|".join(sorted(language.lexicon.words["with_preposition"]))
        self._joint = re.compile(f"{SELF}(?:{joins})?{OTHER}|{OTHER}(?:{joins})?{SELF}")

    def tell(self, content: tuple[Span, ...], party: str, pair: tuple[str, ...]) -> str:
        """Return the content in lower case, with S for the speaker's side, O for the other, B for both, T for others."""
        own = party.split("+")
        parts = ("".join(self._words(span, own, pair)) for span in content)
        return self._joint.sub("B", "…".join(parts))

    def _words(self, span: Span, own: list[str], pair: tuple[str, ...]) -> list[str]:
        tokens = self._tokens
        numbers = range(bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.stop))
        return [self._part(tokens.words[i], tokens.classes[i], own, pair) for i in numbers]

    def _party(self, word: str) -> str | None:
        entry = self._entries.get(word)
        return self._people.get(word) or (entry.party if entry and entry.kind != "outlet" else None)

    def _part(self, word: str, letter: str, own: list[str], pair: tuple[str, ...]) -> str:
        if letter in "SMKG" and (party := self._party(word)):
            return SELF if party in own else OTHER if party in pair else THIRD
        return self._plain.get(word) or word.lower()
