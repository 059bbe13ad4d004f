"""Filters hold: what an address asks for stands on every page, goes on with its forms and links, and can be let go."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import html

FILTERS = {"parties": "RU,US", "topic": "trade", "since": "2031", "until": "2031-12", "language": "zh", "country": "CN", "score": "0.1", "ui": "en"}
ASKED = "&".join(f"{name}={value}" for name, value in FILTERS.items())
PAGES = ("/map", "/map/trade", "/timeline", "/network", "/meetings", "/commitments", "/actors", "/topics", "/sources", "/search")
STAND_APART = {"/map": {"one", "other"}}  # a form that names two parties apart
OF_PATH = {"/map/trade": "topic"}


def _tree(client: TestClient, address: str) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


@pytest.mark.parametrize("path", PAGES)
def test_forms_send_all_filters(client: TestClient, path: str) -> None:
    for form in _tree(client, f"{path}?{ASKED}").xpath("//form[@method='get']"):
        sent = set(form.xpath(".//*[self::input or self::select]/@name"))
        assert set(FILTERS) <= sent | ({"parties"} if STAND_APART.get(path, {""}) <= sent else set())


@pytest.mark.parametrize("path", PAGES)
def test_filters_are_seen_and_let_go_one_by_one(client: TestClient, path: str) -> None:
    tree = _tree(client, f"{path}?{ASKED}")
    seen = dict(zip(tree.xpath("//ul[@class='chips']//a[b]/b/text()"), tree.xpath("//ul[@class='chips']//a[b]/@href"), strict=True))
    wanted = {"topic": "Trade", "since": "2031", "until": "2031-12", "language": "Chinese", "country": "China", "score": "0.1"}
    wanted.pop(OF_PATH.get(path, ""), None)
    assert set(wanted.values()) <= set(seen)
    for name, told in wanted.items():
        asked = parse_qs(urlsplit(seen[told]).query)
        assert name not in asked and set(wanted) - {name} <= set(asked)


def test_what_a_page_does_not_heed_is_said(client: TestClient) -> None:
    tree = _tree(client, f"/commitments?{ASKED}")
    assert tree.xpath("//ul[@class='chips']//a[@class='idle']/b/text()") == ["China", "0.1"]
    assert not _tree(client, f"/map?{ASKED}").xpath("//a[@class='idle']")


@pytest.mark.parametrize("path", PAGES)
def test_the_pages_go_on_with_all_filters(client: TestClient, path: str) -> None:
    for link in _tree(client, f"{path}?{ASKED}").xpath("//ul[@id='pages']//a/@href"):
        assert set(parse_qs(urlsplit(link).query)) == set(FILTERS), link


def test_actors_are_those_of_the_parties(client: TestClient) -> None:
    told = json.loads(client.get("/actors.json?parties=RU,US").text)["rows"]
    assert told and all({"RU", "US"} & {side for each in row["parties"] for side in each["key"].split("+")} for row in told)
    alone = json.loads(client.get("/actors.json?parties=RU").text)["rows"]
    assert 0 < len(alone) < len(told)
