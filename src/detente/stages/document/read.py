"""The document of a page."""

from __future__ import annotations

import hashlib

from detente.records import Block, Caption, Document, Page, Span, record_id
from detente.resources.gazetteer import Gazetteer
from detente.resources.layout import Layout

from .head import Shown, credit_in, outlet_of, path_of, published_in, section_in, shown, views_in
from .outline import Outline, outline

HEAD = 4  # lines in which an outlet may stand alone


def _caption(text: str, folded: str, block: Block, layout: Layout) -> Caption:
    """A caption without the mark before it, and who made the picture without the label before the name."""
    mark = layout.caption_mark.match(folded, block.start, block.stop)
    first = mark.end() if mark else block.start
    match = None if block.credit else layout.caption_credit.search(folded, block.start, block.stop)
    if match is None:
        return Caption(first, block.stop, block.credit)
    start, stop = match.span("credit")
    label = layout.caption_label.match(folded, start, stop)
    words = folded[first : match.start()].rstrip(" (/|")
    return Caption(first, first + len(words) if words else block.stop, text[label.end() if label else start : stop])


def _outlet(credit: str | None, site: str | None, gazetteer: Gazetteer) -> str | None:
    """The outlet that is credited when it is known, else the page's own, else whoever is credited."""
    for name in (credit, site):
        if name and (known := outlet_of(name, gazetteer)):
            return known
    return next((f"outlet:{name}" for name in (site, credit) if name), None)


Kinds = dict[str, list[Block]]


def _by_kind(found: Outline) -> Kinds:
    kinds: Kinds = {}
    for block in found.blocks:
        kinds.setdefault(block.kind, []).append(block)
    return kinds


def _spans(blocks: list[Block]) -> tuple[Span, ...]:
    return tuple(Span(block.start, block.stop) for block in blocks)


def read_document(
    page: Page, folded: str, *, language: str, script: str | None, path: str, layout: Layout, gazetteer: Gazetteer
) -> tuple[Document, Outline]:
    """Return the document of a page, and the outline that says what each line of it is.

    What the page tells of itself goes before what its lines look like; `folded` is its folded text.
    """
    text = page.text
    found = outline(folded, layout, page.blocks)
    kinds = _by_kind(found)

    def lines(kind: str, most: int | None = None) -> tuple[Shown, ...]:
        return tuple([Shown(text[b.start : b.stop], folded[b.start : b.stop]) for b in kinds.get(kind, [])[:most]])

    around = (*map(shown, page.head), *lines("meta"), *lines("boilerplate"), *map(shown, page.foot))
    section = next((path_of(line, layout) for line in lines("section")), ())
    credit = page.credit or credit_in(around, (*lines("title"), *lines("body", HEAD)), lines("body", 2), layout, gazetteer)
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(
        id=record_id("document", page.url or "", digest),
        path=path,
        url=page.url,
        language=language,
        script=script,
        title=next((line.words for line in lines("title")), None),
        section=page.section or section or section_in(tuple(map(shown, page.head)), layout),
        outlet=_outlet(credit, page.outlet, gazetteer),
        credit=credit,
        published=page.published or published_in(around, layout, page.zone),
        views=views_in(around, layout) if page.views is None else page.views,
        headings=_spans(kinds.get("heading", [])),
        captions=tuple(_caption(text, folded, block, layout) for block in kinds.get("caption", ())),
        boilerplate=_spans(kinds.get("boilerplate", [])),
        text_sha256=digest,
        text=text,
    )
    return document, found
