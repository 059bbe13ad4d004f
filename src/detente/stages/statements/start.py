"""Starting a draft at a cue outside any content: a rule a kind of clause, the first answer decides."""

from __future__ import annotations

from detente.records import Record
from detente.text.carriers import is_known
from detente.text.rules import decide

from .between import is_bare
from .carriers import only_carries
from .clauses import Unit
from .cues import Hit
from .headlines import may_speak
from .matters import own_matter
from .opening import EDGES, is_addressee, is_light, open_nominal, take_rest
from .phrases import NOUNISH
from .scene import Scene
from .subjects import Subject
from .working import Working

MOST_TOLD, LEAST_TOLD = 3, 4  # units and items that a cue behind them may report
TOPIC = NOUNISH - frozenset("DR")


def open_first(scene: Scene, n: int, unit: Unit, found: list[Hit]) -> bool:
    """Open a draft at the first cue of a clause that has a subject, own or dropped."""
    for hit in found:
        subject = scene.subject_of(unit, hit)
        dropped = subject is None and (differs_again(scene, unit, hit) or (is_bare(scene, unit.first, hit.first) and may_go_on(scene, unit, hit)))
        if (subject or dropped) and start(scene, n, unit, hit, scene.topic_subject if dropped else subject):
            return True
    return False


def differs_again(scene: Scene, unit: Unit, hit: Hit) -> bool:
    """双方就X达成一致,但赔偿金额谈不拢: who agreed differs on what is named in the clause."""
    after = scene.last is not None and scene.last.frame in ("agree", "joint") and scene.last.cue[0] >= scene.view.starts[0]
    return after and own_matter(scene.view, unit, hit) is not None


def may_go_on(scene: Scene, unit: Unit, hit: Hit) -> bool:
    """Whether a cue without a subject may belong to who spoke before: a bare act does not open a paragraph (欢迎订阅)."""
    if unit.first or scene.topic_subject or hit.entry.frame != "act":
        return True
    return any(word in scene.lexicon.words["coordinator"] for word in scene.view.words[unit.first : hit.first])


def may_inherit(scene: Scene, unit: Unit, hit: Hit) -> bool:
    """Whether a cue without a subject has a speaker to take over; a belief needs its own, a wish behind 并 does not."""
    if scene.last is None or scene.last.speaker is None:
        return False
    words, opening = scene.lexicon.words, scene.view.words[unit.first]
    if hit.entry.lemma in words["hoping"] and (scene.is_headline or unit.first < hit.first and opening in words["coordinator", "adversative"]):
        return True
    attached = opening in words["attaching"] or goes_on_from_stand(scene, unit, hit)
    at_once = unit.first == hit.first and unit.first > 0 and scene.view.letters[unit.first - 1] == ","
    wishing = words["hoping"] | (words["judging"] if attached or scene.last.frame == "act" else frozenset())
    return hit.entry.frame != "think" or ((attached or at_once) and hit.entry.lemma in wishing)


def goes_on_from_stand(scene: Scene, unit: Unit, hit: Hit) -> bool:
    """对推迟表示遗憾,希望Y: a wish at once behind a stand."""
    said = scene.last
    here = unit.first > 0 and scene.view.letters[unit.first - 1] == ","
    return here and said is not None and said.frame == "stand" and hit.first == unit.first and said.cue[1] == scene.view.stops[unit.first - 2]


class Start(Record, frozen=True):
    """A cue under judgement in clause number `n`; a `subject` that is dropped is None.

    `rest` holds the classes of what stands behind the cue in its clause, less adverbs and times at the edges.
    """

    scene: Scene
    n: int
    unit: Unit
    hit: Hit
    subject: Subject | None
    rest: str

    @property
    def frame(self) -> str:
        return self.hit.entry.frame

    @property
    def ends(self) -> bool:
        """Whether the sentence, or what is looked at of it, ends with the clause, but for who carried the words."""
        at = self.n + 1
        return self.unit.mark in (".", "") or (at < len(self.scene.units) and only_carries(self.scene.view, self.scene.units, at))

    @property
    def quoted_next(self) -> bool:
        return self.n + 1 < len(self.scene.units) and self.scene.units[self.n + 1].quoted

    def is_one_of(self, name: str) -> bool:
        """Whether the cue is in a class of words."""
        return self.hit.entry.lemma in self.scene.lexicon.words[name]

    def open_nominal(self) -> bool:
        return open_nominal(self.scene, self.n, self.unit, self.hit, self.subject)


def in_headline(case: Start) -> bool | None:
    """A cue of a headline behind what names nobody who speaks, or with nothing behind it in its part: at most a reaction."""
    scene, subject = case.scene, case.subject
    if not scene.is_headline:
        return None
    if subject and not may_speak(scene.view, subject, case.hit.first):
        return False
    alone = subject and not case.rest and case.unit.mark != ":" and not case.quoted_next and case.frame != "joint"
    return case.open_nominal() if alone else None


def exchange(case: Start) -> bool | None:
    """问:… without anybody named."""
    if case.subject or case.unit.mark != ":" or not case.is_one_of("exchange"):
        return None
    case.scene.open(case.unit, case.hit, None, "exchange")
    return True


def turned_to(case: Start) -> bool | None:
    """谈到运输走廊，外长说: what the next one speaks about."""
    scene, at = case.scene, case.n + 1
    if case.subject or case.hit.entry.act != "CONSULT" or case.frame != "say" or case.unit.mark != "," or at >= len(scene.units):
        return None
    return False if any(scene.subject_of(scene.units[at], hit) for hit in scene.hits(scene.units[at])) else None


def no_speaker(case: Start) -> bool | None:
    """A cue without a subject, and nobody to take over from."""
    return None if case.subject or may_inherit(case.scene, case.unit, case.hit) else False


def noun(case: Start) -> bool | None:
    """就X达成共识, 对X表示关切."""
    light = case.frame in ("joint", "stand") or is_light(case.scene, case.unit, case.hit)
    return case.open_nominal() if light else None


def mere_topic(case: Start) -> bool | None:
    """公布报告: a bare noun that only says what about."""
    if not case.rest or case.quoted_next or case.unit.mark == ":" or not case.is_one_of("topical"):
        return None
    return False if set(case.rest) <= TOPIC else None


def bare_act(case: Start) -> bool | None:
    """对X予以谴责: an act with nothing behind it."""
    bare = not case.rest and case.frame in ("act", "agree") and not case.quoted_next
    return case.open_nominal() if bare and not takes_clause(case.scene, case.unit, case.hit) else None


def postposed(case: Start) -> bool | None:
    """“…”,某某说."""
    if not case.scene.unowned or not case.ends or not closes_quotation(case.scene, case.unit, case.hit):
        return None
    claim_quotations(case.scene, case.scene.open(case.unit, case.hit, case.subject, "postposed"))
    return True


def told_before(case: Start) -> bool | None:
    """水量只够发电到十月，备忘录说。: the clauses before, none of which reports anything, are what is said."""
    scene, n = case.scene, case.n
    if not case.ends or not case.subject or not closes_quotation(scene, case.unit, case.hit) or case.unit.mark == ":":
        return None
    first = next((k + 1 for k in range(n - 1, -1, -1) if scene.units[k].mark not in (",", ";")), 0)
    if first == n or not is_telling(scene, first, n):
        return None
    draft = scene.open(case.unit, case.hit, case.subject, "postposed")
    draft.take(*scene.span(scene.units[first].first, scene.units[n - 1].last), n)
    scene.close()
    return True


def nothing_said(case: Start) -> bool | None:
    """A cue that ends its sentence: a statement only where a preposition tells about what."""
    if case.rest or not case.ends or case.quoted_next:
        return None
    return case.frame != "say" and case.open_nominal()


def forward(case: Start) -> bool | None:
    """某人说,…: the content stands behind the cue."""
    scene, rest = case.scene, case.rest
    draft = scene.open(case.unit, case.hit, case.subject, "forward")
    if case.subject is None and scene.last:
        draft.speaker, draft.continued = scene.last.speaker, True
        draft.relays = scene.last.relays
    behind = scene.view.words[case.hit.last : case.unit.last]
    conditional = case.is_one_of("clausal") and not scene.lexicon.words["conditional"].isdisjoint(behind)
    draft.clausal = not rest or conditional
    if case.subject and not rest and case.is_one_of("passing_on") and scene.is_outlet(case.subject):
        scene.passes_on(draft)
    if rest and not (case.unit.mark == ":" and case.is_one_of("topical")):
        take_rest(scene, case.n, case.unit, case.hit, draft)
    return True


RULES = (in_headline, exchange, turned_to, no_speaker, noun, mere_topic, bare_act, postposed, told_before, nothing_said, forward)


def start(scene: Scene, n: int, unit: Unit, hit: Hit, subject: Subject | None) -> bool:
    """Open a draft and give it what its own clause holds; false when that cannot be a statement."""
    rest = scene.view.letters[hit.last : unit.last].strip(EDGES)
    opened, _ = decide(RULES, Start(scene, n, unit, hit, subject, rest))
    return bool(opened)


def claim_quotations(scene: Scene, draft: Working) -> None:
    """Give a draft the quotations that open its paragraph; who spoke before had them only for want of another."""
    draft.pieces, draft.direct = scene.unowned, True
    if scene.lent:
        scene.lent.pieces = [piece for piece in scene.lent.pieces if piece not in draft.pieces]
    scene.unowned, scene.lent = [], None
    scene.close()


def is_telling(scene: Scene, first: int, last: int) -> bool:
    """Whether units say something by themselves: no quotation, no statement in them, more than when and where."""
    opened = scene.units[first]
    if any(unit.quoted for unit in scene.units[first:last]) or last - first > MOST_TOLD:
        return False
    told = bool(scene.found) and scene.found[-1].cue[0] >= scene.view.starts[opened.first]
    letters = scene.view.letters[opened.first : scene.units[last - 1].last]
    return not told and len(letters) >= LEAST_TOLD and letters[0] not in "Ppr" and letters[-1] != "L" and "v" in letters


def closes_quotation(scene: Scene, unit: Unit, hit: Hit) -> bool:
    """“…。”会后,部长这样告诉记者。: a cue with nothing to say takes the quotation that nobody owns yet."""
    rest = scene.view.letters[hit.last : unit.last].strip(EDGES)
    if hit.entry.frame == "tell":
        return not rest or is_addressee(scene.view, hit.last, unit.last)
    return hit.entry.frame == "say" and (not rest or is_known(scene.view.words, scene.view.letters, hit.last, unit.last, scene.view.sets))


def takes_clause(scene: Scene, unit: Unit, hit: Hit) -> bool:
    """Whether a clause may follow an act's cue at the end of its own: 宣布,…"""
    return unit.mark == ":" or (unit.mark == "," and hit.entry.lemma in scene.lexicon.words["clausal"])
