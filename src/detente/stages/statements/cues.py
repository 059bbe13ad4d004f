"""Cues: which words of a clause report something, and which only look as if they did."""

from __future__ import annotations

from typing import NamedTuple

from detente.resources.lexicon import CueEntry, Lexicon

from .clauses import Unit
from .phrases import inside, prepositional
from .view import View

NEGATIONS = frozenset(
    {
        "不",
        "未",
        "没",
        "没有",
        "并未",
        "并不",
        "从未",
        "无法",
        "未能",
        "尚未",
        "不会",
        "不能",
        "拒不",
        "并没有",
        "不愿",
        "绝不",
        "决不",
    }
)
DETERMINERS = frozenset(
    {
        "这一",
        "该",
        "此",
        "有关",
        "相关",
        "上述",
        "任何",
        "其",
        "这种",
        "这些",
        "此类",
        "所谓",
        "一项",
        "新的",
        "多项",
        "无端",
    }
)
REFUSED = frozenset({"评论", "置评", "回应", "回答", "透露", "说明", "表态", "证实", "公开", "披露", "受访", "答复"})
OBJECT_VERBS = frozenset({"提出", "发出", "作出", "做出", "进行", "遭到", "受到", "引发", "面临", "给予", "得到", "获得", "表示", "表达", "予以",
                          "加以", "接受", "撤回", "收到", "回应", "驳斥", "否认", "拒绝", "违反", "违背", "无视", "满足", "符合", "按照", "针对",
                          "应", "根据", "有", "没有", "无", "寻求", "赢得", "争取", "失去", "取得", "具有", "存在", "充满", "成为", "属于"})  # fmt: skip


class Hit(NamedTuple):
    """A cue at items `first` to `last` (exclusive) of a view with its entry."""

    first: int
    last: int
    entry: CueEntry
    negated: bool


def _is_nominal(view: View, i: int, first: int, last: int) -> bool:
    """A cue word used as a noun: 的指责, 这一要求, 提出批评 — or before 的, as an attribute."""
    letters, words = view.letters, view.words
    before = letters[i - 1] if i > first else ""
    after = letters[i + 1] if i + 1 < last else ""
    if before in ("u", "B") or after == "u":
        return True
    if before and words[i - 1] in DETERMINERS:
        return True
    return bool(before) and words[i - 1] in OBJECT_VERBS and before != "c"


def _is_refusal(view: View, i: int, last: int) -> bool:
    """拒绝评论, 未作回应: no position."""
    return any(word in REFUSED for word in view.words[i + 1 : min(i + 4, last)]) and i + 3 >= last - 1


def hits(view: View, first: int, last: int, lexicon: Lexicon) -> list[Hit]:
    """Return the cues of a clause from left to right, adjacent reporting verbs joined."""
    letters = view.letters
    if not ("c" in letters[first:last] or "g" in letters[first:last]):
        return []
    found: list[Hit] = []
    ranges: list[tuple[int, int]] | None = None
    for i in range(first, last):
        if letters[i] not in "cg":
            continue
        entry = lexicon.cues.get(view.words[i])
        if entry is None or (letters[i] == "c" and _is_nominal(view, i, first, last)):
            continue
        if ranges is None:
            ranges = prepositional(view, first, last)
        held = inside(ranges, i)
        if held is not None and held[1] != i + 1:
            continue
        if entry.lemma in ("拒绝", "未") and _is_refusal(view, i, last):
            continue
        negated = any(w in NEGATIONS for w in view.words[max(first, i - 3) : i])
        if found and found[-1].last == i and found[-1].entry.frame == "say" and entry.frame == "say":
            found[-1] = found[-1]._replace(last=i + 1, entry=entry)
        else:
            found.append(Hit(i, i + 1, entry, negated))
    return found


def addressee(view: View, unit: Unit, hit: Hit) -> tuple[int, int] | None:
    """Return the span of 对/向 whom a clause speaks, before its cue."""
    for i in range(unit.first, hit.first):
        if view.words[i] in ("对", "向") and i + 1 < hit.first and view.letters[i + 1] in "hKTRSMGYO":
            last = i + 1
            while last + 1 < hit.first and view.letters[last + 1] in "hKTRSMGYOn":
                last += 1
            return view.starts[i + 1], view.stops[last]
    return None
