"""A document as its outlet publishes one, with every statement marked by the side it speaks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import chain

from detente.records import Document, Reading
from detente.render.lines import Line, lines_of
from detente.render.report import first_offset
from detente.render.scripts import script_attributes, written
from detente.render.summary import published_by

from .edition import Edition, side_style
from .segments import PASSAGE, Part, Segment, parts_by_line, parts_of, segments_of

# The HTML element, class and paragraph mark of every kind of line.
ELEMENTS = {
    "section": ("p", "crumbs"),
    "title": ("h3", "headline"),
    "meta": ("p", "meta"),
    "heading": ("h4", "subhead"),
    "caption": ("p", "caption"),
    "boilerplate": ("p", "boilerplate"),
    "paragraph": ("p", "paragraph"),
}


def render_article(edition: Edition, reading: Reading, number: int, named: Iterable[Part] = ()) -> str:
    """Return one document as an `<article>`, with its statements and what else is `named` in it marked."""
    document = reading.document
    lines = lines_of(document)
    parts = chain.from_iterable(parts_of(statement, edition.numbers[statement.id]) for statement in reading.statements)
    by_line = parts_by_line(lines, chain(parts, named))
    firsts = _firsts(edition, reading)
    body = "".join(_line(edition, document, line, by_line.get(place, []), firsts) for place, line in enumerate(lines))
    head = _strip(edition, reading, number) + "".join(_missing(document, lines))
    tag = language_tag(document)
    return f'<article class="document" id="article-{number}" lang="{tag}">{head}{body}</article>'


def language_tag(document: Document) -> str:
    """Return the document's language, with its script where known, as HTML writes it."""
    tag = document.language if document.script is None or "-" in document.language else ""
    return escape(tag or f"{document.language}-{document.script}")


def address(document: Document) -> str:
    """Return the document's address as a link, or its path; only web addresses become links."""
    shown = escape(document.url or document.path)
    if document.url is None or not document.url.lower().startswith(("http://", "https://")):
        return f"<span>{shown}</span>"
    return f'<a href="{shown}" rel="noopener noreferrer">{shown}</a>'


def _strip(edition: Edition, reading: Reading, number: int) -> str:
    """Return what was read of the page's head, in the interface's language."""
    document, words = reading.document, edition.words
    parts = (
        words.text("page.document", i=number, n=articles) if (articles := len(edition.report.readings)) > 1 else None,
        published_by(reading, edition.report),
        words.date(document.published),
        None if document.views is None else words.count("views", document.views),
    )
    shown = "".join(f"<span>{escape(part)}</span>" for part in parts if part)
    return f'<p class="strip" lang="{words.ui}">{shown}{address(document)}</p>'


def _missing(document: Document, lines: tuple[Line, ...]) -> Iterator[str]:
    """Yield the parts of the head that the text itself does not hold."""
    kinds = {line.kind for line in lines}
    if document.section and "section" not in kinds:
        path = " › ".join(document.section)
        yield f'<p class="crumbs"{script_attributes(written(path)[0])}>{escape(path)}</p>'
    if "title" not in kinds:
        title = document.title or document.path
        yield f'<h3 class="headline"{script_attributes(written(title)[0])}>{escape(title)}</h3>'


def _firsts(edition: Edition, reading: Reading) -> dict[int, int]:
    """Return where each statement's mark begins: the target of a link to it."""
    return {edition.numbers[statement.id]: first_offset(statement) for statement in reading.statements}


def _line(edition: Edition, document: Document, line: Line, parts: list[Part], firsts: dict[int, int]) -> str:
    tag, style = ELEMENTS[line.kind]
    segments = tuple(segments_of(line, parts))
    cuts = tuple(segment.stop - line.start for segment in segments[:-1])
    forms = written(document.text[line.start : line.stop], cuts)
    inside = "".join(
        _segment(edition, segment, escape(form.published), script_attributes(form), firsts)
        for segment, form in zip(segments, forms, strict=True)
    )
    mark = "" if line.paragraph is None else f' data-paragraph="{line.paragraph}"'
    return f'<{tag} class="{style}"{mark}>{inside}</{tag}>'


def _segment(edition: Edition, whole: Segment, text: str, scripts: str, firsts: dict[int, int]) -> str:
    segment = Segment(whole.start, whole.stop, tuple(part for part in whole.parts if part.number))
    if roles := " ".join(dict.fromkeys(part.role for part in whole.parts if not part.number)):
        begun = any(part.role == PASSAGE and part.start == whole.start for part in whole.parts)
        anchor = f' id="{PASSAGE}"' if begun else ""
        text, scripts = f'<span{anchor} class="{roles}"{scripts}>{text}</span>', ""
    if not segment.parts:
        return f"<span{scripts}>{text}</span>" if scripts else text
    numbers = " ".join(dict.fromkeys(str(part.number) for part in segment.parts))
    anchors = "".join(
        f'<a id="mark-{part.number}"></a>'
        for part in segment.parts
        if part.role != "speaker" and firsts[part.number] == segment.start
    )
    marked = f'<mark class="{_style(edition, segment)}" data-numbers="{numbers}"{_words_of(segment)}{scripts}>{text}</mark>'
    return anchors + marked + _references(edition, segment)


def _words_of(segment: Segment) -> str:
    """Return the attribute that names the statements to whose own words a segment belongs."""
    numbers = " ".join(dict.fromkeys(str(part.number) for part in segment.parts if part.role == "content"))
    return f' data-words="{numbers}"' if numbers else ""


def _style(edition: Edition, segment: Segment) -> str:
    inner = segment.parts[0]
    side = side_style(edition, edition.sources[inner.number - 1])
    contents = [part for part in segment.parts if part.role == "content"]
    deep = " nested" if len(contents) > 1 or (contents and inner.role != "content") else ""
    return f"{inner.role} {side}{deep}"


def _references(edition: Edition, segment: Segment) -> str:
    """Return a reference for every statement whose last words end here: what the keyboard and paper use."""
    return "".join(
        _reference(edition, part.number)
        for part in segment.parts
        if part.stop == segment.stop and part.stop == _last(edition, part.number)
    )


def _last(edition: Edition, number: int) -> int:
    statement = edition.sources[number - 1].statement
    return max((span.stop for span in statement.content), default=statement.cue.stop)


def _reference(edition: Edition, number: int) -> str:
    source = edition.sources[number - 1]
    speaker = source.statement.speaker
    name = edition.words.text("evidence.narrator")
    if speaker is not None:
        name = edition.report.labels.actor(speaker.actor_id, speaker.name)
    label = escape(edition.words.text("page.statement", speaker=name))
    style = f"reference {side_style(edition, source)}"
    return f'<a class="{style}" href="#statement-{number}" aria-label="{label}">{number}</a>'
