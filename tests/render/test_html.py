"""The page: one file, nothing runs but its own script, every highlight is the record's slice."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import defaultdict
from html.parser import HTMLParser

import msgspec
import pytest

from detente.api import read
from detente.records import Reading, Span
from detente.render.html import render_html
from detente.render.html.segments import Part, segments_of
from detente.render.interface import UI_LANGUAGES
from detente.render.lines import Line, lines_of
from detente.render.report import Report
from detente.render.scripts import written
from detente.text.fold import proper_traditional

VOID = {"meta", "input", "br"}


class Page(HTMLParser):
    """What a browser would make of a page: elements, their attributes, and the text of each mark."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.marked: dict[str, str] = defaultdict(str)
        self.styles: list[str] = []
        self._open: list[dict[str, str | None]] = []
        self.feed(html)
        assert self._open == [], "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append({"tag": tag, **dict(attrs)})

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()["tag"] == tag

    def handle_data(self, data: str) -> None:
        last = self._open[-1] if self._open else {}
        if last.get("tag") == "mark":
            for number in (last.get("data-numbers") or "").split():
                self.marked[f"{last.get('class', '')} {number}".split()[0] + number] += data
                self.marked[f"all{number}"] += data


@pytest.fixture
def html(report: Report) -> str:
    """Return the page of the report."""
    return render_html(report)


def test_hostile_text_is_never_markup(html: str) -> None:
    assert [tag for tag, _ in Page(html).tags].count("script") == 1
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_only_web_addresses_become_links(html: str) -> None:
    links = [attributes["href"] or "" for tag, attributes in Page(html).tags if tag == "a" and "href" in attributes]
    assert any(link == "https://news.example/a?b=1&c=2" for link in links)
    assert all(link.startswith(("#", "https://", "http://")) for link in links)


def test_the_policy_allows_exactly_the_style_and_the_script_of_the_page(html: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    for tag in ("style", "script"):
        inside = html.split(f"<{tag}>")[1].split(f"</{tag}>")[0]
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_nothing_is_fetched_and_no_attribute_carries_style_or_code(html: str) -> None:
    for tag, attributes in Page(html).tags:
        assert tag not in ("img", "link", "iframe", "object")
        assert not {name for name in attributes if name.startswith("on") or name in ("style", "src")}, tag


def test_every_highlight_is_the_slice_of_its_record(report: Report, html: str) -> None:
    page, number = Page(html), 0
    for reading in report.readings:
        text = reading.document.text
        for statement in reading.statements:
            number += 1
            spans = [*statement.content, Span(statement.cue.start, statement.cue.stop)]
            if statement.speaker is not None:
                spans.append(Span(statement.speaker.start, statement.speaker.stop))
            covered = sorted({place for span in spans for place in range(span.start, span.stop)})
            assert page.marked[f"all{number}"] == "".join(text[place] for place in covered)


def test_the_text_of_an_article_is_all_there(report: Report, html: str) -> None:
    body = html.split("<article")[1].split("</article>")[0]
    shown = re.sub(r'<a class="reference.*?</a>', "", body)
    plain = re.sub(r"<[^>]+>", "", shown).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    for line in report.readings[0].document.text.splitlines():
        assert line in plain


def test_a_statement_inside_another_is_marked_as_both(html: str) -> None:
    inner = [
        attributes for tag, attributes in Page(html).tags if tag == "mark" and attributes.get("data-numbers") == "5 4"
    ]
    assert inner
    assert all("nested" in (attributes["class"] or "") for attributes in inner)


def test_every_cell_can_be_focused_and_names_its_evidence(report: Report, html: str) -> None:
    tags = Page(html).tags
    pressed = [a["data-topic"] for _, a in tags if a.get("role") == "button" and a.get("tabindex") == "0"]
    assert set(pressed) == {cell.topic for cell in report.map.cells}
    notes = {a["data-topic"]: a["data-numbers"] for tag, a in tags if tag == "section" and "data-topic" in a}
    assert notes["fisheries"] == "1 2 3"
    assert notes["visas"] == ""


def test_every_link_inside_the_page_has_a_target_and_ids_are_unique(html: str) -> None:
    tags = Page(html).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = {(a["href"] or "")[1:] for tag, a in tags if tag == "a" and (a.get("href") or "").startswith("#")}
    assert targets <= set(ids)


def test_a_reader_can_switch_scripts_where_there_is_chinese(report: Report, html: str) -> None:
    assert 'name="script"' in html
    assert 'data-hans="我们愿意恢复联合巡逻,这对双方都有利。"' in html
    assert 'data-hant="我們願意恢復聯合巡邏,這對雙方都有利。"' in html
    english = msgspec.structs.replace(report, readings=report.readings[1:])
    assert 'name="script"' not in render_html(english)


def test_a_bad_conversion_is_undone_and_pieces_join_to_the_whole() -> None:
    text = "修複關系,幹涉內政"
    assert proper_traditional(text) == "修復關係,干涉內政"
    pieces = written(text, (2, 5))
    assert "".join(piece.published for piece in pieces) == text
    assert "".join(piece.traditional for piece in pieces) == proper_traditional(text)


@pytest.mark.parametrize("ui", UI_LANGUAGES)
def test_the_same_report_gives_the_same_bytes(report: Report, ui: str) -> None:
    chosen = msgspec.structs.replace(report, ui=ui)
    assert render_html(chosen) == render_html(msgspec.structs.replace(chosen))
    assert f'<html lang="{ui}">' in render_html(chosen)


def test_an_empty_map_still_shows_the_articles(empty: Report) -> None:
    page = Page(render_html(empty))
    assert [tag for tag, _ in page.tags].count("article") == 2


def test_a_report_without_documents_is_a_page(empty: Report) -> None:
    assert "</html>" in render_html(msgspec.structs.replace(empty, readings=()))


def test_the_lines_of_an_article_are_known_for_what_they_are(report: Report) -> None:
    kinds = [line.kind for line in lines_of(report.readings[0].document)]
    head = ["section", "title", "meta", "caption"]
    assert kinds == [*head, "paragraph", "heading", "paragraph", "paragraph", "paragraph"]


def test_lines_broken_to_fit_a_page_are_one_paragraph(report: Report) -> None:
    lines = lines_of(report.readings[1].document)
    assert [(line.kind, line.number, line.paragraph) for line in lines] == [
        ("title", 1, None),
        ("paragraph", 3, 1),
    ]


def test_a_subtitle_and_a_byline_are_no_part_of_the_first_paragraph() -> None:
    body = "Iceland said on Tuesday that the ferry would sail again before the winter, and that the harbour at Hofn would be dredged by then."
    reading = read(f"Iceland opens a harbour\nTwo ferries and a dredger\nBy Birna Olsdottir | Reuters\n18 June 2025\n{body}\n{body} It thanked Norway.\n")
    assert isinstance(reading, Reading)
    kinds = [line.kind for line in lines_of(reading.document)]
    assert kinds == ["title", "paragraph", "meta", "meta", "paragraph", "paragraph"]


def test_segments_cover_a_line_without_gaps_whatever_the_overlaps() -> None:
    line = Line(0, 20, "paragraph", 1, 1)
    parts = [Part(0, 12, 1, "content"), Part(3, 6, 2, "content"), Part(5, 15, 3, "content")]
    segments = list(segments_of(line, parts))
    assert [segment.start for segment in segments[1:]] == [segment.stop for segment in segments[:-1]]
    assert (segments[0].start, segments[-1].stop) == (0, 20)
    numbers = {segment.start: {part.number for part in segment.parts} for segment in segments}
    assert numbers == {0: {1}, 3: {1, 2}, 5: {1, 2, 3}, 6: {1, 3}, 12: {3}, 15: set()}
