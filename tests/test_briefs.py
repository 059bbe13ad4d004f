"""The short reports are marked with words that stand in them, and scored by place; people and reports are invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefs import APART, BRIEFS, NO_ACT, Brief, Told, brief_scores, load_briefs, meet
from detente.resources.load import DATA, load_tsv

FILES = sorted(BRIEFS.glob("*/*.txt"))
PARTY = re.compile(r"[A-Z]{2,}(?:\+[A-Z]{2,})*")
TEXT = "Norway opens a crossing\nNorway said on Tuesday that the crossing would open. Iceland's minister, Birna Olsdottir, thanked Oslo for the boats.\n"
RIGHT = Told("Norway", "said", "the crossing would open", "NO", "none")
WRONG = Told("Iceland's minister, Birna Olsdottir", "thanked", "Oslo for the boats", "NO", "SUPPORT")
LOST = Told("Norway", "said", "opens a crossing", "NO", "none")


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_what_is_marked_stands_in_the_report(file: Path) -> None:
    acts = {row["act"] for row in load_tsv(DATA / "export" / "acts.tsv", ("act",))} | {NO_ACT}
    briefs = load_briefs(file)
    assert len(briefs) > 40
    for brief in briefs:
        assert brief.told, brief.text[:60]
        for told in brief.told:
            assert all(words in brief.text for words in (told.speaker, told.cue, *APART.split(told.content))), told
            assert told.party is None or PARTY.fullmatch(told.party), told
            assert told.act in acts, told


def test_a_statement_is_met_by_where_its_words_stand() -> None:
    met = list(meet(Brief(TEXT, (RIGHT, WRONG, LOST))))
    assert [(each.found is not None, each.party) for each in met] == [(True, "NO"), (True, "IS"), (False, None)]


def test_scores_are_of_the_statements_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [" | ".join((told.speaker, told.cue, told.content, f"{told.party} {told.act}")) for told in (RIGHT, WRONG, LOST)]
    (tmp_path / "en").mkdir()
    marked = "# Invented\n" + TEXT.strip().replace("\n", "¶") + "\n" + "".join(f"  {row}\n" for row in rows)
    (tmp_path / "en" / "first.txt").write_text(marked, encoding="utf-8")
    monkeypatch.setattr("briefs.BRIEFS", tmp_path)
    assert brief_scores("en", "first") == {"recall": 66.7, "party": 50.0, "act": 100.0}
