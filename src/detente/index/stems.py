"""A word as what all its forms share: dictionary forms of Russian, stems of English."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

from detente.resources.load import load_tsv
from detente.resources.tongues import LANGUAGES
from detente.text.kept import Kept

if TYPE_CHECKING:
    from detente.languages.ru.forms import Forms

JOINT = "_"  # between words of which a form may be
RUSSIAN, LATIN = re.compile("[\u0430-\u044f]+"), re.compile("[a-z]+")
LONGEST = 100  # characters of a term; a database takes no endless ones


def stem(word: str) -> str:
    """Return what a word of a text, folded, is indexed as; a form of several words as all of them.

    >>> [stem(word) for word in ("countries", "met", "US", "us", "визиты", "судов", "F16")]
    ['countri', 'meet', 'us_', 'us', 'визит', 'суд_судно', 'f16']
    """
    return _STEMS[word]


def alternatives(word: str) -> tuple[str, ...]:
    """Return what the forms of a word of a query, folded, are indexed as, the word itself first.

    >>> alternatives("met"), alternatives("суд"), alternatives("us")
    (('meet',), ('суд', 'суд_судно'), ('us', 'us_'))
    """
    return _ALTERNATIVES[word]


def _stem(word: str) -> str:
    small = word.casefold()[:LONGEST]
    if RUSSIAN.fullmatch(small):
        return _russian(small)
    small = small if small.isascii() else _bare(small)
    known = apart()
    if found := known.get(word) or known.get(small):
        return found
    return str(_stemmer("english").stemWord(small)) if LATIN.fullmatch(small) else small


def _alternatives(word: str) -> tuple[str, ...]:
    """What forms of the same word are indexed as; a word in small letters may also be initials."""
    small = word.casefold()[:LONGEST]
    if not RUSSIAN.fullmatch(small):
        return tuple(dict.fromkeys((stem(word), stem(word.upper()) if word.islower() else stem(word))))
    lemmas = set(stem(small).split(JOINT))
    forms = map(stem, _forms().of_the_same(small)) if _forms()[small].known else ()
    return tuple(dict.fromkeys([stem(small), *(found for found in forms if not lemmas.isdisjoint(found.split(JOINT)))]))


_STEMS, _ALTERNATIVES = Kept(_stem), Kept(_alternatives)


@cache
def apart() -> dict[str, str]:
    """Return the English forms that are indexed under another word than their stem."""
    return {row["form"]: row["term"] for row in load_tsv(LANGUAGES / "en" / "search.tsv", ("form", "term"))}


def _bare(word: str) -> str:
    """A word without accents.

    >>> _bare("são"), _bare("북한")
    ('sao', '북한')
    """
    letters = unicodedata.normalize("NFKD", word)
    plain = "".join(character for character in letters if not unicodedata.combining(character))
    return plain if plain.isascii() else word


def _russian(word: str) -> str:
    """Dictionary forms; a word that no dictionary has, mostly a name, is stemmed."""
    form = _forms()[word]
    return JOINT.join(sorted(form.lemmas)) if form.known else str(_stemmer("russian").stemWord(word))


def _forms() -> Forms:
    from detente.languages.ru.known import forms  # the dictionary is loaded for Russian only

    return forms()


@cache
def _stemmer(language: str) -> Any:
    from snowballstemmer.english_stemmer import EnglishStemmer
    from snowballstemmer.russian_stemmer import RussianStemmer

    return {"english": EnglishStemmer, "russian": RussianStemmer}[language]()
