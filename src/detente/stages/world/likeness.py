"""How alike two names are: whole, by the family name only, at odds, or not at all."""

from __future__ import annotations

from detente.text.sounds import Spoken, sound_alike

from .written import Written, spoken_whole

FULL, FAMILY, ODDS = "full-name", "family-name", "at-odds"
# Consonants without which the sounds of a whole name prove nothing.
LEAST_WHOLE = 4


def likeness(one: Written, other: Written) -> str | None:
    """Return how alike two names are; names with one family name and different given names are at odds.

    >>> from .written import written
    >>> likeness(written("Halvor Strand"), written("Халвор Странд"))
    'full-name'
    >>> likeness(written("Halvor Strand"), written("\u65af\u7279\u5170\u5fb7"))
    'family-name'
    >>> likeness(written("Halvor Strand"), written("Эйнар Странд"))
    'at-odds'
    """
    if not (one.parts and other.parts):
        return None
    if found := _natively(one, other):
        return found
    if len(one.parts) == 1 or len(other.parts) == 1:
        return FAMILY if _alike(one.sounds[-1], other.sounds[-1], one, other) else None
    return _of_parts(one, other)


def _natively(one: Written, other: Written) -> str | None:
    """Chinese names: the same syllables, or the same family name and no other."""
    if one.native & other.native:
        return FULL
    chinese = next((name for name in (one, other) if name.script == "zh"), None)
    if chinese is None or one.script == other.script or not chinese.native:
        return None
    spelled = other if chinese is one else one
    if len(spelled.parts) == 1 and chinese.family & spelled.family:
        return FAMILY
    return None


def _of_parts(one: Written, other: Written) -> str | None:
    """Names with a given name each, in either order; of an initial only that it fits."""
    first, last = _alike(one.sounds[0], other.sounds[0], one, other), _alike(one.sounds[-1], other.sounds[-1], one, other)
    if last and (_is_initial(one) or _is_initial(other)):
        return FAMILY if _same_initial(one, other) else ODDS
    if first and last:
        return FULL
    if _alike(one.sounds[0], other.sounds[-1], one, other) and _alike(one.sounds[-1], other.sounds[0], one, other):
        return FULL
    if len(one.parts) != len(other.parts) and _whole_alike(one, other):
        return FULL
    return ODDS if last else None


def _alike(a: Spoken, b: Spoken, one: Written, other: Written) -> bool:
    return sound_alike(a, b, loosely="zh" in (one.script, other.script))


def _is_initial(name: Written) -> bool:
    return len(name.parts[0].rstrip(".")) == 1 and name.script != "zh"


def _same_initial(one: Written, other: Written) -> bool:
    """Whether the first sounds of two names can be the same."""
    return not _opening(one).isdisjoint(_opening(other))


def _opening(name: Written) -> set[str]:
    """The first consonants of a given name, or the kinds of vowels that it begins with."""
    return {
        vowels[:1] or consonants[:1] for consonants, places in name.sounds[0].strict.items() for vowels in places[0]
    }


def _whole_alike(one: Written, other: Written) -> bool:
    ours, theirs = spoken_whole(one.parts, one.script), spoken_whole(other.parts, other.script)
    return min(map(len, ours.strict), default=0) >= LEAST_WHOLE and _alike(ours, theirs, one, other)
