"""Reports by a colon: headlines (Iran ready for talks: Zarif), and the turns of a conversation (ZARIF: …)."""

from __future__ import annotations

from detente.resources.verbs import VerbForm

from .scene import Scene

COLON = VerbForm(":", (), frozenset(), "say", frozenset())
NAMES = frozenset("SMKkjGYTtOhIex")
LONGEST, LEAST = 5, 2  # items of who speaks, and of what is said before a dash


def read_headline(scene: Scene) -> bool:
    """Read a headline that a colon divides; the shorter part that only names somebody is the speaker."""
    items = scene.items
    letters = items.letters.rstrip(".")
    colon = letters.find(":")
    if not 0 < colon < len(letters) - 1:
        return items.cased and _read_dashed(scene, letters)
    if _is_furniture(scene, colon):
        return True
    if _names(scene, 0, colon):
        speaker, content = (0, colon), (colon + 1, len(letters))
    elif _names(scene, letters.rfind(":") + 1, len(letters)):
        colon = letters.rfind(":")
        speaker, content = (colon + 1, len(letters)), (0, colon)
    else:
        return False
    _add(scene, (colon, colon + 1), speaker, content, "headline")
    return True


def _read_dashed(scene: Scene, letters: str) -> bool:
    """Read a headline that ends with who speaks behind a dash, where words have cases: Мост откроют в мае – генсек."""
    dash = letters.rfind("-")
    if dash < LEAST or not set("Vc") & set(letters[:dash]) or not _names(scene, dash + 1, len(letters)):
        return False
    _add(scene, (dash, dash + 1), (dash + 1, len(letters)), (0, dash), "headline")
    return True


def read_label(scene: Scene) -> bool:
    """Read a paragraph that opens with who speaks and a colon, or only says that it asks or answers (Q:)."""
    colon = scene.items.letters.find(":", 0, LONGEST + 1)
    if colon == 1 and scene.items.words[0] in scene.words["turn"] and len(scene.items.letters) > 2:
        _add(scene, (0, 1), None, (2, len(scene.items.letters)), "turn")
        return True
    if _is_furniture(scene, colon):
        return True
    if colon < 1 or colon == len(scene.items.letters) - 1 or not _names(scene, 0, colon):
        return False
    _add(scene, (colon, colon + 1), (0, colon), (colon + 1, len(scene.items.letters)), "turn")
    return True


def _is_furniture(scene: Scene, colon: int) -> bool:
    """Whether a label is of the page, not of who speaks: Author: Ana Ruiz; Updated: 29 April."""
    return 0 < colon <= LONGEST and scene.items.words[colon - 1] in scene.words["page_label"]


def _names(scene: Scene, first: int, last: int) -> bool:
    items = scene.items
    if not 0 < last - first <= LONGEST or not set(items.letters[first:last]) <= NAMES:
        return False
    return all(items.capital[i] or items.letters[i] in "eTtYhG" for i in range(first, last))


def _add(
    scene: Scene, cue: tuple[int, int], speaker: tuple[int, int] | None, content: tuple[int, int], method: str
) -> None:
    whole = scene.span(0, len(scene.items.letters))
    draft = scene.new(COLON, cue, scene.span(*speaker) if speaker else None, whole, method)
    draft.take(*scene.span(*content), 0)
