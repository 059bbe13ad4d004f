"""Drafts with their speakers: statements whose act and topics are still unknown."""

from __future__ import annotations

from detente.languages import Language
from detente.records import Cue, Draft, Parse, Relay, Span, Speaker, Statement, record_id
from detente.text.spans import trim

from .resolve import Attribution, actor_of, resolve, tokens_of


def _relays(draft: Draft, case: Attribution, language: Language) -> tuple[tuple[Relay, ...], ...]:
    hops = []
    for hop in draft.relays:
        relays = []
        for span in hop:
            words, letters = tokens_of(case.parse, span)
            name = case.text[span.start : span.stop].strip("《》")
            actor = actor_of(words, letters, language) if words else f"outlet:{name}"
            relays.append(
                Relay(actor if actor.startswith("outlet:") else f"outlet:{name}", name, span.start, span.stop)
            )
        hops.append(tuple(relays))
    return tuple(hops)


def _manner(draft: Draft, parse: Parse) -> str:
    text = parse.folded
    marked = [text[s.start] == "“" and text[s.stop - 1] in "”" for s in draft.content]
    if all(marked):
        return "direct"
    return "mixed" if any("“" in text[s.start : s.stop] for s in draft.content) else "indirect"


def attribute(drafts: tuple[Draft, ...], case: Attribution, language: Language) -> tuple[Statement, ...]:
    """Return the statements of a document; act, topics and polarity are still unknown."""
    speakers: list[Speaker | None] = []
    vias: list[tuple[tuple[Relay, ...], ...]] = []
    found: list[Statement] = []
    before: Speaker | None = None
    for draft in drafts:
        outer = speakers[draft.outer] if draft.outer is not None and draft.outer < len(speakers) else None
        speaker = resolve(draft.speaker, case, language, before, outer) if draft.speaker else None
        via = _relays(draft, case, language)
        if outer and draft.outer is not None and speaker:
            hop = (Relay(outer.actor_id, outer.name, outer.start, outer.stop),)
            inherited = vias[draft.outer]
            relayed = bool(inherited) and any(r.start == outer.start for r in inherited[-1])
            via = inherited if relayed else (*inherited, hop)
        elif speaker and speaker.actor_id.startswith("outlet:") and not via:
            via = ((Relay(speaker.actor_id, speaker.name, speaker.start, speaker.stop),),)
        speakers.append(speaker)
        vias.append(via)
        told = _addressee(draft, case, language, before)
        found.append(_statement(draft, case, speaker, told, via))
        if speaker and draft.outer is None and _is_taken_up(speaker, language):
            before = speaker
    return tuple(found)


def _is_taken_up(speaker: Speaker, language: Language) -> bool:
    """Whether a pronoun may mean a speaker: no state, no joint subject, no outlet, nobody who only asks."""
    asks = any(speaker.name.endswith(word) for word in language.lexicon.words["asker"])
    return not asks and not speaker.actor_id.startswith(("state:", "joint:", "outlet:"))


def repeats_own_side(draft: Draft, statements: tuple[Statement, ...], statement: Statement) -> bool:
    """Whether a nested statement only says in the third person what its speaker's own side says (中方 of a 中方 speaker)."""
    if draft.outer is None or statement.speaker is None or statement.speaker.party is None:
        return False
    outer = statements[draft.outer].speaker
    return statement.speaker.actor_id.startswith("state:") and outer is not None and outer.party == statement.speaker.party


def _addressee(draft: Draft, case: Attribution, language: Language, before: Speaker | None) -> Speaker | None:
    """Who is told, where that is a person, an outlet or a party."""
    if draft.addressee is None:
        return None
    told = resolve(draft.addressee, case, language, before, None)
    return told if told.party or told.actor_id.startswith(("person:", "outlet:")) else None


def _statement(
    draft: Draft, case: Attribution, speaker: Speaker | None, told: Speaker | None, via: tuple[tuple[Relay, ...], ...]
) -> Statement:
    content = tuple(Span(*trim(case.text, s.start, s.stop)) for s in draft.content)
    content = tuple(s for s in content if s.start < s.stop) or draft.content
    key = record_id("statement", case.document_id, draft.cue.start, content[0].start, content[0].stop)
    cue = Cue(draft.cue.start, draft.cue.stop, draft.lemma)
    return Statement(
        key, speaker, cue, content, _manner(draft, case.parse), told, (), None, None, None, None, None, via,
        0.9 if speaker else 0.5, draft.method,
    )  # fmt: skip
