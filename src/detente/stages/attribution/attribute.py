"""Drafts with their speakers: statements whose act and topics are still unknown."""

from __future__ import annotations

from msgspec import structs

from detente.records import Cue, Draft, Parse, Relay, Span, Speaker, Statement, record_id
from detente.text.classes import edges
from detente.text.spans import trim

from .aimed import not_at_oneself
from .antecedent import named_before, somebody_before
from .carried import heard_by, told_inside, with_chains, with_outlets
from .case import Attribution, tokens_of
from .chain import actor_of
from .joined import with_one_before, with_other
from .media import is_english
from .neighbours import is_item
from .outlets import with_letters, with_noun
from .reach import first_token
from .resolve import resolve
from .rulers import for_states
from .willing import of_own_will

KNOWN, UNKNOWN = 0.9, 0.5  # scores of statements with and without a speaker

NEAR = "party:near"  # in the method, where what is near or the name tells for whom somebody speaks, no word beside the name
PEOPLE = frozenset("KT")
OFFICES = ("T", "t", "h")  # what alone takes up somebody named before: министр
MARKS = "\u201c\u201d\u00ab\u00bb\u300c\u300d\"'"  # around the name of an outlet

Hops = tuple[tuple[Relay, ...], ...]


def _hops(relays: tuple[tuple[Span, ...], ...], case: Attribution) -> Hops:
    return tuple([tuple([_relay(span, case) for span in hop]) for hop in relays]) if relays else ()


def _relay(span: Span, case: Attribution) -> Relay:
    """A relay that no list knows as an outlet is one by its name, unless it is somebody who quotes another."""
    first, words, letters = tokens_of(case.parse, span)
    if words and not case.language.is_spaced and ("O" in letters or words[-1].endswith(tuple(case.words("press_last")))):
        tokens, last = case.parse.tokens, len(case.parse.tokens.words)
        stop = with_letters(with_noun(first + len(words), last, case), last, case)
        span = Span(span.start, max(span.stop, tokens.stops[stop - 1]))
    is_somebody = PEOPLE & set(letters) or (letters == "R" and case.parse.tokens.cases) or _is_human(letters, words, case)
    if (is_somebody and "O" not in letters) or (words and words[-1].endswith(tuple(case.words("paper")))):
        quoter = resolve(span, case, None, None)
        named = case.parse.tokens.cases and quoter.actor_id.startswith("person:") and _full_name(quoter, {}, case)
        return Relay(quoter.actor_id, named or quoter.name, span.start, span.stop)
    name = case.text[span.start : span.stop].replace("《", "").replace("》", "")
    bare = name.strip(MARKS)
    actor = actor_of((*words, case.parse.folded[span.start : span.stop].strip(MARKS)), case.language) if words else ""
    return Relay(actor if actor.startswith("outlet:") else f"outlet:{bare}", name, span.start, span.stop)


def _is_human(letters: str, words: tuple[str, ...], case: Attribution) -> bool:
    """Whether words of English name a person by no name, or only a state: her Turkish host, a lawyer, Riyadh."""
    if not is_english(case):
        return False
    spoken = letters[-1:] in ("h", "t") and words[-1] not in case.words("medium") and words[-1] not in case.words("outlet_noun")
    return spoken or letters.lstrip("d") in ("S", "M", "Y")


def _manner(draft: Draft, parse: Parse) -> str:
    said = [parse.folded[span.start : span.stop] for span in draft.content]
    if said[0][0] == "“" and all(words[0] == "“" and words[-1] == "”" for words in said):
        return "direct"
    return "mixed" if "“" in "".join(said) else "indirect"


def attribute(drafts: tuple[Draft, ...], case: Attribution) -> tuple[Statement, ...]:
    """Return the statements of a document; act, topics and polarity are still unknown."""
    case = with_outlets(case)
    drafts, found = with_chains(drafts, case), dict[int, Statement]()
    befores: list[Speaker | None] = [None]
    for i, draft in enumerate(drafts):
        if draft.outer is not None and draft.outer not in found:
            befores.append(befores[-1])
            continue
        found[i] = _attributed(draft, case, befores[-1], _around(draft, drafts, found, case))
        speaker = found[i].speaker
        befores.append(speaker if speaker and draft.outer is None and _is_taken_up(speaker, case) else befores[-1])
    for i, draft in enumerate(drafts):
        if i not in found and draft.outer is not None:
            found[i] = _attributed(draft, case, befores[i], _around(draft, drafts, found, case))
    return for_states(tuple(found[i] for i in range(len(drafts))), case)


def _around(draft: Draft, drafts: tuple[Draft, ...], found: dict[int, Statement], case: Attribution) -> Statement | None:
    """The statement in which another is told; the outlet that it was told to has passed on what it holds."""
    outer = found.get(draft.outer) if draft.outer is not None else None
    if outer is None or draft.outer is None or outer.speaker is None:
        return outer
    if name := _full_name(outer.speaker, found, case):
        outer = structs.replace(outer, speaker=structs.replace(outer.speaker, name=name))
    if outer.via:
        return outer
    hops = heard_by(drafts[draft.outer], case)
    return structs.replace(outer, via=_hops(hops, case)) if hops else outer


def _full_name(speaker: Speaker, found: dict[int, Statement], case: Attribution) -> str | None:
    """The name by which somebody passes words on who is named by a pronoun, or points back: 他, 这位副总理."""
    _, _, letters = tokens_of(case.parse, Span(speaker.start, speaker.stop))
    taken_up = letters in ("R", "d") or (letters in OFFICES and bool(case.parse.tokens.cases))
    if not taken_up or speaker.name != case.text[speaker.start : speaker.stop]:
        return named_before(speaker, case)
    named = (each.speaker for each in found.values() if each.speaker and each.speaker.actor_id == speaker.actor_id)
    told = next((each.name for each in named if len(each.name) > len(speaker.name)), None)
    known = next((_as_written(name.forms[0], case) for name in case.parse.names if name.actor_id == speaker.actor_id), None)
    return told or known or _named_first(speaker, case)


def _as_written(form: str, case: Attribution) -> str:
    at = case.parse.folded.find(form)
    return case.text[at : at + len(form)] if at >= 0 else form


def _named_first(speaker: Speaker, case: Attribution) -> str | None:
    """The words of whom the sentence before names first, where that is of the same side as a pronoun."""
    if case.language.is_spaced:
        return None
    span = somebody_before(first_token(case, Span(speaker.start, speaker.stop)), case)
    same = span is not None and resolve(span, case, None, None).party == speaker.party
    return case.text[span.start : span.stop] if span and same else None


def _attributed(draft: Draft, case: Attribution, before: Speaker | None, around: Statement | None) -> Statement:
    """The statement of a draft, `before` whose speaker another was, and `around` which another may stand."""
    outer = around.speaker if around else None
    speaker = _spoken_by(draft.speaker, draft, case, before, outer) if draft.speaker else None
    own = _own_relays(draft, case, speaker)
    via = _inside(own, around, outer, case) if around and outer and speaker else own
    if around and outer and draft.speaker and via:
        via = (*via, *(hop for hop in _hops(told_inside(draft, case), case) if not any(_is_one(relay, each) for relay in hop for each in _flat(via))))
    told = _addressee(draft.addressee, case, before) if draft.addressee else None
    return _statement(draft, case, speaker, told, via)


def _spoken_by(span: Span, draft: Draft, case: Attribution, before: Speaker | None, outer: Speaker | None) -> Speaker | None:
    """Who speaks: whom the words name, as far as what he does and says allows it."""
    speaker = with_one_before(not_at_oneself(resolve(span, case, before, outer), draft, case), draft, case)
    return of_own_will(with_other(speaker, draft, case), draft, case)


def _passed_on(via: Hops, outer: Speaker, case: Attribution) -> Hops:
    """The hops of what is told in a report: those of the report, and who made it unless named in the last of them."""
    source = is_english(case) and not case.words("source").isdisjoint(outer.name.split())  # Punch's sources
    if via and not source and any(_is_one(relay, outer) and not _is_of(outer, relay) for relay in _flat(via)):
        return via
    return (*via, (Relay(outer.actor_id, outer.name, outer.start, outer.stop),))


def _is_of(outer: Speaker, relay: Relay) -> bool:
    """Whether somebody is named with the outlet that he told it: a Reuters source."""
    within = outer.start <= relay.start and relay.stop <= outer.stop and relay.stop - relay.start < outer.stop - outer.start
    return within and relay.stop < outer.stop and relay.actor_id.startswith("outlet:") and not outer.actor_id.startswith("outlet:")


def _inside(own: Hops, around: Statement, outer: Speaker, case: Attribution) -> Hops:
    """The hops of what is told in a report; its own where these hold all of the report, and more."""
    via = _passed_on(around.via, outer, case)
    named = [relay for relay in _flat(via) if not is_item(relay.name, case)]
    if len(_flat(own)) >= len(named) and all(any(_is_one(relay, each) for each in _flat(own)) for relay in named):
        return own
    return (*via, *_quoters(own, around))


def _flat(hops: Hops) -> list[Relay]:
    return [relay for hop in hops for relay in hop]


def _quoters(own: Hops, around: Statement) -> Hops:
    """Who passes on words inside a report, and is no outlet: 共同社报道，官房长官转述总统的话说."""
    return tuple(hop for hop in own if not any(_is_around(relay, around) for relay in hop))


def _is_around(relay: Relay, around: Statement) -> bool:
    """Whether a relay is of the report around: an outlet that its content does not name."""
    inside = any(span.start <= relay.start < span.stop for span in around.content)
    return (relay.actor_id.startswith("outlet:") and not inside) or (around.speaker is not None and _is_one(relay, around.speaker))


def _is_one(relay: Relay, speaker: Speaker | Relay) -> bool:
    """Whether a relay is who speaks: named at one place, or a listed outlet that is named twice."""
    overlap = relay.start < speaker.stop and speaker.start < relay.stop
    return overlap or (relay.actor_id == speaker.actor_id and relay.actor_id.startswith("outlet:"))


def _own_relays(draft: Draft, case: Attribution, speaker: Speaker | None) -> Hops:
    """The hops that a draft names; an outlet that speaks itself is its own."""
    via = _hops(draft.relays, case)
    if speaker is None or not speaker.actor_id.startswith("outlet:") or any(_is_one(relay, speaker) for relay in _flat(via)):
        return via
    return (*via, (Relay(speaker.actor_id, speaker.name, speaker.start, speaker.stop),),)


def _is_taken_up(speaker: Speaker, case: Attribution) -> bool:
    """Whether a pronoun may mean a speaker: no state, no joint subject, no outlet, nobody who only asks; a scholar in a capital."""
    apart = ("joint:", "outlet:") if speaker.party is None and case.language.is_spaced else ("state:", "joint:", "outlet:")
    if speaker.actor_id.startswith(apart):
        return False
    return not speaker.name.endswith(edges(case.words("asker")))


def _addressee(span: Span, case: Attribution, before: Speaker | None) -> Speaker | None:
    """Who is told, where that is a person, an outlet or a party."""
    told = resolve(span, case, before, None)
    return told if told.party or told.actor_id.startswith(("person:", "outlet:")) else None


def _statement(draft: Draft, case: Attribution, speaker: Speaker | None, told: Speaker | None, via: Hops) -> Statement:
    content, cue = _kept(draft.content, case.parse.folded), _bare(draft.cue, case.parse.folded)
    return Statement(
        record_id("statement", case.document_id, cue.start, content[0].start, content[0].stop), speaker,
        Cue(cue.start, cue.stop, draft.lemma), content, _manner(draft, case.parse), told, topics=(), act=None,
        target=None, polarity=None, said_on=None, place=None, via=via, score=KNOWN if speaker else UNKNOWN,
        method=f"{draft.method} {NEAR}" if speaker and speaker.actor_id in case.people.likely else draft.method,
    )  # fmt: skip


def _bare(cue: Span, text: str) -> Span:
    """A cue without the quotation marks around it."""
    return Span(*trim(text, cue.start, cue.stop)) if text[cue.start] + text[cue.stop - 1] == "\u201c\u201d" else cue


def _kept(content: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """The spans of a content without outer marks, those of nothing but marks left out unless all are."""
    trimmed = [trim(text, span.start, span.stop) for span in content]
    return tuple([Span(start, stop) for start, stop in trimmed if start < stop]) or content
