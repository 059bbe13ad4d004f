"""What holds of every page: its spans lie in its text, and the same bytes give the same reading."""

from __future__ import annotations

import subprocess
import sys

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from detente import read
from detente.records import Page, Reading

FEW = settings(max_examples=60, deadline=None, derandomize=True)
SENTENCES = (
    "俄方表示，俄方愿意同美方恢复谈判，并希望双方在夏季结束前达成一致。",
    "美國國務卿則說，「美方反對俄方的做法」，要求對方先撤回新規定。",
    "据路透社报道，双方就渔业问题存在分歧，但都同意下月再次会谈。",
    "&nbsp;&#x200b;&lt;外长&gt; said &amp; 说&mdash;&mdash;愿意&quot;谈判&quot;。",
)
TAGS = ("p", "div", "h2", "li", "figure", "figcaption", "span", "strong", "td", "tr", "table", "article", "nav", "pre", "blockquote", "a")
PIECES = (
    *SENTENCES, *(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS), "<br>", "\n", "<p class='caption'>", "<img src=a>",
    "<a href='/b'>", "<!-- ", " -->", "<script>", "</script>", "2025-06-12 09:30 来源：新华社", "<", ">", "&", "\u2e0e", "\x00", "🕊",
)  # fmt: skip
BODIES = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40).map("".join)
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def _spans(reading: Reading) -> list[tuple[int, int]]:
    document = reading.document
    parts = [p for s in reading.statements for p in (s.speaker, s.cue, s.addressee, *s.content) if p]
    parts += [*document.headings, *document.captions, *document.boilerplate, *reading.mentions, *reading.events]
    return [(part.start, part.stop) for part in parts]


@FEW
@given(BODIES)
def test_spans_of_any_page_lie_in_its_text(body: str) -> None:
    page = f"<html><title>双方恢复谈判</title><body>{PARAGRAPHS}{body}</body></html>".encode(errors="replace")
    reading = read(page)
    if isinstance(reading, Reading):
        assert all(0 <= start < stop <= len(reading.document.text) for start, stop in _spans(reading))
        assert msgspec.json.encode(reading) == msgspec.json.encode(read(page))


@FEW
@given(BODIES)
def test_blocks_follow_each_other_line_by_line(body: str) -> None:
    from detente.intake import IntakeError, load_bytes

    try:
        page = load_bytes(f"<html><title>双方恢复谈判</title><body>{body}</body></html>".encode(errors="replace"), "a.html")
    except IntakeError:
        return
    assert isinstance(page, Page)
    starts = [block.start for block in page.blocks]
    assert [page.text[:start].count("\n") for start in starts] == list(range(len(starts)))
    assert page.text.count("\n") == len(starts)


def test_a_text_is_read_without_what_pages_need() -> None:
    asked = "import sys, detente; detente.read('俄方表示,愿意谈判。'); print({'lxml', 'trafilatura'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
