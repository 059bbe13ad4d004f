"""A content with its actors replaced by their part in it, so that one pattern serves every pair of states."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from detente.languages import Language
from detente.records import Parse, Span, by_form

SELF, OTHER, THIRD = "S", "O", "T"
NAMES = re.compile("[SMKG]")
CLAUSE_MARK = re.compile("[,;。:…]")  # divides a told content


class Told(NamedTuple):
    """A content as it is told, and the first third party that it names."""

    text: str
    third: str | None


class _Sides(NamedTuple):
    own: tuple[str, ...]
    pair: tuple[str, ...]
    thirds: list[str]


class Teller:
    """Tells the contents of one document from the side of a party."""

    def __init__(self, parse: Parse, language: Language) -> None:
        self._tokens = parse.tokens
        self._entries = language.gazetteer.entries
        self._people = {form: name.party for form, name in by_form(parse.names).items()}
        self._plain = language.lexicon.parts
        joins = "|".join(sorted(language.lexicon.words["with_preposition"]))
        self._joint = re.compile(f"{SELF}(?:{joins})?{OTHER}|{OTHER}(?:{joins})?{SELF}")

    def tell(self, content: tuple[Span, ...], party: str, pair: tuple[str, ...]) -> Told:
        """Return the content in lower case: S is the speaker's side, O the other one, B both, T anybody else."""
        thirds: list[str] = []
        case = _Sides(tuple(party.split("+")), pair, thirds)
        text = "…".join("".join(self._parts(span, case)) for span in content)
        return Told(self._joint.sub("B", text), thirds[0] if thirds else None)

    def _parts(self, span: Span, case: _Sides) -> list[str]:
        tokens, plain = self._tokens, self._plain
        first, last = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.stop)
        parts = [plain.get(word) or word.lower() for word in tokens.words[first:last]]
        for match in NAMES.finditer(tokens.classes, first, last):
            if party := self._party(tokens.words[match.start()]):
                parts[match.start() - first] = self._part(party, case)
        return parts

    def _part(self, party: str, case: _Sides) -> str:
        if party in case.own:
            return SELF
        if party in case.pair:
            return OTHER
        case.thirds.append(party)
        return THIRD

    def _party(self, word: str) -> str | None:
        entry = self._entries.get(word)
        return self._people.get(word) or (entry.party if entry and entry.kind != "outlet" else None)
