"""Reports that pass others on: Reuters reported, citing officials; Anadolu quoted the minister as saying; according to TASS."""

from __future__ import annotations

from bisect import bisect_left

from detente.resources.verbs import VerbForm

from ..working import Pair, Working
from .hits import FINITE, PARTICIPIAL, Hit, Words
from .inverted import subject_behind
from .items import Items
from .phrases import HEADED, phrase_after, phrase_before
from .scene import Scene
from .subjects import Subject, subject_of

SAYING = frozenset({"say", "tell"})
AS_REACH = 24
LONGEST_WHAT = 5
NEAR = 3  # items between an outlet and its verb: Reuters, citing …; Reuters had quoted …
PEOPLE = frozenset("KT")
REFERENCE = "reference"
QUOTING = VerbForm("quote", (), frozenset(), "say", frozenset({"quote"}))


def is_medium(items: Items, first: int, last: int, words: Words) -> bool:
    """Whether a phrase names an outlet, by its name or by its kind."""
    last = next((k for k in range(first + 1, last) if items.words[k] == "who"), last)
    if PEOPLE & set(items.letters[first:last]) or items.letters[last - 1] == "h":
        return False
    if items.capital[last - 1] and items.words[last - 1] in words["outlet_name"]:
        return True
    return any(items.letters[k] == "O" or items.words[k] in words["medium"] for k in range(first, last))


def merge_quoted(items: Items, hits: list[Hit], words: Words) -> list[Hit]:
    """Return the hits with quoted X as saying, and was quoted as saying, as one that X is the subject of."""
    found: list[Hit] = []
    for hit in hits:
        quoted = found[-1] if found and hit.mode == PARTICIPIAL and items.words[hit.first - 1] == "as" else None
        active = quoted and (items.words[quoted.at] in words["quoting"] or items.words[quoted.at - 1] not in words["being"])
        if quoted and active and items.words[quoted.at] in words["quoting", "reporting_as"] and hit.at - quoted.at < AS_REACH:
            found[-1] = hit._replace(first=hit.first - 1, mode=FINITE)
        elif hit.mode == PARTICIPIAL and (first := _passive(items, hit.first - 1, words)) is not None:
            found.append(hit._replace(first=first, mode=FINITE))
        elif _quoted_by(items, hit, words) is not None:
            found.append(hit._replace(first=hit.first - 1, mode=FINITE))
        else:
            found.append(hit)
    return found


def _quoted_by(items: Items, hit: Hit, words: Words) -> int | None:
    """Return where the verb stands by which a text has somebody saying: the minutes record the minister as saying."""
    if hit.mode != PARTICIPIAL or items.words[hit.first - 1] != "as":
        return None
    before = range(hit.first - 2, max(0, hit.first - AS_REACH), -1)
    verb = next((k for k in before if items.letters[k] in ",;:.Q" or items.words[k] in words["reporting_as"]), None)
    return verb if verb is not None and items.words[verb] in words["reporting_as"] else None


def _passive(items: Items, at: int, words: Words) -> int | None:
    """Where was quoted (by TASS) as begins that ends with item `at`; None where it does not."""
    if at < 2 or items.words[at] != "as":
        return None
    quoted = next((k for k in range(at - 1, max(0, at - AS_REACH), -1) if items.words[k] in words["quoting", "reporting_as"]), 0)
    first = quoted
    while first and items.letters[first - 1] in "av":
        first -= 1
    return first if first < quoted else None


def without_sources(items: Items, hits: list[Hit], first: int, last: int, words: Words) -> list[Hit]:
    """Return the hits without those by which an outlet that reports names its source."""
    if not any(_names_source(items, hit, words) for hit in hits):
        return hits
    if not any(_is_passed_on(items, hit, first, last, words) for hit in hits):
        return hits
    return [hit for hit in hits if not _names_source(items, hit, words)]


def _names_source(items: Items, hit: Hit, words: Words) -> bool:
    return hit.mode == PARTICIPIAL and items.words[hit.at] in words["quoting"]


def _is_passed_on(items: Items, hit: Hit, first: int, last: int, words: Words) -> bool:
    if hit.form.frame not in SAYING or hit.mode != FINITE:
        return False
    subject: Subject | None = subject_of(items, hit, first, words)
    if subject is None and hit.first > first:
        subject = subject_behind(items, hit, last) if hit.last < last else None
    return subject is not None and is_medium(items, subject.first, subject.last, words)


def source_at(items: Items, first: int, last: int, words: Words) -> tuple[int, int, int] | None:
    """Return where a source is named between two items: the item that says so, and the source's first and last."""
    stretch = items.words[first:last]
    quoting, resting = words["quoting", "attributing"], words["resting"] | {REFERENCE}
    if quoting.isdisjoint(stretch) and resting.isdisjoint(stretch):
        return None
    for k in [k for k in range(first, last) if items.words[k] in quoting | resting]:
        stop = k + 1 if items.words[k] in quoting else k + 2 if items.words[k + 1 : k + 2] in (["to"], ["on"]) else 0
        stop += items.words[k] in words["attributing"] and _past_what(items, stop, last)
        if stop and (end := _source_end(items, stop, last)) > stop and items.words[end : end + 1] != ["as"]:
            return k - (items.words[k] == REFERENCE and items.letters[k - 1] == "P"), stop, end
    return None


def _past_what(items: Items, at: int, last: int) -> int:
    """Items of what is attributed to a source: the warning to an insider."""
    to = next((k for k in range(at, min(last, at + LONGEST_WHAT)) if items.words[k] == "to"), at - 1)
    return to + 1 - at


def _source_end(items: Items, first: int, last: int) -> int:
    """Behind a source with what prepositions and adjectives bind to it: people close to the talks, officials in Baku."""
    described = items.letters[first : first + 1] == "V" and items.letters[first + 1 : first + 2] in tuple(HEADED)  # unnamed sources
    stop = phrase_after(items, first + described, last)
    if stop == first + 1 and items.letters[first] in "mxd" and items.letters[stop : stop + 1] == "V" and items.letters[stop + 1 : stop + 2] in tuple(HEADED):
        stop = phrase_after(items, stop + 1, last)  # three unnamed officials
    while stop > first and stop + 1 < last:
        bound = stop + (items.letters[stop] == "x" and items.letters[stop + 1] in "Pb")
        farther = phrase_after(items, bound + 1, last) if items.letters[bound] in "Pb" else 0
        if farther <= bound + 1:
            break
        stop = farther
    return stop


def name_sources(scene: Scene, known: int, first: int, last: int) -> None:
    """Let the source that an outlet names speak, with the outlet as its relay, in the reports found since `known`."""
    items = scene.items
    named = source_at(items, first, last, scene.words) if len(scene.found) > known else None
    for draft in scene.found[known:]:
        if draft.speaker is None or named is None or draft.cue[0] == items.starts[named[0]] or _is_anothers(items, draft, named[0]):
            continue
        speaker = _items_of(items, draft.speaker)
        at, begin, end = named
        if not is_medium(items, speaker[0], at if speaker[0] < at < speaker[1] else speaker[1], scene.words):
            continue
        if _is_known(items, begin, end, scene.words):
            continue
        outlet, source = draft.speaker, scene.span(author_at(scene, begin, end), end)
        if deeper := _quoted_in(items, begin, end, last, scene.words):
            draft.relays, draft.speaker = ((outlet,), (scene.span(*_reporter(items, begin, end, scene.words)),)), scene.span(*deeper)
            draft.pieces = [piece for p in draft.pieces if (piece := _before(items, p, at))]
            _drop(scene, known, items.starts[deeper[0] - 1])
            continue
        if outlet[0] < source[0] < outlet[1]:
            outlet = scene.span(*_outlet_in(items, speaker[0], at))
        draft.relays = ((outlet,), (source,)) if is_medium(items, begin, end, scene.words) else ((outlet,),)
        draft.speaker = source
        draft.pieces = [piece for p in draft.pieces if (piece := _before(items, p, at))]


def _quoted_in(items: Items, begin: int, end: int, last: int, words: Words) -> tuple[int, int] | None:
    """Whom a report quotes that is cited: citing a Haaretz report that quoted two officials; citing an Axios story quoting an aide."""
    if begin >= end or items.words[end - 1] not in words["outlet_item"]:
        return None
    at = end + (items.letters[end : end + 1] == ",")
    at += items.letters[at : at + 1] in ("i", "l")
    while at < last and items.letters[at] in "av":
        at += 1
    quotes = at < last and items.words[at] in words["quoting"]
    stop = _source_end(items, at + 1, last) if quotes else 0
    return (at + 1, stop) if stop > at + 1 else None


def _drop(scene: Scene, known: int, cue: int) -> None:
    """Drop what was read of a verb that only tells whom a report quotes: a Haaretz report that quoted two officials."""
    kept = [draft for draft in scene.found[known:] if draft.cue[0] != cue]
    if scene.last in scene.found[known:] and scene.last not in kept:
        scene.last = kept[-1] if kept else None
    scene.found[known:] = kept


def _reporter(items: Items, begin: int, end: int, words: Words) -> tuple[int, int]:
    """Whose report it is: Haaretz of a Haaretz report, Axios of a report by Axios."""
    by = next((k for k in range(begin, end - 1) if items.words[k] in items.known["authored"]), None)
    if by is not None:
        return by + 1, end
    while end - begin > 1 and (items.words[end - 1] in words["outlet_item"] or items.letters[end - 1] == "e"):
        end -= 1
    return begin + (items.letters[begin] == "d" and items.words[begin] != "the"), end


def _is_anothers(items: Items, draft: Working, at: int) -> bool:
    """Whether an outlet inside a content names the source: Bloomberg, citing officials, reported …, Al Arabiya said."""
    inside = any(start < items.starts[at] < stop for start, stop in draft.pieces)
    opening = draft.method.startswith("behind") and draft.pieces[0][0] == items.starts[at]  # Citing officials, Bloomberg reported …, AFP said
    return opening or (inside and "O" in items.letters[max(0, at - NEAR) : at])


def name_carriers(scene: Scene, known: int) -> None:
    """Give the reports found since `known` the outlets that carry their source: a statement by the army, read on X and quoted by Y."""
    items = scene.items
    for draft in scene.found[known:]:
        first, last = _items_of(items, draft.speaker) if draft.speaker else (0, 0)
        carrying = [k for k in range(first + 1, last - 1) if items.words[k] in scene.words["carrying"] and items.words[k + 1] in items.known["carried_by"]]
        if not carrying or draft.relays:
            continue
        stop = _described(items, first, carrying[0])
        draft.speaker = scene.span(_author(scene, first, stop), stop)
        draft.relays = tuple((scene.span(k + 2, phrase_after(items, k + 2, last)),) for k in reversed(carrying) if k + 2 < last)


def _described(items: Items, first: int, at: int) -> int:
    """Where a source ends before what carried it: a statement read on X; an aide whose account was published by X."""
    whose = next((k for k in range(first + 1, at) if items.words[k] == "whose"), at)
    return whose - (items.letters[whose - 1] in ",w")


def _is_known(items: Items, first: int, last: int, words: Words) -> bool:
    """Whether a source is an outlet that was named before: citing the paper."""
    nouns = words["medium", "outlet_noun", "outlet_noun_named"]
    return last == first + 2 and items.words[first] == "the" and items.words[first + 1] in nouns


def author_at(scene: Scene, first: int, stop: int) -> int:
    """Return where whose words it cites begins: a letter from the minister, remarks by an aide."""
    items, whose = scene.items, scene.words["whose_words"]
    owned = (k for k in range(first + 1, stop - 2) if items.words[k] in items.known["page_of"] and items.words[k + 1] == "of")
    posts = next((k for k in owned if items.words[k - 1].title() in scene.words["platform"]), None)
    if posts is not None:
        return posts + 2
    noun = next((k for k in range(first, stop - 2) if items.words[k] in whose and items.words[k + 1] in items.known["authored"]), None)
    return first if noun is None or items.letters[noun + 2] == "O" else noun + 2


def _author(scene: Scene, first: int, stop: int) -> int:
    """Where whose document it is begins: a statement by the general staff."""
    items = scene.items
    noun = next((k for k in range(first, stop - 2) if items.words[k] in scene.words["document"] and items.words[k + 1] in items.known["authored"]), None)
    return first if noun is None else noun + 2


def name_quoting(scene: Scene, known: int, first: int, last: int) -> None:
    """Give the reports found since `known` who quotes their speakers: Anadolu quoted X as saying; X was quoted by TASS."""
    items, words = scene.items, scene.words
    quoting = words["quoting", "reporting_as"]
    if quoting.isdisjoint(items.words[first:last]):
        return
    for draft in scene.found[known:]:
        at = bisect_left(items.starts, draft.cue[0])
        quoted = next((k for k in range(at - 1, max(first, at - AS_REACH), -1) if items.words[k] in quoting), None)
        if draft.relays or quoted is None or "as" not in items.words[quoted:at]:
            continue
        if any(start <= items.starts[quoted] < stop for start, stop in draft.pieces):
            continue  # …, the paper quoted the minister as saying, Argus reported
        if quoter := _quoter(items, quoted, at, first, last, words):
            draft.relays = ((scene.span(*quoter),), *(((scene.span(*paper),),) if (paper := _paper(items, quoter[0], first, words)) else ()))


def _paper(items: Items, outlet: int, first: int, words: Words) -> tuple[int, int] | None:
    """The document that an outlet saw or published, in which somebody is quoted: a leaked memo seen by Reuters quotes the minister."""
    if outlet < first + 3 or items.words[outlet - 1] != "by" or items.words[outlet - 2] not in words["carrying"]:
        return None
    begin = phrase_before(items, outlet - 2, first, words)
    return (begin, outlet - 2) if begin < outlet - 2 else None


def _quoter(items: Items, quoted: int, at: int, first: int, last: int, words: Words) -> tuple[int, int] | None:
    """Who quotes: behind by, or else before the verb."""
    if items.words[quoted - 1] in words["being"]:
        by = next((k for k in (quoted + 1, at + 1) if items.words[k : k + 1] == ["by"]), None)
        stop = phrase_after(items, by + 1, last) if by else 0
        return (by + 1, stop) if by and stop > by + 1 else None
    stop = quoted
    while stop > first and items.letters[stop - 1] in "av":
        stop -= 1
    begin = phrase_before(items, stop, first, words)
    if begin == stop and stop > first and items.letters[stop - 1] == "," and words["carrying"].isdisjoint(items.words[first:stop]):
        apposed = subject_of(items, Hit(stop, quoted, quoted + 1, QUOTING, FINITE, False), first, words)
        return (apposed.first, apposed.last) if apposed else None
    return (begin, stop) if begin < stop else None


def _items_of(items: Items, span: Pair) -> tuple[int, int]:
    first = bisect_left(items.starts, span[0])
    return first, bisect_left(items.starts, span[1], first)


def _outlet_in(items: Items, first: int, last: int) -> tuple[int, int]:
    """The name of the outlet in a Reuters report quoting …"""
    named = items.letters.find("O", first, last)
    stop = named + 1
    while named >= 0 and items.letters[stop : stop + 2] == "wO":
        stop += 2
    return (named, stop) if named >= 0 else (first, last)


def _before(items: Items, piece: Pair, at: int) -> Pair | None:
    """A content without the naming of the source that ends it."""
    if not piece[0] < items.starts[at] < piece[1]:
        return piece
    while at and items.letters[at - 1] in ",-":
        at -= 1
    return (piece[0], items.stops[at - 1]) if at and items.stops[at - 1] > piece[0] else None
