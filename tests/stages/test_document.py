"""Every field of a page in the manner of a portal; the page and everyone on it are invented."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from detente.api import read
from detente.pipeline import read_page
from detente.records import Caption, Document, Page, Reading, Span

TITLE = "芬蘭與挪威外長談邊境口岸：願恢復通行，配額仍有分歧"
LEAD = "　　芬蘭外交部長海諾寧14日在奧斯陸會見挪威外交大臣斯特蘭。海諾寧表示，芬方願意盡快恢復北部口岸的通行。"
CAPTION = "　　海諾寧（左）與斯特蘭在會談前合影"
CREDIT = "北歐圖片社"
HEADINGS = ("口岸：今夏重新開放", "漁業：各說各話")
FIRST = "　　斯特蘭說：“挪方同意今夏重新開放兩個口岸。”他強調，安全檢查不會放鬆。"
SECOND = "　　在漁業配額問題上，挪威外交部發言人布倫指出，挪方不接受芬方的方案，雙方將在秋天繼續談判。"
EDITORS = "（記者：林遠 編輯：周寧）"
BOILERPLATE = ("責任編輯：周寧", "版權聲明：本文未經授權，嚴禁轉載。")
PAGE = "\n".join(
    (
        "首頁 > 國際 > 北歐 > 正文", "", TITLE, "2021年03月15日 09:30 來源：北歐通訊社 查看數：12,345", "", LEAD, "",
        f"{CAPTION}（圖片來源：{CREDIT}）", HEADINGS[0], FIRST, HEADINGS[1], SECOND, EDITORS, *BOILERPLATE, "",
    )
)  # fmt: skip


def _document(page: str) -> Document:
    reading = read(page)
    assert isinstance(reading, Reading)
    return reading.document


def _texts(document: Document, spans: Iterable[Span | Caption]) -> tuple[str, ...]:
    return tuple(document.text[span.start : span.stop] for span in spans)


@pytest.mark.parametrize("page", [PAGE, PAGE.replace("\n", "\r\n")], ids=["lf", "crlf"])
def test_every_field_of_a_page(page: str) -> None:
    document = _document(page)
    assert (document.language, document.script) == ("zh", "Hant")
    assert document.section == ("首頁", "國際", "北歐", "正文")
    assert document.title == TITLE
    assert document.credit == "北歐通訊社"
    assert document.published == "2021-03-15T09:30"
    assert document.views == 12345
    assert _texts(document, document.headings) == HEADINGS
    assert _texts(document, document.captions) == (CAPTION.strip(),)
    assert [caption.credit for caption in document.captions] == [CREDIT]
    assert _texts(document, document.boilerplate) == (EDITORS, *BOILERPLATE)
    assert document.text == page


def test_a_page_is_read_between_its_furniture() -> None:
    reading = read(PAGE)
    assert isinstance(reading, Reading)
    inside = PAGE.index(LEAD), PAGE.index(EDITORS)
    captions = PAGE.index(CAPTION), PAGE.index(HEADINGS[0])
    headline, *told = reading.statements
    assert headline.speaker and headline.speaker.party == "FI+NO"
    assert headline.content[-1].stop <= PAGE.index(TITLE) + len(TITLE)
    assert {s.speaker.party for s in told if s.speaker} == {"FI", "NO"}
    for statement in told:
        assert inside[0] <= statement.cue.start < inside[1]
        assert not captions[0] <= statement.cue.start < captions[1]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("June 18, 2025 6:42 PM GMT", "2025-06-18T18:42"),
        ("Wed Jun 18, 2025 10:15 PM", "2025-06-18T22:15"),
        ("Updated 9:08 AM EDT, June 18, 2025", "2025-06-18T09:08"),
        ("Wed 18 Jun 2025 17.20 BST", "2025-06-18T17:20"),
        ("18 June 2025", "2025-06-18"),
    ],
)
def test_when_an_english_page_was_published(line: str, published: str) -> None:
    body = "The foreign minister of Norway said on Wednesday that the crossing in the north would open again this summer."
    assert _document(f"Norway opens a crossing\n{line}\n\n{body}\n").published == published


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("18 июня 2025, 17:42 | Источник: ТАСС", "2025-06-18T17:42"),
        ("18 июня 2025 года", "2025-06-18"),
        ("18:26 18.06.2025", "2025-06-18T18:26"),
        ("18.06.2025, 20:15", "2025-06-18T20:15"),
    ],
)
def test_when_a_russian_page_was_published(line: str, published: str) -> None:
    body = "Министр иностранных дел Норвегии заявил в среду, что переход на севере этим летом откроется снова."
    assert _document(f"Норвегия открывает переход\n{line}\n\n{body}\n").published == published


def test_the_name_of_a_section_is_no_outlet() -> None:
    body = "Министр иностранных дел Норвегии заявил в среду, что переход на севере этим летом откроется снова."
    page = read_page(Page(f"Северная газета\nПолитика\n\nНорвегия открывает переход\n\n{body}\n", outlet="Северная газета"))
    assert isinstance(page, Reading)
    assert page.document.outlet == "outlet:Северная газета"


def test_thousands_of_views_are_parted_by_a_space() -> None:
    body = "Министр иностранных дел Норвегии заявил в среду, что переход на севере этим летом откроется снова."
    assert _document(f"Норвегия открывает переход\n18 июня 2025, 17:42 | Просмотров: 3 418\n\n{body}\n").views == 3418


@pytest.mark.parametrize(
    ("line", "credit", "published", "views"),
    [
        ("2021-03-15 09:30:05　来源：环洋网　阅读 3.5万", "环洋网", "2021-03-15T09:30:05", 35_000),
        ("来源：环洋网 | 2021/03/15", "环洋网", "2021-03-15", None),
        ("发布时间：2021年3月15日 下午2:05 稿源：环洋网", "环洋网", "2021-03-15T14:05", None),
    ],
)
def test_lines_under_a_title(line: str, credit: str, published: str, views: int | None) -> None:
    document = _document(f"{TITLE}\n{line}\n{LEAD}\n{FIRST}\n")
    assert (document.credit, document.published, document.views) == (credit, published, views)


def test_a_page_without_a_head_has_empty_fields() -> None:
    document = _document(f"{LEAD}{FIRST}\n")
    assert (document.title, document.published, document.credit, document.views) == (None, None, None, None)
    assert document.section == document.headings == document.captions == document.boilerplate == ()


BODY = "\n\n甲国部长今天说,乙国应当遵守双方去年签署的渔业协定,并且尽快恢复停摆已久的谈判,否则后果自负。\n"


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("新聞網 >> 即時 >> 國際\n兩國部長會談", "section", ("新聞網", "即時", "國際")),
        ("国际\n两国部长会谈", "section", ("国际",)),
        ("两国部长会谈\n2025-07-31 00:47 聯合報/ 編譯", "credit", "聯合報"),
        ("两国部长会谈\n\n(新德里/渥太华综合电)", "credit", None),
        ("2025年10月16日发言人主持例行记者会\n2025-10-16 19:05", "title", "2025年10月16日发言人主持例行记者会"),
        ("首页＞国际＞全球\n两国部长会谈", "section", ("首页", "国际", "全球")),
        ("香港01 ｜ 即時國際\n两国部长会谈", "title", "两国部长会谈"),
        ("會談｜配額談不攏\n2025-07-31 00:47", "title", "會談｜配額談不攏"),
    ],
)
def test_heads_of_other_pages(head: str, field: str, value: object) -> None:
    reading = read(head + BODY)
    assert isinstance(reading, Reading)
    assert getattr(reading.document, field) == value


ENGLISH = "\n\nThe foreign minister of Norway said on Wednesday that the crossing in the north would open again this summer.\n"
RUSSIAN = "\n\nМинистр иностранных дел Норвегии заявил в среду, что переход на севере этим летом откроется снова.\n"


@pytest.mark.parametrize(
    ("head", "title", "section", "credit"),
    [
        ("News · Politics\nNorway opens a crossing\nAna Ruiz · CBC News · Jun 09" + ENGLISH, "Norway opens a crossing", ("News", "Politics"), "CBC News"),
        ("Dawn > News > World\nNorway opens a crossing\nBy Ana Ruiz" + ENGLISH, "Norway opens a crossing", ("Dawn", "News", "World"), "Dawn"),
        ("Kuwait News Agency (KUNA)\nNorway opens a crossing" + ENGLISH, "Norway opens a crossing", (), "Kuwait News Agency"),
        ("Norway opens a crossing, will it ‘stay’?\nAna Ruiz, The Herald, Harare" + ENGLISH, "Norway opens a crossing, will it ‘stay’?", (), "The Herald"),
        ("WORLD NEWS\nNorway opens a crossing" + ENGLISH + "\n© 2026 The Irish Times DAC\n", "Norway opens a crossing", ("WORLD NEWS",), "The Irish Times"),
        ("Skip to content\nNorway opens a crossing" + ENGLISH, "Norway opens a crossing", (), None),
        ("DW | Политика | Европа\nПереход открывается" + RUSSIAN, "Переход открывается", ("DW", "Политика", "Европа"), "DW"),
        ("Газета «Коммерсантъ» №41 от 06.03.2026, стр. 6\nПереход открывается" + RUSSIAN, "Переход открывается", (), "Коммерсантъ"),
        ("Просмотров: 3 418\nПереход открывается" + RUSSIAN, "Переход открывается", (), None),
        ("Переход открывается\nФото: Ana Ruiz / Reuters" + RUSSIAN, "Переход открывается", (), None),
    ],
)
def test_what_stands_above_and_below_a_title(head: str, title: str, section: tuple[str, ...], credit: str | None) -> None:
    document = _document(head)
    assert (document.title, document.section, document.credit) == (title, section, credit)


@pytest.mark.parametrize(
    ("text", "day", "credit"),
    [
        ("OSLO, March 20, 2026 (Reuters) -- Norway said on Friday that it would open talks with Iceland.", "2026-03-20", "Reuters"),
        ("OSLO, March 20 (Reuters) -- Norway said on Friday that it would open talks with Iceland.", None, "Reuters"),
        ("Oslo, 20 March 2026: Norway said on Friday that it would open talks with Iceland.", "2026-03-20", None),
        ("On March 20, 2026, Norway - which chairs the council - said that it would open talks with Iceland.", None, None),
        ("ОСЛО, 20 марта 2026 года. /ТАСС/. Норвегия заявила, что готова к переговорам с Исландией.", "2026-03-20", "ТАСС"),
        ("新华社奥斯陆2026年3月20日电 挪威外交部表示,挪方愿同冰岛谈判。", "2026-03-20", "新华社"),
    ],
)
def test_a_dateline_with_a_year_tells_the_day(text: str, day: str | None, credit: str | None) -> None:
    document = _document(f"{text}\n")
    assert (document.published, document.credit) == (day, credit)


def test_a_line_of_tags_credits_nobody() -> None:
    lead = "Norway and Iceland agreed on Tuesday that ferries between the two would run again from the end of the month."
    assert _document(f"Ferries return\n\n{lead}\n\nTags: Norway, Reuters, ferries\n").credit is None
    assert _document(f"Ferries return\n\n{lead}\n\n© 2026 Reuters\n").credit == "Reuters"
