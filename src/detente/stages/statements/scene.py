"""The scene of a walk: the units of a paragraph or of a quotation's inside, and what is open and last there."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from detente.records import Tokens
from detente.resources.lexicon import Lexicon

from .clauses import Unit, units
from .cues import Hit, addressee, hits, split_coordinated
from .subjects import Subject, find_subject
from .view import build_view
from .working import Hops, Pair, Working

OUTLETS = frozenset("ObSMw")


class Source(NamedTuple):
    """What all scenes of a document share; drafts are added to `found`."""

    tokens: Tokens
    lexicon: Lexicon
    outlets: frozenset[str]
    found: list[Working]
    met: frozenset[str]


class Scene:
    """Tokens `first` to `last` (exclusive) as units, with the state of the walk over them.

    `outer` is the draft whose content is read; `before` the last draft of the paragraph before.
    """

    def __init__(
        self, source: Source, first: int, last: int, *, outer: Working | None = None, before: Working | None = None,
        is_headline: bool = False,
    ) -> None:  # fmt: skip
        self.is_headline = is_headline
        self.source, self.lexicon, self.found = source, source.lexicon, source.found
        self.view = build_view(source.tokens, first, last, source.outlets, source.lexicon.words, source.met)
        inner = self.view.inner
        ends = frozenset(i for i, (a, b) in inner.items() if b > a and source.tokens.classes[b - 1] == ".")
        self.units = split_coordinated(self.view, units(self.view, ends), source.lexicon)
        self.outer, self.last = outer, before
        self.current: Working | None = None
        self.pending: list[int] = []
        self.unowned: list[Pair] = []
        self.lent: Working | None = None
        self.protagonist: Pair | None = None
        self.fronted: Pair | None = None
        self.topic_subject: Subject | None = None
        self.relays: Hops = ()
        self.relayed_speaker: str | None = None
        self.provisional: Working | None = None
        self.covered = False
        self._hits: dict[tuple[int, int], list[Hit]] = {}

    @property
    def has_told(self) -> bool:
        """Whether something was said that a clause may take up, and nothing waits for its words or its speaker."""
        if self.outer or self.pending:
            return False
        return bool(self.current.pieces) if self.current else bool(self.last)

    def hits(self, unit: Unit) -> list[Hit]:
        """Return the cues of a clause, found once."""
        key = unit.first, unit.last
        if (found := self._hits.get(key)) is None:
            found = self._hits[key] = hits(self.view, unit.first, unit.last, self.lexicon)
        return found

    def span(self, first: int, last: int) -> Pair:
        """Return the offsets of items `first` to `last` (exclusive)."""
        return self.view.starts[first], self.view.stops[last - 1]

    def subject_of(self, unit: Unit, hit: Hit) -> Subject | None:
        """Return the subject of a cue within its clause."""
        return find_subject(self.view, unit.first, hit.first, joint=hit.entry.frame == "joint")

    def close(self) -> None:
        """The current draft has all its content."""
        self.last, self.current = self.current, None

    def end_sentence(self) -> None:
        """Close what is open; an outlet whose whole report is a nested statement is only its relay."""
        if self.current:
            self.last = self.current
        self.current = None
        self.fronted = self.topic_subject = None
        if self.provisional and self.covered:
            self.provisional.pieces.clear()
        self.provisional = None

    def new(self, unit: Unit, subject: Subject | None, cue: Pair, lemma: str, frame: str, rule: str) -> Working:
        """Add a draft without content."""
        speaker = self.span(subject.first, subject.last) if subject else None
        clause = self.span(unit.first, unit.last)
        method = f"{rule}/{subject.rule}" if subject else rule
        draft = Working(speaker, cue, lemma, frame, clause, method, outer=self.outer, fronted=self.fronted)
        draft.relays = self._relays_for(speaker)
        if self.outer is None:
            self.topic_subject = self.protagonist = None
            self.unowned = self.unowned if rule in ("postposed", "relay") else []
        self.found.append(draft)
        return draft

    def _relays_for(self, speaker: Pair | None) -> Hops:
        if not self.relays or speaker is None:
            return self.relays if self.provisional else ()
        name = self.text(speaker)
        if self.provisional or self.relayed_speaker in (None, name):
            self.relayed_speaker = self.relayed_speaker or name
            return self.relays
        return ()

    def text(self, pair: Pair) -> str:
        """Return the last word of a span."""
        at = bisect_left(self.view.starts, pair[1]) - 1
        return self.view.words[at] if at >= 0 and self.view.starts[at] >= pair[0] else ""

    def open(self, unit: Unit, hit: Hit, subject: Subject | None, rule: str) -> Working:
        """Add a draft at a cue; one whose content may still grow becomes the current one."""
        cue = self.span(hit.first, hit.last)
        frame = hit.entry.frame
        if subject and frame == "act" and hit.entry.lemma in self.lexicon.agree and self.is_joint(subject):
            frame = "agree"
        draft = self.new(unit, subject, cue, hit.entry.lemma, frame, rule)
        draft.negated = hit.negated
        draft.addressee = addressee(self.view, unit, hit)
        if rule == "postposed" or frame in ("say", "think", "tell", "act", "agree"):
            self.current = draft
        return draft

    def passes_on(self, draft: Working) -> None:
        """Take who speaks in a draft as a relay, as long as somebody inside its report takes over."""
        self.relays, self.relayed_speaker = ((draft.speaker or draft.cue,),), None
        draft.relays, self.provisional, self.covered = self.relays, draft, False

    def is_outlet(self, subject: Subject) -> bool:
        """Whether a subject is only an outlet, or several: what it reports somebody said, that one said."""
        view, last = self.view, subject.last
        of = view.letters.find("u", subject.first, last)
        if of > 0 and view.words[last - 1] in view.sets["outlet_item"]:
            last = of
        while last > subject.first + 1 and view.words[last - 1].endswith(tuple(view.sets["outlet_part"])) and view.letters[last - 1] not in "Ob":
            last -= 1
        letters = set(view.letters[subject.first : last])
        return letters <= OUTLETS and not letters.isdisjoint("Ob")

    def is_joint_at(self, speaker: Pair) -> bool:
        """Whether a speaker of this stretch is a joint subject."""
        at = bisect_left(self.view.starts, speaker[1]) - 1
        return at >= 0 and self.view.letters[at] == "J"

    def is_joint(self, subject: Subject) -> bool:
        letters = self.view.letters[subject.first : subject.last]
        return "J" in letters or "SS" in letters or ("w" in letters and len(set(letters) & set("SMKTG")) > 0)
