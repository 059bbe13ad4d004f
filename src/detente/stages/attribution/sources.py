"""A source that goes on: источник в МИД Египта said something, собеседник агентства adds to it."""

from __future__ import annotations

from detente.records import Speaker

from .media import is_english
from .naming import Naming


def same_source(naming: Naming) -> Speaker | None:
    """The side of the source who spoke last, where an unnamed one of an outlet goes on; in English "the sources" alone."""
    case, before = naming.case, naming.before
    sources = case.words("source")
    if is_english(case):
        return _same(naming) if naming.letters in ("t", "h") else None
    if not case.parse.tokens.cases or before is None or before.party is None or naming.words[0].split(" ")[0] not in sources:
        return None
    goes_on = before.actor_id.removeprefix("actor:").split(" ")[0] in sources
    return naming.speaker(before.actor_id, before.party) if goes_on else None


def _same(naming: Naming) -> Speaker | None:
    """Sources at the ministry rejected it. …, the sources said."""
    case, before = naming.case, naming.before
    article = naming.first > 0 and case.parse.tokens.words[naming.first - 1].lower() == "the"
    source = naming.words[0].lower()
    goes_on = before is not None and source in case.words("source") and source in before.name.lower().split()
    return naming.speaker(before.actor_id, before.party) if article and goes_on and before else None
