"""Of which state somebody is by the name of a body, a place or a title that its own press leaves without the state: the PNGDF, Zombo."""

from __future__ import annotations

from collections.abc import Sequence

from detente.resources.signs import BODY, PLACE, load_signs

from .base import Language
from .places import place_at

LONGEST, SHORT = 4, 3  # words of a name; letters of one that bodies of other states may have


def state_by_sign(
    words: Sequence[str], home: str | None, parties: Sequence[str], language: Language, kinds: tuple[str, ...] = (BODY, PLACE)
) -> str | None:  # fmt: skip
    """Return the state of the first sign among some words: of those that have one the home of a text, a main party, or the only one.

    >>> from detente.languages import load_language
    >>> english = load_language("en")
    >>> state_by_sign(("Zombo", "Resident"), None, (), english), state_by_sign(("NIS",), "KE", ("UG",), english)
    ('UG', 'KE')
    """
    found = load_signs(language.code).of
    for at in range(len(words)):
        for count in range(min(LONGEST, len(words) - at), 0, -1):
            name = language.joint.join(words[at : at + count]).partition("-")[0]
            known = place_at(words, at, language) if count == 1 and PLACE in kinds else None
            for states in (*(found[kind].get(name, ()) for kind in kinds), (known[0].state,) if known else ()):
                if states:
                    near = next((party for party in (home, *parties) if party in states), None)
                    return near or (states[0] if len(states) == 1 and len(name) > SHORT else None)
    return None


def names_region(words: Sequence[str], i: int, language: Language) -> bool:
    """Return whether a word for a part of the world names one of a state: the Western Province's premier, the western waters.

    >>> from detente.languages import load_language
    >>> names_region(("Western", "Province"), 0, load_language("en")), names_region(("Western", "diplomat"), 0, load_language("en"))
    (True, False)
    """
    return words[i].lower() in language.lexicon.words["compass"] and any(word.lower() in language.lexicon.words["region"] for word in words[i + 1 : i + 2])
