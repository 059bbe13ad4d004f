"""Drafts with their speakers: statements whose act and topics are still unknown."""

from __future__ import annotations

from detente.records import Cue, Draft, Parse, Relay, Span, Speaker, Statement, record_id
from detente.text.spans import trim

from .case import Attribution, tokens_of
from .chain import actor_of
from .resolve import resolve

KNOWN, UNKNOWN = 0.9, 0.5  # scores of statements with and without a speaker

Hops = tuple[tuple[Relay, ...], ...]


def _relays(draft: Draft, case: Attribution) -> Hops:
    return tuple(tuple(_relay(span, case) for span in hop) for hop in draft.relays)


def _relay(span: Span, case: Attribution) -> Relay:
    """A relay that no list knows as an outlet is one by its name."""
    words, _ = tokens_of(case.parse, span)
    name = case.text[span.start : span.stop].strip("《》")
    actor = actor_of(words, case.language) if words else ""
    return Relay(actor if actor.startswith("outlet:") else f"outlet:{name}", name, span.start, span.stop)


def _manner(draft: Draft, parse: Parse) -> str:
    text = parse.folded
    marked = [text[s.start] == "“" and text[s.stop - 1] in "”" for s in draft.content]
    if all(marked):
        return "direct"
    return "mixed" if any("“" in text[s.start : s.stop] for s in draft.content) else "indirect"


def attribute(drafts: tuple[Draft, ...], case: Attribution) -> tuple[Statement, ...]:
    """Return the statements of a document; act, topics and polarity are still unknown."""
    speakers: list[Speaker | None] = []
    vias: list[Hops] = []
    found: list[Statement] = []
    before: Speaker | None = None
    for draft in drafts:
        around = draft.outer if draft.outer is not None and draft.outer < len(speakers) else None
        outer, passed_on = (None, ()) if around is None else (speakers[around], vias[around])
        speaker = resolve(draft.speaker, case, before, outer) if draft.speaker else None
        via = _passed_on(passed_on, outer) if outer and speaker else _own_relays(draft, case, speaker)
        speakers.append(speaker)
        vias.append(via)
        found.append(_statement(draft, case, speaker, _addressee(draft, case, before), via))
        if speaker and draft.outer is None and _is_taken_up(speaker, case):
            before = speaker
    return tuple(found)


def _passed_on(via: Hops, outer: Speaker) -> Hops:
    """The hops of what is told in a report: those of the report, and who made it unless named in the last of them."""
    if via and any(relay.start == outer.start for relay in via[-1]):
        return via
    return (*via, (Relay(outer.actor_id, outer.name, outer.start, outer.stop),))


def _own_relays(draft: Draft, case: Attribution, speaker: Speaker | None) -> Hops:
    """The hops that a draft names; an outlet that speaks itself is its own."""
    via = _relays(draft, case)
    if via or speaker is None or not speaker.actor_id.startswith("outlet:"):
        return via
    return ((Relay(speaker.actor_id, speaker.name, speaker.start, speaker.stop),),)


def _is_taken_up(speaker: Speaker, case: Attribution) -> bool:
    """Whether a pronoun may mean a speaker: no state, no joint subject, no outlet, nobody who only asks."""
    asks = speaker.name.endswith(tuple(case.words("asker")))
    return not asks and not speaker.actor_id.startswith(("state:", "joint:", "outlet:"))


def repeats_own_side(draft: Draft, statements: tuple[Statement, ...], statement: Statement) -> bool:
    """Whether a nested statement only says in the third person what its speaker's own side says: 中方 of a 中方 speaker."""
    speaker = statement.speaker
    if draft.outer is None or speaker is None or speaker.party is None or not speaker.actor_id.startswith("state:"):
        return False
    outer = statements[draft.outer].speaker
    return outer is not None and outer.party == speaker.party


def _addressee(draft: Draft, case: Attribution, before: Speaker | None) -> Speaker | None:
    """Who is told, where that is a person, an outlet or a party."""
    if draft.addressee is None:
        return None
    told = resolve(draft.addressee, case, before, None)
    return told if told.party or told.actor_id.startswith(("person:", "outlet:")) else None


def _statement(draft: Draft, case: Attribution, speaker: Speaker | None, told: Speaker | None, via: Hops) -> Statement:
    content = tuple(Span(*trim(case.parse.folded, s.start, s.stop)) for s in draft.content)
    content = tuple(s for s in content if s.start < s.stop) or draft.content
    return Statement(
        id=record_id("statement", case.document_id, draft.cue.start, content[0].start, content[0].stop),
        speaker=speaker, cue=Cue(draft.cue.start, draft.cue.stop, draft.lemma), content=content,
        manner=_manner(draft, case.parse), addressee=told, topics=(), act=None, target=None, polarity=None,
        said_on=None, place=None, via=via, score=KNOWN if speaker else UNKNOWN, method=draft.method,
    )  # fmt: skip
