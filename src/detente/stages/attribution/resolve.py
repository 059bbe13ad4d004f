"""Whom a speaker's words name, and for which party: a rule a kind of naming, the first answer decides."""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec.structs import replace

from detente.records import Span, Speaker
from detente.text.rules import ByClasses

from .answering import who_answers
from .antecedent import excellency, somebody_before, taken_up
from .before import person_before
from .bodies import is_unlisted_body, of_company, of_initials, of_no_embassy, of_own_body, of_usual
from .case import Attribution, bare_phrase, tokens_of
from .chain import BODIES, actor_of
from .echoed import echoed
from .embassies import of_embassy, of_mission
from .holding import bare_office, owned_by_noun
from .media import is_english
from .meeting import embassy_in, one_who_meets, over_both, posted_at
from .naming import Naming, both
from .near import near_party
from .offices import (
    head_of_body,
    holder_before,
    of_body,
    of_counterpart,
    of_country,
    of_kind,
    only_holder,
    other_holder,
    own_country,
    own_land,
    owned_office,
    owned_report,
    ruling,
    told_of_before,
)
from .papers import closing_document, joint_document, spoken_document
from .phrase import LISTED, phrase_named_by
from .pointed import (
    in_document,
    issued_document,
    issued_together,
    latter,
    own_document,
    own_state,
    pointed_group,
    pointed_outlet,
    pointed_unnamed,
)
from .sources import same_source
from .taken import body_alone, both_sides, city, of_both, of_team, one_of_several, there
from .together import agreed_alone, agreed_by_both, both_alone, met_before, met_together, of_joint_text, of_two_states
from .unofficial import described, study, unofficial

PLURAL, SELF = ("ы", "и", "ов", "ев", "ам", "ами", "ах"), ("self", "selves")
CORRELATIVE = re.compile(",[wa](?=[^,wa]+$)")
PHRASE, LONGEST_PHRASE = frozenset("SMGYTtIhKkjxmeod"), 10
OWNED = re.compile("[SMGKO]|^d")  # an office of a side that stands beside it
FIELD = re.compile("T[Po]d?[kxYwOG]{1,4}$")  # minister of state for health
OF_PERSON = re.compile("[^SMGKkRJ]*[KR]u(?=[SMGY].*[hTK])")
OF_HIS_OFFICE = re.compile("[dxNCckj]{1,4}P(?=d[xYT]$)")  # a readout from his office
TOLD_BEHIND = re.compile("S|^[^T]*t")  # его коллега, министр Японии …; его коллега, профессор …


def _refers_back(naming: Naming) -> bool:
    """Whether a noun phrase without a state takes up the side before: 该部, 这位总统, 外交部发言人, 该人士."""
    first, letters, words = naming.words[0], naming.letters, naming.case.words
    parts = [part for word in naming.words for part in word.split(" ")]
    if any(map(str(parts[0]).startswith, words("opposition"))) if not naming.case.language.is_spaced else not words("opposition").isdisjoint(parts):
        return False
    if naming.case.parse.tokens.cases and (_is_several(naming) or not words("agency").isdisjoint(naming.words)):
        return False
    if naming.words[-1] in words("source"):
        return first[:1] in words("pointing")
    if first in words("private") or set(letters) - set("TYhnmj"):
        return False
    return letters in ("T", "h") or set(letters) <= BODIES or first[:1] in words("pointing")


def _is_bare_office(naming: Naming) -> bool:
    """Whether an office alone takes up who spoke, in a language with cases: министр, дипломат."""
    entry = naming.case.language.gazetteer.entries.get(naming.words[0])
    own = entry is not None and entry.party is not None
    private = naming.letters == "h" and naming.words[0] in naming.case.words("private")
    return bool(naming.case.parse.tokens.cases) and naming.letters in ("T", "h") and not own and not private and not _is_several(naming)


def _is_several(naming: Naming) -> bool:
    """Whether an outlet is named by its kind, or several whom nothing introduces: агентство, по словам дипломатов."""
    medium = naming.case.language.is_spaced and naming.words[-1] in naming.case.words("medium")
    return medium or (naming.case.text[naming.span.start : naming.span.stop].endswith(PLURAL) and not naming.words[-1].endswith(("а", "я")))


def _is_former(naming: Naming) -> bool:
    """Whether 前 or its like stands before a noun phrase, and is no time (三天前)."""
    tokens, at = naming.case.parse.tokens, naming.first - 1
    titled = is_english(naming.case) and "T" in naming.letters and not _is_introduced(naming, 0)
    if titled and not naming.case.words("former").isdisjoint(naming.words[: naming.letters.index("T")]):
        return True  # a retired Indian diplomat
    if at < 0 or tokens.words[at] not in naming.case.words("former"):
        return False
    return at == 0 or tokens.classes[at - 1] not in "mDvn"


def no_words(naming: Naming) -> Speaker:
    """A span that holds no token."""
    return naming.speaker(f"actor:{naming.case.text[naming.span.start : naming.span.stop]}", None)


def joint_subject(naming: Naming) -> Speaker:
    """双方, 两韩; of узбекская сторона in another case the one side."""
    at = naming.letters.index("J")
    if naming.case.parse.tokens.cases and naming.letters[max(at - 1, 0) : at] == "S" and "w" not in naming.letters[:at]:
        side = naming.case.language.gazetteer.entries.get(naming.words[at - 1])
        return naming.speaker(f"actor:{' '.join(naming.words)}", side.party if side else None)
    own = naming.case.language.lexicon.pairs
    return naming.joint(next((own[w.lower()] for w in naming.words if w.lower() in own), "") or both(naming))


def pronoun(naming: Naming) -> Speaker | None:
    """他, 她."""
    possessive = naming.letters == "d" and naming.words[0] in naming.case.words("singular")
    told_of = naming.letters == "u" and naming.case.language.is_spaced
    if naming.letters != "R" and not possessive and not told_of:
        return None
    whom = taken_up(naming)
    if whom is None and not naming.case.language.is_spaced and (somebody := somebody_before(naming.first, naming.case)):
        return replace(resolve(somebody, naming.case, None, naming.outer), start=naming.span.start, stop=naming.span.stop)
    return naming.speaker(whom.actor_id if whom else "actor:?", whom.party if whom else None)


def relative(naming: Naming) -> Speaker | None:
    """officials who, Zarif, who: whom the noun phrase before names."""
    case, tokens = naming.case, naming.case.parse.tokens
    if not case.language.is_spaced:
        return None
    stop = bisect_left(tokens.starts, naming.span.start)
    while stop and tokens.classes[stop - 1] in ",PA":
        stop -= 1
    stop = tokens.classes.rfind("(", 0, stop) if tokens.classes[stop - 1 : stop] == ")" else stop
    field = FIELD.search(tokens.classes, max(0, stop - LONGEST_PHRASE), stop)
    first = field.start() if field else stop
    while first and stop - first < LONGEST_PHRASE and tokens.classes[first - 1] in PHRASE:
        first -= 1
    if first == stop:
        return None
    whom = resolve(Span(tokens.starts[first], tokens.stops[stop - 1]), case, naming.before, naming.outer)
    return naming.speaker(whom.actor_id, whom.party)


def former_holder(naming: Naming) -> Speaker | None:
    """前外长: speaks for nobody now."""
    return naming.speaker(actor_of(naming.words[-1:], naming.case.language), None) if _is_former(naming) else None


def chains(naming: Naming) -> Speaker | None:
    """One chain of nouns, or several that conjunctions join; one without a state may take up the side before."""
    case, letters, before = naming.case, naming.letters, naming.before
    if before and before.party and _is_bare_office(naming):
        return naming.speaker(before.actor_id, before.party)
    if before is None and _is_bare_office(naming):
        found = person_before(case.parse, case.people, naming.span.start, case.language, leading=False)
        if found and found.party and (found.actor_id.startswith("person:") or not case.home):
            return naming.speaker(found.actor_id, found.party)
    unnamed = letters.lstrip("mjd") in ("T", "h") and bool(case.parse.tokens.cases) and _is_several(naming)
    pointed = before is not None and not case.language.is_spaced and naming.words[0][:1] in case.words("pointing")
    someone = not case.language.is_spaced and naming.words[-1].endswith(tuple(case.words("human_word_ending")))
    apart = unnamed or pointed or (someone and before is None) or BODIES.isdisjoint(letters)
    near = None if apart else own_country(naming) or (is_english(case) and of_kind(naming)) or ruling(naming) or near_party(naming.span.start, case)
    if near is None and not case.words("agency").isdisjoint(naming.words):
        near = own_country(naming)
    phrase = phrase_named_by(naming.words, letters, near, case)
    if near and phrase.party is None and naming.words[-1] in case.words("agency"):
        return naming.speaker(phrase.actor_id, near)
    if phrase.party is None and (own := of_country(naming) or of_counterpart(naming)):
        return naming.speaker(phrase.actor_id, own)
    if phrase.party is None and is_unlisted_body(naming):
        return naming.speaker(phrase.actor_id, near_party(naming.span.start, case))
    if before and phrase.party is None and not phrase.joint and _refers_back(naming):
        return naming.speaker(before.actor_id, before.party)
    return naming.speaker(phrase.actor_id, phrase.party)


# Classes of words, and whom a phrase of them may name.
RULES: ByClasses[Naming, Speaker] = ByClasses(
    [
        (r"^\Z", no_words),
        (r"^c\Z", agreed_alone),
        (r"J", joint_subject),
        (r"^R\Z", latter),
        (r"^R\Z", in_document),
        (r"^R\Z", met_together),
        (r"^R\Z", met_before),
        (r"^R\Z", of_joint_text),
        (r"^R\Z", agreed_by_both),
        (r"^d\Z", both_alone),
        (r"k", of_two_states),
        (r"^[^K]\Z", own_state),
        (r"^R\Z", who_answers),
        (r"^[Rdu]\Z", pronoun),
        (r"^d[nhNx]\Z", excellency),
        (r"^[^K]\Z", there),
        (r"^[^K].{0,2}\Z", both_sides),
        (r"^[^SMGKkOJ,]{2,}\Z", of_both),
        (r"^[il]\Z", relative),
        (r"^[kYG][kIxY]{0,3}(?:[oP][kxY]+)?[Tth]?\Z", of_own_body),
        (r"^[kp]{1,3}\Z", city),
        (r"", former_holder),
        (r"^[^TtYR]*\Z", described),
        (r"x", study),
        (r"^[^SMGK]{1,4}\Z", one_who_meets),
        (r"^[^SMGKO,]*[Th]P[SM]\Z", posted_at),
        (r"^[^SMGKO]*P[SM]\Z", embassy_in),
        (r"^[Tt]od?[xYI]", over_both),
        (r"", one_of_several),
        (r"^d?[jx]*[xThKk].*[oP]d[xYTh]+\Z", of_team),
        (r"^[^K]\Z", issued_together),
        (r"^[dj]?[xN]", closing_document),
        (r"^[^SM]{2,}\Z|^[^K]\Z", joint_document),
        (r"^[^K]\Z", issued_document),
        (r"^[Nn]\Z", spoken_document),
        (r"^[xNkc]\Z", own_document),
        (r"^[xk]\Z", own_land),
        (r"^h\Z", same_source),
        (r"^t(?:[hnxkKt]|“?O”?|“.*”)*\Z", same_source),
        (r"^[hinx]{1,2}\Z", pointed_outlet),
        (r"^[^SMGKJ]", pointed_group),
        (r"^[^SMGKJ].*[hT]\Z", pointed_unnamed),
        (r"^d\Z", owned_report),
        (r"^(?:[TxY]|j*[Kk])e[xk]?[xYTh]\Z", owned_by_noun),
        (r"^[^SKk]*[TYh][^SKk]*\Z|^d[xt]\Z|^d[xk]{2,4}\Z", owned_office),
        (r"^Ye?[xT]*\Z", of_body),
        (r"^[^SMGKO]*[Th][Po]dY[^SMGKk]*\Z", of_body),
        (r"^[^SMGKkYOJ]*[xI][^SMGKkYOJ]*\Z", echoed),
        (r"^d?[jx]{0,2}TPd?x?[kK]+\Z", of_company),
        (r"^d?kTP[kxSM]+\Z", of_initials),
        (r"^[dmjx]{0,2}[Th](?:\Z|x[^SMGYK]*\Z)", of_no_embassy),
        (r"^d?k[Tth]?\Z", of_usual),
        (r"^T\Z", only_holder),
        (r"^T\Z", told_of_before),
        (r"^[YxI]\Z", of_embassy),
        (r"^d?[xm]?[Th][Po]d[xYI][aD]?\Z", of_mission),
        (r"^x?[TY]\Z", bare_office),
        (r"^[hnTI]\Z", body_alone),
        (r"^[Th][hYI]\Z", head_of_body),
        (r"^[Th]\Z", other_holder),
        (r"", holder_before),
        (r"", chains),
    ]
)


def resolve(span: Span, case: Attribution, before: Speaker | None, outer: Speaker | None) -> Speaker:
    """Return who a span of a text names; `before` spoke last, and what is told in `outer` is its report."""
    first, words, letters = tokens_of(case.parse, span)
    while words and words[0] in case.words("article"):
        first, words, letters = first + 1, words[1:], letters[1:]
    if len(words) > 1 and letters[-1] == "u" and words[-1].endswith(SELF):
        words, letters = words[:-1], letters[:-1]  # the minister himself
    words, letters = bare_phrase(words, letters, case.language)
    if not case.language.is_spaced and (behind := OF_PERSON.match(letters)):
        first, words, letters = first + behind.end(), words[behind.end() :], letters[behind.end() :]  # 豪根的俄罗斯同行
    if is_english(case) and (office := OF_HIS_OFFICE.match(letters)) and words[office.end()] in case.words("singular"):
        first, words, letters = first + office.end(), words[office.end() :], letters[office.end() :]
    if case.parse.tokens.cases and (both_of := CORRELATIVE.search(letters)):  # и Иванов, и Петров; как Рига, так и Таллин
        at = both_of.start()
        words, letters = (*words[:at], *words[at + 1 :]), f"{letters[:at]}w{letters[at + 2 :]}"
    naming = Naming(span, first, words, letters, case, before, outer)
    found = _before_comma(naming) or RULES.first(letters, naming)
    return found or naming.speaker("actor:?", None)


def _before_comma(naming: Naming) -> Speaker | None:
    """Whom the words before an apposition name, where they name a side or a person by themselves."""
    comma = naming.letters.find(",")
    if comma < 1 or not naming.case.language.is_spaced or LISTED.match(naming.letters, comma - 1):
        return None
    letters = naming.letters[:comma]
    if nobody := unofficial(naming, comma):
        return nobody
    if not naming.case.parse.tokens.cases and not OWNED.search(letters) and _is_introduced(naming, comma + 1):
        return None
    is_counterpart = naming.case.parse.tokens.cases and not naming.case.words("counterpart").isdisjoint(naming.words[:comma])
    if is_counterpart and TOLD_BEHIND.search(naming.letters[comma:]):
        return None
    found = RULES.first(letters, replace(naming, words=naming.words[:comma], letters=letters))
    return found if found and (found.party or found.actor_id.startswith("person:")) else None


def _is_introduced(naming: Naming, at: int) -> bool:
    """Whether a person of the document, whose side is known, stands at a word: the health minister, Devon Rhoden."""
    at += len(naming.letters[at:]) - len(naming.letters[at:].lstrip("j"))
    person = naming.case.people.find(naming.words[at]) if naming.letters[at : at + 1] == "K" else None
    return person is not None and person.party is not None
