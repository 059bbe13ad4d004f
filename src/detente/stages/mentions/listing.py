"""Mentions: every span of a document that names an actor."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, partial

from detente.languages import Language
from detente.records import Mention, Name, Parse, Statement, by_form, span_ids
from detente.resources.gazetteer import entry_of

KINDS = {"S": "name", "G": "name", "O": "name", "M": "metonym", "Y": "title", "T": "title"}
SCORES = {"name": 1.0, "metonym": 0.9, "title": 0.8, "joint": 0.8, "pronoun": 0.7}
JOINT, PERSON, PRONOUN = "J", "K", "R"
NAMING = re.compile("[SGOMYTKRJ]")

Named = tuple[str, str, str | None, float, str]


def list_mentions(
    document_id: str, parse: Parse, statements: Iterable[Statement], parties: tuple[str, ...], language: Language
) -> tuple[Mention, ...]:
    """Return the mentions of a document in the order of its text.

    Names, capitals and seats (`metonym`) and offices come from the gazetteer, people from the document's inventory,
    joint subjects stand for its two main parties, and pronouns for the speaker that they were resolved to.
    """
    people = by_form(parse.names)
    pronouns = {s.speaker.start: s.speaker for s in statements if s.speaker}
    starts, stops, words = parse.tokens.starts, parse.tokens.stops, parse.tokens.words
    named_by = cache(partial(_named, people=people, parties=parties, language=language))
    id_of, found = span_ids("mention", document_id), list[Mention]()
    for match in NAMING.finditer(parse.tokens.classes):
        i, letter = match.start(), match[0]
        start, stop, named = starts[i], stops[i], named_by(words[i], letter)
        if letter == PRONOUN and (speaker := pronouns.get(start)):
            named = ("pronoun", speaker.actor_id, speaker.party, SCORES["pronoun"], "speaker")
        if named:
            found.append(Mention(id_of(start, stop), start, stop, *named))
    return tuple(found)


def _named(
    word: str, letter: str, people: dict[str, Name], parties: tuple[str, ...], language: Language
) -> Named | None:
    """Kind, actor, party, score and method of a word that names an actor."""
    if letter == JOINT and len(parties) > 1:
        party = "+".join(sorted(parties[:2]))
        return "joint", f"joint:{party}", party, SCORES["joint"], "main-parties"
    if letter == PERSON and (name := people.get(word)):
        return "name", name.actor_id, name.party, SCORES["name"], "inventory"
    entry = entry_of(word, language.gazetteer.entries)
    if entry is None or letter not in KINDS and letter != PERSON:
        return None
    speaks_for = entry.party if entry.kind != "outlet" else None
    kind = KINDS.get(letter, "name")
    return kind, entry.actor_id, speaks_for, SCORES[kind], "gazetteer"
