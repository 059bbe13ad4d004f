"""The Russian language: lexicon, gazetteer and segmenter."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from operator import attrgetter

from msgspec import structs

from detente.records import Tokens
from detente.resources.gazetteer import Entry, load_gazetteer
from detente.resources.lexicon import load_lexicon
from detente.resources.reports import load_reports
from detente.text.lemmas import Lemmas

from .dictionary import KINDS, TOKEN, Dictionary
from .fields import join_fields
from .known import forms
from .names import join_people
from .objects import settle_objects
from .quoted import settle_quoted
from .shorts import settle_shorts
from .surnames import settle_surnames
from .words import Word, columns_of

AT = "при"  # постпред при ООН speaks for whoever sent him
SEATS = frozenset(("organisation", "side", "body"))  # what an office may speak for: пресс-секретарь Белого дома


class Russian:
    """The Russian language: lexicon, gazetteer and segmenter."""

    code = "ru"
    joint = " "
    short_forms: frozenset[str] = frozenset()

    def __init__(self) -> None:
        self.is_spaced = True
        self.lexicon = load_lexicon("ru")
        self.gazetteer = load_gazetteer("ru")
        self.verbs = load_reports("ru")
        self.forms = forms()
        self._dictionary = Dictionary(self.lexicon, self.gazetteer.entries)
        # A reading asks for both twice, of this language and of its copy as of a day: kept for all copies.
        self._cut = lru_cache(maxsize=1)(self._cut_up)
        self._lemmatised = lru_cache(maxsize=1)(self._lemmas_of)
        self.gazetteer = structs.replace(self.gazetteer, entries=self._settled())

    def _settled(self) -> dict[str, Entry]:
        """The entries of the gazetteer; an office of a body speaks for its side: глава Еврокомиссии."""
        entries = dict(self.gazetteer.entries)
        parties = {self._lemmas(name): e.party for name, e in entries.items() if e.party and e.kind in SEATS}
        for name, entry in entries.items():
            if entry.kind == "office" and entry.party is None and " " in name:
                lemmas = self._lemmas(name)
                own = range(1, len(lemmas) if lemmas[1:2] != (AT,) else 1)
                party = next((parties[lemmas[k:]] for k in own if lemmas[k:] in parties), None)
                entries[name] = Entry(entry.actor_id, entry.kind, party)
        return entries

    def _lemmas(self, name: str) -> tuple[str, ...]:
        return tuple([self.forms[word].lemma for word in name.split(" ")])

    def word_class(self, word: str) -> str:
        """Return the class letter of a word."""
        entry = self.gazetteer.entries.get(word)
        return KINDS[entry.kind] if entry else self._dictionary.words[word].letter

    def is_short_form(self, word: str) -> bool:
        """Return whether a word is a side's short form; Russian has none."""
        return False

    def is_place(self, word: str) -> bool:
        """Return whether a word names a state, a capital or another place of the dictionary."""
        entry = self.gazetteer.entries.get(word)
        if entry:
            return (entry.kind == "state" and word not in self.gazetteer.peoples) or word in self.gazetteer.capitals
        return " " not in word and "g" in self.forms[word.title()].names

    def segment(self, folded: str) -> Tokens:
        """Cut a folded text into words with their classes and cases."""
        rows = join_fields(columns_of(*self._cut(folded)), self.lexicon.words["of_fields"])
        leading = self.lexicon.surnames
        rows = settle_surnames(join_people(rows, folded, leading, self.lexicon.words), folded, leading)
        settle_quoted(rows, folded, self._dictionary.quoted)
        settle_objects(rows)
        settle_shorts(rows, folded, self.gazetteer.entries)
        return Tokens(tuple(rows.starts), tuple(rows.stops), tuple(rows.names), "".join(rows.letters), "".join(rows.cases))

    def lemmatise(self, folded: str) -> Lemmas:
        """Return a folded text as dictionary forms."""
        return self._lemmatised(folded)

    def _lemmas_of(self, folded: str) -> Lemmas:
        words, starts, stops = self._cut(folded)
        return Lemmas(tuple(map(attrgetter("lemma"), words)), tuple(starts), tuple(stops))

    def _cut_up(self, folded: str) -> tuple[list[Word], list[int], list[int]]:
        """The words of a text, where they begin and where they end; the pattern's group makes them every second part."""
        parts = TOKEN.split(folded)
        ends = list(accumulate(map(len, parts)))
        return list(map(self._dictionary.words.__getitem__, parts[1::2])), ends[:-1:2], ends[1::2]
