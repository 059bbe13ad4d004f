"""The ways from a parse to drafts: our grammar of reporting, and the guests that a user asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from detente.guests import MODELS, Extractor, Stretch, load_trees
from detente.languages import Language
from detente.records import Draft, Parse
from detente.resources.lexicon import Lexicon
from detente.resources.reports import Reports
from detente.resources.tongues import find_language
from detente.resources.verbs import Verbs
from detente.stages.statements import find_drafts
from detente.text.nearest import UnknownName, nearest

OWN, TREES = "own", "spacy"


def load_extractor(name: str, language: Language, outlets: frozenset[str]) -> tuple[Extractor, str]:
    """Return an extractor for a language, and what it is called in a reading (ours: nothing)."""
    kind, _, model = name.partition(":")
    if kind == TREES:
        return load_trees(language.code, model, {lemma: cue.frame for lemma, cue in language.lexicon.cues.items()})
    return own_extractor(language, outlets), ""


def own_extractor(language: Language, outlets: frozenset[str]) -> Extractor:
    """Return the grammar of reporting for a language, by its kind; `outlets` are names."""
    lexicon = language.lexicon
    if verbs := language.verbs:
        return _spaced_extractor(lexicon, verbs)

    def extract(parse: Parse, stretches: Iterable[Stretch]) -> tuple[Draft, ...]:
        told = ((first, last, kind == "title") for kind, first, last in stretches if kind != "heading")
        return find_drafts(parse.tokens, told, lexicon, outlets)

    return extract


def _spaced_extractor(lexicon: Lexicon, verbs: Verbs | Reports) -> Extractor:
    from detente.stages.statements.spaced import find_spaced_drafts  # a long grammar, which Chinese does not wait for

    def extract(parse: Parse, stretches: Iterable[Stretch]) -> tuple[Draft, ...]:
        marked = ((first, last, kind != "body") for kind, first, last in stretches)
        return find_spaced_drafts(parse.tokens, marked, lexicon, verbs)

    return extract


def find_extractors(wishes: Mapping[str, str]) -> dict[str, str]:
    """Return extractors by the code of their language, as `{"en": "spacy"}` or with a model `{"en": "spacy:NAME"}`.

    >>> find_extractors({"English": "own"})
    {'en': 'own'}
    >>> find_extractors({"ru": "spacy"})
    Traceback (most recent call last):
        ...
    detente.text.nearest.UnknownName: no extractor 'spacy' for ru; there are own
    """
    found: dict[str, str] = {}
    for language, name in wishes.items():
        code = find_language(language)
        known = (OWN, TREES) if code in MODELS else (OWN,)
        if name.partition(":")[0] not in known:
            raise UnknownName(f"no extractor {name!r} for {code}; there are {', '.join(nearest(name, known))}")
        found[code] = name
    return found
