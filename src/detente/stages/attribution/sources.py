"""A source that goes on: источник в МИД Египта said something, собеседник агентства adds to it."""

from __future__ import annotations

from detente.records import Speaker

from .naming import Naming


def same_source(naming: Naming) -> Speaker | None:
    """The side of the source who spoke last, where an unnamed one of an outlet goes on, in a language with cases."""
    case, before = naming.case, naming.before
    sources = case.words("source")
    if not case.parse.tokens.cases or before is None or before.party is None or naming.words[0].split(" ")[0] not in sources:
        return None
    goes_on = before.actor_id.removeprefix("actor:").split(" ")[0] in sources
    return naming.speaker(before.actor_id, before.party) if goes_on else None
