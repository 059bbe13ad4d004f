"""Noun phrases that tell by their noun that they name an outlet: the Icelandic broadcaster RUV."""

from __future__ import annotations

from collections.abc import Set

# Classes of words that may stand before the noun: a state, its 's, a determiner, an adjective.
LEADING = frozenset("SMGedjxmk-")
# Classes of words behind which a phrase is of somebody else: an editor, a spokesman.
OTHERS = frozenset("Tt")
# Classes of what a name may begin with, and of nouns before which another is only a part: media regulator, press service.
NAMES = frozenset("kKO“‘")
GOING_ON = frozenset("xNhYI")
BEFORE_NAMED = frozenset("SMed")
LATIN_STOP = "\u0370"  # the first letter behind those of Latin scripts


def outlet_noun_stop(words: tuple[str, ...], letters: str, nouns: Set[str], named: Set[str]) -> int | None:
    """Return where the noun of an outlet ends in a phrase, in tokens; None where the phrase is not one.

    `nouns` are always of outlets, also those of two words; `named` only between a state or a determiner and a name.

    >>> nouns, named = {"broadcaster", "news agency"}, {"agency"}
    >>> outlet_noun_stop(("Icelandic", "broadcaster", "RUV"), "Sxk", nouns, named)
    2
    >>> outlet_noun_stop(("Iranian", "news", "agency"), "Sxx", nouns, named)
    3
    >>> outlet_noun_stop(("Russian", "space", "agency"), "Sxx", nouns, named)
    """
    if not OTHERS.isdisjoint(letters):
        return None
    for i, word in enumerate(words):
        for stop in (i + 2, i + 1):
            if " ".join(words[i:stop]) in nouns and letters[stop : stop + 1] not in GOING_ON:
                return stop
        if word in named and letters[i - 1 : i] in BEFORE_NAMED and letters[i + 1 : i + 2] in NAMES:
            return i + 1
        if letters[i] not in LEADING:
            return None
    return None


def is_latin(word: str) -> bool:
    """Whether a word is written in Latin letters, with marks or without, as the names of foreign outlets are in Russian.

    >>> is_latin("ČTK"), is_latin("Axios"), is_latin("ТАСС")
    (True, True, False)
    """
    return all(letter < LATIN_STOP for letter in word)
