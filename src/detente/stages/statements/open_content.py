"""Clauses while a content is open: nested, coordinated, a new speaker, or simply more of it."""

from __future__ import annotations

from .between import continues, is_bare, is_condition, without_cue
from .clauses import Unit
from .cues import Hit
from .matters import own_matter
from .nested import may_nest
from .nominal import fronted_topic
from .opening import is_reaction, open_nested, open_nominal
from .scene import Scene
from .start import start
from .subjects import Subject
from .working import Working

SIDES = frozenset("SM")
NAMED = frozenset("KTR")
COORDINATED = frozenset({"ACCUSE", "REQUEST", "THREATEN"})


def go_on(scene: Scene, n: int, unit: Unit, found: list[Hit]) -> None:
    """Read a clause while a content is open: at its first cue that tells who speaks, else as more of the content."""
    current, opened = scene.current, False
    assert current is not None
    for hit in found:
        subject = scene.subject_of(unit, hit)
        if subject is None:
            if is_joint_again(scene, n, unit, hit, current) or is_nested_again(scene, n, unit, hit, current):
                break
            if is_coordinated(scene, n, unit, hit, current):
                continue_with(scene, n, unit, hit)
                return
            continue
        if takes_over(scene, n, unit, hit, subject):
            return
        if may_nest(scene.view, hit, subject, scene.lexicon):
            opened = open_nested(scene, n, unit, _telling(scene, n, unit, current))
        break
    extend(scene, n, unit, current, opened=opened)


def _telling(scene: Scene, n: int, unit: Unit, current: Working) -> Working:
    """Who tells what a clause holds: A说,B告诉他,C同意…: not A but B, who has not told anything yet."""
    inner = scene.found[-1]
    if inner.outer is not current or not inner.reports or inner.pieces or inner is current:
        return current
    inner.take(*scene.span(unit.first, unit.last), n)
    return inner


def takes_over(scene: Scene, n: int, unit: Unit, hit: Hit, subject: Subject) -> bool:
    """Let a cue with its own subject begin a statement: behind a relay, inside an empty content, or behind a full one."""
    current = scene.current
    assert current is not None
    if current is scene.provisional and not current.pieces and passes_on(scene, hit):
        replace_relay(scene, n, unit, hit, subject)
    elif not current.pieces and may_nest(scene.view, hit, subject, scene.lexicon):
        current.take(*scene.span(unit.first, unit.last), n)
        open_nested(scene, n, unit, current)
    elif is_new(scene, n, hit, subject, current):
        return begins(scene, n, unit, hit, subject)
    else:
        return False
    return True


def begins(scene: Scene, n: int, unit: Unit, hit: Hit, subject: Subject) -> bool:
    """Close the open content for a statement of somebody else; where none begins it stays open: 磋商还将继续,她有信心…"""
    held = scene.last, scene.current
    scene.close()
    if start(scene, n, unit, hit, subject) or hit.entry.frame != "think":
        return True
    scene.last, scene.current = held
    return False


def extend(scene: Scene, n: int, unit: Unit, current: Working, *, opened: bool = False) -> None:
    """Add a clause to the open content, and to a report inside that still lacks one unless it has just `opened`; or close the content."""
    if not continues(scene, unit) or introduces(scene, n, unit, current) or turns_to(scene, unit, current):
        scene.close()
        without_cue(scene, unit)
        return
    current.take(*scene.span(unit.first, unit.last), n)
    inside = _inside(scene, current)
    if inside and not opened and inside[0].reports and (not inside[0].pieces or is_condition(scene, unit)):
        for inner in inside:
            inner.take(*scene.span(unit.first, unit.last), n)
    scene.fronted = fronted_topic(scene.view, unit.first, unit.last) or scene.fronted


def _inside(scene: Scene, current: Working) -> list[Working]:
    """The report read last and those around it up to the open one, the innermost first: A说，B透露，C承认，…"""
    found, inner = [], scene.found[-1]
    while inner is not current and inner.outer is not None:
        found.append(inner)
        inner = inner.outer
    return found if inner is current else []


def turns_to(scene: Scene, unit: Unit, current: Working) -> bool:
    """双方同意X,但在Y问题上…: behind what two agreed to, a clause that only tells what else they talk about."""
    both = current.speaker is not None and scene.is_joint_at(current.speaker)
    agreed = current.pieces and (both or current.frame in ("agree", "joint"))
    opened = scene.view.words[unit.first] in scene.lexicon.words["adversative", "turning"]
    return bool(agreed and opened and unit.mark == "," and fronted_topic(scene.view, unit.first, unit.last))


def introduces(scene: Scene, n: int, unit: Unit, current: Working) -> bool:
    """朝中社报道,外务省发言人发表谈话,称…: an outlet's report that only says who speaks next."""
    if current is not scene.provisional or current.pieces or unit.mark != "," or not opens_with_cue(scene, n + 1):
        return False
    clause = slice(unit.first, unit.last)
    speech = not scene.lexicon.words["deed"].isdisjoint(scene.view.words[clause])
    return speech and bool(set(scene.view.letters[clause]) & set("KTh"))


def opens_with_cue(scene: Scene, n: int) -> bool:
    """Whether clause number `n` is a quotation, or says without a subject that somebody says something."""
    if n >= len(scene.units):
        return False
    unit = scene.units[n]
    return unit.quoted or any(set(scene.view.letters[unit.first : hit.first]) <= set("aD") for hit in scene.hits(unit))


def passes_on(scene: Scene, hit: Hit) -> bool:
    """Whether the cue in a relay's report makes a statement of its own: not an agreement told, nor a mere intention."""
    return hit.entry.frame != "joint" and hit.entry.lemma not in scene.lexicon.words["intending"]


def replace_relay(scene: Scene, n: int, unit: Unit, hit: Hit, subject: Subject) -> None:
    """据A报道,B表示…: the relay only passes on what B says."""
    relay = scene.current
    scene.current = None
    if start(scene, n, unit, hit, subject):
        scene.provisional = None
    else:
        scene.current = relay


def is_joint_again(scene: Scene, n: int, unit: Unit, hit: Hit, current: Working) -> bool:
    """…达成共识,但在Y上存在分歧: the joint subject of the clause before goes on."""
    before = scene.found[-1]
    if hit.entry.frame != "joint" or before.frame not in ("joint", "agree") or before.outer is not current:
        return False
    held = scene.outer, scene.last
    scene.outer, scene.last = current, before
    opened = open_nominal(scene, n, unit, hit, None)
    scene.current = current
    scene.outer, scene.last = held
    return opened


def is_nested_again(scene: Scene, n: int, unit: Unit, hit: Hit, current: Working) -> bool:
    """A称,B就X提出抗议,要求Y: who protested, or both who agreed, inside the report also demand or agree to more."""
    before = scene.found[-1]
    if before.outer is not current or before.last_unit != n - 1 or hit.last == unit.last:
        return False
    if not (acts_again(scene, unit, hit, before) or agrees_again(scene, hit, before)):
        return False
    if not is_bare(scene, unit.first, hit.first):
        return False
    held = scene.outer, scene.current
    scene.outer = current
    draft = scene.open(unit, hit, None, "nested")
    draft.speaker, draft.frame = before.speaker, "act" if before.frame in ("act", "stand") else "agree"
    draft.take(scene.view.starts[hit.last], scene.view.stops[unit.last - 1], n)
    scene.outer, scene.current = held
    return True


def acts_again(scene: Scene, unit: Unit, hit: Hit, before: Working) -> bool:
    """…提出抗议,要求Y: an act behind another, without a word that joins it to the outer speaker's."""
    alone = set(scene.view.words[unit.first : hit.first]).isdisjoint(scene.lexicon.words["coordinator"])
    return before.frame in ("act", "stand") and alone and hit.entry.frame == "act"


def agrees_again(scene: Scene, hit: Hit, before: Working) -> bool:
    """…达成一致,并同意Y: an agreement behind another, or behind the lack of one."""
    return before.frame in ("joint", "agree") and hit.entry.frame in ("act", "agree") and hit.entry.lemma in scene.lexicon.agree


def is_coordinated(scene: Scene, n: int, unit: Unit, hit: Hit, current: Working) -> bool:
    """…,强调B / 并敦促C: the same speaker goes on with another cue."""
    if own_matter(scene.view, unit, hit):
        return current.frame in ("agree", "joint")  # 双方同意A,但赔偿金额谈不拢
    if not is_bare(scene, unit.first, hit.first):
        return False
    if not current.pieces and current.frame == "act" and scene.units[n - 1].mark == ",":
        return hit.entry.frame == "say" and unit.first == hit.first
    if not current.pieces:
        return current.frame == "joint" and scene.view.words[unit.first] in scene.lexicon.words["adversative"]
    entry = hit.entry
    if is_demanded(scene, hit, current):
        return False
    if entry.frame in ("say", "tell"):
        return True
    if unit.first == hit.first and (goes_on_from_act(scene, hit, current) or wishes(scene, n, hit, current)):
        return True
    joined = any(w in scene.lexicon.words["coordinator"] for w in scene.view.words[unit.first : hit.first])
    if entry.lemma in scene.view.sets["committing"] and not hit.negated:
        return True
    if entry.frame == "joint":
        return current.frame in ("act", "agree", "joint")
    words, opening = scene.lexicon.words, scene.view.words[unit.first]
    if entry.lemma in words["hoping"] and unit.first < hit.first and opening in words["coordinator", "adversative"]:
        return True  # …,同时希望B; …,但希望B
    if opening in words["attaching"] and entry.act == "SUPPORT":
        return True
    if entry.frame == "act" and current.frame in ("act", "agree"):
        return joined or entry.act in COORDINATED or (unit.first == hit.first and is_deed(scene, current))
    return (entry.frame in ("act", "stand") and entry.act in COORDINATED) or (
        joined and entry.frame != "think" and (current.frame != "say" or entry.lemma.startswith("stand:"))
    )


def is_demanded(scene: Scene, hit: Hit, current: Working) -> bool:
    """要求停止施工,并通报计划: what somebody is asked to tell is a part of the demand."""
    asked = scene.lexicon.cues.get(scene.found[-1].lemma if scene.found[-1].outer is current else current.lemma)
    return asked is not None and asked.act == "REQUEST" and hit.entry.lemma in scene.lexicon.words["demanded"]


def goes_on_from_act(scene: Scene, hit: Hit, current: Working) -> bool:
    """欢迎A,希望B; 不认同A,认为B: a wish or a judgement at once behind an act with its object."""
    entry = scene.lexicon.cues.get(current.lemma)
    if current.frame != "act" or entry is None or current.clausal:
        return False
    lemma, words = hit.entry.lemma, scene.lexicon.words
    return (entry.act in ("SUPPORT", "COOPERATE", "ACCUSE") and lemma in words["hoping"]) or (entry.act == "REJECT" and lemma in words["judging"])


def wishes(scene: Scene, n: int, hit: Hit, current: Working) -> bool:
    """说A,希望B: a wish at once behind what is said."""
    return current.frame in ("say", "tell") and hit.entry.lemma in scene.lexicon.words["hoping"] and scene.units[n - 1].mark == ","


def is_deed(scene: Scene, current: Working) -> bool:
    """Whether an act is done with its object, so that a bare act behind it is the speaker's next: 感谢A,邀请B."""
    entry = scene.lexicon.cues.get(current.lemma)
    return entry is not None and entry.act in ("SUPPORT", "ACCUSE")


def continue_with(scene: Scene, n: int, unit: Unit, hit: Hit) -> None:
    """Open a draft of the same speaker, not of who was only named before."""
    scene.close()
    held = scene.topic_subject
    scene.topic_subject = None
    start(scene, n, unit, hit, None)
    scene.topic_subject = held


def is_new(scene: Scene, n: int, hit: Hit, subject: Subject, current: Working) -> bool:
    """Whether a cue with its own subject inside an open content begins another statement."""
    frame = hit.entry.frame
    contrast = any(w in scene.lexicon.words["contrast"] for w in scene.view.words[subject.last : hit.first])
    if current.pieces and (is_speaker_again(scene, subject) or (frame != "think" and turns(scene, n, subject))):
        return True
    if frame == "joint" and scene.units[n - 1].mark == ";" and current.speaker and scene.is_joint_at(current.speaker):
        return True
    if frame == "stand" and (is_reaction(hit) or contrast) and current.pieces:
        return True
    if current.pieces and takes_up(scene, hit, subject):
        return True
    if current.lemma in scene.lexicon.words["hoping"] and scene.view.letters[subject.first] != "R":
        return frame != "think"
    if not current.reports:
        return frame != "think" or contrast or scene.view.letters[subject.first] in SIDES
    if frame in ("say", "tell"):
        return bool(current.pieces)
    if frame == "think" and contrast and current.pieces:
        return bool(set(scene.view.letters[subject.first : subject.last]) & NAMED)
    return contrast and frame in ("act", "joint", "stand")


def takes_up(scene: Scene, hit: Hit, subject: Subject) -> bool:
    """A提议X,B欢迎这一提议: somebody named accepts or denies what was said, as what points back tells."""
    view = scene.view
    named = not {"K", "T"}.isdisjoint(view.letters[subject.first : subject.last])
    behind = view.words[hit.last] if hit.last < len(view.words) else ""
    return named and is_reaction(hit) and behind.startswith(tuple(view.sets["pointing"]))


def is_speaker_again(scene: Scene, subject: Subject) -> bool:
    """…,他同时否认B: a personal pronoun takes the speaker up again."""
    return subject.last - subject.first == 1 and scene.view.words[subject.first] in scene.lexicon.words["singular"]


def turns(scene: Scene, n: int, subject: Subject) -> bool:
    """…;外长雷耶斯感谢C: behind a semicolon somebody with a name or an office begins anew."""
    return scene.units[n - 1].mark == ";" and bool(set(scene.view.letters[subject.first : subject.last]) & set("KkTh"))
