"""The document of a page."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from detente.records import Block, Caption, Document, Page, Span, record_id
from detente.resources.gazetteer import Gazetteer
from detente.resources.layout import Layout
from detente.resources.outlets import namesakes
from detente.text.fold import fold

from .credit import Around, credit_in
from .head import Shown, dated_in, published_in, section_in, shown, views_in
from .masthead import Known
from .outline import Outline, outline

TAIL = ("boilerplate", "heading", "caption")
OPENINGS, FOOT = 4, 3  # paragraphs that may have a dateline; lines that may end a page


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
        if name and (known := _outlet_of(fold(name), gazetteer)):
            return known
    return next((f"outlet:{name}" for name in (site, credit) if name), None)


def _outlet_of(name: str, gazetteer: Gazetteer) -> str | None:
    """The id of an outlet by its folded name, also in capitals."""
    known = (gazetteer.entries.get(form) for form in ((name, name.title()) if name.isupper() else (name,)))
    return next((entry.actor_id for entry in known if entry and entry.kind == "outlet"), None)


Kinds = dict[str, list[Block]]


def _by_kind(found: Outline) -> Kinds:
    kinds: Kinds = {}
    for block in found.blocks:
        kinds.setdefault(block.kind, []).append(block)
    return kinds


def _spans(blocks: list[Block]) -> tuple[Span, ...]:
    return tuple(Span(block.start, block.stop) for block in blocks)


class _Lines(NamedTuple):
    """The blocks of a page by what they are, with its text as published and folded."""

    text: str
    folded: str
    kinds: Kinds

    def of(self, kind: str, most: int | None = None) -> tuple[Shown, ...]:
        return tuple([self.shown(block) for block in self.kinds.get(kind, [])[:most]])

    def shown(self, block: Block) -> Shown:
        return Shown(self.text[block.start : block.stop], self.folded[block.start : block.stop])


def _around(page: Page, lines: _Lines, found: Outline, layout: Layout, is_outlet: Known) -> Around:
    """The lines that tell of a page: its head and foot as the page has them, the path of its section, its openings, its last lines."""
    head = (*map(shown, page.head), *lines.of("meta"))
    section = page.section or section_in((*lines.of("section"), *map(shown, page.head)), layout, is_outlet)
    last = tuple([lines.shown(block) for block in found.blocks[-FOOT:] if block.kind in TAIL])
    return Around(head, section, lines.of("body", OPENINGS), (*lines.of("boilerplate"), *map(shown, page.foot), *last))


def read_document(
    page: Page, folded: str, *, language: str, script: str | None, path: str, layout: Layout, gazetteer: Gazetteer
) -> tuple[Document, Outline]:
    """Return the document of a page, and the outline that says what each line of it is.

    What the page tells of itself goes before what its lines look like; `folded` is its folded text.
    """

    def is_outlet(name: str) -> bool:
        plain = name if name.isascii() else fold(name)
        return _outlet_of(plain, gazetteer) is not None or plain in namesakes()

    found = outline(page.text, folded, layout, is_outlet, page.blocks)
    lines = _Lines(page.text, folded, _by_kind(found))
    around = _around(page, lines, found, layout, is_outlet)
    credit = page.credit or credit_in(around, layout, is_outlet)
    digest = hashlib.sha256(page.text.encode()).hexdigest()
    document = Document(
        id=record_id("document", page.url or "", digest),
        path=path,
        url=page.url,
        language=language,
        script=script,
        title=next((line.words for line in lines.of("title")), None),
        section=around.section,
        outlet=_outlet(credit, page.outlet, gazetteer),
        credit=credit,
        published=page.published or _published(around, layout, page.zone),
        views=views_in((*around.head, *around.foot), layout) if page.views is None else page.views,
        headings=_spans(lines.kinds.get("heading", [])),
        captions=tuple(_caption(page.text, folded, block, layout) for block in lines.kinds.get("caption", ())),
        boilerplate=_spans(lines.kinds.get("boilerplate", [])),
        text_sha256=digest,
        text=page.text,
    )
    return document, found


def _published(around: Around, layout: Layout, zone: str) -> str | None:
    """When lines say that a page was published: in its head, its datelines or its foot."""
    return published_in(around.head, layout, zone) or dated_in(around.openings, layout, zone) or published_in(around.foot, layout, zone)
