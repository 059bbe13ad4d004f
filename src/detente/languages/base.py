"""The protocol of a language, and the languages there are."""

from __future__ import annotations

from copy import copy
from functools import cache, lru_cache
from importlib import import_module
from typing import Protocol

from detente.records import Tokens
from detente.resources.gazetteer import Gazetteer
from detente.resources.lexicon import Lexicon
from detente.resources.reports import Reports
from detente.resources.roles import dated, period_of
from detente.resources.tongues import languages
from detente.resources.verbs import Verbs
from detente.text.lemmas import Lemmas


class Language(Protocol):
    """A language's lexicon and gazetteer with the segmenter that they steer."""

    code: str
    joint: str  # what stands between the words of a phrase
    is_spaced: bool  # whether words are written apart
    short_forms: frozenset[str]  # of sides, each of which may be of several states (乌方)
    lexicon: Lexicon
    gazetteer: Gazetteer

    @property
    def verbs(self) -> Verbs | Reports | None:
        """Its reporting verbs by their forms, or by their dictionary forms, where words are written apart."""
        ...

    def segment(self, folded: str) -> Tokens:
        """Cut a folded text into words with their classes."""
        ...

    def word_class(self, word: str) -> str:
        """Return the class letter of a word, `x` where it is not known."""
        ...

    def is_short_form(self, word: str) -> bool:
        """Return whether a word is a side's short form, which may be of several states (乌方)."""
        ...

    def lemmatise(self, folded: str) -> Lemmas | None:
        """Return a folded text as dictionary forms, in a language whose terms are matched by them."""
        ...

    def is_place(self, word: str) -> bool:
        """Return whether a word names a state, a capital or another place of the dictionary."""
        ...


def supported() -> tuple[str, ...]:
    """Return the codes of the languages that can be read.

    >>> supported()
    ('en', 'ru', 'zh')
    """
    return languages()


@cache
def load_language(code: str) -> Language:
    """Return a supported language, loaded once: what `LANGUAGE` of the module of its code makes."""
    language: Language = import_module(f".{code}", __package__).LANGUAGE()
    return language


def language_on(code: str, day: str) -> Language:
    """Return a language as of a day: who held which office then, and for whom people spoke.

    >>> language_on("en", "2022-05-01").gazetteer.holders["office:president", "US"]
    'person:biden'
    """
    return _language_in(code, period_of(day))


@lru_cache(maxsize=32)
def _language_in(code: str, period: str) -> Language:
    language = copy(load_language(code))
    language.gazetteer = dated(language.gazetteer, period)
    return language
