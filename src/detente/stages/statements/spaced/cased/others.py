"""Sentences whose words are of another than the subject of their verb, or stand in a clause before it."""

from __future__ import annotations

from ..hits import Hit
from ..scene import Scene
from .cited import read_cited, read_heard, read_secondhand
from .clausal import read_clausal
from .voiced import read_voiced


def read_of_others(scene: Scene, first: int, last: int, hits: list[Hit]) -> bool:
    """Read such a sentence, by the first reader that finds its words."""
    if read_clausal(scene, first, last, hits) or read_voiced(scene, first, last) or read_cited(scene, first, last):
        return True
    return read_heard(scene, first, last) or read_secondhand(scene, first, last, hits)
