"""English statements from dependency trees: spaCy's parse, textacy's direct quotations, and a small rule for indirect ones.

Needs the extra `detente[spacy]` and a model of spaCy, which is a package of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from detente.records import Draft, Parse, Span

from .base import Extractor, NotInstalled, Stretch

MODELS = {"en": "en_core_web_sm"}
EXTRA = "python -m pip install 'detente[spacy]'"
SUBJECTS = ("nsubj", "nsubjpass")
CLAUSES = ("ccomp", "parataxis")
# Parts of a tree: spaCy's own objects, which are there only where it is installed.
Tree = Any
Token = Any


class Found(NamedTuple):
    """A statement of a paragraph: who, by which word, what; in characters of the paragraph."""

    speaker: tuple[int, int] | None
    cue: tuple[int, int]
    lemma: str
    content: tuple[tuple[int, int], ...]
    sentence: tuple[int, int]
    method: str


class Trees(NamedTuple):
    """A pipeline of spaCy, textacy's direct quotations, and its reporting verbs."""

    parse: Any
    quotations: Any
    verbs: frozenset[str]
    version: str


def load_trees(code: str, model: str, frames: Mapping[str, str]) -> tuple[Extractor, str]:
    """Return the extractor of a language by a model of spaCy (empty: the usual one), and what it is called in a reading.

    `frames` gives the frame of a reporting verb that our lexicon knows. Raises `NotInstalled` where something lacks.
    """
    trees = _load(code, model or MODELS[code])

    def extract(parse: Parse, stretches: Iterable[Stretch]) -> tuple[Draft, ...]:
        found = (draft for stretch in stretches for draft in _drafts(parse, stretch, trees, frames))
        return tuple(sorted(found, key=lambda draft: (draft.cue.start, draft.content[0].start)))

    return extract, trees.version


@cache
def _load(code: str, model: str) -> Trees:
    try:
        spacy, triples = import_module("spacy"), import_module("textacy.extract.triples")
        verbs = import_module("textacy.constants").REPORTING_VERBS[code]
    except ImportError as error:
        raise NotInstalled(f"the extractor spacy needs {error.name}, which is not installed: {EXTRA}") from None
    try:
        pipeline = spacy.load(model, exclude=["ner"])
    except OSError:
        raise NotInstalled(
            f"the extractor spacy needs the model {model}, which is not installed: python -m spacy download {model}; "
            f"or name another that is: --extractor {code}=spacy:MODEL"
        ) from None
    version = f"spacy-{spacy.__version__}:{model}-{pipeline.meta['version']}"
    return Trees(pipeline, triples.direct_quotations, frozenset(verbs), version)


def _drafts(parse: Parse, stretch: Stretch, trees: Trees, frames: Mapping[str, str]) -> Iterator[Draft]:
    _, first, last = stretch
    if first >= last:
        return
    start = parse.tokens.starts[first]
    tree = trees.parse(parse.folded[start : parse.tokens.stops[last - 1]])
    direct = tuple(_direct(tree, trees))
    cues = {found.cue for found in direct}
    for found in (*direct, *(each for each in _indirect(tree, trees.verbs) if each.cue not in cues)):
        yield _draft(found, start, frames.get(found.lemma, "say"))


def _draft(found: Found, at: int, frame: str) -> Draft:
    def span(pair: tuple[int, int]) -> Span:
        return Span(at + pair[0], at + pair[1])

    return Draft(
        speaker=span(found.speaker) if found.speaker else None, cue=span(found.cue), lemma=found.lemma, frame=frame,
        content=tuple(map(span, found.content)), addressee=None, relays=(), outer=None, fronted=None,
        clause=span(found.sentence), negated=False, continued=False, method=found.method,
    )  # fmt: skip


def _extent(tokens: list[Token]) -> tuple[int, int]:
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


def _direct(tree: Tree, trees: Trees) -> Iterator[Found]:
    """The direct quotations, by textacy, which refuses a paragraph whose marks do not pair; those of one cue are joined."""
    try:
        triples = list(trees.quotations(tree))
    except ValueError:
        return
    by_cue: dict[tuple[int, int], Found] = {}
    for triple in triples:
        cue, content = _extent(triple.cue), (triple.content.start_char, triple.content.end_char)
        verb = next((token for token in triple.cue if token.lemma_ in trees.verbs), triple.cue[0])
        if cue in by_cue:
            by_cue[cue] = by_cue[cue]._replace(content=(*by_cue[cue].content, content))
            continue
        sentence = (verb.sent.start_char, verb.sent.end_char)
        by_cue[cue] = Found(_extent(triple.speaker), (verb.idx, verb.idx + len(verb)), verb.lemma_, (content,), sentence, "textacy-direct")
    yield from by_cue.values()


def _indirect(tree: Tree, verbs: frozenset[str]) -> Iterator[Found]:
    """A reporting verb with a clause that depends on it and a subject; and what stands beside `according to`."""
    for token in tree:
        sentence = (token.sent.start_char, token.sent.end_char)
        if token.pos_ == "VERB" and token.lemma_ in verbs:
            clause = next((child for child in token.children if child.dep_ in CLAUSES), None)
            subject = _subject(token)
            if clause is not None and subject is not None:
                yield Found(_phrase(subject), _extent([token]), token.lemma_, _pieces(_said(clause)), sentence, "spacy-clause")
        elif token.lower_ == "according" and (source := _source(token)) is not None:
            outside = set(token.subtree)
            content = _pieces([word for word in token.head.subtree if word not in outside])
            if content:
                yield Found(_phrase(source), _extent([token, token.nbor()]), "according to", content, sentence, "spacy-according")


def _said(clause: Token) -> list[Token]:
    """The words of a clause, without the complementiser that opens it."""
    return [word for word in clause.subtree if not (word.dep_ == "mark" and word.head == clause and word.lower_ == "that")]


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the one that it is joined to."""
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    return _subject(verb.head) if own is None and verb.dep_ == "conj" and verb.head is not verb else own


def _source(according: Token) -> Token | None:
    """Whom `according to` names."""
    to = next((child for child in according.children if child.lower_ == "to"), None)
    return next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None


def _phrase(noun: Token) -> tuple[int, int]:
    """A noun with what belongs to it, up to a comma behind it."""
    words = list(noun.subtree)
    stop = next((n for n, word in enumerate(words) if word.i > noun.i and word.text == ","), len(words))
    return _extent(words[:stop])


def _pieces(words: list[Token]) -> tuple[tuple[int, int], ...]:
    """The runs of neighbouring words, without marks at their ends."""
    runs: list[list[Token]] = []
    for word in words:
        if runs and word.i == runs[-1][-1].i + 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    trimmed = ([word for n, word in enumerate(run) if _counts(run, n)] for run in runs)
    return tuple(_extent(run) for run in trimmed if run)


def _counts(run: list[Token], n: int) -> bool:
    """Whether a word of a run stands between two others, or is none of the marks at its ends."""
    return any(not word.is_punct or word.is_quote for word in run[: n + 1]) and any(
        not word.is_punct or word.is_quote for word in run[n:]
    )
