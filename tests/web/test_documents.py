"""The page of a document: what is marked in it, what stands beside it, and where its statements are linked."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from lxml import html
from sqlalchemy import Engine, event

from detente.render.interface import UI_LANGUAGES, interface


def _key(client: TestClient) -> str:
    told = client.get("/map/arms-control.json?parties=RU,US").json()["statements"]
    return next(str(each["document_id"]) for each in told if each["language"] == "en")


def _page(client: TestClient, path: str) -> html.HtmlElement:
    answer = client.get(path)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def test_actors_and_events_are_marked_beside_statements(client: TestClient) -> None:
    page = _page(client, f"/documents/{_key(client)}?parties=RU,US&ui=en")
    article = page.get_element_by_id("article-1")
    sides = {side: {each.text_content() for each in article.xpath(f".//span[contains(@class, 'actor {side}')]")} for side in ("left", "right")}
    assert any("Sobin" in name for name in sides["left"]) and any("Price" in name for name in sides["right"])
    assert "met" in {each.text_content() for each in article.xpath(".//span[contains(@class, 'event')]")}
    assert all(box.get("type") == "checkbox" for box in (page.get_element_by_id("show-actors"), page.get_element_by_id("show-events")))


def test_the_words_of_a_statement_are_marked_as_its_words(client: TestClient) -> None:
    key = _key(client)
    reading = client.get(f"/documents/{key}.json").json()
    page = _page(client, f"/documents/{key}?parties=RU,US")
    for number, statement in enumerate(reading["statements"], 1):
        marked = "".join(mark.text_content() for mark in page.xpath(f"//mark[contains(concat(' ', @data-words, ' '), ' {number} ')]"))
        assert marked == "".join(reading["document"]["text"][span["start"] : span["stop"]] for span in statement["content"])


def test_every_statement_has_a_permanent_address(client: TestClient) -> None:
    key = _key(client)
    page = _page(client, f"/documents/{key}?parties=RU,US")
    for card in page.xpath("//li[@data-number]"):
        (link,) = card.xpath(".//a[@class='share']/@href")
        assert link.startswith(f"/documents/{key}?") and link.endswith(f"#{card.get('id')}")
    assert page.xpath("//link[@rel='canonical']/@href") == [f"/documents/{key}"]


def _beside(page: html.HtmlElement) -> dict[str, list[str]]:
    return {section.xpath("string(h2)"): section.xpath(".//li/a/text()") for section in page.xpath("//section[@class='beside']")}


def test_other_reports_and_copies_stand_beside_it(client: TestClient) -> None:
    page = _page(client, f"/documents/{_key(client)}?parties=RU,US&ui=en")
    assert _beside(page) == {"Earlier reports on both": ["俄美谈军控和贸易"]}
    (first,) = page.xpath("//section[@class='beside']//li/a/@href")
    copied = _page(client, f"{first}&ui=en")
    assert "俄美再谈贸易" in _beside(copied)["The same report elsewhere"][0]
    assert "printed first" in copied.xpath("string(//section[@class='beside']//li[@class='here'])")
    assert _beside(copied)["Later reports on both"] == ["Talks in Vienna"]


def test_the_text_of_a_document_is_read_once(client: TestClient) -> None:
    asked: list[str] = []

    def hear(connection: object, cursor: object, statement: str, *rest: object) -> None:
        asked.append(statement)

    path = f"/documents/{_key(client)}?parties=RU,US&since=2031"
    event.listen(Engine, "before_cursor_execute", hear)
    try:
        assert client.get(path).status_code == 200
    finally:
        event.remove(Engine, "before_cursor_execute", hear)
    assert sum("documents.text" in statement for statement in asked) == 1


@pytest.mark.parametrize("ui", UI_LANGUAGES)
@pytest.mark.parametrize(("path", "advice"), [("/nothing", "page"), ("/map/ghosts", "unknown"), ("/search?query=(", "query"), ("/map?since=x", "value")])
def test_refusals_say_what_to_do_in_the_readers_language(client: TestClient, path: str, advice: str, ui: str) -> None:
    answer = client.get(f"{path}{'&' if '?' in path else '?'}ui={ui}")
    page = html.fromstring(answer.text)
    assert page.get("lang") == ui
    assert interface(ui).text(f"web.error.{advice}", path="/nothing") in page.xpath("string(//p[@class='sentence'])")


@pytest.mark.parametrize("path", ["/actors?limit=1", "/topics?limit=1", "/timeline?limit=1"])
def test_pages_do_not_name_options_of_the_command_line(client: TestClient, path: str) -> None:
    page = _page(client, f"{path}&ui=en")
    assert "--" not in page.xpath("string(//main)")
    assert page.xpath("//main//a[text()='Show more']/@href")
