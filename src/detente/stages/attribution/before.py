"""Whom and what a document names before a place: the person a pronoun takes up, the place whose ministry speaks."""

from __future__ import annotations

import re
from bisect import bisect_left

from detente.languages import Language
from detente.records import Parse, Speaker

from .people import People

SENTENCE_ENDS = ".\n\r"
FARTHEST = 80
JOINT = re.compile("(?:P[^.,SMKT]{1,3},?)?w?J")
PAIR = re.compile("d?(?:[Thx]o){0,2}d?([SM])wd?([SM])(?![KkTYeh])")
OWNED, INSTITUTE = frozenset("de"), frozenset("I")
UPRIGHT = frozenset("nb")
MAIN = re.compile("(?:,w?|(?<=[.\\n])B)d?[jTthSMGe]{0,4},?(K),?[avVc]")
TITLED = re.compile("(?=[^K]*T)[SMGYTthjkxdeoPwO,]{1,16}(K),?[avVc]")  # Chile's minister of farming, fisheries and food, Ana Ruiz, told
DEPUTY = re.compile("Ke[xkSj]*[Tth]")  # Mr Ruiz's counterpart
LED = re.compile("-?d?([SM])(?:e?T)?(?:,[^,.]{1,3},)?(?:PD+)?[vVca]")
DATELINE, LONGEST_DATELINE = re.compile("[^-:]*[-:]"), 14  # LIMA, Peru (AP) -
SUBJECT = re.compile("[SMTYhdxjokKPwe,]{3,18}(?=[acvV])")
# An analyst at a bank, Thandi Nkosi, was less certain; hotel owner Ana Ruiz in Kirkenes was; Ana Ruiz, 55, laughed; for Ana Ruiz, a barge owner, …
UNKNOWN = re.compile("j?(N),(?:i|m,)|d?[xk]{0,2}t[^.,SMG]{0,6},(N),|[kx]{1,2}[xt](N)(?=[PvVc])|P?j?(N),d[xk]{0,3}(?:t|x[oPV,])".replace("N", "kk+|K"))
RELATIVE = re.compile("[vj][^,;:cgKRJu]{0,8}u[SMGYTthnjxwv]{0,10}(K)(?![uwL])")  # 率团到访的缅甸副外长某某
ACTORS = frozenset("RTthSMGYKk")
ACTING = frozenset("TKkhSM")
NAMES, EMPTY = frozenset("KkTth“"), "”\n"
FARTHEST_LED = 160  # tokens
OPENING = 4  # tokens in which a sentence names who it is about
BEFORE_NAME = frozenset("SMGYTthnjwDavmx")


def person_before(
    parse: Parse, people: People, at: int, language: Language, *, leading: bool
) -> Speaker | None:
    """Return who opens the sentence before the one at offset `at`; unless `leading`, whoever it names first.

    The states of an office count where no name is known.
    """
    tokens = parse.tokens
    apart = language.is_spaced and not tokens.cases
    stop = _start_of(parse, bisect_left(tokens.starts, at), apart=apart)
    before_name = BEFORE_NAME | (OWNED if apart else INSTITUTE | OWNED if tokens.cases else frozenset())
    farthest = max(0, stop - FARTHEST)
    while stop > farthest:
        first = _sentence_start(parse, stop - 1)
        if _names_nobody(parse, first, stop, language, leading=leading):
            stop = first
            continue
        for i in range(first, stop):
            if apart and leading and DEPUTY.match(tokens.classes, i):
                return None  # Mr Ruiz's counterpart rejected it. “…,” he said
            if tokens.classes[i] == "K" and (name := people.find(tokens.words[i])):
                return Speaker(tokens.starts[i], tokens.stops[i], name.actor_id, name.forms[0], name.party)
            if tokens.cases and leading and tokens.classes[i] == "K":
                return _stranger(parse, i)
            if apart and leading and i == first and (unknown := UNKNOWN.match(tokens.classes, first, stop)):
                return _nobody(parse, *unknown.span(unknown.lastindex or 0))
            if tokens.classes[i] == "T" and not leading and not _names(parse, i):
                return _office(parse, first, i, language)
            if leading and tokens.classes[i] not in before_name:
                return _otherwise_told_of(parse, people, first, stop, language)
        if leading and stop - first > 1:
            return None
        stop = first
    return None


def _start_of(parse: Parse, here: int, *, apart: bool) -> int:
    """Where the sentence of a token begins, behind a colon, and before the quotation that it follows: X не согласен: Y, по его словам, …"""
    if apart and parse.tokens.classes[here - 1 : here] == ":":
        return here
    stop = _sentence_start(parse, _quoted_from(parse, here) if apart else here)
    colon = parse.tokens.classes.rfind(":", stop, here) if parse.tokens.cases or apart else -1
    return colon + 1 if colon > stop else stop


def _names_nobody(parse: Parse, first: int, stop: int, language: Language, *, leading: bool) -> bool:
    """Whether a sentence only takes up who was named before it, or is an empty line."""
    tokens = parse.tokens
    if not language.is_spaced:
        return tokens.words[first] in language.lexicon.words["singular"] or tokens.classes[first] == "“"
    return not tokens.cases and (not tokens.classes[first:stop].strip(EMPTY) or (leading and _is_of_pronoun(parse, first, stop, language)))


def _is_of_pronoun(parse: Parse, first: int, stop: int, language: Language) -> bool:
    """Whether a sentence that names nobody is about whom a pronoun takes up: Ana Ruiz refused. On the way out, she laughed. “…,” she said."""
    classes, singular = parse.tokens.classes, language.lexicon.words["singular"]
    if not NAMES.isdisjoint(classes[first:stop]):
        return False
    opening = [i for i in range(first, stop) if classes[i] == "R" and (i == first or classes[i - 1] == ",")]
    return any(parse.tokens.words[i] in singular for i in opening)


def leads_before(parse: Parse, people: People, here: int, language: Language) -> Speaker | None:
    """Return the person who leads the nearest sentence before that of a token which one leads, where words are written apart and have no cases."""
    farthest = max(0, here - FARTHEST_LED)
    while here > farthest:
        at = parse.tokens.starts[here]
        if found := person_before(parse, people, at, language, leading=True):
            return found
        here = _sentence_start(parse, _quoted_from(parse, here)) - 1
    return None


def _quoted_from(parse: Parse, here: int) -> int:
    """Where the quotation opens that ends before a token, or the token itself: “It is ours. It is written in the law,” he said."""
    classes = parse.tokens.classes
    opened = classes.rfind("“", max(0, here - FARTHEST), here) if classes.endswith("”", 0, here) else -1
    return opened if opened >= 0 else here


def _otherwise_told_of(parse: Parse, people: People, first: int, stop: int, language: Language) -> Speaker | None:
    """The person whom a sentence is about that does not open with one."""
    if parse.tokens.cases:
        return _only_person(parse, people, first, stop)
    return _main_person(parse, people, first, stop) if language.is_spaced else _behind_relative(parse, people, first, stop)


def _behind_relative(parse: Parse, people: People, first: int, stop: int) -> Speaker | None:
    """坐在第一排的德国外长布罗伊尔没有鼓掌。她…: whom a sentence is about that opens with what he does."""
    match = RELATIVE.match(parse.tokens.classes, first, stop)
    name = people.find(parse.tokens.words[match.start(1)]) if match else None
    if match is None or name is None:
        return None
    i = match.start(1)
    return Speaker(parse.tokens.starts[i], parse.tokens.stops[i], name.actor_id, name.forms[0], name.party)


def _only_person(parse: Parse, people: People, first: int, stop: int) -> Speaker | None:
    """Ответ прозвучал от министра Ирана Араша Кермани. По его словам, …: the one person of a sentence in which nobody acts."""
    tokens = parse.tokens
    acting = any(tokens.classes[i] in ACTORS and tokens.cases[i] in UPRIGHT and tokens.cases[i] != "b" for i in range(first, stop))
    named = [i for i in range(first, stop) if tokens.classes[i] in "Kk"]
    name = people.find(tokens.words[named[0]]) if len(named) == 1 and not acting else None
    return Speaker(tokens.starts[named[0]], tokens.stops[named[0]], name.actor_id, name.forms[0], name.party) if name else None


def _stranger(parse: Parse, i: int) -> Speaker | None:
    """Whom a sentence is about that the document does not introduce by an office: a woman of a research centre."""
    tokens = parse.tokens
    if tokens.cases[i] not in UPRIGHT:
        return None
    return Speaker(tokens.starts[i], tokens.stops[i], f"actor:{tokens.words[i]}", tokens.words[i], None)


def _nobody(parse: Parse, first: int, last: int) -> Speaker:
    """Whom a sentence introduces that speaks for nobody: Dr Nabwire Achan, who lectures in Kampala, was less sure. …, she said."""
    start, stop = parse.tokens.starts[first], parse.tokens.stops[last - 1]
    name = parse.folded[start:stop]
    return Speaker(start, stop, f"actor:{name}", name, None)


def _names(parse: Parse, i: int) -> bool:
    """Whether a name follows an office, at once or, where words are declined, behind its state: министр Ирана Араш Кермани."""
    tokens = parse.tokens
    at = i + 1
    while tokens.cases and tokens.classes[at : at + 1] in ("S", "G", "M", "Y", "n") and (tokens.cases[at] in "gbq" or tokens.classes[at - 1] == "P"):
        at += 1 + (tokens.classes[at + 1 : at + 2] == "P")  # представитель Ирана при ООН …
    ranked = bool(tokens.cases) and tokens.classes[at : at + 2] in ("hK", "tK")  # министр труда Катара доктор Али аль-Бухайри
    return ranked or tokens.classes[at : at + 1] in ("K", "T", "k")


def _main_person(parse: Parse, people: People, first: int, stop: int) -> Speaker | None:
    """On the order, Ms Kamau did not hide her anger; but the minister, Kamau, struck …: who does what a sentence tells."""
    tokens = parse.tokens
    opened = TITLED.match(tokens.classes, first, stop)
    for match in (*([opened] if opened else ()), *MAIN.finditer(tokens.classes, first, stop)):
        i = match.start(1)
        if name := people.find(tokens.words[i]):
            return Speaker(tokens.starts[i], tokens.stops[i], name.actor_id, name.forms[0], name.party)
    return None


def _sentence_start(parse: Parse, i: int) -> int:
    """The token that opens the sentence of token `i`, or one so far back that it does not matter."""
    farthest, classes = max(0, i - FARTHEST), parse.tokens.classes
    return max(farthest, *[classes.rfind(end, farthest, i) + 1 for end in SENTENCE_ENDS])


def _office(parse: Parse, first: int, i: int, language: Language) -> Speaker | None:
    """Who holds an office that a state stands before in its sentence."""
    tokens, entries = parse.tokens, language.gazetteer.entries
    for k in range(i, max(first, i - 4) - 1, -1):
        if (entry := entries.get(tokens.words[k])) and entry.party and entry.kind != "outlet":
            words = language.joint.join(tokens.words[k : i + 1])
            return Speaker(tokens.starts[k], tokens.stops[i], f"actor:{words}", words, entry.party)
    return None


def place_over(parse: Parse, at: int, language: Language) -> str | None:
    """Return the state of the phrase that opens a sentence before its subject: 在立陶宛,国防部…"""
    tokens = parse.tokens
    last = bisect_left(tokens.starts, at)
    first = _sentence_start(parse, last)
    if last - first < 3 or tokens.classes[first] != "P":
        return None
    comma = tokens.classes.find(",", first, last)
    named = _party(parse, comma - 1, language) if comma > first else None
    return named if comma == last - 1 else None


def side_leading(parse: Parse, at: int, language: Language) -> str | None:
    """Return the state that opens the sentence in which an offset stands farther on: Algeria recalled its envoy, the presidency …"""
    last = bisect_left(parse.tokens.starts, at)
    first = _sentence_start(parse, last)
    opened = LED.match(parse.tokens.classes, first, last)
    return _party(parse, opened.start(1), language) if opened and last - first > OPENING else None


def side_leading_before(parse: Parse, at: int, language: Language) -> str | None:
    """Return the state that leads the sentence before that of an offset, of which a quotation is a part."""
    tokens = parse.tokens
    here = bisect_left(tokens.starts, at)
    quoted = tokens.classes.rfind("“", max(0, here - FARTHEST), here) if tokens.classes.endswith("”", 0, here) else here
    stop = _sentence_start(parse, max(quoted, 0))
    while stop and tokens.classes[stop - 1] in SENTENCE_ENDS:
        stop -= 1
    opened = LED.match(tokens.classes, _sentence_start(parse, stop), stop)
    return _party(parse, opened.start(1), language) if opened else None


def side_before(parse: Parse, people: People, at: int, language: Language) -> str | None:
    """Return the party of who opens the sentence at an offset, unless the offset does, or else the one before it."""
    tokens = parse.tokens
    here = bisect_left(tokens.starts, at)
    first = _sentence_start(parse, here)
    if here - first <= OPENING and first > 0:
        here, first = first - 1, _sentence_start(parse, first - 1)
    while here > 0 and first == here:
        here, first = first - 1, _sentence_start(parse, first - 1)
    begun = first if here == bisect_left(tokens.starts, at) else 0
    dated = DATELINE.match(tokens.classes, first, min(here, first + LONGEST_DATELINE))
    first = dated.end() if dated and "m" in dated[0] else first  # NAIROBI, June 3 (Reuters) - Sudan has closed …
    for i in range(first, min(here, first + OPENING)):
        if tokens.classes[i] == "K" and (name := people.find(tokens.words[i])):
            return name.party
        if found := _party(parse, i, language):
            return found
    again = language.is_spaced and not tokens.cases and 0 < begun < here - OPENING and ACTING.isdisjoint(tokens.classes[begun:here])
    return side_before(parse, people, tokens.starts[begun], language) if again else None


def pair_before(parse: Parse, at: int, language: Language) -> str | None:
    """Return the two parties that open the sentence before an offset; nothing of them but that they are two for both sides."""
    here = bisect_left(parse.tokens.starts, at)
    stop = _sentence_start(parse, here)
    if here - stop > OPENING and (own := _pair(parse, stop, here, language)):
        return own  # Chad and Niger …, but they …
    if here - stop > OPENING and _is_joint(parse, stop, here, language):
        return ""  # the two countries share it, and they …
    while stop and parse.tokens.classes[stop - 1] in SENTENCE_ENDS:
        stop -= 1
    first = _sentence_start(parse, stop) if stop else 0
    if first and parse.tokens.words[first] in language.lexicon.words["plural"]:
        return pair_before(parse, parse.tokens.starts[first], language)  # They met. They also …
    if _is_joint(parse, first, stop, language):
        return ""
    return _pair(parse, first, stop, language)


def _is_joint(parse: Parse, first: int, stop: int, language: Language) -> bool:
    """Whether a sentence opens with both sides: The two countries …; Both oppose …; At their meeting, the two sides …"""
    both = parse.tokens.words[first].lower() in language.lexicon.words["paired"] and parse.tokens.classes[first + 1 : first + 2] in ("c", "v", "V", "x")
    return both or JOINT.match(parse.tokens.classes, first, stop) is not None


def _pair(parse: Parse, first: int, stop: int, language: Language) -> str | None:
    """Return the two parties that open a sentence, behind its dateline."""
    classes = parse.tokens.classes
    dated = DATELINE.match(classes, first, min(stop, first + LONGEST_DATELINE))
    named = _acting(parse, first, stop) or (_acting(parse, dated.end(), stop) if dated else ())
    parties = {_party(parse, i, language) for i in named}
    return "+".join(sorted(filter(None, parties))) if len(parties - {None}) == 2 else None


def _acting(parse: Parse, first: int, stop: int) -> tuple[int, ...]:
    """The tokens of the two states that a sentence begins with, or that its subject names: Ministers from Chad and Niger met."""
    classes = parse.tokens.classes
    if match := PAIR.match(classes, first, stop):
        return match.start(1), match.start(2)
    subject = SUBJECT.match(classes, first, stop)
    return tuple(i for i in range(*subject.span()) if classes[i] in "SM") if subject and "w" in subject[0] else ()


def _party(parse: Parse, i: int, language: Language) -> str | None:
    """Return the party of the state that token `i` names."""
    entry = language.gazetteer.entries.get(parse.tokens.words[i])
    return entry.party if entry and parse.tokens.classes[i] in "SMG" else None
