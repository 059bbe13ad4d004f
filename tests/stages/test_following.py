"""Which topic a document is on: probabilities of topics over statements, and the learned tables they start from."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.api import read
from detente.languages import supported
from detente.pipeline import load_plan
from detente.records import Reading
from detente.resources.answers import load_pointing
from detente.resources.codebook import load_codebook
from detente.resources.topicwords import load_topic_words
from detente.stages.topics import Turn, answered
from detente.stages.topics.follow import proportions

WEIGHTS = st.lists(st.lists(st.floats(-30, 30), min_size=4, max_size=4), min_size=1, max_size=8)

BEYOND, INSIDE = 0.1, 0.83  # how likely a statement is on the topic of the one before it


def _posteriors(weights: list[list[float]], stay: list[float]) -> list[dict[int, float]]:
    rows = proportions(weights, stay, len(weights[0]) if weights else 0)
    return [dict(enumerate(value / sum(row) for value in row)) for row in rows]


@given(WEIGHTS, st.data())
def test_the_topics_of_a_statement_share_one(weights: list[list[float]], data: st.DataObject) -> None:
    stay = data.draw(st.lists(st.floats(0.01, 0.99), min_size=len(weights), max_size=len(weights)))
    for row in _posteriors(weights, stay):
        assert isclose(sum(row.values()), 1.0)
        assert all(value >= 0 for value in row.values())


def test_a_statement_that_says_nothing_stays_on_the_topic_of_its_paragraph() -> None:
    clear, bare = [6.0, 0.0, 0.0], [0.0, 0.0, 0.0]
    inside = _posteriors([clear, bare], [BEYOND, INSIDE])[1]
    beyond = _posteriors([clear, bare], [BEYOND, BEYOND])[1]
    assert inside[0] > 0.8
    assert beyond[0] < inside[0]


def test_what_follows_tells_too() -> None:
    bare, clear = [0.0, 0.0, 0.0], [0.0, 0.0, 6.0]
    assert _posteriors([bare, clear], [BEYOND, INSIDE])[0][2] > 0.8


def test_own_words_outweigh_the_neighbours() -> None:
    weights = [[6.0, 0.0], [0.0, 6.0], [6.0, 0.0]]
    assert _posteriors(weights, [BEYOND, INSIDE, INSIDE])[1][1] > 0.5


def test_no_statement_has_no_topics() -> None:
    assert _posteriors([], []) == []


@pytest.mark.parametrize("code", supported())
def test_every_topic_was_taught_in_every_language(code: str) -> None:
    words = load_topic_words(load_codebook(), code)
    assert words
    taught = {number for word in words.rows for number, _ in words.weights(word)}
    assert taught == set(range(len(words.topics)))


@pytest.mark.parametrize("code", supported())
def test_a_matter_seldom_lasts_behind_a_heading_or_where_who_speaks_begins_a_new_paragraph(code: str) -> None:
    words = load_topic_words(load_codebook(), code)
    assert words
    stays = words.stays
    assert stays["heading"] < stays["beyond-other"] < stays["paragraph-next-other"]
    assert stays["beyond-same"] < stays["beyond-other"]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("挪威和冰岛的部长星期一会谈。\n挪威外交大臣表示,两国应当各管各的鲭鱼。冰岛外长表示,这不公平。\n", "fisheries"),
        ("Norway said on Monday that its fishing quota was too low.\n\nNorway's foreign minister said the mackerel quota "
         "left too few fish in the sea. Iceland's foreign minister said this was unfair.\n", "fisheries"),
        ("Министры Норвегии и Исландии встретились в понедельник.\n\nГлава МИД Норвегии заявил, что скумбрию "
         "вылавливают без квот. Глава МИД Исландии заявил, что это несправедливо.\n", "fisheries"),
    ],
)  # fmt: skip
def test_an_answer_is_on_what_was_said_before_it(text: str, topic: str) -> None:
    reading = read(text)
    assert isinstance(reading, Reading)
    assert {statement.topics for statement in reading.statements} == {(topic,)}
    assert len(reading.statements) > 1


TRIAL = "The foreign ministers of Peru and Chile met in Lima on Monday.\n\n{}Peru's foreign minister said that sovereignty was not for sale.\n"


HALVES = (
    "The ministers of Norway and Iceland met in Oslo on Monday.\n\n"
    "Norway's foreign minister said the mackerel stock was nobody's private larder.\n\n"
    "{}Iceland's foreign minister said his country had been patient for long.\n"
)


def test_a_heading_opens_a_new_matter() -> None:
    goes_on, begins_anew = (read(HALVES.format(heading)) for heading in ("", "Old friends\n\n"))
    assert isinstance(goes_on, Reading) and isinstance(begins_anew, Reading)
    assert goes_on.statements[0].topics == begins_anew.statements[0].topics == ("fisheries",)
    assert "fisheries" not in begins_anew.statements[-1].topics


@pytest.mark.parametrize(("before", "is_named"), [("", False), ("Kosovo sent an observer. ", True)])
def test_a_topic_of_a_place_counts_only_where_the_document_names_the_place(before: str, is_named: bool) -> None:
    plan = load_plan(code="en")
    assert ("kosovo" not in plan.topics.find(TRIAL.format(before), ("CL", "PE")).unnamed) == is_named
    reading = read(TRIAL.format(before))
    assert isinstance(reading, Reading)
    assert is_named or "kosovo" not in reading.statements[-1].topics


def test_two_parties_need_not_name_the_dispute_of_their_own() -> None:
    plan = load_plan(code="en")
    assert "kashmir" not in plan.topics.find("The patrols met.", ("IN", "PK")).unnamed
    assert "kashmir" in plan.topics.find("The patrols met.", ("CL", "PE")).unnamed


PORTS = "В Лиме министр заявил, что гонконгская компания покидает порт."


@pytest.mark.parametrize(("text", "pair", "is_named"), [
    (PORTS, ("CL", "PE"), False), (PORTS, ("CL", "CN"), True), (PORTS + " Он осудил протесты в Гонконге.", ("CL", "PE"), True),
])  # fmt: skip
def test_a_weak_term_names_a_dispute_only_between_its_sides(text: str, pair: tuple[str, ...], is_named: bool) -> None:
    assert ("hong-kong" not in load_plan(code="ru").topics.find(text, pair).unnamed) == is_named


def test_what_explains_an_answer_stands_in_its_paragraph() -> None:
    asked = Turn("US", "REQUEST", 0, "Mexico to send the water")
    refused = Turn("MX", "REJECT", 0, "the demand")
    explains = Turn("MX", "COOPERATE", 0, "the rain had stayed away", follows=True)
    elsewhere = Turn("MX", "REQUEST", 90, "the president to visit", follows=True)
    pointing = load_pointing("en")
    assert answered([asked, refused, explains], pointing) == [None, 0, 0]
    assert answered([asked, refused, elsewhere], pointing) == [None, 0, None]
