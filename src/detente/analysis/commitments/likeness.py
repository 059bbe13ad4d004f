"""How much two passages are about the same thing, in one language or in two."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from detente.index.terms import folded_terms
from detente.resources.commitments import RUSSIAN, load_matters, load_numerals
from detente.resources.sounds import load_sounds
from detente.text.sounds import units

from .article import Article
from .figures import figures_in

# What is called by a name: in quotation marks, or with a capital inside a sentence.
NAMED = {False: re.compile("(?<=[“「《‘])[^”」》’]{2,10}(?=[”」》’])"), True: re.compile(r"(?:^|(?<=[\s«“\"-]))[A-ZА-Я][\w-]{3,}")}
VOWELS = re.compile("[aeiouy]")
CASE = re.compile("(?:ого|ому|ыми|ими|ами|ями|ов|ев|ой|ей|ом|ем|ым|им|ах|ях|ам|ям|ых|их|[аеиоуыьюяй])$")  # what Russian names end in by case
LEAST_STEM, LONGEST_STEM = 4, 6  # letters that the cases of a name share
WORD, NAME, FIGURE, SOUND = "word:", "name:", "number:", "sound:"
LEAST_SOUND, LONGEST_SOUND = 3, 4  # consonants of a name that is known again in another script
LEAST_WORD = 3  # letters of a word that tells something, where words are written apart
LEAST_READ = 60  # sentences; of fewer, none is common
MOST = 4.0  # weight of a feature
ENOUGH = 3.0  # weight that two passages about the same thing share
LONE = 0.5  # what a single feature counts between two languages
PLAIN_WEIGHT = 0.5  # of a word against a matter, which is known in all languages


class Features(NamedTuple):
    """What a passage tells of: matters, places and numbers in `shared`, its own words in `words`; names as they sound in other scripts."""

    language: str
    shared: frozenset[str]
    words: frozenset[str]
    sounds: frozenset[str] = frozenset()


def features_of(article: Article, start: int, stop: int) -> Features:
    """Return what a part of an article tells of; its dates and the names of sides are left out."""
    folded = _masked(article, start, stop)
    least = LEAST_WORD if article.is_spaced else 2
    plain = article.words["plain"]
    words = {f"{WORD}{term.text}" for term in folded_terms(folded) if len(term.text) >= least and not plain.search(term.text)}
    shared = set(load_matters(article.language).told(folded, 0, len(folded)))
    names = [match[0] for match in NAMED[article.is_spaced].finditer(folded)]
    sounds = (_sound(part, article.language) for name in names for part in name.split("-")) if article.is_spaced else ()
    words.update(f"{NAME}{_stem(name, article.language)[:LONGEST_STEM]}" for name in names)
    shared.update(f"{FIGURE}{number}" for number in figures_in(folded, load_numerals(article.language)))
    return Features(article.language, frozenset(shared), frozenset(words), frozenset(f"{SOUND}{sound}" for sound in sounds if sound))


def _stem(name: str, language: str) -> str:
    """A name in small letters, in Russian without what it ends in by case."""
    small = name.casefold()
    return CASE.sub("", small) if language == RUSSIAN and len(small) > LEAST_STEM else small


@lru_cache(maxsize=4096)
def _sound(name: str, language: str) -> str:
    """The consonants that a name begins with, in the letters of all tables of sounds; none of a short name.

    >>> _sound("Гашун", "ru"), _sound("Gashun", "en"), _sound("Osh", "en")
    ('gSn', 'gSn', '')
    """
    table = load_sounds().tables.get(language, {})
    sounds = "".join(sounds[0] for sounds in units(_stem(name, language), table) if sounds)
    consonants = VOWELS.sub("", sounds.replace("h", "g").replace("w", "v"))[:LONGEST_SOUND]
    return consonants if len(consonants) >= LEAST_SOUND else ""


def _masked(article: Article, start: int, stop: int) -> str:
    """The folded words with spaces for dates and names of sides."""
    signs = list(article.folded[start:stop])
    spans = [(each.start, each.stop) for each in article.dates]
    spans += [(each.start, each.stop) for each in article.mentions_in(start, stop) if each.actor_id.startswith("state:") and each.kind != "title"]
    for first, last in spans:
        if start <= first < stop:
            signs[first - start : min(last, stop) - start] = " " * (min(last, stop) - first)
    return "".join(signs)


class _Rarities(dict[str, float]):
    """The weights of features, of each from when it is first asked for."""

    def __init__(self, counts: Counter[str], number: int) -> None:
        self._counts, self._number = counts, number

    def __missing__(self, feature: str) -> float:
        rarity = math.log((self._number + 1) / (self._counts[feature] + 0.5))
        weight = self[feature] = min(max(rarity, 0.0), MOST) * (PLAIN_WEIGHT if feature.startswith(WORD) else 1.0)
        return weight


class Weights:
    """How much each feature tells: the rarer in what was read, the more."""

    def __init__(self, passages: Iterable[Features]) -> None:
        counts: Counter[str] = Counter()
        number = 0
        for each in passages:
            counts.update(each.shared | each.words | each.sounds)
            number += 1
        self._known = _Rarities(counts, max(number, LEAST_READ))
        self._wholes: dict[tuple[Features, bool], float] = {}

    def of(self, feature: str) -> float:
        """Return the weight of a feature."""
        return self._known[feature]

    def whole(self, features: Features, *, is_one: bool) -> float:
        """Return the weight of all that a passage tells, as far as it can be compared with one in the same language or in another."""
        if (known := self._wholes.get((features, is_one))) is None:
            known = self._wholes[features, is_one] = self.total(features.shared | (features.words if is_one else features.sounds))
        return known

    def total(self, features: Iterable[str]) -> float:
        """Return the weight of several features together."""
        return sum(map(self._known.__getitem__, sorted(features)))

    def likeness(self, one: Features, other: Features, *, enough: float = ENOUGH) -> float:
        """Return the part of what `one` tells that `other` tells too, by weight; less where that is little in all."""
        is_one = one.language == other.language
        comparable, told = (one.shared | one.words, other.shared | other.words) if is_one else (one.shared | one.sounds, other.shared | other.sounds)
        common, whole = self.total(comparable & told), self.whole(one, is_one=is_one)
        single = LONE if not is_one and len(comparable & told) == 1 else 1.0
        return single * common / whole * min(1.0, common / enough) if whole else 0.0
