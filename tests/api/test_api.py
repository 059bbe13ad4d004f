"""The Python interface: maps of readings, their views, and what is wrong with a question."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import detente
from detente.records import FailedReading, Reading

TEXT = "俄方3月3日表示,俄方愿意同美方恢复军控谈判。美方表示,美方反对俄方的贸易做法。"


@pytest.fixture
def reading() -> Reading:
    """Return the reading of an invented text."""
    found = detente.read(TEXT)
    assert isinstance(found, Reading)
    return found


def test_public_names_exist() -> None:
    assert all(hasattr(detente, name) for name in detente.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        detente.nothing  # noqa: B018


def test_a_view_has_every_face(reading: Reading) -> None:
    view = detente.map([reading], parties=("Russia", "US"))
    assert view.parties == ("RU", "US")
    assert {cell.topic for cell in view.cells} == {"arms-control", "trade"}
    assert [row["party"] for row in view.to_rows()[:2]] == ["RU", "US"]
    assert str(view).startswith("Russia")
    assert view._repr_html_().startswith("<table")
    assert view.to_html().startswith("<!")
    assert view.to_svg().startswith("<svg")
    assert json.loads(view.to_json())["parties"] == ["RU", "US"]
    assert "军控谈判" in view.evidence("arms-control")
    assert repr(view) == "<MapView RU-US: cells 2, readings 1>"


def test_an_article_given_twice_counts_once(reading: Reading) -> None:
    other = detente.read("美方表示,美方愿意同俄方扩大贸易。")
    twice, once = detente.map([reading, other, reading]), detente.map([reading, other])
    assert (twice.to_html(), str(twice)) == (once.to_html(), str(once))


def test_the_automatic_pair_speaks_in_one_article() -> None:
    much = "法国和德国的官员会面。\n法国外长说,法方愿意谈判。德国外长说,德方同意。"
    more = "日本和韩国的官员会面。\n日本外相说,日方愿意谈判。日本外相还说,日方将加强合作。韩国外长说,韩方欢迎。"
    apart = "日本外相说,日方支持法国的提议。日本外相还说,日方感谢法国。"
    views = detente.map([found for text in (much, more, apart) if isinstance(found := detente.read(text), Reading)])
    assert views.parties == ("JP", "KR")


def test_a_view_speaks_the_readers_language(reading: Reading) -> None:
    assert "Торговля" in str(detente.map([reading], ui="ru"))


def test_topics_and_period(reading: Reading) -> None:
    view = detente.map([reading], topics=["贸易"])
    assert [cell.topic for cell in view.cells] == ["trade"]
    with pytest.raises(detente.NothingToMap):
        detente.map([reading], since=date(2031, 1, 1))


def test_what_does_not_exist_is_said(reading: Reading) -> None:
    with pytest.raises(detente.UnknownName, match="JP: nobody speaks for it"):
        detente.map([reading], parties=("RU", "JP"))
    with pytest.raises(detente.UnknownName, match="it has trade"):
        detente.map([reading], topics=["trad"])
    with pytest.raises(ValueError, match="is no date"):
        detente.map([reading], since="yesterday")
    with pytest.raises(detente.UnknownName, match="codebooks that come with"):
        detente.read(TEXT, codebook="none")


def test_a_failed_file_is_kept_for_the_footer(reading: Reading, tmp_path: Path) -> None:
    failed = detente.read(tmp_path / "none.txt")
    assert isinstance(failed, FailedReading)
    view = detente.map([reading, failed])
    assert view.failures == (failed,)
    assert "there is no such file" in view.to_table(width=200)


def test_a_reading_is_shown(reading: Reading) -> None:
    view = detente.show(reading)
    assert [row["party"] for row in view.to_rows()] == ["RU", "US"]
    assert view._repr_html_().count("<tr>") == 5
    assert "军控谈判" in str(view)


def test_statements_are_selected_by_their_own_date_first(reading: Reading) -> None:
    import msgspec

    from detente.pipeline import Selection, select

    first, second = reading.statements
    dated = msgspec.structs.replace(reading, statements=(msgspec.structs.replace(first, said_on="2031-03-03"), second))
    assert select(dated, Selection(since="2031-03")).statements == dated.statements[:1]
    assert select(dated, Selection(until="2031-02-28")).statements == ()
    assert select(dated, Selection()) is dated


@pytest.mark.parametrize("name", ["no-such.txt", "news/No Such.HTML"])
def test_a_name_of_a_file_that_is_not_there_is_no_article(name: str) -> None:
    failed = detente.read(name)
    assert isinstance(failed, FailedReading)
    assert failed.failures[0].message == f"{name}: there is no such file"
