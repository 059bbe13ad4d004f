"""PLOVER and GDELT: what sides did, by the terms of event data."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from detente.desk.corpus import Corpus
from detente.export.deeds import Deed, Side, acts, letters_of
from detente.export.gdelt import COLUMNS, pairs_of

FIELDS = {"id", "date", "source", "target", "event", "eventText", "context", "location", "text", "language", "publication", "url",
          "version", "coder", "documentId", "kind", "confidence"}  # fmt: skip


@pytest.fixture
def plover(corpus: Corpus, tmp_path: Path) -> list[dict[str, Any]]:
    """Return the events as PLOVER."""
    corpus.export(tmp_path / "events.jsonl", "plover")
    return [json.loads(line) for line in (tmp_path / "events.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture
def gdelt(corpus: Corpus, tmp_path: Path) -> list[dict[str, str]]:
    """Return the rows by column."""
    corpus.export(tmp_path / "events.tsv", "gdelt")
    with (tmp_path / "events.tsv").open(encoding="utf-8", newline="") as file:
        return [dict(zip(COLUMNS, row, strict=True)) for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def test_acts_of_statements_and_events_that_took_place_are_there(plover: list[dict[str, Any]], corpus: Corpus) -> None:
    said = [row["statement_id"] for row in corpus.statements() if row["act"] in acts() and row["party"]]
    happened = [row["event_id"] for row in corpus.events() if row["code"] in acts() and row["status"] == "held" and not row["same_as"]]
    assert sorted(each["id"] for each in plover) == sorted(said + happened)
    assert happened
    assert all(set(each) <= FIELDS for each in plover)


def test_who_acts_on_whom(plover: list[dict[str, Any]]) -> None:
    found = [
        ([side["code"] for side in each["source"]], each["event"], [side["code"] for side in each["target"]], each["date"]) for each in plover
    ]
    assert found == [
        (["ARM"], "COOPERATE", ["GEO"], "2030-03-05"), (["RUS"], "COOPERATE", ["USA"], "2031-03-03"),
        (["USA"], "REJECT", ["RUS"], "2031-03-04"), (["RUS"], "REJECT", ["USA"], "2031-03-04"), (["NOR"], "REJECT", ["ISL"], "2031-05-21"),
        (["ISL"], "SUPPORT", ["NOR"], "2031-05-21"), (["ISL", "NOR"], "CONSULT", [], "2031-05-20"),
    ]  # fmt: skip
    assert plover[-1]["location"] == "Oslo"
    assert plover[4]["source"][0]["actorId"] == "person:Halvor Strand"


def test_a_row_has_the_columns_of_gdelt(gdelt: list[dict[str, str]], plover: list[dict[str, Any]]) -> None:
    assert len(COLUMNS) == len(set(COLUMNS)) == 61
    assert [(row["Actor1CountryCode"], row["EventCode"], row["Actor2CountryCode"], row["SQLDATE"]) for row in gdelt] == [
        (each["source"][0]["code"], acts()[each["event"]].cameo, (each["target"] or each["source"][1:])[0]["code"], each["date"].replace("-", ""))
        for each in plover
    ]
    assert len({row["GLOBALEVENTID"] for row in gdelt}) == len(gdelt)
    assert all(int(row["GLOBALEVENTID"]) < 1 << 63 for row in gdelt)
    meeting = gdelt[-1]
    assert (meeting["QuadClass"], meeting["GoldsteinScale"], meeting["ActionGeo_Fullname"], meeting["FractionDate"]) == (
        "1", "1.0", "Oslo", "2031.4658",
    )  # fmt: skip
    assert (meeting["DATEADDED"], meeting["SOURCEURL"]) == ("20310521000000", "https://news.example/b?x=1&y=2")


def _deed(of: str, to: str) -> Deed:
    sides = (tuple(Side(party, party) for party in codes.split("+") if party) for codes in (of, to))
    return Deed("x", "statement", "AGREE", "", *sides, None, None, (), None, 1, 1.0)


@pytest.mark.parametrize(
    ("of", "to", "expected"),
    [("A", "B", ["A>B"]), ("A+B", "C", ["A>C", "B>C"]), ("A+B", "", ["A>B"]), ("A+B+C", "", ["A>B", "A>C", "B>C"]), ("A", "", ["A>"])],
)
def test_pairs(of: str, to: str, expected: list[str]) -> None:
    assert [f"{one.party}>{other.party if other else ''}" for one, other in pairs_of(_deed(of, to))] == expected


def test_classes_follow_the_root_codes() -> None:
    for act in acts().values():
        root = int(act.cameo[:2])
        assert act.quad == (1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4)
        assert (act.goldstein > 0) == (act.quad <= 2)


def test_every_state_has_letters() -> None:
    from detente.resources.gazetteer import load_display

    states = [actor.removeprefix("state:") for actor in load_display() if actor.startswith("state:")]
    assert all(len(letters_of(state)) == 3 for state in states)
    assert len({letters_of(state) for state in states}) == len(states)


def test_no_text_no_words(corpus: Corpus, tmp_path: Path) -> None:
    corpus.export(tmp_path / "events.jsonl", "plover", text="none")
    assert not any({"text", "eventText"} & set(json.loads(line)) for line in (tmp_path / "events.jsonl").read_text("utf-8").splitlines())
