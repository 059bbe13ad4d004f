"""Speakers that are named by an office or a body alone: one actor in every language by party and office."""

from __future__ import annotations

import re

from detente.records import Mention, Reading, Speaker

MADE_UP = "actor:"
OFFICE = ("office:", "body:")
# Words that may stand beside an office and change nothing: the ministry of Norway, 挪威的外交部.
SMALL = frozenset(("the", "a", "an", "of", "for", "'s", "\u2019s", "'", "\u7684"))
WORD = re.compile(r"['\u2019]s\b|[^\W\d_]+|[^\w\s]")


def office_of(speaker: Speaker, reading: Reading, shared: frozenset[str]) -> str | None:
    """Return the id of an office or body that a speaker is named by, with its party.

    None where other words say more, and for an office that is `shared` by several.
    """
    if not speaker.actor_id.startswith(MADE_UP) or speaker.party is None:
        return None
    inside = [m for m in reading.mentions if speaker.start <= m.start and m.stop <= speaker.stop]
    offices = sorted({m.actor_id for m in inside if m.actor_id.startswith(OFFICE)})
    if not offices or not shared.isdisjoint(offices) or any(m.actor_id.startswith("person:") for m in inside):
        return None
    if _rest(speaker, inside, reading.document.text) - SMALL:
        return None
    return f"{'+'.join(offices)}/{speaker.party}"


def _rest(speaker: Speaker, inside: list[Mention], text: str) -> set[str]:
    """The words of a speaker that name nobody."""
    at, rest = speaker.start, set[str]()
    for mention in inside:
        rest.update(WORD.findall(text[at : mention.start].lower()))
        at = max(at, mention.stop)
    return rest | set(WORD.findall(text[at : speaker.stop].lower()))
