"""Pictures of numbers: names of any script, numbers with bounds, bars to one scale."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from detente.analysis.speaking import Share, Speaking, Subject
from detente.render.desk.bars import Bar, Group, render_bars
from detente.render.desk.charts import MOST, render_actors, render_topics
from detente.render.desk.shown import Shown
from detente.render.interface import UI_LANGUAGES
from detente.render.report import Labels

SVG = "{http://www.w3.org/2000/svg}"
NAMES = {"person:a": "A $1 & <b> $2", "person:b": "沈海", "person:c": "Фёдор Щукин"}
SPEAKERS = [
    Speaking(f"person:{key}", number, 1, (Share("NO", number),), (Share("trade", number),), (), "2031-05-06", "2031-05-06")
    for key, number in (("a", 40), ("b", 20), ("c", 1))
]


def shown(ui: str = "en", languages: dict[str, int] | None = None) -> Shown:
    labels = Labels({"trade": "Trade", "visas": "Visas"}, {"NO": "Norway"}, NAMES)
    return Shown(labels, ui, ("trust",), {"en": 3} if languages is None else languages)


def texts(drawn: bytes) -> list[str]:
    """Return the words of a picture, in the order in which they are drawn."""
    return ["".join(each.itertext()).strip() for each in ElementTree.fromstring(drawn).iter(f"{SVG}text")]


def bars(drawn: bytes) -> list[float]:
    """Return how long the bars of a picture are."""
    paths = [each.get("d", "") for each in ElementTree.fromstring(drawn).iter(f"{SVG}path") if "fill: #2a5690" in each.get("style", "")]
    corners = [[float(number) for number in re.findall(r"[ML] ([\d.]+)", path)] for path in paths]
    return [max(each) - min(each) for each in corners]


@pytest.mark.parametrize("ui", UI_LANGUAGES)
def test_names_of_any_script_stand_as_they_are(ui: str) -> None:
    drawn = render_actors(SPEAKERS, shown(ui), 0, "svg")
    assert drawn == render_actors(SPEAKERS, shown(ui), 0, "svg")
    assert set(NAMES.values()) <= set(texts(drawn))
    assert "trust" in texts(drawn) and any("Norway" in each and "Trade 40" in each for each in texts(drawn))


def test_each_number_has_its_bounds() -> None:
    told = texts(render_actors(SPEAKERS, shown(), 0, "svg"))
    for each in SPEAKERS:
        low, high = shown().bounds(each.statements) or (0, 0)
        assert f"{each.statements} ({low}–{high})" in told
    assert "40" in texts(render_actors(SPEAKERS, shown(languages={"xx": 1}), 0, "svg"))


def test_bars_are_as_long_as_their_numbers() -> None:
    longest, half, least = bars(render_actors(SPEAKERS, shown(), 0, "svg"))
    assert half == pytest.approx(longest / 2, abs=0.01) and least == pytest.approx(longest / 40, abs=0.01)


def test_groups_have_scales_of_their_own() -> None:
    groups = (Group("one", (Bar("a", 1000, (900, 1200)),)), Group("none", ()), Group("other", (Bar("b", 2), Bar("c", 1))))
    drawn = render_bars("title", (), groups, shown(), "svg")
    assert "none" not in texts(drawn)
    first, second, third = bars(drawn)
    assert first == pytest.approx(second * 1000 / 1200, abs=0.01) and third == pytest.approx(second / 2, abs=0.01)


def test_a_relation_is_told_by_its_mark() -> None:
    found = [Subject("trade", 4, 2, (Share("NO", 3), Share("IS", 1)), "divergence", ""), Subject("visas", 1, 1, (), "", "")]
    told = texts(render_topics(found, shown(), ("IS", "NO"), 0, "svg"))
    assert any("◀▶" in each and "Norway 3" in each for each in told) and "Visas" in told
    assert not any("◀▶" in each for each in texts(render_topics(found, shown(), None, 0, "svg")))


def test_what_is_not_drawn_is_said() -> None:
    many = [Subject(f"topic-{number}", 1, 1, (), "", "") for number in range(MOST + 5)]
    told = texts(render_topics(many, shown(), None, 0, "svg"))
    assert f"topic-{MOST - 1}" in told and f"topic-{MOST}" not in told and shown().words.count("more", 5) in told
    limited = shown().words.text("web.limits.limit", n=3)
    assert limited in texts(render_topics(many[:3], shown(), None, 3, "svg")) and limited not in texts(render_topics(many[:2], shown(), None, 3, "svg"))
    assert shown().words.text("desk.empty") in texts(render_topics([], shown(), None, 0, "svg"))


def test_pictures_are_png_too() -> None:
    drawn = render_topics([Subject("trade", 4, 2, (), "", "")], shown("zh-Hant"), None, 0, "png")
    assert drawn.startswith(b"\x89PNG") and drawn == render_topics([Subject("trade", 4, 2, (), "", "")], shown("zh-Hant"), None, 0, "png")
