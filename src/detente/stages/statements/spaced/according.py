"""According to X: in front of its content, or behind it."""

from __future__ import annotations

from detente.resources.verbs import VerbForm

from .scene import Scene

ACCORDING = VerbForm("according to", (), frozenset(), "say", frozenset())
LONGEST = 40


def read_according(scene: Scene, first: int, last: int) -> bool:
    """Read a sentence that names its source by according to."""
    items = scene.items
    at = next((k for k in range(first, last - 2) if items.words[k] == "according" and items.words[k + 1] == "to"), None)
    if at is None:
        return False
    comma = items.letters.find(",", at + 2, min(last, at + LONGEST))
    if at <= first + 1:
        if comma < 0 or comma + 1 >= last:
            return False
        source, content = (at + 2, comma), (comma + 1, last)
    else:
        stop = at - 1 if items.letters[at - 1] == "," else at
        end = comma if comma >= 0 else last
        source, content = (at + 2, end), (first, stop)
    draft = scene.new(ACCORDING, (at, at + 2), scene.span(*source), scene.span(first, last), "according")
    draft.take(*scene.span(*content), 0)
    return True
