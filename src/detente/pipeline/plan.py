"""The plan: everything that a reading is made with, loaded once."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from detente.guests import Extractor
from detente.languages import Language, load_language
from detente.records import MadeBy
from detente.resources.answers import Pointing, load_pointing
from detente.resources.calendar import load_calendar
from detente.resources.codebook import DEFAULT, Codebook, load_codebook
from detente.resources.heads import Heads, load_heads
from detente.resources.layout import Layout, load_layout
from detente.resources.load import DATA
from detente.resources.topicwords import WORDS, load_topic_words
from detente.resources.verbs import Verbs
from detente.stages.acts import CuesInside
from detente.stages.events import EventFinder
from detente.stages.topics import Evidence, TopicFinder
from detente.text.calendar import Calendar
from detente.text.places import PlaceWords

from .extractors import OWN, load_extractor

# Classes of words that name a place, and those that may: states, seats, names, and in Chinese what no dictionary knows.
PLACES = ("SM", "SMkx")
SPACED_PLACES = ("M", "Mkp")


class Plan(NamedTuple):
    """The resources that a reading is made with.

    `evidence` weighs words for topics, `pointing` tells what points back, `insides` finds cues inside a content.
    """

    language: Language
    layout: Layout
    codebook: Codebook
    topics: TopicFinder
    evidence: Evidence | None
    pointing: Pointing
    heads: Heads
    insides: CuesInside
    events: EventFinder
    calendar: Calendar
    places: PlaceWords
    extract: Extractor
    made_by: MadeBy


def load_plan(codebook: Path = DEFAULT, code: str = "zh", extractor: str = OWN) -> Plan:
    """Return the plan of a language, a codebook and an extractor of drafts; loaded once."""
    return _load_plan(codebook, code, extractor)


@cache
def _load_plan(codebook: Path, code: str, extractor: str) -> Plan:
    language = load_language(code)
    book = load_codebook(codebook, code)
    outlets = frozenset(n for n, e in language.gazetteer.entries.items() if e.kind == "outlet")
    extract, guest = load_extractor(extractor, language, outlets)
    heads = load_heads(code)
    words = load_topic_words(book, code)
    evidence = Evidence(words) if words else None
    terms = language.lexicon.places
    classes = SPACED_PLACES if language.is_spaced else PLACES
    places = PlaceWords(terms.leads, terms.suffixes, terms.between, *classes, language.is_place)
    return Plan(
        language=language, layout=load_layout(code), codebook=book, topics=TopicFinder(book, language),
        evidence=evidence, pointing=load_pointing(code), heads=heads, insides=CuesInside(language.lexicon, heads, language.joint, _verbs(language)),
        events=EventFinder(language, places), calendar=load_calendar(code), places=places, extract=extract,
        made_by=made_by(codebook, code, guest),
    )  # fmt: skip


def _verbs(language: Language) -> Verbs | None:
    """The reporting verbs of a language that tells their forms by the word alone."""
    return language.verbs if isinstance(language.verbs, Verbs) else None


@cache
def made_by(codebook: Path = DEFAULT, code: str = "zh", guest: str = "") -> MadeBy:
    """Return what readings of a language with a codebook, and a guest's drafts, are made by, without loading the language."""
    book = load_codebook(codebook, code)
    return MadeBy(version("detente"), f"{code}:{_digest(code)[:12]}" + (f"+{guest}" if guest else ""), f"{book.name}:{book.sha256[:12]}")


def _digest(code: str) -> str:
    """A hash of all data that rules read: a reading names the one that it was made with."""
    digest = hashlib.sha256()
    folders = (DATA / "languages" / code, DATA / "actors", DATA / "ontology", DATA / "sites")
    files = (*(file for folder in folders for file in sorted(folder.iterdir())), *sorted(WORDS.glob(f"*.{code}.tsv")))
    for file in files:
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()
