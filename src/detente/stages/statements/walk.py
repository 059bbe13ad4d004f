"""The walk over a paragraph's units: opens a draft at each cue with a subject and gives it its content."""

from __future__ import annotations

from detente.records import Tokens
from detente.resources.lexicon import Lexicon

from .clauses import Unit, units
from .cues import Hit, hits
from .nested import COMMITTING, may_nest
from .nominal import fronted_topic, governed_content
from .phrases import SKIPPED, is_actor, prepositional
from .relays import Relayed, find_relay
from .subjects import Subject, find_subject, leading
from .view import build_view
from .working import Hops, Pair, Working

COORDINATED = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
COORDINATORS = frozenset(
    {"并", "并且", "同时", "还", "也", "又", "亦", "更", "再次", "且", "另", "此外", "随后", "同时也"}
)
LIGHT = frozenset({"表示", "表达", "达成", "商定", "感到", "予以"})
LONGEST_LIGHT_OBJECT = 4
CONTRAST = frozenset({"则", "也", "亦", "却"})


class Walk:
    """One paragraph, or the inside of a quotation (`outer` given): appends to `found`."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, outlets: frozenset[str], found: list[Working]) -> None:
        self.tokens, self.lexicon, self.outlets, self.found = tokens, lexicon, outlets, found
        self.last: Working | None = None

    def paragraph(self, first: int, last: int) -> None:
        """Read tokens `first` to `last` (exclusive)."""
        self._enter(first, last, None)
        for n, unit in enumerate(self.units):
            if unit.quoted:
                self._quotation(n, unit)
            else:
                self._clause(n, unit)
            if unit.mark == ".":
                self._end_sentence()
        self._end_sentence()

    def _enter(self, first: int, last: int, outer: Working | None) -> None:
        self.view = build_view(self.tokens, first, last, self.outlets)
        inner = self.view.inner
        ends = frozenset(i for i, (a, b) in inner.items() if b > a and self.tokens.classes[b - 1] == ".")
        self.units = units(self.view, ends)
        self.outer = outer
        self.current: Working | None = None
        self.pending: list[Pair] = []
        self.fronted: Pair | None = None
        self.topic_subject: Subject | None = None
        self.relays: Hops = ()
        self.relayed_speaker: str | None = None
        self.provisional: Working | None = None
        self.covered = False

    # sentences

    def _end_sentence(self) -> None:
        if self.current:
            self.last = self.current
        self.current = None
        self.fronted = self.topic_subject = None
        if self.provisional and self.covered:
            self.provisional.pieces.clear()
        self.provisional = None

    # quotations

    def _quotation(self, n: int, unit: Unit) -> None:
        view = self.view
        span = (view.starts[unit.first], view.stops[unit.first])
        following = self.units[n + 1] if n + 1 < len(self.units) else None
        owner: Working | None = None
        if self.current and not self.current.pieces:
            owner = self.current
        elif (
            following
            and not following.quoted
            and self._is_postposed(following, self.current is None and self.last is None)
        ):
            if self.current:
                self.last, self.current = self.current, None
            self.pending.append(span)
            return
        else:
            owner = self.current or self.last
        if owner:
            owner.direct = owner.direct or not owner.pieces
            owner.take(*span, n)
            self._inside(unit.first, owner)
        if unit.mark == "." and self.current is owner:
            self.last, self.current = owner, None

    def _is_postposed(self, unit: Unit, unowned: bool) -> bool:
        """Whether the clause after a quotation is its [subject] cue: nothing stands behind the cue."""
        if unit.mark == ":" and not unowned:
            return False
        found = self._last_hit(unit)
        if found is None or found.entry.frame not in ("say", "think", "tell", "act"):
            return False
        return find_subject(self.view, unit.first, found.first) is not None

    def _last_hit(self, unit: Unit) -> Hit | None:
        """The cue at the end of a clause, behind which at most an aspect mark or an addressee stands."""
        found = hits(self.view, unit.first, unit.last, self.lexicon)
        for hit in reversed(found):
            rest = self.view.letters[hit.last : unit.last]
            if not rest.strip("eaD") or (hit.entry.frame == "tell" and set(rest) <= set("ehKSMTRnGYO")):
                return hit
        return None

    def _inside(self, item: int, owner: Working) -> None:
        """Read the inside of a quotation for nested statements."""
        first, last = self.view.inner[item]
        inner = Walk(self.tokens, self.lexicon, self.outlets, self.found)
        inner.nested(first, last, owner)

    def nested(self, first: int, last: int, outer: Working) -> None:
        """Read tokens inside a content: only statements of others count."""
        self._enter(first, last, outer)
        for n, unit in enumerate(self.units):
            if unit.quoted:
                if self.current:
                    self.current.take(self.view.starts[unit.first], self.view.stops[unit.first], n)
            elif not self._nested_hit(n, unit, outer) and self.current and self._continues(unit):
                self.current.take(self.view.starts[unit.first], self.view.stops[unit.last - 1], n)
            if unit.mark == ".":
                self._end_sentence()

    # clauses

    def _clause(self, n: int, unit: Unit) -> None:
        relay = find_relay(self.view, unit, self.lexicon)
        if relay:
            self._relay(n, unit, relay)
            return
        found = hits(self.view, unit.first, unit.last, self.lexicon)
        if self.pending:
            self._postposed(n, unit)
        elif self.current:
            self._while_open(n, unit, found)
        elif not self._open_first(n, unit, found):
            self._without_cue(unit)

    def _without_cue(self, unit: Unit) -> None:
        """A clause that reports nothing may name the subject or the topic of the next one."""
        topic = fronted_topic(self.view, unit.first, unit.last)
        if topic:
            self.fronted = topic
            return
        ranges = prepositional(self.view, unit.first, unit.last)
        subject = leading(self.view, unit.first, unit.last, ranges)
        if subject and subject[1] < unit.last and is_actor(self.view, *subject):
            self.topic_subject = Subject(*subject, "earlier")
        elif subject and unit.mark == ":" and subject[1] == unit.last and is_actor(self.view, *subject):
            self._open_colon(unit, Subject(*subject, "colon"))

    def _open_colon(self, unit: Unit, subject: Subject) -> None:
        """王毅:「…」: the colon is the cue."""
        stop = self.view.stops[unit.last - 1]
        self.current = self._new(unit, subject, (stop, stop + 1), ":", "say", "colon")

    def _postposed(self, n: int, unit: Unit) -> None:
        hit = self._last_hit(unit)
        subject = find_subject(self.view, unit.first, hit.first, joint=hit.entry.frame == "joint") if hit else None
        if hit is None or subject is None:
            self.pending.clear()
            return
        draft = self._open(unit, hit, subject, "postposed")
        draft.pieces.extend(self.pending)
        draft.direct = True
        draft.last_unit = -2
        self.pending.clear()
        for item in (
            i
            for i in self.view.inner
            if self.view.letters[i] == "Q" and self.view.starts[i] in {p[0] for p in draft.pieces}
        ):
            self._inside(item, draft)

    # opening drafts

    def _new(self, unit: Unit, subject: Subject | None, cue: Pair, lemma: str, frame: str, rule: str) -> Working:
        view = self.view
        speaker = (view.starts[subject.first], view.stops[subject.last - 1]) if subject else None
        clause = (view.starts[unit.first], view.stops[unit.last - 1])
        method = f"{rule}/{subject.rule}" if subject else rule
        draft = Working(speaker, cue, lemma, frame, clause, method, outer=self.outer, fronted=self.fronted)
        draft.relays = self._relays_for(speaker)
        self.found.append(draft)
        return draft

    def _relays_for(self, speaker: Pair | None) -> Hops:
        if not self.relays or speaker is None:
            return self.relays if self.provisional else ()
        name = self._text(speaker)
        if self.provisional or self.relayed_speaker in (None, name):
            self.relayed_speaker = self.relayed_speaker or name
            return self.relays
        return ()

    def _text(self, pair: Pair) -> str:
        words = [w for w, s in zip(self.view.words, self.view.starts, strict=True) if pair[0] <= s < pair[1]]
        return words[-1] if words else ""

    def _open(self, unit: Unit, hit: Hit, subject: Subject | None, rule: str) -> Working:
        cue = (self.view.starts[hit.first], self.view.stops[hit.last - 1])
        frame = hit.entry.frame
        if subject and frame == "act" and hit.entry.lemma in self.lexicon.agree and self._is_joint(subject):
            frame = "agree"
        draft = self._new(unit, subject, cue, hit.entry.lemma, frame, rule)
        draft.negated = hit.negated
        draft.addressee = self._addressee(unit, hit)
        if rule == "postposed" or frame in ("say", "think", "tell", "act", "agree"):
            self.current = draft
        return draft

    def _is_joint(self, subject: Subject) -> bool:
        letters = self.view.letters[subject.first : subject.last]
        return "J" in letters or "SS" in letters or ("w" in letters and len(set(letters) & set("SMKTG")) > 0)

    def _addressee(self, unit: Unit, hit: Hit) -> Pair | None:
        view = self.view
        for i in range(unit.first, hit.first):
            if view.words[i] in ("对", "向") and i + 1 < hit.first and view.letters[i + 1] in "hKTRSMGYO":
                last = i + 1
                while last + 1 < hit.first and view.letters[last + 1] in "hKTRSMGYOn":
                    last += 1
                return view.starts[i + 1], view.stops[last]
        return None

    def _open_first(self, n: int, unit: Unit, found: list[Hit]) -> bool:
        """Open a draft at the first cue of a clause that has a subject, own or dropped."""
        for hit in found:
            subject = find_subject(self.view, unit.first, hit.first, joint=hit.entry.frame == "joint")
            continued = False
            if subject is None and self._is_bare(unit.first, hit.first):
                subject, continued = self.topic_subject, True
            if subject is None and not continued:
                continue
            if self._start(n, unit, hit, subject, continued):
                return True
        return False

    def _is_bare(self, first: int, cue: int) -> bool:
        """Whether only adverbs, times and prepositional phrases stand before a cue."""
        ranges = prepositional(self.view, first, cue)
        covered = {i for start, stop in ranges for i in range(start, stop)}
        return all(
            i in covered or self.view.letters[i] in SKIPPED or self.view.letters[i] == "w" for i in range(first, cue)
        )

    def _start(self, n: int, unit: Unit, hit: Hit, subject: Subject | None, continued: bool) -> bool:
        """Open a draft and give it what its own clause holds; false when that cannot be a statement."""
        if subject is None and (self.last is None or self.last.speaker is None or hit.entry.frame == "think"):
            return False
        if hit.entry.frame in ("joint", "stand"):
            return self._nominal(n, unit, hit, subject)
        if self._is_light(unit, hit):
            return self._nominal(n, unit, hit, subject)
        rest = self.view.letters[hit.last : unit.last].strip("eaDm")
        quoted_next = n + 1 < len(self.units) and self.units[n + 1].quoted
        if not rest and hit.entry.frame == "act" and not quoted_next and unit.mark != ":":
            return self._nominal(n, unit, hit, subject)
        if not rest and unit.mark in (".", "") and not quoted_next:
            return self._nominal(n, unit, hit, subject) if hit.entry.frame != "say" else False
        draft = self._open(unit, hit, subject, "forward")
        if subject is None and self.last:
            draft.speaker, draft.continued = self.last.speaker, True
            draft.relays = self.last.relays
        if rest:
            self._rest(n, unit, hit, draft)
        return True

    def _is_light(self, unit: Unit, hit: Hit) -> bool:
        """对X表示衷心感谢, 就X达成了原则性协议: a light verb with its noun; the preposition governs the content."""
        if hit.entry.lemma not in LIGHT or unit.last - hit.last > LONGEST_LIGHT_OBJECT or hit.last == unit.last:
            return False
        governed = governed_content(self.view, unit.first, hit.first, None) is not None
        return governed and not set(self.view.letters[hit.last : unit.last]) & set("SMKTGYRJPpqQ")

    def _rest(self, n: int, unit: Unit, hit: Hit, draft: Working) -> None:
        """What stands behind a cue in its clause: an addressee, then the first clause of the content."""
        view, first = self.view, hit.last
        while first < unit.last and view.letters[first] == "e":
            first += 1
        if draft.frame == "tell":
            start = first
            while first < unit.last and view.letters[first] in "hKTRSMGYOn":
                first += 1
            if first > start:
                draft.addressee = (view.starts[start], view.stops[first - 1])
        if first >= unit.last:
            return
        draft.take(view.starts[first], view.stops[unit.last - 1], n)
        self._nested_hit(n, Unit(False, first, unit.last, unit.mark), draft)

    def _nominal(self, n: int, unit: Unit, hit: Hit, subject: Subject | None) -> bool:
        """Open and close a draft whose content a preposition governs, before the cue or in the clause before."""
        held = (subject.first, subject.last) if subject and subject.rule != "earlier" else None
        content = governed_content(self.view, unit.first, hit.first, held) or self.fronted
        rest = self.view.letters[hit.last : unit.last].strip("eaDm")
        if content is None and rest and hit.entry.frame == "joint":
            content = (self.view.starts[hit.last], self.view.stops[unit.last - 1])
        if content is None and not (hit.entry.frame == "joint" and unit.mark == ","):
            return False
        draft = self._open(unit, hit, subject, "nominal")
        if subject is None and self.last:
            draft.speaker, draft.continued = self.last.speaker, True
        if content:
            draft.take(*content, n)
            self.last, self.current = draft, None
        else:
            self.current = draft
        return True

    # clauses inside an open content

    def _while_open(self, n: int, unit: Unit, found: list[Hit]) -> None:
        current = self.current
        assert current is not None
        for hit in found:
            subject = find_subject(self.view, unit.first, hit.first, joint=hit.entry.frame == "joint")
            if subject is None:
                if self._is_joint_again(n, unit, hit, current):
                    break
                if self._is_coordinated(unit, hit, current):
                    self._continue_with(n, unit, hit, current)
                    return
                continue
            if current is self.provisional and not current.pieces and hit.entry.frame != "joint":
                self._replace_relay(n, unit, hit, subject)
                return
            if not current.pieces and may_nest(self.view, hit, subject, self.lexicon):
                current.take(self.view.starts[unit.first], self.view.stops[unit.last - 1], n)
                self._nested_hit(n, unit, current)
                return
            if self._is_new(unit, hit, subject, current):
                self.last, self.current = current, None
                self._start(n, unit, hit, subject, False)
                return
            if may_nest(self.view, hit, subject, self.lexicon):
                self._nested_hit(n, unit, current)
            break
        if self._continues(unit):
            current.take(self.view.starts[unit.first], self.view.stops[unit.last - 1], n)
            self.fronted = fronted_topic(self.view, unit.first, unit.last) or self.fronted
        else:
            self.last, self.current = current, None
            self._without_cue(unit)

    def _replace_relay(self, n: int, unit: Unit, hit: Hit, subject: Subject) -> None:
        """据A报道,B表示…: the relay only passes on what B says."""
        relay = self.current
        self.current = None
        if self._start(n, unit, hit, subject, False):
            self.provisional = None
        else:
            self.current = relay

    def _is_joint_again(self, n: int, unit: Unit, hit: Hit, current: Working) -> bool:
        """…达成共识,但在Y上存在分歧: the joint subject of the clause before goes on."""
        before = self.found[-1]
        if hit.entry.frame != "joint" or before.frame != "joint" or before.outer is not current:
            return False
        held = self.outer, self.last
        self.outer, self.last = current, before
        opened = self._nominal(n, unit, hit, None)
        self.current = current
        self.outer, self.last = held
        return opened

    def _is_coordinated(self, unit: Unit, hit: Hit, current: Working) -> bool:
        """…,强调B / 并敦促C: the same speaker goes on with another cue."""
        if not current.pieces or not self._is_bare(unit.first, hit.first):
            return False
        entry = hit.entry
        if entry.frame in ("say", "tell"):
            return True
        joined = any(w in COORDINATORS for w in self.view.words[unit.first : hit.first])
        if entry.frame == "act" and current.frame in ("act", "agree"):
            return joined or entry.act in COORDINATED
        if entry.lemma in COMMITTING:
            return True
        return (entry.frame in ("act", "stand") and entry.act in COORDINATED) or (
            joined and entry.frame != "think" and current.frame != "say"
        )

    def _continue_with(self, n: int, unit: Unit, hit: Hit, current: Working) -> None:
        self.last, self.current = current, None
        held = self.topic_subject
        self.topic_subject = None
        self._start(n, unit, hit, None, True)
        self.topic_subject = held

    def _is_new(self, unit: Unit, hit: Hit, subject: Subject, current: Working) -> bool:
        """Whether a cue with its own subject inside an open content begins another speaker's statement."""
        frame = hit.entry.frame
        contrast = any(w in CONTRAST for w in self.view.words[subject.last : hit.first])
        if current.frame in ("act", "agree", "joint", "stand"):
            return frame != "think" or contrast
        if frame in ("say", "tell"):
            return bool(current.pieces)
        return contrast and frame in ("act", "joint", "stand")

    def _continues(self, unit: Unit) -> bool:
        """Whether a clause without a cue of its own still belongs to the open content."""
        current = self.current
        if current is None:
            return False
        quoted = current.direct and len(current.pieces) == 1 and not current.method.startswith("postposed")
        if current.frame in ("say", "think", "tell") and not quoted:
            return True
        ranges = prepositional(self.view, unit.first, unit.last)
        subject = leading(self.view, unit.first, unit.last, ranges)
        return subject is None or not is_actor(self.view, *subject) or subject[1] == unit.last

    def _nested_hit(self, n: int, unit: Unit, outer: Working) -> bool:
        """Open a nested statement at the first cue of a clause whose own subject is somebody else."""
        held = self.current, self.outer, self.relays
        if outer.frame in ("act", "agree", "joint", "stand"):
            return False
        for hit in hits(self.view, unit.first, unit.last, self.lexicon):
            subject = find_subject(self.view, unit.first, hit.first, joint=hit.entry.frame == "joint")
            if subject is None or not may_nest(self.view, hit, subject, self.lexicon):
                continue
            self.outer, self.relays = outer, ()
            self.current = None
            opened = self._start_nested(n, unit, hit, subject)
            inner = self.current
            self.current, self.outer, self.relays = held
            if opened:
                self.covered = self.covered or (outer is self.provisional and hit.entry.frame in ("joint", "agree"))
                if self.outer is not None:
                    self.current = inner
                return True
        self.current, self.outer, self.relays = held
        return False

    def _start_nested(self, n: int, unit: Unit, hit: Hit, subject: Subject) -> bool:
        if hit.entry.frame in ("joint", "stand"):
            return self._nominal(n, unit, hit, subject)
        rest = self.view.letters[hit.last : unit.last].strip("eaDm")
        if not rest and unit.mark != ",":
            return False
        draft = self._open(unit, hit, subject, "nested")
        if rest:
            first = hit.last
            while self.view.letters[first] == "e":
                first += 1
            draft.take(self.view.starts[first], self.view.stops[unit.last - 1], n)
        return True

    # relays

    def _relay(self, n: int, unit: Unit, relay: Relayed) -> None:
        view = self.view
        spans = tuple(tuple((view.starts[a], view.stops[b - 1]) for a, b in hop) for hop in relay.hops)
        self._end_sentence()
        self.relays, self.relayed_speaker = spans, None
        first, last = relay.source or relay.hops[-1][-1]
        if relay.hops and not relay.source and len(relay.hops[-1]) > 1:
            first = relay.hops[-1][0][0]
        cue = (view.starts[relay.cue], view.stops[relay.cue])
        draft = self._new(unit, Subject(first, last, "relay"), cue, view.words[relay.cue], "say", "relay")
        draft.relays = spans
        self.current = draft
        self.covered = False
        self.provisional = None if relay.source else draft
        if relay.cue + 1 < unit.last:
            self._rest(n, unit, Hit(relay.cue, relay.cue + 1, self.lexicon.cues["称"], False), draft)
