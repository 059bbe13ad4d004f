"""Relays: who passes a report on (据…报道, 综合…, A援引B称)."""

from __future__ import annotations

from typing import NamedTuple

from detente.resources.lexicon import Lexicon
from detente.text.classes import edges

from .clauses import Unit
from .phrases import is_actor, trim_subject
from .subjects import find_subject
from .view import View

OUTLETS = frozenset("SOhbuDmwjni")  # classes of what stands in a row of outlets and their reports
PRESS_NAME, LEAST_NAME = frozenset("SMnkxjEvh"), 3  # of what the name of an outlet is made, and characters of the shortest but one
SOURCES = frozenset("SMGYTKkhtjnmuxIORwL")


class Relayed(NamedTuple):
    """Relays as ranges of items, one hop after the other; the item of the cue; the source quoted, if named apart."""

    hops: tuple[tuple[tuple[int, int], ...], ...]
    cue: int
    source: tuple[int, int] | None


def is_media(view: View, i: int) -> bool:
    """Whether item `i` is an outlet or a word for the press."""
    return view.letters[i] in "Ob" or (view.letters[i] == "h" and is_press(view, view.words[i]))


def is_press(view: View, word: str) -> bool:
    """Whether a word ends as words for the press do: 官媒, 国家通讯社."""
    endings = view.sets["press_ending"]
    if word[-2:] in view.sets["no_press"]:
        return False
    return word[-1:] in endings or word[-2:] in endings or word[-3:] in endings


def _media(view: View, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Ranges of the outlets between two items; a state before 媒 belongs to it."""
    found: list[tuple[int, int]] = []
    for i in range(first, last):
        if is_media(view, i):
            start = i - 1 if view.letters[i] == "h" and i > first and view.letters[i - 1] in "SMjQq" else i
            if found and found[-1][1] == start and view.letters[i] == "h":
                start = found.pop()[0]  # “今日俄罗斯”电视台网站
            found.append((start, i + 1))
    named = [r for r in found if view.letters[r[1] - 1] in "Ob"]
    return tuple(named or found)


def _reports(view: View, i: int, lexicon: Lexicon) -> bool:
    word = view.words[i]
    return word in lexicon.words["media"] or (view.letters[i] == "c" and word[:1] in lexicon.words["reporting"])


def find_relay(view: View, unit: Unit, lexicon: Lexicon) -> Relayed | None:
    """Return the relay that a clause names, or None."""
    letters = view.letters
    i = letters.find("r", unit.first, unit.last)
    if i < 0:
        return _without_verb(view, unit, lexicon)
    if view.words[i] in view.sets["quoting"] and i > unit.first and (before := _media(view, unit.first, i)):
        return _quoting(view, unit, i, before, lexicon)
    if view.words[i] in view.sets["quoting"] and (passed := _passing_on(view, unit, i)):
        return passed
    prefix = letters[unit.first : i]
    is_told = view.words[i] in view.sets["according"] and prefix[-1:] in ("c", "i")
    if is_told and (before := _media(view, unit.first, i)):
        found = _according(view, unit, i, lexicon)
        return found._replace(hops=(before, *found.hops)) if found else None
    if view.words[i] in view.sets["according"] and not set(letters[unit.first : i]) & set("SMGYTKORJhv"):
        return _according(view, unit, i, lexicon)
    return None


def _without_verb(view: View, unit: Unit, lexicon: Lexicon) -> Relayed | None:
    """Who brings somebody's words, has them from somebody, or only stands before a colon."""
    if view.letters[unit.last - 1] == "i" and unit.mark == ":" and view.words[unit.last - 1] in lexicon.words["media"]:
        media = _media(view, unit.first, unit.last - 1)
        return Relayed((media,), unit.last - 1, None) if media else None
    if "showing" in view.met and (shown := _shown(view, unit)):
        return shown
    if "hearing" in view.met and (heard := _heard(view, unit)):
        return heard
    if unit.mark == ":" and (told := _from_source(view, unit)):
        return told
    if "learning" in view.met and not view.sets["learning"].isdisjoint(view.words[unit.first : unit.last]):
        return _learned(view, unit)
    conveying = "conveying" in view.met and unit.mark in (",", ":")
    if conveying and not view.sets["conveying"].isdisjoint(view.words[unit.first : unit.last]):
        at = next(k for k in range(unit.first, unit.last) if view.words[k] in view.sets["conveying"])
        return _passing_on(view, unit, at)
    return None


def _from_source(view: View, unit: Unit) -> Relayed | None:
    """《罗盘报》的消息来自一位退役将领：whom a report comes from."""
    at = next((k for k in range(unit.first + 1, unit.last - 1) if view.words[k] in view.sets["coming_from"]), None)
    media = _media(view, unit.first, at) if at else ()
    source = trim_subject(view, at + 1, unit.last) if at and media else None
    return Relayed((media,), at, source) if at and source and is_actor(view, *source) else None


def is_paper(view: View, i: int) -> bool:
    """Whether item `i` is a paper that may speak: 内部文件."""
    return view.words[i].endswith(tuple(view.sets["paper"]))


def _shown(view: View, unit: Unit) -> Relayed | None:
    """路透社看到的文件显示，…; 会议纪录显示，…: a paper, and the outlet that has it."""
    said, paper = unit.last - 1, unit.last - 2
    if unit.mark != "," or paper < unit.first or view.words[said] not in view.sets["showing"] or not is_paper(view, paper):
        return None
    media = _media(view, unit.first, paper)
    of = view.letters.find("u", media[-1][1], paper) if media else -1
    if of < 0:
        return Relayed((((paper, said),),), said, None) if view.letters[said] != "c" else None
    return Relayed((media, ((of + 1, said),)), said, None)


def _heard(view: View, unit: Unit) -> Relayed | None:
    """外长听安哥拉总统讲过，…; 《日报》又是听一名商人说的：whom somebody heard it from."""
    at = next((k for k in range(unit.first, unit.last) if view.words[k] in view.sets["hearing"]), None)
    said = unit.last - 1
    while at is not None and said > at and (view.letters[said] in "eu" or view.words[said] in view.sets["wrapper"]) and view.letters[said] != "c":
        said -= 1
    if at is None or said <= at + 1 or view.letters[said] != "c" or unit.mark not in (",", ":"):
        return None
    source = trim_subject(view, at + 1, said)
    media = _media(view, unit.first, at)
    hearer = None if media else find_subject(view, unit.first, at)
    if source is None or not (media or hearer) or not set(view.letters[slice(*source)]) <= SOURCES or not is_actor(view, *source):
        return None
    return Relayed((media or (((hearer.first, hearer.last),) if hearer else ()),), said, source)


def _learned(view: View, unit: Unit) -> Relayed | None:
    """美联社从两名官员处获悉，…; 美联社获悉，…: whom somebody has it from, or an outlet that only knows it."""
    at = next(k for k in range(unit.first, unit.last) if view.words[k] in view.sets["learning"])
    if unit.mark not in (",", ":") or not set(view.letters[at + 1 : unit.last]) <= set("eav") or unit.last > at + 2:
        return None
    begin = next((k for k in range(unit.first, at) if view.words[k] in view.sets["out_of"]), None)
    if begin is None:
        media = _media(view, unit.first, at)
        return Relayed((media,), at, None) if media and set(view.letters[media[-1][1] : at]) <= set("Dma") else None
    stop = at
    while stop > begin + 1 and (view.words[stop - 1] in view.sets["whence"] or view.letters[stop - 1] in "aL"):
        stop -= 1
    source, hearer = trim_subject(view, begin + 1, stop), find_subject(view, unit.first, begin)
    known = view.words[unit.first].startswith(tuple(view.sets["pointing"])) and is_press(view, view.words[unit.first])
    if source is None or not is_actor(view, *source) or (hearer is None and begin > unit.first and not known):
        return None
    return Relayed((((hearer.first, hearer.last),),) if hearer else (), at, source)


def _according(view: View, unit: Unit, i: int, lexicon: Lexicon) -> Relayed | None:
    """据 A 报道, with 据 A 援引 B 报道 as two hops."""
    cue = next((k for k in range(unit.last - 1, i, -1) if _reports(view, k, lexicon)), None)
    again = next((k for k in range(i + 1, unit.last if cue is None else cue) if view.words[k] in view.sets["quoting"]), None)
    if cue is None and again is None and unit.mark == "," and (media := _media(view, i + 1, unit.last)) and media[-1][1] == unit.last and media[0][0] <= i + 2:
        return Relayed((media,), i, None)  # 据路透社，…
    if cue is None:
        return _unsaid(view, unit, again, _media(view, i + 1, again)) if again else _of_item(view, unit, i) or _counted(view, unit, i)
    media = _media(view, i + 1, again if again is not None else cue)
    if not media:
        return None
    if again is not None:
        return _quoting(view, unit, again, media, lexicon)
    return Relayed((media,), cue, None)


def _of_item(view: View, unit: Unit, i: int) -> Relayed | None:
    """据安莎社抄录的电视访谈，…: what an outlet made or has."""
    media = _media(view, i + 1, unit.last)
    things = tuple(view.sets["outlet_item", "words_of", "document", "taken_up", "paper"])
    made = unit.mark == "," and "u" in view.letters[i + 1 : unit.last - 1] and view.words[unit.last - 1].endswith(things)
    if not media or not made or not set(view.letters[i + 1 : media[0][0]]) <= set("SMw"):
        return None
    of = view.letters.rindex("u", i + 1, unit.last - 1)
    own = view.words[unit.last - 1].endswith(edges(view.sets["own_paper"]))
    paper = (((of + 1, unit.last),),) if is_paper(view, unit.last - 1) and not own and not view.sets["obtaining"].isdisjoint(view.words[i:of]) else ()
    return Relayed((media[:1], *paper), unit.last - 1, None)


def _counted(view: View, unit: Unit, i: int) -> Relayed | None:
    """据海关统计，…: who counted, and speaks for it."""
    at = unit.last - 1
    if unit.mark != "," or view.words[at] not in view.sets["counted"]:
        return None
    while at - 1 > i and (view.words[at - 1] in view.sets["counted"] or view.letters[at - 1] in "aDmju"):
        at -= 1
    source = trim_subject(view, i + 1, at)
    named = source is not None and set(view.letters[slice(*source)]) <= SOURCES and is_actor(view, *source)
    return Relayed((), unit.last - 1, source) if named else None


def _unsaid(view: View, unit: Unit, i: int, before: tuple[tuple[int, int], ...]) -> Relayed | None:
    """据 A 援引 B，…: without a verb of saying."""
    found = trim_subject(view, i + 1, unit.last)
    second = _media(view, i + 1, unit.last)
    if before and second and set(view.letters[i + 1 : unit.last]) <= OUTLETS:
        return Relayed((before, second), i, None)
    return Relayed((before,), i, found) if before and found and is_actor(view, *found) else None


def _passing_on(view: View, unit: Unit, i: int) -> Relayed | None:
    """总理转述总统的意见，称; 大使援引军方的评估称; 大臣转达了国王的口信：who passes on what another thinks."""
    said = unit.last
    while said > i + 1 and view.letters[said - 1] == "c" and view.words[said - 1] not in view.sets["words_of"]:
        said -= 1
    stop = said
    while stop > i + 1 and (view.words[stop - 1] in view.sets["wrapper"] or view.words[stop - 1] in view.sets["words_of"]):
        stop -= 1
    begin = i + 1 + (view.letters[i + 1 : i + 2] == "e")
    stop = next((k for k in range(begin + 1, stop) if view.words[k] in view.sets["given_to"]), stop)
    quoter, source = find_subject(view, unit.first, i), trim_subject(view, begin, stop)
    bare = stop == unit.last and unit.mark != ":"
    if bare or unit.mark not in (",", ":") or not quoter or not source or "c" in view.letters[unit.first : i]:
        return None
    if not set(view.letters[begin:stop]) <= SOURCES:
        return None
    if is_media(view, quoter.last - 1) or view.words[quoter.last - 1].endswith(tuple(view.sets["press_last"])):
        return None
    last = i if set(view.letters[quoter.last : i]) == {"m"} else quoter.last  # a name that ends as a number does
    return Relayed((((quoter.first, last),),), said if said < unit.last else i, source) if is_actor(view, *source) else None


def _quoting(view: View, unit: Unit, i: int, before: tuple[tuple[int, int], ...], lexicon: Lexicon) -> Relayed | None:
    """A 援引 B 称: B is the source, or a second hop when it is an outlet itself."""
    said = next((k for k in range(i + 1, unit.last) if view.letters[k] in "ci" and _ends_source(view, k, unit)), unit.last)
    cue = min(said, unit.last - 1)
    second = _media(view, i + 1, said)
    if second and set(view.letters[i + 1 : said]) <= OUTLETS:
        return Relayed((before, second), i if second[-1][1] > cue else cue, None)
    stop = said
    while stop > i + 1 and view.words[stop - 1] in view.sets["wrapper"]:
        stop -= 1
    found = trim_subject(view, i + 1, stop)
    if found and _ends_as_press(view, *found):
        return Relayed((before, (found,)), cue, None)
    source = found if found and is_actor(view, *found) else None
    return Relayed((before,), cue, source)


def _ends_as_press(view: View, first: int, last: int) -> bool:
    """Whether a source that no list knows is an outlet by how its name ends, and nobody who speaks: 印度报业信托社."""
    named = "".join(view.words[first:last])
    ends = named.endswith(tuple(view.sets["press_ending", "press_last"])) and named[-2:] not in view.sets["no_press"]
    return ends and len(named) > LEAST_NAME and set(view.letters[first:last]) <= PRESS_NAME


def _ends_source(view: View, k: int, unit: Unit) -> bool:
    """The cue behind the source: the last one in a row of reporting words."""
    return k + 1 == unit.last or view.letters[k + 1] not in "ciu"
