"""Web Annotations and brat: each is anchored in the text anew, and finds the words of its statement."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from detente.desk.corpus import Corpus
from detente.export import ExportError
from detente.records import Reading

Annotation = dict[str, Any]


@pytest.fixture
def texts(corpus: Corpus) -> dict[str, str]:
    """Return the texts by hash."""
    return {reading.document.text_sha256: reading.document.text for reading in corpus.store.readings()}


def _annotations(corpus: Corpus, path: Path, **more: Any) -> list[Annotation]:
    corpus.export(path, "webanno", **more)
    collection = json.loads(path.read_text("utf-8"))
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert collection["total"] == len(collection["first"]["items"])
    return list(collection["first"]["items"])


def _targets(annotation: Annotation) -> list[Annotation]:
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


def _anchored(target: Annotation, text: str) -> set[str]:
    """The words that each selector of a target selects."""
    found = set()
    for selector in target["selector"]:
        if selector["type"] == "TextPositionSelector":
            found.add(text[selector["start"] : selector["end"]])
        else:
            around = selector["prefix"] + selector["exact"] + selector["suffix"]
            assert text.count(around) == 1
            at = text.index(around) + len(selector["prefix"])
            found.add(text[at : at + len(selector["exact"])])
    return found


def test_both_selectors_find_the_words(corpus: Corpus, tmp_path: Path, texts: dict[str, str]) -> None:
    rows = corpus.statements().to_rows()
    found = _annotations(corpus, tmp_path / "a.jsonld")
    assert [each["id"] for each in found] == [f"urn:detente:{row['statement_id']}" for row in rows]
    for annotation, row in zip(found, rows, strict=True):
        words = [_anchored(target, texts[target["source"]["detente:sha256"]]) for target in _targets(annotation)]
        assert all(len(each) == 1 for each in words)
        assert "…".join(word for each in words for word in each) == row["words"]


def test_bodies_tell_who_what_and_on_what(corpus: Corpus, tmp_path: Path) -> None:
    found = _annotations(corpus, tmp_path / "a.jsonld", speakers=["Halvor Strand"])
    assert [(body["purpose"], body["value"]) for body in found[0]["body"]] == [
        ("identifying", "Halvor Strand (Norway)"), ("classifying", "REJECT"), ("tagging", "Trade"),
    ]  # fmt: skip
    assert found[0]["target"]["source"]["id"] == "https://news.example/b?x=1&y=2"
    assert (found[0]["detente:party"], found[0]["detente:topics"]) == ("NO", ["trade"])


def test_without_text_only_places_are_given(corpus: Corpus, tmp_path: Path) -> None:
    found = _annotations(corpus, tmp_path / "a.jsonld", text="none")
    kinds = {selector["type"] for each in found for target in _targets(each) for selector in target["selector"]}
    assert kinds == {"TextPositionSelector"}
    assert _annotations(corpus, tmp_path / "b.jsonld", since="2050") == []


def read_brat(folder: Path, name: str) -> dict[str, Any]:
    """Read a document's annotations as brat does, and check each stretch against the text."""
    text = (folder / f"{name}.txt").read_bytes().decode()
    stretches, events, attributes, notes = {}, {}, [], {}
    for line in (folder / f"{name}.ann").read_text("utf-8").splitlines():
        key, about, *words = line.split("\t")
        if key[0] == "T":
            kind, places = about.split(" ", 1)
            pieces = [tuple(map(int, piece.split(" "))) for piece in places.split(";")]
            assert " ".join(text[start:stop] for start, stop in pieces) == words[0]
            assert "\n" not in words[0]
            stretches[key] = (kind, words[0])
        elif key[0] == "E":
            trigger, *roles = about.split(" ")
            kind, _, of = trigger.partition(":")
            assert stretches[of][0] == kind
            events[key] = (kind, {role.partition(":")[0]: stretches[role.partition(":")[2]] for role in roles})
        elif key[0] == "A":
            attributes.append(tuple(about.split(" ")))
        else:
            notes[about.split(" ")[1]] = words[0].split(" ")
    return {"text": text, "events": events, "attributes": attributes, "notes": notes}


@pytest.mark.parametrize("text", ["evidence", "full"])
def test_brat_has_every_statement_and_event(corpus: Corpus, tmp_path: Path, text: str) -> None:
    corpus.export(tmp_path / "brat", "brat", text=text)
    readings: dict[str, Reading] = {reading.document.id: reading for reading in corpus.store.readings()}
    assert {file.stem for file in (tmp_path / "brat").glob("*.ann")} == {key.partition(":")[2] for key in readings}
    for key, reading in readings.items():
        found = read_brat(tmp_path / "brat", key.partition(":")[2])
        plain = reading.document.text.replace("\r\n", "\n")
        assert len(found["text"]) == len(plain)
        assert (found["text"] == plain) == (text == "full")
        said = {note[0]: roles for event, note in found["notes"].items() for kind, roles in [found["events"][event]] if kind == "Statement"}
        assert set(said) == {statement.id for statement in reading.statements}
        for statement in reading.statements:
            words = [" ".join(reading.document.text[span.start : span.stop].split()) for span in statement.content]
            assert said[statement.id]["Content"] == ("Content", " ".join(words))
            assert statement.speaker is None or "Speaker" in said[statement.id]
        happened = [note[0] for event, note in found["notes"].items() if found["events"][event][0] != "Statement"]
        assert happened == [event.id for event in reading.events]
        acts = [value for kind, _, value in found["attributes"] if kind == "Act"]
        assert acts == [statement.act for statement in reading.statements if statement.act]


def test_brat_knows_all_types_that_are_used(corpus: Corpus, tmp_path: Path) -> None:
    from detente.resources.events import load_codes

    corpus.export(tmp_path / "brat", "brat")
    configuration = (tmp_path / "brat" / "annotation.conf").read_text("utf-8")
    known = set(re.findall(r"^([A-Z]\w*)", configuration, re.MULTILINE))
    assert {name.replace("-", "_").capitalize() for name in load_codes()} <= known


def test_brat_needs_text(corpus: Corpus, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="--text evidence"):
        corpus.export(tmp_path / "brat", "brat", text="none")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["webanno", "plover", "gdelt", "bibtex", "csl"])
def test_same_store_same_bytes(corpus: Corpus, tmp_path: Path, form: str) -> None:
    for name in ("one", "two"):
        corpus.export(tmp_path / name, form)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
