"""The walk over a document's paragraphs: opens a draft at each cue with a subject and gives it its content."""

from __future__ import annotations

from collections.abc import Iterable

from detente.records import Draft, Tokens
from detente.resources.lexicon import Lexicon

from .between import without_cue
from .carriers import only_carries
from .clauses import Unit
from .cues import Hit
from .headlines import behind_tag, with_pauses
from .open_content import go_on
from .opening import take_rest
from .parts import opens_part
from .quotations import open_postposed, read_quotation, take_waiting
from .relays import Relayed, find_relay, is_paper
from .scene import Scene, Source
from .stands import join_stands, move
from .start import open_first
from .subjects import Subject
from .turns import Talk, read_turns
from .view import met
from .working import Hops, Pair, Working, finish

TIME = frozenset("D")


def find_drafts(
    tokens: Tokens, paragraphs: Iterable[tuple[int, int, bool]], lexicon: Lexicon, outlets: frozenset[str]
) -> tuple[Draft, ...]:
    """Return the drafts of a document; `paragraphs` are ranges of tokens, in order, with whether each is a headline."""
    joined = join_stands(tokens, lexicon)
    source = Source(joined, lexicon, outlets, [], met(joined, lexicon.words))
    before: Working | None = None
    talk = Talk()
    for start, stop, is_headline in paragraphs:
        first, last = move(tokens, (start, stop), joined)
        if is_headline:
            told = source._replace(tokens=with_pauses(joined, first, last))
            read_units(Scene(told, behind_tag(joined, first, last), last, is_headline=True), 0)
            continue
        scene = Scene(source, first, last, before=before)
        behind, questions = read_turns(scene, talk)
        for question in questions:
            read_units(question, 0)
        read_units(scene, behind)
        before = scene.last
    return finish(source.found)


def read_units(scene: Scene, first: int) -> None:
    """Read the units of a scene from number `first` on."""
    for n in range(first, len(scene.units)):
        unit = scene.units[n]
        (read_quotation if unit.quoted else read_clause)(scene, n, unit)
        if unit.mark == ".":
            scene.end_sentence()
    scene.end_sentence()


def read_clause(scene: Scene, n: int, unit: Unit) -> None:
    """Give a clause to the rule that its relay, its cues and the state of the scene call for."""
    if scene.has_told and only_carries(scene.view, scene.units, n):
        scene.close()
        return
    relay = find_relay(scene.view, unit, scene.lexicon)
    if relay:
        open_relay(scene, n, unit, relay)
        return
    if scene.current is not None and not scene.current.pieces and set(scene.view.letters[unit.first : unit.last]) <= TIME:
        return  # 据外媒报道，当地时间7日，…
    found = scene.hits(unit)
    if scene.pending:
        open_postposed(scene, unit)
    elif scene.current and scene.is_headline and opens_part(scene, n, unit, found):
        return
    elif scene.current:
        go_on(scene, n, unit, found)
    elif not open_first(scene, n, unit, found):
        without_cue(scene, unit)


def _hearer(scene: Scene, first: int, last: int) -> Pair:
    """Where a relay is named; of a pronoun inside what somebody says, where that one is: 司长说，她从官员那里听说，…"""
    pronoun = scene.view.letters[first:last] == "R" and scene.current is not None and not scene.current.pieces
    return scene.current.speaker if pronoun and scene.current and scene.current.speaker else scene.span(first, last)


def _telling(scene: Scene) -> Hops:
    """The relays of who has not told anything yet, and that one: A说，B转述C的话："""
    current = scene.current
    if current is None or current.pieces or not current.reports:
        return ()
    if current is scene.provisional:
        return scene.relays
    return (*current.relays, (current.speaker,)) if current.speaker else current.relays


def _with_former(scene: Scene, hops: Hops) -> Hops:
    """The hops behind those of the clause before, where that tells only whose report this is: 环球网消息：《日报》引用官员指，…"""
    former = _telling(scene)
    named = {scene.text(pair) for hop in former for pair in hop}
    more = tuple(kept for hop in hops if (kept := tuple(pair for pair in hop if scene.text(pair) not in named)))
    return (*former, *more)


def open_relay(scene: Scene, n: int, unit: Unit, relay: Relayed) -> None:
    """据A报道: A is the speaker as long as no one inside its report takes over."""
    spans = _with_former(scene, tuple(tuple(_hearer(scene, a, b) for a, b in hop) for hop in relay.hops))
    scene.end_sentence()
    scene.relays, scene.relayed_speaker = spans, None
    first, last = relay.source or relay.hops[-1][-1]
    if relay.hops and not relay.source and len(relay.hops[-1]) > 1:
        first = relay.hops[-1][0][0]
    cue = scene.span(relay.cue, relay.cue + 1)
    draft = scene.new(unit, Subject(first, last, "relay"), cue, scene.view.words[relay.cue], "say", "relay")
    draft.relays = spans[:-1] if not relay.source and is_paper(scene.view, relay.hops[-1][-1][1] - 1) else spans
    scene.current = draft
    scene.covered = not scene.view.sets["pooling"].isdisjoint(scene.view.words[unit.first : relay.cue])
    scene.provisional = None if relay.source else draft
    if scene.pending and relay.source:
        take_waiting(scene, draft)
    elif relay.cue + 1 < unit.last and (relay.source or relay.hops[-1][-1])[0] < relay.cue:
        take_rest(scene, n, unit, Hit(relay.cue, relay.cue + 1, scene.lexicon.cues["称"], False), draft)
