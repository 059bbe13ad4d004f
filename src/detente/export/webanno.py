"""W3C Web Annotations as JSON-LD: each statement is an annotation of its words, found by quotation and by place.

Places are code points of the text that was read, as the model counts them; `detente:sha256` is that text's hash.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from detente.records import Document, Span
from detente.store import Chosen

from .contents import NONE, Contents
from .rows import Row, spans_of, statement_row
from .writing import write_text

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"detente": "urn:detente:"})
AROUND = 32  # code points before and behind a quotation, by which it is told from others like it


def write(contents: Contents, path: Path) -> None:
    """Write a collection with one page of annotations."""
    write_text(path, _collection(contents))


def _collection(contents: Contents) -> Iterator[str]:
    head = {"@context": CONTEXT, "id": "urn:detente:statements", "type": "AnnotationCollection", "label": "Statements"}
    yield msgspec.json.encode(head).decode()[:-1] + ',\n"first":{"id":"urn:detente:statements:1","type":"AnnotationPage","startIndex":0,"items":['
    total = 0
    for each in contents.chosen():
        for number in sorted(each.statements):
            yield (",\n" if total else "\n") + msgspec.json.encode(annotation(each, number, contents)).decode()
            total += 1
    yield f']}},\n"total":{total}}}\n'


def annotation(chosen: Chosen, number: int, contents: Contents) -> dict[str, Any]:
    """Return a statement as an annotation."""
    row, spans = statement_row(chosen, number, contents), spans_of(chosen.reading.statements[number])
    targets = [_target(chosen.reading.document, span, contents.text) for span in spans]
    return {
        "id": f"urn:detente:{row['statement_id']}", "type": "Annotation", "motivation": "classifying", "body": list(_bodies(row, contents)),
        "target": targets[0] if len(targets) == 1 else targets,
        "generator": {"id": "urn:detente:program", "type": "Software", "name": f"D\xe9tente {chosen.reading.made_by.detente}"},
        **{f"detente:{name}": row[name] for name in ("actor_id", "party", "act", "target", "polarity", "topics") if row[name] not in (None, [])},
    }  # fmt: skip


def _bodies(row: Row, contents: Contents) -> Iterator[dict[str, str]]:
    """Who speaks, what the statement does, and its topics, in words."""
    if row["actor"]:
        side = contents.names.party(row["party"]) if row["party"] else row["actor"]
        yield _body("identifying", row["actor"] if side == row["actor"] else f"{row['actor']} ({side})")
    if row["act"]:
        yield _body("classifying", row["act"])
    for topic in row["topics"]:
        yield _body("tagging", contents.names.topic(topic))


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _target(document: Document, span: Span, text: str) -> dict[str, Any]:
    place = {"type": "TextPositionSelector", "start": span.start, "end": span.stop}
    source = {
        "id": document.url or f"urn:detente:{document.id}", "type": "Text", "language": document.language,
        "detente:sha256": document.text_sha256,
    }  # fmt: skip
    selectors = [place] if text == NONE else [_quotation(document.text, span), place]
    return {"type": "SpecificResource", "source": source, "selector": selectors}


def _quotation(text: str, span: Span) -> dict[str, str]:
    return {
        "type": "TextQuoteSelector", "exact": text[span.start : span.stop], "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.stop : span.stop + AROUND],
    }  # fmt: skip
