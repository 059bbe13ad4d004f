"""Whom a speaker's words name, and for which party: states in the noun chain, people, pronouns, joint subjects."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from detente.languages import Language
from detente.records import Parse, Record, Span, Speaker

from .before import person_before, place_over
from .people import People

NAMING = re.compile("[SMGK]")
BODIES = frozenset("YT")
FARTHEST = 60
PAIR = re.compile("[SM][TYh]{0,2}K?w[SM]|SS")
APPOSED = re.compile("[^KkwJR]*[Tt](?:w[^SMGKkJRw]*[Tt])+[Kkxnjvm]+")
ACTORS = ("S", "M", "G", "K", "k", "J", "T", "t", "h", "O", "R", "Y", "x")


class Attribution(Record, frozen=True):
    """What a document's speakers are resolved with: its parse, its people, its main parties, where it was published."""

    document_id: str
    text: str
    parse: Parse
    people: People
    parties: tuple[str, ...]
    home: str | None


def main_parties(parse: Parse, language: Language) -> tuple[str, ...]:
    """Return the parties that a document names most, the most frequent first."""
    people = {form: name.party for name in parse.names for form in name.forms}
    counts: Counter[str] = Counter()
    entries = language.gazetteer.entries
    for match in NAMING.finditer(parse.tokens.classes):
        word = parse.tokens.words[match.start()]
        party = people.get(word) if match[0] == "K" else None
        if party is None and (entry := entries.get(word)):
            party = entry.party
        if party:
            counts[party] += 1
    return tuple(sorted(counts, key=lambda p: (-counts[p], p)))


def tokens_of(parse: Parse, span: Span) -> tuple[tuple[str, ...], str]:
    """Return the words of a span and their classes."""
    first = bisect_left(parse.tokens.starts, span.start)
    last = bisect_left(parse.tokens.starts, span.stop)
    return parse.tokens.words[first:last], parse.tokens.classes[first:last]


def _part_party(
    words: tuple[str, ...], letters: str, near: str | None, case: Attribution, language: Language
) -> tuple[str | None, str]:
    """Return the party of one noun chain and the actor it names; `near` is the party of an office without a state."""
    entries = language.gazetteer.entries
    person = next((w for w, c in zip(words, letters, strict=True) if c in "Kk"), None) or "".join(
        w for w, c in zip(words, letters, strict=True) if c == "x"
    )
    name = case.people.find("".join(words)) or (case.people.find(person) if person else None)
    if set(words) & language.lexicon.words["opposition"]:
        return None, name.actor_id if name else f"actor:{''.join(words)}"
    if "O" in letters and not set(letters) & set("KTh"):
        return None, actor_of(words[letters.index("O") :], letters, language)
    if "I" in letters or ("t" in letters and "T" not in letters) or words[-1] in language.lexicon.words["private"] or letters in ("O", "b"):
        return None, name.actor_id if name else actor_of(words, letters, language)
    state = next(
        (e for w, c in zip(words, letters, strict=True) if c in "SMGYT" and (e := entries.get(w)) and e.party), None
    )
    if name:
        return name.party, name.actor_id
    if (side := _side(words, case, language)) and (state is None or state.party != side):
        return side, f"state:{side}"
    if state:
        return state.party, state.actor_id if len(words) == 1 else f"actor:{''.join(words)}"
    entry = entries.get(words[-1])
    part = len(words) > 1 and letters[-1] == "K" and letters[-2] in "kx"
    if entry and entry.party and entry.kind not in ("outlet",) and not part:
        return entry.party, entry.actor_id
    return (near if set(letters) & BODIES else None), actor_of(words, letters, language)


def _near_party(span: Span, case: Attribution, language: Language) -> str | None:
    """The place that opens the sentence, the home of the document, or else the main party that is named last."""
    if placed := place_over(case.parse, span.start, language):
        return placed
    if case.home:
        return case.home
    tokens, entries = case.parse.tokens, language.gazetteer.entries
    last = bisect_left(tokens.starts, span.start)
    for i in range(last - 1, max(last - FARTHEST, 0), -1):
        entry = entries.get(tokens.words[i]) if tokens.classes[i] in "SM" else None
        if entry and entry.party in case.parties[:2]:
            return entry.party
    return None


def _side(words: tuple[str, ...], case: Attribution, language: Language) -> str | None:
    """The state that a short side (乌方, 埃方) means: of those that begin so, the one the document names most."""
    if len(words) != 1 or len(words[0]) != 2 or words[0][1] not in language.lexicon.words["side_ending"]:
        return None
    possible = language.gazetteer.initials.get(words[0][0], frozenset())
    return next((party for party in case.parties if party in possible), None)


def _refers_back(words: tuple[str, ...], letters: str, language: Language) -> bool:
    """Whether a noun phrase without a state takes up the side before: 该部, 这位总统, 外交部发言人."""
    if words[0] in language.lexicon.words["private"] or set(letters) - set("TYhnmj"):
        return False
    return letters in ("T", "h") or set(letters) <= {"Y", "T"} or words[0][:1] in language.lexicon.words["pointing"]


def actor_of(words: tuple[str, ...], letters: str, language: Language) -> str:
    """Return the id of the actor that words name, made of the words where none is known."""
    entry = next((e for w in words if (e := language.gazetteer.entries.get(w))), None)
    return entry.actor_id if entry else f"actor:{''.join(words)}"


def _split(words: tuple[str, ...], letters: str) -> list[tuple[tuple[str, ...], str]]:
    """Cut a joint subject at its conjunctions, and two states that stand together."""
    parts: list[tuple[tuple[str, ...], str]] = []
    first = 0
    for i, letter in enumerate(letters):
        if (letter == "w" and _joins_actors(letters, first, i)) or (letter == "S" and i > first and letters[i - 1] == "S" and len(words[i]) == 1):
            if i > first:
                parts.append((words[first:i], letters[first:i]))
            first = i + 1 if letter == "w" else i
    if first < len(letters):
        parts.append((words[first:], letters[first:]))
    return parts


def _joins_actors(letters: str, first: int, i: int) -> bool:
    """Whether a conjunction stands between two who act, not inside a title (水资源和灌溉部长)."""
    return letters[i - 1 : i] in ACTORS and letters[i + 1 : i + 2] in ACTORS and first < i


def _pair_before(span: Span, case: Attribution, language: Language) -> tuple[str, ...]:
    """The two states that stand together last in the paragraph before a joint subject (泰国与柬埔寨…,双方)."""
    tokens = case.parse.tokens
    start = case.parse.folded.rfind("\n", 0, span.start) + 1
    first, last = bisect_left(tokens.starts, start), bisect_left(tokens.starts, span.start)
    entries = language.gazetteer.entries
    for match in reversed(list(PAIR.finditer(tokens.classes, first, last))):
        named = (entries.get(tokens.words[i]) for i in (match.start(), match.end() - 1))
        parties = tuple(sorted({e.party for e in named if e and e.party}))
        if len(parties) == 2:
            return parties
    return ()


def _is_former(span: Span, case: Attribution, language: Language) -> bool:
    """Whether 前 or its like stands before a noun phrase, and is no time (三天前)."""
    tokens = case.parse.tokens
    at = bisect_left(tokens.starts, span.start) - 1
    if at < 0 or tokens.words[at] not in language.lexicon.words["former"]:
        return False
    return at == 0 or tokens.classes[at - 1] not in "mDvn"


def _is_joint_document(words: tuple[str, ...], letters: str, span: Span, case: Attribution, language: Language) -> bool:
    """Whether a text of both sides speaks: 联合声明, or 公报 where a joint one was named before."""
    joint = language.lexicon.words["joint_document"]
    if words[-1] in joint:
        return not set(letters) & set("SM")
    if len(words) > 1 or words[0] not in language.lexicon.words["document"]:
        return False
    return any(case.parse.folded.find(document, 0, span.start) >= 0 for document in joint)


def _taken_up(
    pronoun: str, span: Span, case: Attribution, language: Language, before: Speaker | None, outer: Speaker | None
) -> Speaker | None:
    """Whom a pronoun means: who speaks of himself, the person the sentence before opens with, or who spoke last."""
    words = language.lexicon.words
    if pronoun in words["first_person"]:
        return outer or before
    if pronoun not in words["singular"]:
        return before
    found = person_before(case.parse, span.start, language, leading=before is not None)
    return found if found and (before is None or found.start > before.start) else before


def resolve(
    span: Span, case: Attribution, language: Language, before: Speaker | None, outer: Speaker | None
) -> Speaker:
    """Return who a span of a text names; `before` spoke last, and what is told in `outer` is its report."""
    words, letters = tokens_of(case.parse, span)
    name = case.text[span.start : span.stop]
    if not words:
        return Speaker(span.start, span.stop, f"actor:{name}", name, None)
    if "J" in letters:
        own = language.lexicon.pairs
        named = next((own[w] for w in words if w in own), "")
        party = named or "+".join(sorted(_pair_before(span, case, language) or case.parties[:2]))
        return Speaker(span.start, span.stop, f"joint:{party}", name, party or None)
    if letters == "R":
        whom = _taken_up(words[0], span, case, language, before, outer)
        return Speaker(span.start, span.stop, whom.actor_id if whom else "actor:?", name, whom.party if whom else None)
    if _is_former(span, case, language):
        return Speaker(span.start, span.stop, actor_of(words[-1:], letters[-1:], language), name, None)
    whole = case.people.find("".join(words))
    if _is_joint_document(words, letters, span, case, language) and len(case.parties) > 1:
        party = "+".join(sorted(_pair_before(span, case, language) or case.parties[:2]))
        return Speaker(span.start, span.stop, f"joint:{party}", name, party)
    apposed = APPOSED.fullmatch(letters) and language.lexicon.words["joining"].isdisjoint(words)
    parts = [(words, letters)] if whole or apposed else _split(words, letters)
    near = _near_party(span, case, language) if set(letters) & BODIES else None
    found = [_part_party(w, c, near, case, language) for w, c in parts]
    parties = sorted({p for p, _ in found if p})
    actor = found[0][1] if len(found) == 1 else "joint:" + "+".join(sorted({a for _, a in found}))
    if len(found) == 1 and found[0][0] is None and before and _refers_back(words, letters, language):
        return Speaker(span.start, span.stop, before.actor_id, name, before.party)
    return Speaker(span.start, span.stop, actor, name, "+".join(parties) or None)
