"""An invented article in Chinese, one in English, and the map of the two sides that speak in them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
import pytest

from detente.records import (
    Caption,
    Cell,
    Cue,
    DialogueMap,
    Document,
    FailedDocument,
    FailedReading,
    Failure,
    MadeBy,
    Mention,
    Reading,
    Relay,
    Reliability,
    Side,
    Span,
    Speaker,
    Statement,
    Words,
)
from detente.render.report import Labels, Report

ARTICLES = Path(__file__).parent / "articles"
CHINESE = (ARTICLES / "zh.txt").read_text("utf-8")
ENGLISH = (ARTICLES / "en.txt").read_text("utf-8")


SILENT = Side(0, False, (), None)
MADE_BY = MadeBy("0.0.1", "plan:test", "codebook:test")


def span(text: str, phrase: str, after: int = 0) -> Span:
    """Return where a phrase stands in a text."""
    start = text.index(phrase, after)
    return Span(start, start + len(phrase))


def speaker(text: str, phrase: str, actor_id: str, name: str, party: str | None) -> Speaker:
    """Return a speaker named by a phrase of the text."""
    at = span(text, phrase)
    return Speaker(at.start, at.stop, actor_id, name, party)


def cue(text: str, phrase: str, after: int = 0) -> Cue:
    """Return a cue by its phrase."""
    at = span(text, phrase, after)
    return Cue(at.start, at.stop, phrase)


def statement(
    key: str,
    who: Speaker | None,
    how: Cue,
    content: tuple[Span, ...],
    topics: tuple[str, ...],
    act: str | None,
    via: tuple[tuple[Relay, ...], ...] = (),
) -> Statement:
    """Return a statement with the fields that matter to a face."""
    return Statement(
        key,
        who,
        how,
        content,
        "direct",
        None,
        topics,
        act,
        None,
        None,
        "2031-03-03",
        None,
        via,
        0.9,
        "quoted_after",
    )


def document(text: str, *, path: str, language: str, script: str | None, title: str, **more: object) -> Document:
    """Return a document of a text; `more` replaces fields."""
    plain = Document(
        f"document:{path}",
        path,
        None,
        language,
        script,
        title,
        (),
        None,
        None,
        None,
        None,
        (),
        (),
        (),
        hashlib.sha256(text.encode()).hexdigest(),
        text,
    )
    return msgspec.structs.replace(plain, **more)


def chinese_reading() -> Reading:
    """Return the reading of the Chinese article: a quotation, a nested one, an expert."""
    text = CHINESE
    duva = speaker(text, "杜瓦", "person:duva", "杜瓦", "FR")
    takagi = speaker(text, "高木", "person:takagi", "高木", "JP")
    agency = Relay("outlet:coast", "海岸通訊社", 0, 0)
    offer = span(text, "法方準備在巴黎接待日方代表團")
    statements = (
        statement(
            "s1",
            duva,
            cue(text, "說"),
            (span(text, "我們願意恢複聯合巡邏,這對雙方都有利。"),),
            ("fisheries",),
            "COOPERATE",
        ),
        statement("s2", duva, cue(text, "指責"), (span(text, "日方擴大捕撈範圍"),), ("fisheries",), "ACCUSE"),
        statement(
            "s3",
            takagi,
            cue(text, "表示"),
            (span(text, "日方的捕撈完全合法,我們拒絕任何指控。"),),
            ("fisheries",),
            "REJECT",
        ),
        statement(
            "s4",
            takagi,
            cue(text, "話說"),
            (span(text, "杜瓦表示“法方準備在巴黎接待日方代表團”"),),
            ("leaders-meeting",),
            None,
            via=((agency,),),
        ),
        statement(
            "s5",
            duva,
            cue(text, "表示", offer.start - 4),
            (offer,),
            ("leaders-meeting",),
            "COOPERATE",
            via=((Relay("person:takagi", "高木", 0, 0),), (agency,)),
        ),
        statement(
            "s6",
            speaker(text, "林某", "person:lin", "林某", None),
            cue(text, "認為"),
            (span(text, "雙方可能在能源問題上靠近"),),
            ("energy",),
            "none",
        ),
    )
    caption = span(text, "3月3日,兩國部長在港口握手。海岸通訊社 圖")
    title_at = span(text, "法國海洋部長")
    page = document(
        text,
        path="zh.txt",
        language="zh",
        script="Hant",
        title="<script>alert(1)</script>兩國談漁業,分歧猶在",
        url="https://news.example/a?b=1&c=2",
        section=("首页", "國際"),
        credit="海岸通訊社",
        published="2031-03-04T09:30",
        views=7,
        headings=(span(text, "談判之後"),),
        captions=(Caption(caption.start, caption.stop, "海岸通訊社"),),
    )
    mention = Mention("m1", title_at.start, title_at.stop, "title", "person:duva", "FR", 0.9, "title")
    return Reading(page, (mention,), statements, (), (), (), (), MADE_BY)


def english_reading() -> Reading:
    """Return the reading of the English article, whose lines are broken to fit a page."""
    text = ENGLISH
    duva = speaker(text, "Odette Duva", "person:duva", "Odette Duva", "FR")
    both = speaker(text, "Japan and France", "joint:FR+JP", "Japan and France", "FR+JP")
    statements = (
        statement(
            "e1",
            duva,
            cue(text, "called"),
            (span(text, "=SUM(1)"), span(text, "We will not pay for the\npatrols alone.")),
            ("finance",),
            "REJECT",
        ),
        statement("e2", both, cue(text, "agreed"), (span(text, "to keep talking about trade"),), ("trade",), "AGREE"),
    )
    page = document(
        text,
        path="en.txt",
        language="en",
        script=None,
        title="Talks on the coast",
        outlet="Coast Wire",
        url="javascript:alert(2)",
        published="2031-03-05",
    )
    return Reading(page, (), statements, (), (), (), (), MADE_BY)


def words_of(reading: Reading, key: str) -> tuple[Words, ...]:
    """Return a statement's content as the words of a side."""
    said = next(each for each in reading.statements if each.id == key)
    return tuple(Words(key, at.start, at.stop) for at in said.content)


def cells(chinese: Reading, english: Reading) -> tuple[Cell, ...]:
    """Return a cell of every relation; the last but one is known on one side only through the other."""
    fr, jp = words_of(chinese, "s1"), words_of(chinese, "s3")
    joint = Side(1, True, words_of(english, "e2"), None)
    offer = Side(0, False, words_of(chinese, "s5"), "person:takagi")
    return (
        Cell("trade", "common-ground", None, {"FR": joint, "JP": joint}, ("e2",), 0.9, "agreement"),
        Cell(
            "cyber",
            "mixed",
            None,
            {"FR": Side(9, True, fr, None), "JP": Side(3, True, (), None)},
            ("s1", "s3"),
            0.9,
            "x",
        ),
        Cell(
            "fisheries",
            "divergence",
            None,
            {"FR": Side(2, True, fr, None), "JP": Side(1, True, jp, None)},
            ("s3", "s1", "s2"),
            0.9,
            "against",
        ),
        Cell(
            "leaders-meeting",
            "one-sided",
            "JP",
            {"FR": offer, "JP": Side(1, True, words_of(chinese, "s4"), None)},
            ("s4", "s5"),
            0.9,
            "x",
        ),
        Cell(
            "finance",
            "one-sided",
            "FR",
            {"FR": Side(1, True, words_of(english, "e1"), None), "JP": SILENT},
            ("e1",),
            0.9,
            "x",
        ),
        Cell("visas", "discussed", None, {"FR": SILENT, "JP": SILENT}, (), 0.5, "x"),
        Cell("energy", "mentioned", None, {"FR": SILENT, "JP": SILENT}, ("s6",), 0.5, "x"),
    )


@pytest.fixture
def report() -> Report:
    """Return a report over both articles, with one file that could not be read."""
    chinese, english = chinese_reading(), english_reading()
    failed = FailedReading(FailedDocument("b.bin"), (Failure("decode", "binary", "not a text"),), MADE_BY)
    labels = Labels(
        {"fisheries": "Fisheries <b>", "leaders-meeting": "Leaders' meeting", "trade": "Trade"},
        {"FR": "France", "JP": "Japan"},
        {"outlet:coast": "Coast News Agency", "person:takagi": "Takagi"},
    )
    reliability = (Reliability("zh", 81.2, 55.0, 24), Reliability("en", None, None, 0))
    dialogue = DialogueMap(("FR", "JP"), cells(chinese, english))
    return Report(dialogue, (chinese, english), (failed,), labels, reliability, "en")


@pytest.fixture
def empty(report: Report) -> Report:
    """Return the same report with a map that has no cell."""
    return msgspec.structs.replace(report, map=DialogueMap(("FR", "JP"), ()))
