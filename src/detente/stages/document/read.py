"""The document of a decoded text page."""

from __future__ import annotations

import hashlib
import re

from detente.records import Caption, Document, Span, record_id
from detente.resources.gazetteer import Gazetteer
from detente.resources.layout import Layout

from .outline import Block, Outline, outline

AGENCY_WINDOW = 60
SEPARATORS = re.compile(r"[\s/|:,()·]+")


def _iso(match: re.Match[str], afternoon: frozenset[str]) -> str | None:
    """Return the time of a match with the precision that the page gives."""
    month, day = int(match["month"]), int(match["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    date = f"{match['year']}-{month:02}-{day:02}"
    if not match["hour"]:
        return date
    hour = int(match["hour"]) + (12 if match["half"] in afternoon and int(match["hour"]) < 12 else 0)
    second = f":{match['second']}" if match["second"] else ""
    return f"{date}T{hour:02}:{match['minute']}{second}{match['zone'] or ''}"


def _published(lines: list[str], layout: Layout) -> str | None:
    matches = (match for line in lines for match in layout.published.finditer(line))
    return next((iso for match in matches if (iso := _iso(match, layout.afternoon))), None)


def _views(lines: list[str], layout: Layout) -> int | None:
    for line in lines:
        if match := layout.views.search(line):
            number = (match["views"] or match["views2"]).replace(",", "")
            return round(float(number) * layout.units.get(match["unit"] or match["unit2"] or "", 1))
    return None


def _credit(
    text: str, folded: str, head: list[Block], body: list[Block], layout: Layout, gazetteer: Gazetteer
) -> str | None:
    """Who the page credits: by a label, an outlet named in its head, or the agency that opens its first paragraphs."""
    for block in head:
        if match := layout.credit.search(folded, block.start, block.stop):
            return text[slice(*match.span("credit"))]
    for block in head:
        if named := _named_outlet(folded[block.start : block.stop], gazetteer):
            start = folded.index(named, block.start)
            return text[start : start + len(named)]
    for block in body[:2]:
        opening = folded[block.start : min(block.stop, block.start + AGENCY_WINDOW)]
        if match := layout.agency.match(opening):
            start, stop = next(match.span(name) for name in "abcdef" if match[name])
            if _is_outlet(opening[start:stop], layout, gazetteer):
                return text[block.start + start : block.start + stop]
    return None


def _is_outlet(name: str, layout: Layout, gazetteer: Gazetteer) -> bool:
    entry = gazetteer.entries.get(name)
    return layout.outlet.search(name) is not None or (entry is not None and entry.kind == "outlet")


def _named_outlet(line: str, gazetteer: Gazetteer) -> str | None:
    """The longest name of an outlet in a line of the head."""
    known = {word: gazetteer.entries.get(word) for word in SEPARATORS.split(line) if len(word) > 2}
    named = [word for word, entry in known.items() if entry and entry.kind == "outlet"]
    return max(named, key=lambda w: (len(w), w), default=None)


def _caption(text: str, folded: str, block: Block, layout: Layout) -> Caption:
    """A caption without the mark before it, and who made the picture without the label before the name."""
    mark = layout.caption_mark.match(folded, block.start, block.stop)
    first = mark.end() if mark else block.start
    match = layout.caption_credit.search(folded, block.start, block.stop)
    if match is None:
        return Caption(first, block.stop, None)
    start, stop = match.span("credit")
    label = layout.caption_label.match(folded, start, stop)
    shown = folded[first : match.start()].rstrip(" (/|")
    return Caption(first, first + len(shown), text[label.end() if label else start : stop])


def _path(text: str, folded: str, block: Block, layout: Layout) -> tuple[str, ...]:
    """The segments of a section path, as published."""
    marks = [m.span() for m in layout.section_mark.finditer(folded, block.start, block.stop)]
    starts = [block.start, *(stop for _, stop in marks)]
    stops = [*(start for start, _ in marks), block.stop]
    parts = (text[start:stop].strip() for start, stop in zip(starts, stops, strict=True))
    return tuple(part for part in parts if part)


def _outlet(credit: str | None, gazetteer: Gazetteer, folded_credit: str) -> str | None:
    entry = gazetteer.entries.get(folded_credit)
    if entry and entry.kind == "outlet":
        return entry.actor_id
    return f"outlet:{credit}" if credit else None


def read_document(
    text: str, folded: str, *, language: str, script: str | None, path: str, url: str | None, layout: Layout,
    gazetteer: Gazetteer,
) -> tuple[Document, Outline]:
    """Return the document of a decoded text, and the outline that says what each line is."""
    page = outline(folded, layout)
    kinds: dict[str, list[Block]] = {}
    for block in page.blocks:
        kinds.setdefault(block.kind, []).append(block)
    head = [folded[b.start : b.stop] for b in kinds.get("meta", ())]
    tail = [folded[b.start : b.stop] for b in kinds.get("boilerplate", ())]
    title = next((text[b.start : b.stop] for b in kinds.get("title", ())), None)
    section = next((_path(text, folded, b, layout) for b in kinds.get("section", ())), ())
    marked = kinds.get("meta", []) + kinds.get("boilerplate", [])
    credit = _credit(text, folded, marked, kinds.get("body", []), layout, gazetteer)
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(
        id=record_id("document", url or "", digest),
        path=path,
        url=url,
        language=language,
        script=script,
        title=title,
        section=section,
        outlet=_outlet(credit, gazetteer, _fold_credit(credit, text, folded)),
        credit=credit,
        published=_published(head, layout) or _published(tail, layout),
        views=_views(head + tail, layout),
        headings=tuple(Span(b.start, b.stop) for b in kinds.get("heading", ())),
        captions=tuple(_caption(text, folded, b, layout) for b in kinds.get("caption", ())),
        boilerplate=tuple(Span(b.start, b.stop) for b in kinds.get("boilerplate", ())),
        text_sha256=digest,
        text=text,
    )
    return document, page


def _fold_credit(credit: str | None, text: str, folded: str) -> str:
    at = text.find(credit) if credit else -1
    return folded[at : at + len(credit)] if credit and at >= 0 else ""
