"""Saved web pages become documents: invented pages of three makes, in many encodings."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from detente import read
from detente.records import Document, Reading

PAGES = Path(__file__).parent.parent / "pages"


def _document(source: str | Path | bytes, **options: str) -> Document:
    reading = read(source, **options)  # type: ignore[arg-type]
    assert isinstance(reading, Reading), reading.failures[0].message
    return reading.document


def _lines(document: Document) -> list[str]:
    return document.text.splitlines()


def test_a_portal_page_gives_its_article() -> None:
    document = _document(PAGES / "portal.html")
    assert [line[:8] for line in _lines(document)] == [
        "挪威与冰岛就渔业", "新华社奥斯陆6月", "斯特兰德在奥斯陆", "冰岛：欢迎恢复谈",
        "冰岛外长埃纳尔·", "停靠在雷克雅未克", "分歧仍然存在", "西格松说，双方在",
    ]  # fmt: skip
    assert document.title == "挪威与冰岛就渔业配额恢复谈判"
    assert document.section == ("海岸网", "国际")
    assert (document.outlet, document.credit) == ("outlet:xinhua", "新华社")
    assert (document.published, document.views) == ("2025-06-12T09:30:05+08:00", 12345)
    assert document.url == "https://news.example.org/2025/0612/1.html"


def test_subheads_and_captions_are_told_apart() -> None:
    document = _document(PAGES / "portal.html")
    assert [document.text[h.start : h.stop] for h in document.headings] == ["冰岛：欢迎恢复谈判", "分歧仍然存在"]
    captions = [(document.text[c.start : c.stop], c.credit) for c in document.captions]
    assert captions == [("斯特兰德在奥斯陆会见记者", "海岸网 林一舟"), ("停靠在雷克雅未克港的渔船", None)]


def test_statements_of_a_page_lie_in_its_paragraphs() -> None:
    reading = read(PAGES / "portal.html")
    assert isinstance(reading, Reading)
    assert {s.speaker.party for s in reading.statements if s.speaker} >= {"NO", "IS"}
    assert all(reading.document.text[s.cue.start : s.cue.stop].strip() for s in reading.statements)


def test_microdata_and_a_traditional_page() -> None:
    document = _document(PAGES / "microdata.html")
    assert (document.title, document.section) == ("日韓漁業會談延期", ("國際",))
    assert (document.published, document.script) == ("2025-03-04T18:05+09:00", "Hant")
    assert len(_lines(document)) == 4


def test_an_old_page_of_tables_tells_by_its_lines() -> None:
    document = _document(PAGES / "table.html")
    assert document.title == "两国外长会谈在即 双方立场接近"
    assert document.section == ("首页", "新闻中心", "国际新闻")
    assert (document.credit, document.published, document.views) == ("边城晚报", "2024-11-02T16:20", 12000)
    assert "扩大铁路运输合作，并期待两国外长" in document.text


ENCODINGS = {"gbk": "gb2312", "gb18030": "gbk", "big5": "big5", "utf-16": "utf-16", "utf-16-le": "", "utf-8": "utf-8", "utf-8-sig": ""}


@pytest.mark.parametrize("declared", ["right", "wrong", "none"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings(encoding: str, declared: str) -> None:
    text = (PAGES / ("microdata.html" if encoding == "big5" else "portal.html")).read_text("utf-8")
    name = {"right": ENCODINGS[encoding] or encoding, "wrong": "windows-1251", "none": ""}[declared]
    text = text.replace('<meta charset="utf-8">', f'<meta charset="{name}">' if name else "")
    assert _document(text.encode(encoding)).text == _document(text).text


def test_the_header_declares_what_the_page_does_not() -> None:
    page = "<html><title>Переговоры</title><p>" + "Министр заявил, что переговоры продолжатся. " * 9
    for encoding in ("windows-1251", "koi8-r"):
        assert _document(page.encode(encoding), content_type=f"text/html; charset={encoding}").language == "ru"


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16"])
def test_russian_encodings_are_found_by_their_words(encoding: str) -> None:
    page = "<html><title>Переговоры</title><p>" + "Министр заявил, что переговоры продолжатся. " * 9
    assert _document(page.encode(encoding)).title == "Переговоры"


PARAGRAPH = "<p>挪威外交大臣斯特兰德在奥斯陆表示，挪威愿意同冰岛恢复关于鲭鱼配额的谈判，并希望双方达成一致。</p>"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2025-06-12T01:30:05Z">', "2025-06-12T01:30:05Z"),
        ('<meta name="pubdate" content="2025-06-12 09:30:05">', "2025-06-12T09:30:05"),
        ('<meta name="publishdate" content="2025-06-12">', "2025-06-12"),
        ('<meta name="weibo: article:create_at" content="2025-6-12 9:30">', "2025-06-12T09:30"),
        ('<meta itemprop="datePublished" content="2025-06-12T09:30:05+0800">', "2025-06-12T09:30:05+08:00"),
        ('<meta name="date" content="Thu, 12 Jun 2025 09:30:05 +0800">', "2025-06-12T09:30:05+08:00"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-06-12T09:30:05.120-05:00"}</script>',
         "2025-06-12T09:30:05-05:00"),
        ('<script type="application/ld+json">[{"@type":"WebPage"},{"@type":"NewsArticle","datePublished":"2025-06-12"}]</script>',
         "2025-06-12"),
        ('<script type="application/ld+json">{"@type": broken</script><meta name="pubdate" content="2025-06-12">', "2025-06-12"),
        ('<meta name="pubdate" content="2025-13-45">', None),
        ("", None),
    ],
)  # fmt: skip
def test_times_keep_their_zone_and_precision(head: str, published: str | None) -> None:
    document = _document(f"<html><head><title>渔业谈判恢复</title>{head}</head><body><h1>渔业谈判恢复</h1>{PARAGRAPH * 3}</body></html>")
    assert document.published == published


@pytest.mark.parametrize(
    "crumbs",
    [
        '<div class="breadcrumb"><a>首页</a> &gt; <a>国际</a> &gt; <span>欧洲</span></div>',
        '<nav class="crumbs"><a>首页</a><i>/</i><a>国际</a><i>/</i><a>欧洲</a></nav>',
        "<div>您的位置：首页 » 国际 » 欧洲</div>",
    ],
)
def test_breadcrumbs(crumbs: str) -> None:
    page = f"<html><title>渔业谈判恢复_海岸网</title><body>{crumbs}<h1>渔业谈判恢复</h1>{PARAGRAPH * 3}</body></html>"
    assert _document(page).section == ("首页", "国际", "欧洲")


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("渔业谈判恢复 - 海岸网", "渔业谈判恢复"),
        ("渔业谈判恢复_国际_海岸网", "渔业谈判恢复"),
        ("渔业谈判恢复|海岸网", "渔业谈判恢复"),
        ("渔业谈判恢复-海岸网", "渔业谈判恢复"),
        ("渔业谈判恢复", "渔业谈判恢复"),
    ],
)
def test_titles_lose_the_name_of_the_site(title: str, found: str) -> None:
    page = f"<html><head><title>{title}</title></head><body>{PARAGRAPH * 3}</body></html>"
    assert _document(page).title == found


def test_an_address_that_is_given_is_kept() -> None:
    page = f"<html><title>渔业谈判恢复</title><body>{PARAGRAPH * 3}</body></html>"
    assert _document(page, url="https://example.org/a").url == "https://example.org/a"


def test_a_page_that_is_only_text_is_read() -> None:
    assert _document(PARAGRAPH[3:-4].encode(), content_type="text/html").text.startswith("挪威外交大臣")


SITE = """<html><head><title>渔业谈判恢复_新浪新闻</title><meta property="og:url" content="https://news.sina.com.cn/c/1.shtml"></head>
<body><div class="channel-path"><a>国际新闻</a> &gt; 正文</div><h1>渔业谈判恢复</h1>
<div class="date-source"><span>2025年06月12日 09:30</span> <a class="source">新华社</a></div>
<div class="article" id="artibody">{body}<p class="article-editor">责任编辑：某某</p></div>
<div><p>更多消息请扫描二维码，关注我们的官方账号，每天二十四小时滚动播报，还有各种粉丝福利等着你，不要错过。</p></div></body></html>"""


def test_what_is_known_of_a_site_goes_before_guesses() -> None:
    document = _document(SITE.format(body=PARAGRAPH))
    assert len(_lines(document)) == 2
    assert document.section == ("国际新闻", "正文")
    assert (document.credit, document.published) == ("新华社", "2025-06-12T09:30+08:00")


def test_an_article_that_looks_like_a_box_is_found() -> None:
    article = "".join(f"<p>{number}、{PARAGRAPH[3:-4]}</p>" for number in "一二三四五六")
    box = f"<h1>渔业谈判恢复</h1><div class='post_text' style='border-top:1px solid'>{article}</div>"
    replies = "<div class='tie'>" + "<p>早就应该谈了，鱼都快没有了，支持恢复谈判，双方都让一步。</p><p>谁先让步？</p>" * 4 + "</div>"
    page = f"<html><title>渔业谈判恢复</title><body>{box}{replies}</body></html>"
    assert [line[0] for line in _lines(_document(page))[1:7]] == list("一二三四五六")


def test_a_page_that_gives_its_address_is_printed() -> None:
    page = (PAGES / "portal.html").read_text(encoding="utf-8")
    link = '<link rel="canonical" href="https://news.example.org/a/1.html">'
    reading = read(page.replace("</head>", f"{link}</head>").encode())
    assert isinstance(reading, Reading)
    assert msgspec.json.decode(msgspec.json.encode(reading))["document"]["url"] == "https://news.example.org/a/1.html"
