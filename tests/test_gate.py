"""Floors only rise, except with a reason; a map must beat the mere presence of two sides."""

from __future__ import annotations

from pathlib import Path

import floors
import learn
import pytest
from presence import presence_cells, unlearned
from regress import regressed
from suggests import suggestions

from detente.languages import supported
from detente.resources.codebook import load_codebook
from detente.resources.topicwords import WORDS

MEASURED = {"seed": {"act": 80.4, "party": 99.0}}
FLOORS = {"seed": {"act": 82.0, "party": 97.0}}


def _said(party: str | None, *topics: str) -> dict[str, object]:
    return {"speaker": party and {"party": party}, "topics": topics}


def test_a_score_below_its_floor_is_told() -> None:
    assert floors.below(MEASURED, FLOORS) == ["seed: act 80.4 is below its floor 82"]


def test_floors_rise_and_never_fall() -> None:
    assert floors.raised(MEASURED, FLOORS) == {"seed": {"act": 82, "party": 99}}


def test_a_floor_is_lowered_with_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floors, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(floors, "CHANGELOG", tmp_path / "CHANGELOG.md")
    floors.save(floors.FLOORS, FLOORS)
    floors.CHANGELOG.write_text("# Changelog\n\n### Quality\n", encoding="utf-8")
    floors.lower(MEASURED, "seed", "act", "harder statements are found now")
    assert floors.load(floors.FLOORS) == {"seed": {"act": 80, "party": 97}}
    assert "- seed's act floor went from 82 to 80: harder statements" in floors.CHANGELOG.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "key"), [("seed", "party"), ("seed", "topics"), ("batch9", "act")])
def test_a_floor_that_holds_or_is_not_there_is_not_lowered(name: str, key: str) -> None:
    with pytest.raises(SystemExit):
        floors.lowered(MEASURED, FLOORS, name, key)


def test_cells_by_presence() -> None:
    said = [_said("JP+KR", "trade"), _said("JP", "visas"), _said("KR", "visas"), _said("KR", "cyber"),
            _said("US", "nato"), _said(None, "space")]  # fmt: skip
    assert {cell["topic"]: cell["relation"] for cell in presence_cells(said, ("JP", "KR"))} == {
        "trade": "common-ground", "visas": "divergence", "cyber": "one-sided",
    }  # fmt: skip


def test_a_map_that_presence_equals_has_learned_nothing() -> None:
    assert len(unlearned({"seed": {"cells": 50.0, "presence": 50.0}, "gsd": {"recall": 50.0}})) == 1


@pytest.mark.parametrize("code", supported())
def test_the_tables_of_words_are_what_the_statements_teach(code: str) -> None:
    assert (WORDS / f"default.{code}.tsv").read_text(encoding="utf-8") == learn.learn(code), "run make learn"


@pytest.mark.parametrize("code", supported())
def test_words_are_listed_for_every_topic_and_for_no_other(code: str) -> None:
    listed = {topic for topics in suggestions(code, learn.LETTERS.get(code, ())).values() for topic in topics}
    assert listed == {topic.id for topic in load_codebook().topics}


def test_words_that_stand_together_share_what_they_say() -> None:
    statements = [(("cod", "quota"), "fisheries", 1.0), (("ferry",), "transport", 1.0)] * 50
    found = regressed(statements, ("fisheries", "transport"))
    assert found["ferry"][1] > found["cod"][0] > 0


def test_a_stem_that_suggests_many_topics_says_nothing() -> None:
    found = suggestions("en", (7,))
    assert found["columni"] == ("media",)
    assert all(len(topics) <= 3 for topics in found.values())
    assert "border" not in found
