"""Statements from dependency trees: the rule on a tree made by hand, and spaCy itself where it is installed."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from typer.testing import CliRunner

from detente.api import read
from detente.cli.main import app
from detente.guests import NotInstalled, trees
from detente.records import Reading

MODEL = os.environ.get("DETENTE_SPACY_MODEL", trees.MODELS["en"])
THERE = bool(find_spec("spacy") and find_spec("textacy") and find_spec(MODEL))
ARTICLE = """Fishing talks

Norwegian Foreign Minister Halvor Strand said that Norway opposes the limits of Iceland.
"We will not accept the new limits this year," said Strand.
"""


class Token(SimpleNamespace):
    """A word of a tree: what the rule asks of spaCy's."""

    def __len__(self) -> int:
        return len(self.text)

    @property
    def subtree(self) -> list[Token]:
        return [word for word in self.tree if word is self or self in word.above()]

    @property
    def children(self) -> list[Token]:
        return [word for word in self.tree if word.head is self and word is not self]

    def above(self) -> list[Token]:
        return [] if self.head is self else [self.head, *self.head.above()]


def tree(*rows: tuple[str, int, str]) -> list[Token]:
    """Return a sentence: each word with the number of its head and what it is to it."""
    words: list[Token] = []
    at = 0
    for i, (text, _, dep) in enumerate(rows):
        words.append(Token(i=i, idx=at, text=text, lower_=text.lower(), dep_=dep, lemma_={"said": "say"}.get(text, text),
                           pos_="VERB" if text == "said" else "NOUN", is_punct=text in ".,", is_quote=False, tree=words))  # fmt: skip
        at += len(text) + 1
    for word, (_, head, _) in zip(words, rows, strict=True):
        word.head, word.sent = words[head], SimpleNamespace(start_char=0, end_char=at)
    return words


def test_a_clause_that_depends_on_a_reporting_verb_is_its_content() -> None:
    said = tree(("Strand", 1, "nsubj"), ("said", 1, "ROOT"), ("that", 4, "mark"), ("Oslo", 4, "nsubj"), ("agrees", 1, "ccomp"), (".", 1, "punct"))
    text = "Strand said that Oslo agrees ."
    (found,) = trees._indirect(said, frozenset({"say"}))
    assert found.speaker is not None
    assert [text[slice(*span)] for span in (found.speaker, found.cue, *found.content)] == ["Strand", "said", "Oslo agrees"]


def test_without_a_subject_nothing_is_found() -> None:
    assert list(trees._indirect(tree(("said", 0, "ROOT"), ("agrees", 0, "ccomp")), frozenset({"say"}))) == []


def _without(monkeypatch: pytest.MonkeyPatch, lacking: str) -> None:
    def load(name: str) -> Any:
        if name.startswith(lacking):
            raise ImportError(name=lacking)
        return import_module(name)

    trees._load.cache_clear()
    monkeypatch.setattr(trees, "import_module", load)


def test_what_is_not_installed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    _without(monkeypatch, "spacy")
    with pytest.raises(NotInstalled, match=r"needs spacy, which is not installed: python -m pip install 'detente\[spacy\]'"):
        read(ARTICLE, extractors={"en": "spacy"})


@pytest.mark.parametrize(
    ("wish", "said"),
    [("en=spacy", "pip install 'detente[spacy]'"), ("ru=spacy", "no extractor 'spacy' for ru; there are own"),
     ("en=spcay", "no extractor 'spcay' for en; there are spacy, own"), ("xx=spacy", "no language 'xx'")],
)  # fmt: skip
def test_the_command_ends_with_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, wish: str, said: str) -> None:
    _without(monkeypatch, "spacy")
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    result = CliRunner().invoke(app, ["read", str(tmp_path / "a.txt"), "--extractor", wish])
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.fixture
def guest() -> Callable[[str], Reading]:
    """Return a function that reads with spaCy, where it is installed."""
    if not THERE:
        pytest.skip(f"spacy, textacy or the model {MODEL} is not installed: pip install 'detente[spacy]' and a model")

    def reads(text: str) -> Reading:
        reading = read(text, extractors={"en": f"spacy:{MODEL}"})
        assert isinstance(reading, Reading)
        return reading

    return reads


def test_spacy_finds_direct_and_indirect_statements(guest: Callable[[str], Reading]) -> None:
    reading = guest(ARTICLE)
    text = reading.document.text
    assert [s.method.split()[0] for s in reading.statements] == ["spacy-clause", "textacy-direct"]
    assert [s.speaker.party for s in reading.statements if s.speaker] == ["NO", "NO"]
    assert text[reading.statements[0].content[0].start :].startswith("Norway opposes")
    assert "+spacy-" in reading.made_by.plan
