"""Whose press reports of one meeting are, and what single words hint at: short invented reports."""

from __future__ import annotations

import pytest
from account_weights import VALUES, choose, left_out, middle, right  # the chooser
from accounts import Compared
from msgspec.structs import asdict

from detente import compare
from detente.analysis.accounts import press_of
from detente.analysis.accounts.alike import alike
from detente.analysis.accounts.subjects import hints_of, on_topics
from detente.analysis.accounts.tellings import Telling, tellings_in
from detente.analysis.press import home_of
from detente.records import Reading
from detente.resources.codebook import DEFAULT, load_codebook
from detente.resources.load import DATA, load_tsv
from detente.resources.tongues import languages
from detente.resources.weights import Weights, load_weights

from .reports import report

PAIR = ("KZ", "MN")
TOPICS = frozenset(topic.id for topic in load_codebook().topics)
MET = "Mongolia's foreign minister Ganzorig Bat met his Kazakh counterpart Daulet Serikov in Astana on Tuesday.\n\n"
OURS = report(MET + "Bat said the railway would be repaired in June.\n", "Montsame", "2031-05-06")


def read(text: str, outlet: str = "Montsame") -> tuple[Telling, ...]:
    """Return the tellings of a report of a meeting."""
    reading = report(MET + text, outlet, "2031-05-06")
    return tellings_in(reading, PAIR, press_of([reading], PAIR), "2031-05-06", frozenset())


def homes(*readings: Reading) -> list[str]:
    """Return whose press some reports of one meeting are."""
    return list(press_of(readings, PAIR).homes.values())


def test_an_unknown_outlet_is_of_the_side_whose_persons_it_quotes() -> None:
    unknown = report(MET + "Serikov said wheat would be cheaper. He said the gate would open. Serikov thanked the hosts.\n", "The Evening Post", "2031-05-06")
    assert homes(OURS, unknown) == ["MN", "KZ"]


def test_of_two_the_unknown_one_is_the_other_sides_whoever_is_quoted() -> None:
    unknown = report(MET + "Bat said wheat would be cheaper. He said the gate would open. Bat thanked the hosts.\n", "The Evening Post", "2031-05-06")
    assert homes(OURS, unknown) == ["MN", "KZ"]


@pytest.mark.parametrize(
    ("outlet", "pair", "home"),
    [
        ("Yle \u041d\u043e\u0432\u043e\u0441\u0442\u0438", ("FI", "RU"), "FI"),
        ("\u671d\u65e5\u65b0\u95fb\u4e2d\u6587\u7f51", ("CN", "JP"), "JP"),
        ("Yle \u041d\u043e\u0432\u043e\u0441\u0442\u0438", ("KZ", "RU"), ""),
        ("independent", ("RW", "UG"), "UG"),
        ("independent", ("FR", "RU"), "GB"),
    ],
)
def test_a_longer_name_is_of_the_state_of_the_outlet_in_it_and_a_namesake_of_one_of_the_two(outlet: str, pair: tuple[str, ...], home: str) -> None:
    assert home_of(f"outlet:{outlet}", pair) == home


def test_of_several_the_one_that_nothing_tells_is_the_other_sides() -> None:
    silent = report(MET + "The meeting lasted two hours.\n", "The Evening Post", "2031-05-06")
    assert homes(OURS, silent) == ["MN", "KZ"]
    assert homes(silent) == [""]


def test_a_third_states_press_is_nobodys_where_both_are_quoted() -> None:
    both = report(MET + "Serikov said the gate would open. Bat said the railway would be repaired.\n", "Reuters", "2031-05-06")
    assert homes(OURS, both) == ["MN", ""]


def test_a_report_of_known_press_tells_for_whom_a_person_speaks() -> None:
    bare = report("Premier Daulet Serikov flew home.\n\nSerikov said Mongolia would repair the railway.\n", "The Evening Post", "2031-05-06")
    assert press_of([OURS, bare], PAIR).parties["serikov"] == "KZ"


def test_a_pronoun_that_was_traced_to_nobody_speaks_for_the_press() -> None:
    text = "Asked by reporters whether troops would leave, Bat shook his head. Reporters pressed on. He said no withdrawal had been agreed.\n"
    assert any("withdrawal" in telling.content and telling.sides == ("MN",) for telling in read(text) if telling.statement_id)


def test_a_telling_keeps_what_leads_up_to_it() -> None:
    (telling,) = (each for each in read("On the museum in Khovd, Bat said nothing had been agreed.\n") if "agreed" in each.content)
    assert "museum in Khovd" in telling.lead


@pytest.mark.parametrize("language", languages())
def test_a_hint_matches_its_example(language: str) -> None:
    rows = list(load_tsv(DATA / "languages" / language / "hints.tsv", ("topic", "pattern", "example")))
    assert [row["example"] for row in rows if row["topic"] not in hints_of(row["example"], language, {row["topic"]})] == []
    assert {row["topic"] for row in rows} <= TOPICS and len({row["topic"] for row in rows}) == len(rows)


def test_a_single_word_hints_at_a_topic_and_one_that_is_alike_tells_it_too() -> None:
    told = [telling for telling in read("Bat said antelopes would be counted.\n\nBat said that it would be in May.\n") if telling.statement_id]
    link = {(told[0].id, told[1].id): 0.9}
    alone, beside = (on_topics(told, links, DEFAULT, PAIR, load_weights()) for links in ({}, link))
    assert [max(dict(each[0].topics), key=dict(each[0].topics).__getitem__) for each in (alone, beside)] == ["environment"] * 2
    assert dict(beside[1].topics).get("environment", 0) > dict(alone[1].topics).get("environment", 0)


def test_numbers_are_chosen_without_the_meeting_that_they_are_scored_on() -> None:
    row, wrong = ("trade", "both", ""), ("water", "both", "")
    gold = frozenset({row})

    def scored(weights: Weights) -> dict[str, Compared]:
        good = weights.alike == VALUES["alike"][0]
        return {"a": Compared(gold, gold), "b": Compared(gold if good else frozenset({wrong}), gold)}

    assert choose(middle(), ["a", "b"], scored).alike == VALUES["alike"][0]
    assert [right({"b": each}, ["b"]) for each in left_out(["a", "b"], middle(), scored)] == [100.0, 0.0]


def test_every_number_has_values_to_choose_from() -> None:
    assert VALUES.keys() == asdict(load_weights()).keys()


def test_a_denial_on_no_topic_is_of_what_the_other_grants_in_its_rarest_word() -> None:
    granted = read("Bat said Kazakhstan had agreed to hand over Ochir Dorj, who is wanted for fraud.\n")
    denied = read("Serikov said nobody had promised anything about Dorj.\n", "Kazinform")
    linked = [(one.content, other.content) for one, other, _ in alike(granted, denied, PAIR)]
    assert any("Dorj" in one and "Dorj" in other for one, other in linked)


def test_a_report_of_the_silent_side_may_name_the_two_only_in_passing() -> None:
    held = report("Ministers meet in Astana\n\n" + MET + "Bat said the railway would be repaired in June.\n", "Montsame", "2031-05-06")
    home = report("Serikov back from Mongolia\n\nSerikov told Kazakhstan's press that the railway would be repaired.\n", "Kazinform", "2031-05-07")
    assert {row.topic: row.account for row in compare([held, home], "1").rows}["transport"] == "both"
