"""Names for the reader: topics, parties and actors in the interface's language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from detente.text.fold import convert

from .codebook import Codebook
from .gazetteer import load_display, load_office_names
from .load import DATA, load_tsv


def topic_labels(codebook: Codebook, ui: str) -> dict[str, str]:
    """Return the topics' names by id."""
    return {topic.id: topic.label.get(ui) or topic.label.get("en") or topic.id for topic in codebook.topics}


def actor_labels(ui: str) -> dict[str, str]:
    """Return the known actors' names by id."""
    code = ui.partition("-")[0]
    names = {actor: found[code] for actor, found in load_display().items() if code in found}
    return {a: convert(n, "s2tw") for a, n in names.items()} if ui == "zh-Hant" else names


def office_labels(ui: str) -> dict[str, str]:
    """Return the offices' names by id."""
    names = ((office, name_in(found, ui)) for office, found in load_office_names().items())
    return {office: name for office, name in names if name}


def party_labels(actors: dict[str, str]) -> dict[str, str]:
    """Return the states' names by code."""
    return {actor.removeprefix("state:"): name for actor, name in actors.items() if actor.startswith("state:")}


def name_in(names: Mapping[str, str], ui: str) -> str | None:
    """Return an actor's name, of those by script (zh, en, ru), in a language of the interface.

    >>> name_in({"en": "Halvor Strand", "zh": "\u54c8\u5c14\u6c83"}, "zh-Hant"), name_in({"ru": "Странд"}, "en")
    ('\u54c8\u723e\u6c83', None)
    """
    name = names.get(ui.partition("-")[0])
    return convert(name, "s2tw") if name and ui == "zh-Hant" else name


@cache
def load_pronouns() -> frozenset[str]:
    """Return the words, in small letters, that only point at somebody: they tell a reader no name."""
    return frozenset(row["word"] for row in load_tsv(DATA / "ui" / "pronouns.tsv", ("language", "word")))
