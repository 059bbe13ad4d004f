"""Movements that govern a state speak for it, where a text is about that state."""

from __future__ import annotations

from msgspec.structs import replace

from detente.records import Speaker, Statement

from .case import Attribution

SIDES = 2


def for_states(statements: tuple[Statement, ...], case: Attribution) -> tuple[Statement, ...]:
    """Return statements whose speakers stand for the state that their movement governs, if it is one of the two main sides."""
    rulers = case.language.gazetteer.rulers
    sides = [party for party in case.parties if party not in rulers][:SIDES]
    states = {movement: state for movement, state in rulers.items() if state in sides and movement in case.parties}
    if not states:
        return statements
    return tuple(replace(one, speaker=_of_state(one.speaker, states), addressee=_of_state(one.addressee, states)) for one in statements)


def _of_state(speaker: Speaker | None, states: dict[str, str]) -> Speaker | None:
    if speaker is None or not speaker.party:
        return speaker
    parties = {states.get(party, party) for party in speaker.party.split("+")}
    return replace(speaker, party="+".join(sorted(parties)))
