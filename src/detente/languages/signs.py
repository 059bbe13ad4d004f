"""Of which state somebody is by the name of a body, a place or a title that its own press leaves without the state: the PNGDF, Zombo."""

from __future__ import annotations

from collections.abc import Sequence

from detente.resources.signs import BODY, PLACE, load_signs

from .base import Language

LONGEST = 4  # words of a name


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
            for kind in kinds:
                if states := found[kind].get(name):
                    near = next((party for party in (home, *parties) if party in states), None)
                    return near or (states[0] if len(states) == 1 else None)
    return None
