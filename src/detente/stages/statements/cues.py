"""Cues: which words of a clause report something, and which only look as if they did."""

from __future__ import annotations

from msgspec import structs

from detente.records import Record
from detente.resources.lexicon import CueEntry, Lexicon
from detente.text.classes import edges

from .clauses import Unit
from .phrases import inside, prepositional
from .view import View, between

FIRM_STANDS = frozenset({"SUPPORT", "REJECT", "ACCUSE"})
TOLD = frozenset("ht")
ACTORS = frozenset("SMGJ")


class Hit(Record, frozen=True):
    """A cue at items `first` to `last` (exclusive) of a view with its entry."""

    first: int
    last: int
    entry: CueEntry
    negated: bool


def _is_nominal(view: View, i: int, first: int, last: int, lexicon: Lexicon) -> bool:
    """A cue word used as a noun: 的指责, 这一要求, 提出批评 — or before 的, as an attribute."""
    letters, words = view.letters, view.words
    before = letters[i - 1] if i > first else ""
    after = letters[i + 1] if i + 1 < last else ""
    if before in ("u", "B", "p", "P") or after == "u":
        return True
    if before and words[i - 1] in lexicon.words["determiner"]:
        return True
    if i + 1 == last and letters[first] == "w" and words[first] not in view.sets["companion"]:
        return True  # 对A，以及外国干预指控，
    if _at_request(view, i, first, lexicon) or _is_counted(view, i, first, last) or (before in "vj" and letters[i - 2 : i - 1] == "u" and after in ("a", "v")):
        return True
    if after and words[i + 1] in lexicon.words["performing"] and "p" in letters[first:i]:
        return True
    if i + 1 == last and before in ("a", "j") and letters[i - 2 : i - 1] == "u":
        return True  # 给国会的书面答复,
    return bool(before) and words[i - 1] in lexicon.words["object_verb"] and before != "c"


def _is_occasion(view: View, i: int, first: int, last: int, lexicon: Lexicon) -> bool:
    """回应时语气缓和, 被记者追问: when one spoke, or that one was asked."""
    asked = view.words[i] in lexicon.words["asking"] and view.letters.rfind("B", first, i) >= first
    return asked or (i + 2 < last and view.letters[i + 1] == "L" and view.words[i + 1] in view.sets["occasion"])


def _at_request(view: View, i: int, first: int, lexicon: Lexicon) -> bool:
    """应美方请求: a wish that something else is done at."""
    entry = lexicon.cues.get(view.words[i])
    if entry is None or entry.act != "REQUEST":
        return False
    at = i
    while at > first and view.letters[at - 1] in "SMGYTKkh":
        at -= 1
    return first < at < i and view.words[at - 1] in lexicon.words["at_request"]


def _is_counted(view: View, i: int, first: int, last: int) -> bool:
    """收到一张拘留通知,: a thing that is counted, at the end of its clause."""
    counted = i + 1 == last and i - 1 > first and view.letters[i - 2 : i] in ("mn", "mv", "mj")
    return counted and not view.words[i - 2].endswith(edges(view.sets["counting_times"]))


def is_refusal(view: View, i: int, last: int, lexicon: Lexicon) -> bool:
    """拒绝评论, 婉拒透露细节: no position."""
    if "refusing" not in view.met or i >= last or view.words[i] not in lexicon.words["refusing"]:
        return False
    return not lexicon.words["withheld"].isdisjoint(view.words[i + 1 : min(i + 4, last)])


def tells_nothing(view: View, i: int, last: int, lexicon: Lexicon) -> bool:
    """表示没有可以提供的信息: a refusal in other words."""
    if "lacking" not in view.met or i + 1 >= last or view.words[i + 1] not in lexicon.words["lacking"]:
        return False
    return view.words[last - 1] in lexicon.words["information"]


def hits(view: View, first: int, last: int, lexicon: Lexicon) -> list[Hit]:
    """Return the cues of a clause from left to right, adjacent reporting verbs joined."""
    letters = view.letters
    found: list[Hit] = []
    ranges: list[tuple[int, int]] | None = None
    for i in between(view.cues, first, last):
        entry = lexicon.cues.get(view.words[i])
        if entry is None or (letters[i] == "c" and (_is_nominal(view, i, first, last, lexicon) or _is_occasion(view, i, first, last, lexicon))):
            continue
        if ranges is None:
            ranges = prepositional(view, first, last)
        held = inside(ranges, i)
        if held is not None and (held[1] != i + 1 or "g" in letters[i + 1 : last]):
            continue
        if is_refusal(view, i, last, lexicon) or tells_nothing(view, i, last, lexicon):
            break
        if entry.lemma in lexicon.words["of_actor"] and letters[i + 1 : i + 2] not in ACTORS and not _affirms(view, i + 1, last, lexicon):
            continue
        negated = not lexicon.words["negation"].isdisjoint(view.words[max(first, i - 3) : i])
        if negated and entry.lemma in lexicon.words["withheld"]:
            continue
        while found and _leads_up(view, found[-1], i):
            found.pop()
        if found and _goes_on(view, found[-1], i, entry, lexicon):
            found[-1] = structs.replace(found[-1], last=i + 1, entry=_joined(found[-1].entry, entry, lexicon))
        else:
            found.append(Hit(i, i + 1, entry, negated))
    return found


def _affirms(view: View, i: int, last: int, lexicon: Lexicon) -> bool:
    """肯定会谈务实: of what one thinks well, and no adverb (肯定会来)."""
    return i < last and view.words[i] in lexicon.words["affirmed"]


def _goes_on(view: View, hit: Hit, i: int, entry: CueEntry, lexicon: Lexicon) -> bool:
    """Whether two cues are one: 表态称, 抗议说, 回复记者说 (only who is told between), 发文谴责, 表示反对X."""
    if entry.frame == "act" and hit.last == i:
        stand = lexicon.cues.get(f"stand:{entry.lemma}")
        light = hit.entry.lemma in lexicon.words["light_verb"] and stand is not None and stand.act in FIRM_STANDS
        return light or hit.entry.lemma in lexicon.words["way"]
    if hit.entry.frame == "act" and hit.last == i and entry.lemma in lexicon.words["plain"]:
        return True
    if entry.frame != "say" or hit.entry.frame not in ("say", "tell"):
        return False
    return hit.last == i or (set(view.letters[hit.last : i]) <= TOLD and hit.entry.lemma != entry.lemma)


def _joined(before: CueEntry, entry: CueEntry, lexicon: Lexicon) -> CueEntry:
    """The entry of two cues as one: the second's, or the act of the first as it is said (抗议说)."""
    if before.frame == "act" and entry.lemma in lexicon.words["plain"]:
        return structs.replace(before, frame="say")
    return entry


def _leads_up(view: View, hit: Hit, i: int) -> bool:
    """回答提问时说: a cue before 时 or 后 only says when the next one fell."""
    return not view.sets["occasion"].isdisjoint(view.words[hit.last : i])


def split_coordinated(view: View, whole: list[Unit], lexicon: Lexicon) -> list[Unit]:
    """Cut clauses in which a second cue is coordinated: 批评A|并呼吁B."""
    if view.sets["attaching"].isdisjoint(view.words):
        return whole
    found: list[Unit] = []
    for unit in whole:
        at = None if unit.quoted else _coordinated(view, unit, lexicon)
        found += [structs.replace(unit, last=at, mark=""), structs.replace(unit, first=at)] if at else [unit]
    return found


def _coordinated(view: View, unit: Unit, lexicon: Lexicon) -> int | None:
    """Where 并 with a cue begins behind the content of another cue that does not govern it."""
    places = [i for i in range(unit.first + 2, unit.last - 1) if view.words[i] in view.sets["attaching"]]
    if not places:
        return None
    cues = hits(view, unit.first, unit.last, lexicon)
    for i in places:
        second = next((h for h in cues if h.first > i and set(view.letters[i + 1 : h.first]) <= {"a", "D"}), None)
        first = [h for h in cues if h.last < i]
        if second and first and (second.entry.frame in ("say", "tell") or first[-1].entry.act not in ("REQUEST", "")):
            return i
    return None


def addressee(view: View, unit: Unit, hit: Hit) -> tuple[int, int] | None:
    """Return the span of 对/向 whom a clause speaks, before its cue; 对 before a stand governs what it is about."""
    told = view.sets["telling" if hit.entry.frame in ("say", "tell", "think") else "telling_act"]
    if told.isdisjoint(view.words[unit.first : hit.first]):
        return None
    for i in range(unit.first, hit.first):
        if view.words[i] in told and i + 1 < hit.first and view.letters[i + 1] in "hKTRSMGYO":
            last = i + 1
            while last + 1 < hit.first and view.letters[last + 1] in "hKTRSMGYOn":
                last += 1
            return view.starts[i + 1], view.stops[last]
    return None
