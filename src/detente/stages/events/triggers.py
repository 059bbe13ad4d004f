"""Where the words that may tell an event stand: as they are, as whole words of any case, or in whatever form."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from detente.languages import Language
from detente.records import Parse
from detente.resources.events import EventWords, Trigger
from detente.text.lemmas import LemmaMatcher
from detente.text.match import Matcher

SHORT = 2  # characters; a trigger no longer than this may be the end of one word and the start of another


class TriggerFinder:
    """Finds the triggers of a language in one pass."""

    def __init__(self, words: EventWords, language: Language) -> None:
        self._lemmatise = language.lemmatise
        self._is_spaced = language.is_spaced
        self._times = language.lexicon.words["time"] if self._is_spaced else frozenset()
        self._is_declined = language.lemmatise("") is not None
        self._triggers: dict[str, Trigger] = {}
        for trigger in words.triggers:
            self._triggers.setdefault(_dictionary_form(trigger.word, language), trigger)
        self._rows = tuple(self._triggers.values())
        self._lemmas = LemmaMatcher(self._triggers if self._is_declined else ())
        self._matcher = Matcher(() if self._is_declined else self._triggers)

    def find(self, parse: Parse) -> Iterator[tuple[Trigger, int, int]]:
        """Yield triggers with their starts and stops, in order."""
        for number, start, stop in self._matches(parse):
            trigger = self._rows[number]
            is_month = bool(self._times) and parse.folded[start].isupper() and trigger.word in self._times  # detained since March
            if trigger.frame != "compound" and not is_month:
                yield trigger, start, stop

    def _matches(self, parse: Parse) -> Iterator[tuple[int, int, int]]:
        if (lemmas := self._lemmatise(parse.folded)) is not None:
            return self._lemmas.matches(lemmas)
        if self._is_spaced:
            lower = parse.folded.lower()
            text = lower if len(lower) == len(parse.folded) else parse.folded
            return (match for match in self._matcher.matches(text) if _is_word(text, match[1], match[2]))
        return (match for match in self._matcher.matches(parse.folded) if _opens_word(match[1], match[2], parse))


def _dictionary_form(word: str, language: Language) -> str:
    lemmas = language.lemmatise(word)
    return " ".join(lemmas.words) if lemmas else word


def _is_word(text: str, start: int, stop: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[stop : stop + 1].isalnum())


def _opens_word(start: int, stop: int, parse: Parse) -> bool:
    """Whether a trigger begins with a word; a long one need not."""
    starts = parse.tokens.starts
    return stop - start > SHORT or starts[bisect_left(starts, start, 0, len(starts) - 1)] == start
