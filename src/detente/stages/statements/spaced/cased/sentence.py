"""A sentence: named sources and reports inside their content first, then from left to right."""

from __future__ import annotations

import re
from collections.abc import Callable

from detente.resources.reports import Reports

from ...working import Hops, Pair, Working
from ..contents import Content
from ..hits import FINITE, INFINITIVE, PARTICIPIAL, Hit
from ..items import Items
from ..scene import Scene
from ..subjects import Subject
from .according import part_before, part_told, past_topic, read_according
from .among import are_several, parties_among, stances
from .anaphora import read_anaphora, subject_before, summoner
from .behind import Behind, behind, goes_on
from .called import explains, judged_until
from .cited import retold
from .contents import content_of
from .datives import dative_subject
from .ends import close
from .fronted import Fronted, fronted, judged_of, not_managed
from .hits import find_hits
from .opened import Open, may_begin, place_of_clause
from .others import read_of_others
from .relays import Relay, find_aside, find_relay, is_medium, name_sources, only_carries, pass_over, pass_over_carriers
from .seats import speaking_place
from .sides import named_first, of_side, there
from .subjects import described, subject_behind, subject_of
from .turned import is_turned, object_of_infinitive
from .untold import is_refusal, is_told, is_untold, is_withheld

ALONE = "alone"  # of a verb of agreeing nobody stands beside
DEED = re.compile("[,-]+w[cV]")
THINGS = frozenset("nNdj")  # в МИД эти слова назвали ложью: the words are no subject


def sentence_reader(reports: Reports) -> Callable[[Scene, int, int], None]:
    """Return the function that reads a sentence with the reporting verbs of a language."""

    def read(scene: Scene, first: int, last: int) -> None:
        read_sentence(scene, first, last, reports)

    return read


def read_sentence(scene: Scene, first: int, last: int, reports: Reports) -> None:
    """Read a sentence of a paragraph."""
    items = scene.items
    while first < last and (items.letters[first] in "-," or _is_dateline(items, first)):
        first += 1
    if items.letters.startswith("O:", first) and first + 2 < last:
        _read_labelled(scene, first, last, reports)
        return
    last = pass_over_carriers(scene, first, last)
    hits, known = find_hits(items, first, last, reports), len(scene.found)
    if pointing := read_anaphora(scene, first, last, hits):
        _read_forward(scene, [h for h in hits if h.first > pointing.last], first, last, pointing.subject)
    elif relay := find_relay(items, hits, first, last, scene.words) or find_aside(items, hits, first, last, scene.words):
        _read_relayed(scene, relay, hits)
    elif not read_of_others(scene, first, last, hits):
        colon, reteller = retold(items, first, last, scene.words)
        _read_plain(scene, [h for h in hits if h.first >= colon], colon, last)
        own: Hops = ((scene.span(reteller.first, reteller.last),),) if reteller else ()
        for draft in scene.found[known:]:
            draft.relays = (*own, *draft.relays)
    name_sources(scene, known, first, last)


def _read_labelled(scene: Scene, first: int, last: int, reports: Reports) -> None:
    """Read what stands behind the name of an outlet and a colon: ТАСС: министр заявил, что …"""
    known = len(scene.found)
    read_sentence(scene, first + 2, last, reports)
    for draft in scene.found[known:]:
        draft.relays = ((scene.span(first, first + 1),), *draft.relays)


def _is_dateline(items: Items, at: int) -> bool:
    """Whether an outlet stands before a dash: INTERFAX.RU - …; INTERFAX - …"""
    letter, word = items.letters[at], items.words[at]
    return items.letters[at + 1 : at + 2] == "-" and (letter == "O" or "." in word or (letter == "k" and word.isascii()))


def _read_relayed(scene: Scene, relay: Relay, hits: list[Hit]) -> None:
    """Read what an outlet passes on; where nobody else speaks in it, the outlet or the source that it names does."""
    count, aside = len(scene.found), relay.aside or (relay.last, relay.last)
    if only_carries(scene, relay):
        return
    inner = [h for h in hits if relay.first <= h.first and h.last <= relay.last and not aside[0] <= h.at < aside[1]]
    pass_over(scene.items, *aside)
    if not read_of_others(scene, relay.first, relay.last, inner):
        _read_plain(scene, inner, relay.first, relay.last)
    if "r" in scene.items.letters[relay.first : relay.last]:
        name_sources(scene, count, relay.first, relay.last)
    source = scene.span(relay.source.first, relay.source.last) if relay.source else None
    own: Hops = ((scene.span(relay.outlet.first, relay.outlet.last),),)
    hops: Hops = (*own, (source,)) if source and relay.source and is_medium(scene.items, relay.source, scene.words) else own
    for draft in scene.found[count:]:
        draft.relays = (*hops, *(((source,),) if source and len(hops) == 1 else ()), *draft.relays)
    if relay.first < relay.last and (len(scene.found) == count or (source and len(hops) == 1)):
        draft = scene.report(relay.hit, relay.outlet, (relay.first, relay.last), "relay")
        draft.take(*scene.span(relay.first, relay.last), 0)
        draft.speaker, draft.relays = source or draft.speaker, hops


def _read_plain(scene: Scene, hits: list[Hit], first: int, last: int) -> None:
    items = scene.items
    if cut := part_before(items, first, last):
        _read_plain(scene, [h for h in hits if h.last <= cut], first, cut)
        _read_plain(scene, [h for h in hits if h.first > cut], cut + 1, last)
        return
    if read_according(scene, first, last):
        return
    for n, hit in enumerate(hits):
        if found := behind(items, hit, first, last):
            if cut := part_told(items, first, found.stop):
                _read_plain(scene, hits[:n], first, cut)
                _read_plain(scene, [h for h in hits if h.first > cut], cut + 1, last)
                return
            start = _read_behind(scene, found, first, last)
            _read_forward(scene, hits[n + 1 :], start, last, found.subject)
            return
    _read_forward(scene, hits, first, last, None)


def _read_behind(scene: Scene, found: Behind, first: int, last: int) -> int:
    """Add a report behind or inside its content, and return where the rest of the sentence begins."""
    items = scene.items
    draft = scene.report(found.hit, found.subject, (first, last), "behind")
    begin = past_topic(items, _begin(items, first, found.stop), found.stop)
    if found.stop > begin and set(items.letters[begin : found.stop]) != {"a"}:  # впрочем, оговорился он, …
        draft.take(*scene.span(begin, found.stop), 0)
        draft.direct = "Q" in items.letters[begin : found.stop]
    again = goes_on(items, found, last)
    if again is None or (draft.direct and items.letters[again] != "Q"):
        return found.last
    stop = _last_quoted(items.letters, again, last) if draft.direct else last
    draft.take(*scene.span(again, stop), 9)
    return stop


def _last_quoted(letters: str, first: int, last: int) -> int:
    """Behind the words that are quoted, where the sentence goes on with what else their speaker did: «…», — и ушел."""
    quotation = letters.find("Q", first, last)
    return quotation + 1 if quotation >= 0 and DEED.match(letters, quotation + 1, last) else last


def _begin(items: Items, first: int, stop: int) -> int:
    """Where a content begins that ends before `stop`: with its quotation, if a mark stands before that."""
    letters = items.letters
    if stop - 1 > first and letters[stop - 1] == "Q" and letters[stop - 2] in ",:" and letters[stop - 3] != "Q":
        return stop - 1
    return first


def _read_forward(scene: Scene, hits: list[Hit], start: int, last: int, before: Subject | None) -> None:
    current: Open | None = None
    for hit in hits:
        if hit.first < start or (current and hit.at < current.content.first):
            continue
        opened = _open(scene, hit, current, start, last, before)
        if isinstance(opened, Subject):
            before = opened
        if not isinstance(opened, Open):
            continue
        if current:
            _finish(scene, current, _edge(scene.items, opened, current.content.first))
        current = opened
        before = opened.subject or before
    if current:
        _finish(scene, current, last)


def _open(
    scene: Scene, hit: Hit, current: Open | None, start: int, last: int, before: Subject | None
) -> Open | Subject | None:
    """The report that a verb opens, or who makes one whose content stands before it."""
    items = scene.items
    if hit.mode == INFINITIVE:
        return _take(scene, hit, not_managed(items, hit, start, last), (start, last))
    content = content_of(items, hit, last)
    if content and (explains(items, hit, content) or is_turned(items, hit, start, content)) and fronted(items, hit, start, last):
        content = None
    if content is None and hit.mode == FINITE:
        return _take_object(scene, hit, current, start, last)
    if content is None or is_refusal(scene, hit) or is_untold(scene, hit, content):
        return None
    if items.letters[content.first] in ",.":
        return None
    if current and not may_begin(items, hit, current):
        return None
    subject = _subject(items, hit, current, start, content, before) or summoner(items, hit, start)
    opens = hit.mode == FINITE and items.letters[hit.first - 1 : hit.first] in ("", ".")
    if subject is None and scene.last is None and opens:
        subject = subject_before(items, hit, start)
    if subject is None and not opens:
        return None
    if subject is None and opens and hit.form.frame == "agree" and items.cases[hit.at] == "p":
        subject = Subject(hit.at, hit.last, hit.at, ALONE)  # Договорились, что доступ откроют
    if "sides" in hit.form.takes and not (subject and subject.rule == ALONE) and not (subject and are_several(items, subject, scene.words)):
        return None
    earlier = scene.last.speaker if scene.last else None
    speaker: Pair | None = scene.span(subject.first, subject.last) if subject else earlier
    if speaker is None:
        return None
    draft = scene.report(hit, subject, (start, last), "forward")
    draft.speaker, draft.continued = speaker, subject is None
    draft.addressee = scene.span(*content.told) if content.told else None
    if "called" in hit.form.takes and items.letters[content.first] == "Q":
        _take_judged(scene, draft, hit, start, subject)
    if subject and (opening := object_of_infinitive(items, hit, start, subject, content)):
        draft.take(*scene.span(*opening), -9)
    return Open(draft, hit, subject, content)


def _take_judged(scene: Scene, draft: Working, hit: Hit, start: int, subject: Subject | None) -> None:
    """Add what a quotation behind the verb is said of: Обещание гостя премьер назвал «смелым»."""
    spans = judged_of(scene.items, hit, start, subject)
    if named := next((at for at in spans if at and (subject is None or at[0] >= subject.last or at[1] <= subject.first)), None):
        draft.take(*scene.span(*named), -9)


def _take_object(scene: Scene, hit: Hit, current: Open | None, start: int, last: int) -> Subject | None:
    """Add the report of a verb behind its content: Токио обвинения отверг; снять запрет Каир отказался."""
    if current and may_begin(scene.items, hit, current):
        current = None
    found = fronted(scene.items, hit, current.content.first if current else start, last)
    if found and (is_withheld(scene, hit, found) or ("sides" in hit.form.takes and not are_several(scene.items, found.subject, scene.words))):
        return None
    if found is None or (current and not found.is_clause(scene.items)):
        return None
    subject = _take(scene, hit, found, (start, last))
    return None if current else subject


def _take(scene: Scene, hit: Hit, found: Fronted | None, sentence: tuple[int, int]) -> Subject | None:
    if found is None:
        return None
    draft = scene.report(hit, found.subject, sentence, "object")
    draft.negated = hit.negated or hit.mode == INFINITIVE
    draft.take(*scene.span(found.first, found.last), 0)
    if judged := judged_until(scene.items, hit, sentence[1]):
        draft.take(*scene.span(hit.last, judged), 9)
    return found.subject


def _subject(
    items: Items, hit: Hit, current: Open | None, start: int, content: Content, before: Subject | None
) -> Subject | None:
    if current:
        own = subject_of(items, hit, current.content.first) if hit.mode == FINITE else None
        direct = items.letters[hit.first - 1] in ",;wB"
        return current.subject if direct else own or place_of_clause(items, hit) or current.subject
    if before and items.letters[hit.first - 1 : hit.first] == "w":
        return before
    if place := there(items, hit, content.first):
        return place
    if managed := dative_subject(items, hit, start):
        return managed
    if items.letters[hit.at] == "j":
        return described(items, hit, start)
    if hit.mode == PARTICIPIAL:
        return before or subject_of(items, hit, start)
    if hit.form.frame == "joint" and (sides := parties_among(items, hit, start, content.first) or stances(items, hit, start)):
        return sides
    found = subject_of(items, hit, start)
    if found and "," in items.letters[found.last : hit.first] and (place := place_of_clause(items, hit)):
        return place
    place = speaking_place(items, hit, start, content.first)
    if found and place and (place.rule == "document" or set(items.letters[found.first : found.last]) <= THINGS or is_told(items, hit, found)):
        return place
    accused = place if "person" in hit.form.takes else None
    around = accused or subject_behind(items, hit, content.first) or place
    return found or around or of_side(items, hit, start) or named_first(items, hit, start) or before


def _edge(items: Items, opened: Open, floor: int) -> int:
    """Where the content before a report ends: before its subject and what joins it."""
    subject = opened.subject
    at = opened.hit.first
    if subject and floor <= subject.first < subject.last <= at and "V" not in items.letters[subject.last : at]:
        at = subject.edge if subject.edge > at - 12 else at
    while at and items.letters[at - 1] == "a":
        at -= 1
    while at and items.letters[at - 1] in ",wB;-":
        at -= 1
    return at


def _finish(scene: Scene, current: Open, limit: int) -> None:
    stop = close(scene.items, current.content, limit, scene.items.cases[current.hit.at])
    if stop > current.content.first:
        current.draft.take(*scene.span(current.content.first, stop), 0)
        if stop + 1 < limit and scene.items.letters[stop : stop + 2] == ":Q":
            current.draft.take(*scene.span(stop + 1, stop + 2), 9)
        current.draft.direct = scene.items.letters[current.content.first : stop].startswith("Q")
        current.draft.clausal = current.content.kind != "noun"
