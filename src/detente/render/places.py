"""What places are called in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping

from detente.analysis.places import place_in
from detente.text.fold import convert

from .interface import Interface
from .width import printable


def place_name(places: Mapping[str, str], words: Interface) -> str:
    """Return what a place, given as each language writes it, is called in the reader's language where it is known.

    >>> from .interface import interface
    >>> place_name({"ru": "\\u041e\\u0448\\u0435"}, interface("en"))
    'Osh'
    """
    name = printable(place_in(places, words.ui.partition("-")[0]))
    return convert(name, "s2tw") if words.ui == "zh-Hant" else name
