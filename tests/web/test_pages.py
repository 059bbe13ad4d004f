"""Pages: each is there in every language and form, says what the commands say, and shows the exact words."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape
from urllib.parse import unquote, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import html

from detente.analysis.accounts import Gathering
from detente.render.interface import UI_LANGUAGES
from detente.web.pages.meetings import addresses

PAGES = ("/map", "/map/arms-control", "/timeline", "/actors", "/actors/RU", "/topics", "/network", "/sources", "/meetings", "/commitments",
         "/search?query=贸易", "/failures")  # fmt: skip
PICTURES = ("/map.svg", "/timeline.svg", "/network.svg", "/sources.svg", "/actors.svg", "/topics.svg", "/actors/RU.svg", "/meetings/1.svg")


@pytest.fixture(autouse=True)
def _new_reader(client: TestClient) -> None:
    """A browser that has chosen no language yet."""
    client.cookies.clear()


def _with(path: str, ending: str) -> str:
    place, mark, query = path.partition("?")
    return f"{place}{ending}{mark}{query}"


def _tree(client: TestClient, path: str) -> html.HtmlElement:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return html.fromstring(answer.text)


@pytest.mark.parametrize("ui", UI_LANGUAGES)
@pytest.mark.parametrize("path", [*PAGES, "/add"])
def test_every_page_is_there_in_every_language(client: TestClient, path: str, ui: str) -> None:
    mark = "&" if "?" in path else "?"
    tree = _tree(client, f"{path}{mark}ui={ui}")
    assert tree.get("lang") == ui
    assert len(tree.xpath("//h1")) == 1
    assert tree.xpath("//main") and tree.xpath("//nav//a[@aria-current='page']") or path in ("/failures", "/add")


@pytest.mark.parametrize("path", PAGES)
def test_the_same_address_has_json_and_csv(client: TestClient, path: str) -> None:
    assert json.loads(client.get(_with(path, ".json")).text) is not None
    table = client.get(_with(path, ".csv"))
    assert table.headers["content-type"].startswith("text/csv") and "," in table.text.splitlines()[0]


@pytest.mark.parametrize("path", PICTURES)
def test_pictures(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.headers["content-type"] == "image/svg+xml" and "<svg" in answer.text


@pytest.mark.parametrize("path", PAGES)
def test_links_of_pages_lead_somewhere(client: TestClient, path: str) -> None:
    for link in set(_tree(client, path).xpath("//main//a/@href")):
        if not link.startswith("#") and not urlsplit(link).path.endswith((".svg", ".csv", ".json")):
            assert client.get(link.partition("#")[0]).status_code == 200, link


@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_or_is_styled_within_pages(client: TestClient, path: str) -> None:
    tree = _tree(client, path)
    assert not tree.xpath("//style | //script[not(@src)] | //*[@style] | //*[@onclick or @onerror or @onload]")
    assert all(urlsplit(address).netloc == "" for address in tree.xpath("//@src | //link/@href"))


@pytest.mark.parametrize("path", PAGES)
def test_fields_and_pictures_have_names(client: TestClient, path: str) -> None:
    tree = _tree(client, path)
    assert all(image.get("alt") for image in tree.xpath("//img"))
    fields = tree.xpath("//select | //textarea | //input[@type!='hidden']")
    assert all(next(field.iterancestors("label"), None) is not None for field in fields)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_the_map_has_both_sides_words_under_their_relation(client: TestClient) -> None:
    tree = _tree(client, "/map?parties=RU,US")
    (row,) = [row for row in tree.xpath("//li[contains(@class, 'row')]") if "Arms control" in row.text_content()]
    assert "Russia would resume talks on arms control by 5 July 2031" in row.xpath("string(.//span[@class='words left'])")
    assert "美方愿意就军控同俄方继续谈判" in row.xpath("string(.//span[@class='words right'])")
    assert row.getparent().getparent().get("class") == "group common-ground"


def test_evidence_leads_to_the_exact_words_in_the_document(client: TestClient) -> None:
    told = client.get("/map/trade.json?parties=RU,US").json()
    for statement in told["statements"]:
        document = _tree(client, f"/documents/{statement['document_id']}?parties=RU,US")
        card = document.get_element_by_id("s-" + statement["statement_id"].partition(":")[2])
        marked = "".join(mark.text_content() for mark in document.xpath(f"//mark[contains(concat(' ', @data-numbers, ' '), ' {card.get('data-number')} ')]"))
        assert all(piece["text"] in marked for piece in statement["words"])


def test_a_document_is_told_by_its_reading(client: TestClient) -> None:
    key = client.get("/map/trade.json?parties=RU,US").json()["statements"][0]["document_id"]
    reading = client.get(f"/documents/{key}.json").json()
    assert reading["document"]["id"] == key and reading["statements"]
    assert client.get(f"/documents/{key}.csv").text.count("\n") == len(reading["statements"]) + 1


def test_evidence_of_a_long_cell_comes_in_pages(client: TestClient) -> None:
    all_of_it = client.get("/map/trade.json?parties=RU,US").json()["statements"]
    rest = client.get("/map/trade.json?parties=RU,US&first=1").json()["statements"]
    assert rest == all_of_it[1:]


def test_search_marks_the_words_of_the_query(client: TestClient) -> None:
    tree = _tree(client, "/search?query=贸易")
    assert {mark.text for mark in tree.xpath("//mark[@class='hit']")} == {"贸易"}


def test_filters_stay_in_the_addresses_of_a_page(client: TestClient) -> None:
    tree = _tree(client, "/map?parties=US,RU&since=2031-03&ui=ru")
    assert all("since=2031-03" in link and "ui=ru" in link for link in tree.xpath("//nav//a/@href"))


def test_the_browser_says_which_language(client: TestClient) -> None:
    assert html.fromstring(client.get("/add", headers={"accept-language": "zh-TW,zh;q=0.9"}).text).get("lang") == "zh-Hant"


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/map?parties=RU,Ruritania", 404, "Ruritania"),
        ("/map/ghosts", 404, "ghosts"),
        ("/map?since=yesterday", 400, "yesterday"),
        ("/search?query=(", 400, "character 2"),
        ("/documents/none", 404, "none"),
        ("/nothing", 404, "/nothing"),
        ("/network?rows=cats", 422, "rows"),
        ("/meetings/99", 404, "99"),
    ],
)
def test_what_cannot_be_shown_is_told_in_a_sentence(client: TestClient, path: str, status: int, words: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert words in unescape(html.fromstring(answer.text).xpath("string(//p[@class='sentence'])"))
    assert "Traceback" not in answer.text
    place = _with(path, ".json")
    if place.startswith(("/map.", "/search", "/network")):
        assert words in client.get(place).json()["error"]


def test_what_could_not_be_read_is_listed(client: TestClient) -> None:
    assert re.search(r"none\.txt", client.get("/failures").text)
    assert "двоичный файл" in client.get("/failures?ui=ru").text


def test_openapi_names_every_address(client: TestClient) -> None:
    told = client.get("/openapi.json").json()["paths"]
    assert {"/map", "/map.json", "/map.csv", "/documents/{key}", "/add.json", "/healthz"} <= set(told)


def test_sources_tell_who_is_relayed_by_whom(client: TestClient) -> None:
    """A row reads as its heads say: the source first, then who relayed it."""
    relay = json.loads(client.get("/sources.json").text)["relays"][0]
    tree = _tree(client, "/sources")
    heads = [head.text_content() for head in tree.xpath("//table[1]//th")]
    cells = [cell.text_content() for cell in tree.xpath("(//table)[1]/tbody/tr[1]/td")]
    assert heads[:2] == ["Source", "relayed by"]
    assert cells[:2] == [relay["other_label"], relay["one_label"]]


def test_how_many_passed_on_leads_to_the_statements(client: TestClient) -> None:
    depths = json.loads(client.get("/sources.json").text)["depths"]
    links = _tree(client, "/sources").xpath("//main//a[contains(@href, 'through=')]")
    assert [int(link.text) for link in links] == [each["number"] for each in depths.values()]
    for link in links:
        assert len(_tree(client, link.get("href").partition("#")[0]).xpath("//*[@id='behind']//li")) == int(link.text)


@pytest.mark.parametrize("path", ["/sources", "/topics", "/timeline", "/network"])
def test_what_is_behind_a_figure_leads_to_its_words(client: TestClient, path: str) -> None:
    figure = next(link for link in _tree(client, path).xpath("//main//a/@href") if link.endswith("#behind"))
    links = _tree(client, figure).xpath("//*[@id='behind']//li[not(@class)]//a/@href")
    assert links and not any(link.startswith("/documents") and "#" not in link for link in links)
    for link in links:
        place, _, anchor = link.partition("#")
        assert not anchor or _tree(client, place).xpath(f"//*[@id='{anchor}']"), link


def test_the_address_of_a_meeting_stays_when_others_are_read(client: TestClient) -> None:
    links = _tree(client, "/meetings?ui=en").xpath("//main//ol/li/a")
    assert [(link.text, unquote(link.get("href"))) for link in links] == [
        ("2031-05-21, meeting, Russia – United States, Vienna", "/meetings/2031-05-21 meeting?ui=en&parties=RU,US")
    ]
    tree = _tree(client, links[0].get("href"))
    assert "Vienna" in tree.xpath("string(//h1)") and tree.xpath("//ol[@class='list']//a[contains(@href, '/documents/')]")


def test_meetings_that_are_called_alike_go_by_number() -> None:
    found = [Gathering(("NO", "SE"), kind, day, {}, (), (str(n),), ()) for n, (kind, day) in enumerate(
        [("meeting", "2031-05-01"), ("meeting", "2031-05-01"), ("call", "2031-05-01"), ("meeting", "2031-05-02")])]  # fmt: skip
    assert [name for name, _ in addresses(found)] == ["1", "2", "2031-05-01 call", "2031-05-02 meeting"]


def test_a_cell_in_all_forms_has_the_statements_of_its_page(client: TestClient) -> None:
    for first in ("", "&first=1"):
        tree = _tree(client, f"/map/trade?parties=RU,US{first}")
        links = {link.text: link.get("href") for link in tree.xpath("//p[@class='exports']/a")}
        cards = [f"statement:{card.get('id').removeprefix('s-')}" for card in tree.xpath("//li[@id]") if card.get("id").startswith("s-")]
        assert cards and [each["statement_id"] for each in client.get(links["JSON"]).json()["statements"]] == cards
        rows = list(csv.DictReader(io.StringIO(client.get(links["CSV"]).text)))
        assert [row["statement_id"] for row in rows] == cards and all(row["words"] and row["topics"] for row in rows)
    why = _tree(client, "/map/trade/why?parties=RU,US")
    asked = why.xpath("//p[@class='exports']/a/@href")
    told = client.get(asked[0]).json()["rows"]
    assert len(told) == len(why.xpath("//table/tbody/tr")) == len(list(csv.DictReader(io.StringIO(client.get(asked[1]).text))))


def test_a_commitment_leads_to_its_words(client: TestClient) -> None:
    told = client.get("/commitments.json?parties=RU,US").json()["commitments"][0]["told"]
    tree = _tree(client, "/commitments?parties=RU,US")
    link = tree.xpath("//li[starts-with(@class, 'commitment')]//a[contains(@href, '#passage')]/@href")[0]
    shown = _tree(client, link.partition("#")[0])
    assert "".join(shown.xpath("//span[contains(@class, 'passage')]//text()[not(parent::a)]")) == told["words"]
    assert len(shown.xpath("//*[@id='passage']")) == 1


def test_words_that_are_not_in_a_document_are_no_fault(client: TestClient) -> None:
    key = client.get("/map/trade.json?parties=RU,US").json()["statements"][0]["document_id"]
    assert client.get(f"/documents/{key}?words=9-999999999").status_code == 200
    assert client.get(f"/documents/{key}?words=40-12").status_code == 200
    assert client.get(f"/documents/{key}?words=x").status_code == 422


def test_a_search_says_that_there_is_more_and_how_to_ask(client: TestClient) -> None:
    tree = _tree(client, "/search?query=贸易&limit=1")
    more = tree.xpath("//p[@role='status']/a/@href")[0]
    assert len(_tree(client, more).xpath("//ol[@class='hits']/li")) > 1
    for path in ("/search", "/search?query=zebra"):
        assert "AND, OR, NOT" in _tree(client, path).xpath("string(//p[@class='sentence'])")


def test_an_empty_page_says_what_to_do(client: TestClient) -> None:
    tree = _tree(client, "/meetings?since=2040")
    assert tree.xpath("//p[@class='nothing']/a/@href") == ["/meetings"]


def test_a_profile_leads_on(client: TestClient) -> None:
    tree = _tree(client, "/actors/RU")
    links = tree.xpath("//main//td[1]/a/@href")
    assert any(urlsplit(link).path.startswith("/actors/person:") for link in links)
    behind = [link for link in links if link.endswith("#behind")]
    assert {sort for sort in ("topic", "act", "outlet") if any(f"evidence={sort}%3A" in link for link in behind)} == {"topic", "act", "outlet"}
    for link in behind:
        assert _tree(client, link).xpath("//*[@id='behind']//li"), link
    rejecting = next(link for link in behind if "REJECT" in link)
    assert _tree(client, rejecting).xpath("//*[@id='behind']/h2")[0].text_content() == "Statements behind “rejects”"
    for link in tree.xpath("//tr[@class='note']//a/@href"):
        place, _, anchor = link.partition("#")
        assert _tree(client, place).xpath(f"//*[@id='{anchor}']"), link
    for link in links:
        assert client.get(link.partition("#")[0]).status_code == 200, link


@pytest.mark.parametrize("path", ["/network?rows=party", "/network?rows=actor", "/network?rows=actor&mode=two"])
def test_nodes_lead_to_profiles(client: TestClient, path: str) -> None:
    links = _tree(client, path).xpath("//a[starts-with(@href, '/actors/')]/@href")
    assert links
    for link in links:
        assert client.get(link).status_code == 200, link


@pytest.mark.parametrize("path", ["/timeline", "/actors", "/topics", "/actors/RU"])
def test_how_far_to_trust_figures_stands_at_the_foot(client: TestClient, path: str) -> None:
    tree = _tree(client, path)
    assert "unseen articles" in tree.xpath("string(//footer)") and "unseen articles" not in tree.xpath("string(//main)")


def test_a_map_on_paper_says_of_whom_and_when(client: TestClient) -> None:
    told = _tree(client, "/map?parties=RU,US&topic=trade").xpath("string(//*[@class='on-paper'])")
    assert "Russia – United States" in told and "Topic: Trade" in told and "2031" in told


@pytest.mark.parametrize("path", ["/map", "/timeline", "/commitments"])
def test_an_empty_store_greets_and_leads_to_where_articles_are_added(empty: TestClient, path: str) -> None:
    tree = html.fromstring(empty.get(f"{path}?ui=en").text)
    assert tree.xpath("string(//h1)") == "Nothing here yet" and "for any two parties" in tree.xpath("string(//main)")
    assert tree.xpath("//main//a[@class='button']/@href") == ["/add"]


def test_a_day_with_a_meeting_leads_to_both_accounts(client: TestClient) -> None:
    tree = _tree(client, "/timeline?parties=RU,US&evidence=2031-05-21")
    (way,) = tree.xpath("//main//a[@class='button']/@href")
    assert "Vienna" in _tree(client, way).xpath("string(//h1)")
    assert not _tree(client, "/timeline?parties=RU,US&evidence=2031-06-01").xpath("//main//a[@class='button']")
