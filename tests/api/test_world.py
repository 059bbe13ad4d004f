"""One map over several articles: each actor once, each utterance once, all evidence in sight."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import detente
from detente.records import Reading
from detente.views.maps import MapView

THREE = sorted((Path(__file__).parents[2] / "docs" / "three-languages").glob("*.txt"))
NORWAY = "Norwegian Foreign Minister Halvor Strand"


def _read(text: str) -> Reading:
    reading = detente.read(text)
    assert isinstance(reading, Reading)
    return reading


@pytest.fixture(scope="module")
def view() -> MapView:
    return detente.map(map(_read, (file.read_text(encoding="utf-8") for file in THREE)))


def _counts(view: MapView, topic: str) -> dict[str, int]:
    cell = next(cell for cell in view.cells if cell.topic == topic)
    return {party: side.statements for party, side in cell.sides.items()}


def _report(day: str, sentence: str) -> Reading:
    return _read(f"Norway and Iceland on fish\n{day} 10:00\n\nOSLO (Reuters) - {sentence} Iceland welcomed the talks on fishing.\n")


def test_each_actor_is_named_once(view: MapView) -> None:
    people = {s.speaker.actor_id for r in view.readings for s in r.statements if s.speaker}
    assert {actor for actor in people if actor.startswith("person:")} == {"person:Halvor Strand", "person:Einar Sigsson"}


def test_actors_are_one_in_every_record(view: MapView) -> None:
    ids = {"person:Halvor Strand", "person:Einar Sigsson"}
    for reading in view.readings:
        assert {m.actor_id for m in reading.mentions if m.actor_id.startswith("person:")} == ids
        assert {p.actor_id for p in reading.positions if p.actor_id.startswith("person:")} <= ids


def test_a_reading_keeps_its_own_ids() -> None:
    reading = _read(next(file for file in THREE if file.stem == "ru").read_text(encoding="utf-8"))
    assert {s.speaker.actor_id for s in reading.statements if s.speaker} >= {"person:Халвор Странд"}


@pytest.mark.parametrize(("ui", "name"), [("en", "Halvor Strand"), ("ru", "Халвор Странд"), ("zh-Hans", "\u54c8\u5c14\u6c83\xb7\u65af\u7279\u5170\u5fb7")])
def test_an_actor_is_named_in_the_language_of_the_labels(view: MapView, ui: str, name: str) -> None:
    other = detente.map(view.readings, ui=ui)
    assert name in other.evidence("fisheries", width=200)


@pytest.mark.parametrize("topic", ["fisheries", "visas"])
def test_three_reports_of_one_meeting_count_once(view: MapView, topic: str) -> None:
    """No side says more than in the article that reports most of it, but for the two that the articles read differently."""
    alone = [_counts(detente.map([reading]), topic)["NO"] for reading in view.readings]
    together = _counts(view, topic)["NO"]
    assert max(alone) <= together <= max(alone) + 2
    assert together < sum(alone)


def test_all_reports_stay_in_the_evidence(view: MapView) -> None:
    cell = next(cell for cell in view.cells if cell.topic == "fisheries")
    shown = view.evidence("fisheries", width=200)
    assert f"{len(cell.evidence)} statements (" in shown and "independent)" in shown
    assert "the same statement as" in shown


def test_actors_and_reports_are_in_the_json(view: MapView) -> None:
    written = json.loads(view.to_json())
    assert {actor["actor_id"] for actor in written["actors"]} == {"person:Halvor Strand", "person:Einar Sigsson"}
    assert all(actor["method"] == "full-name" for actor in written["actors"])
    assert set(written["same"].values()).isdisjoint(written["same"])


def test_the_order_of_articles_does_not_change_the_counts(view: MapView) -> None:
    other = detente.map(reversed(view.readings))
    assert {topic: _counts(view, topic) for topic in ("fisheries", "visas")} == {
        topic: _counts(other, topic) for topic in ("fisheries", "visas")
    }


SAME = (f"{NORWAY} said on Thursday that Norway is ready to resume talks on mackerel quotas.",
        f"{NORWAY} said that Norway was ready to resume the talks on mackerel quotas.")  # fmt: skip
OTHER = f"{NORWAY} said that Norway would share its data on herring fishing with the neighbours."


def test_one_language_needs_nearly_the_same_words() -> None:
    relayed = detente.map([_report("2025-06-12", SAME[0]), _report("2025-06-12", SAME[1])])
    two = detente.map([_report("2025-06-12", SAME[0]), _report("2025-06-12", OTHER)])
    assert _counts(relayed, "fisheries")["NO"] == 1
    assert _counts(two, "fisheries")["NO"] == 2


@pytest.mark.parametrize(("day", "count"), [("2025-06-13", 1), ("2025-06-15", 2)])
def test_the_same_words_on_another_day_are_another_statement(day: str, count: int) -> None:
    view = detente.map([_report("2025-06-12", SAME[1]), _report(day, SAME[1] + " ")])
    assert _counts(view, "fisheries")["NO"] == count


def test_an_office_alone_is_one_actor_in_every_language() -> None:
    english = _report("2035-06-12", "The Norwegian foreign minister said that Norway rejects the new quotas on mackerel.")
    chinese = _read("鲭鱼配额\n2035-06-12 10:00\n\n挪威外长表示，挪威拒绝接受鲭鱼配额。冰岛外长称，冰岛欢迎渔业谈判。\n")
    view = detente.map([english, chinese], ("NO", "IS"))
    speakers = {s.speaker.actor_id for r in view.readings for s in r.statements if s.speaker and s.speaker.party == "NO"}
    assert speakers == {"office:foreign-minister/NO"}
