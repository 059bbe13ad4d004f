"""The map page: its filters live in the address, what is chosen is shown and can be taken away, and its periods."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

PAIR = "/map?parties=RU,US"


@pytest.fixture(autouse=True)
def _new_reader(client: TestClient) -> None:
    """A browser that has chosen no language yet."""
    client.cookies.clear()


def _tree(client: TestClient, path: str) -> html.HtmlElement:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def _rows(client: TestClient, query: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = client.get(f"/map.json?parties=RU,US{query}").json()["rows"]
    return rows


def test_what_a_form_sends_goes_to_the_address_of_the_same_map(client: TestClient) -> None:
    answer = client.get("/map?one=US&other=RU&topic=&since=2031-03&until=&score=&every=month", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/map?parties=US%2CRU&since=2031-03")


@pytest.mark.parametrize(
    ("query", "statements"),
    [("", 7), ("&language=en", 2), ("&country=CN", 5), ("&outlet=Xinhua", 0), ("&country=RU", 0), ("&score=1", 0), ("&since=2031-06", 1), ("&topic=trade", 4)],
)
def test_filters_leave_what_they_say(client: TestClient, query: str, statements: int) -> None:
    assert sum(row["statements"] for row in _rows(client, query)) == statements
    assert client.get(f"{PAIR}{query}").status_code == 200


def test_what_is_chosen_is_shown_and_can_be_taken_away(client: TestClient) -> None:
    tree = _tree(client, f"{PAIR}&since=2031-03&language=en&topic=trade")
    chips = {link.xpath("string(b)"): link.get("href") for link in tree.xpath("//ul[@class='chips']//a[b]")}
    assert chips["English"] == "/map?parties=RU%2CUS&topic=trade&since=2031-03"
    assert set(chips) == {"English", "2031-03", "Trade"}
    assert tree.xpath("string(//a[@class='all']/@href)") == "/map?parties=RU%2CUS"
    assert [option.text for option in tree.xpath("//select[@name='topic' or @name='language']/option[@selected]")] == ["Trade", "English"]
    assert not _tree(client, PAIR).xpath("//ul[@class='chips']")


def test_the_pair_most_reported_comes_without_asking(client: TestClient) -> None:
    assert _tree(client, "/map").xpath("//select/option[@selected]/@value")[:2] == ["RU", "US"]


def test_periods_lead_to_the_evidence_of_theirs(client: TestClient) -> None:
    tree = _tree(client, PAIR)
    assert tree.xpath("//section[@id='in-time']//thead/tr/th/text()")[1:] == ["2031-03", "2031-04", "2031-05", "2031-06"]
    (cell,) = tree.xpath("//section[@id='in-time']//tr[contains(th, 'Trade')]/td[4]/a")
    assert "since=2031-06&until=2031-06" in cell.get("href")
    assert "1 June 2031" in client.get(cell.get("href").replace("/map/trade?", "/map/trade.json?")).text


def test_periods_may_be_quarters_and_end_earlier(client: TestClient) -> None:
    assert client.get("/map.json?parties=RU,US&every=quarter").json()["periods"]["periods"][-1] == {"name": "2031-Q2", "since": "2031-04", "until": "2031-06"}
    told = client.get("/map.json?parties=RU,US&to=2031-04").json()["periods"]
    assert [each["name"] for each in told["periods"]] == ["2031-03", "2031-04"] and told["after"] == "2031-06"
    assert client.get("/map?to=yesterday").status_code == 422


def test_a_period_within_the_days_asked_for(client: TestClient) -> None:
    told = client.get("/map.json?parties=RU,US&since=2031-05-01").json()["periods"]
    assert [each["name"] for each in told["periods"]] == ["2031-05", "2031-06"]


def test_rows_say_how_sure_they_are(client: TestClient) -> None:
    table = list(csv.DictReader(io.StringIO(client.get("/map.csv?parties=RU,US").text)))
    assert {row["topic"] for row in table} == {row["topic"] for row in _rows(client, "")}
    assert all(0 <= float(row["sure_low"]) <= float(row["sure"]) <= float(row["sure_high"]) <= 1 for row in table)
    assert client.get(table[0]["evidence"]).json()["topic"] == table[0]["topic"]


def test_what_is_uncertain_looks_uncertain(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    sure = {row["topic"]: row["sure"] for row in _rows(client, "")}
    for least in (0.0, max(sure.values()) + 0.01):
        monkeypatch.setattr("detente.web.drawn.DOUBTFUL", least)
        links = _tree(client, f"{PAIR}&since=20{len(str(least)):02}").xpath("//li[contains(@class, 'doubtful')]/a[.//*[@class='doubt']]/@href")
        assert len(links) == (len(sure) if least else 0)


def test_parties_of_which_nothing_is_told_are_named(client: TestClient) -> None:
    answer = client.get("/map?parties=RU,JP")
    assert answer.status_code == 404 and "nobody speaks for it" in answer.text


def test_what_a_cell_hangs_on_has_an_address(client: TestClient) -> None:
    assert _tree(client, "/map/trade/why?parties=RU,US").xpath("//table/tbody/tr")


def test_the_network_says_its_choices_in_the_readers_language(client: TestClient) -> None:
    options = _tree(client, "/network?ui=ru").xpath("//select[@name='rows']/option/text()")
    assert options == ["стороны", "говорящие", "издания"]


@pytest.mark.parametrize("name", ["rows", "mode", "aggregation", "normalization", "duplicates"])
def test_every_choice_of_a_network_makes_one(client: TestClient, name: str) -> None:
    for value in _tree(client, "/network").xpath(f"//select[@name='{name}']/option/@value"):
        assert client.get("/network", params={name: value}).status_code == 200, value


def test_ties_carry_intervals_and_lead_to_their_statements(client: TestClient) -> None:
    page = _tree(client, "/network?mode=two")
    assert page.xpath("//table//td[@class='number'][contains(., '(') and contains(., '…')]") and "no interval" in page.text_content()
    link = next(address for address in page.xpath("//td/a/@href") if "other=arms-control" in address)
    cited = _tree(client, link.partition("#")[0]).xpath("//section[@id='behind']")[0].text_content()
    assert "Arms control" in cited and "\u519b\u63a7" in cited


def test_a_tie_of_nobody_is_told_so(client: TestClient) -> None:
    answer = client.get("/network?one=Nobody&other=trade")
    assert answer.status_code in (404, 422) and "Nobody" in answer.text and "Traceback" not in answer.text


def test_a_large_network_is_drawn_before_it_has_tables(client: TestClient) -> None:
    page = _tree(client, "/network?rows=actor&most=2000")
    assert not page.xpath("//main//table") and page.xpath("//noscript//img[starts-with(@src, '/network.svg')]")
    (address,) = page.xpath("//a[@id='more-tables']/@href")
    whole = _tree(client, address.partition("#")[0])
    assert len(whole.xpath("//div[@id='tables']//table")) == 2 and not whole.xpath("//a[@id='more-tables']")
    assert page.xpath("//footer//p") and len(page.xpath("//footer//p")) == len(whole.xpath("//footer//p"))
    source = page.xpath("//div[@id='network']/@data-source")[0]
    drawn, told = client.get(source).json(), client.get("/network.json?rows=actor&most=2000").json()["networks"][0]
    assert [node[0] for node in drawn["nodes"]] == [node["id"] for node in told["nodes"]] and len(drawn["ties"]) == len(told["ties"]) > 1


def test_a_drawing_is_of_what_its_address_says(client: TestClient) -> None:
    both = client.get("/network/drawn.json?mode=two").json()
    assert {node[0] for node in both["nodes"]} >= {"RU", "US", "topic:trade"}
    one = client.get("/network/drawn.json?mode=two&topic=trade").json()
    assert {node[0] for node in one["nodes"]} == {"RU", "US", "topic:trade"}
    refused = client.get("/network/drawn.json?normalization=cosine&mode=two")
    assert refused.status_code in (400, 404, 422) and "cosine" in refused.json()["error"]


def test_all_styles_come_at_once_and_are_kept(client: TestClient) -> None:
    (address,) = _tree(client, "/map").xpath("//link[@rel='stylesheet']/@href")
    answer = client.get(address)
    assert "immutable" in answer.headers["cache-control"] and ".walk" in answer.text and "--ink" in answer.text
