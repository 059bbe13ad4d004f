"""The tables of sounds: every example is heard in both of its scripts."""

from __future__ import annotations

import pytest

from detente.resources.load import load_tsv
from detente.resources.sounds import FOLDER
from detente.stages.world.likeness import FULL, likeness
from detente.stages.world.written import written
from detente.text.sounds import sound_alike

ROWS = [row for code in ("zh", "ru", "en") for row in load_tsv(FOLDER / f"{code}.tsv", ("form", "sounds", "example"))]
SYLLABLES = list(load_tsv(FOLDER / "syllables.tsv", ("latin", "cyrillic", "characters", "example")))
LETTERS = frozenset("bpdtgkvfzsSZCJchmnlraeiou|")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['form']}-{row['example']}")
def test_a_form_is_heard_in_its_example(row: dict[str, str]) -> None:
    one, other = map(written, row["example"].split(" "))
    assert sound_alike(one.sounds[0], other.sounds[0], loosely="zh" in (one.script, other.script))
    assert LETTERS.issuperset(row["sounds"])


@pytest.mark.parametrize("row", SYLLABLES, ids=lambda row: row["latin"])
def test_a_syllable_is_one_in_three_scripts(row: dict[str, str]) -> None:
    character, latin, cyrillic = row["example"].split(" ")
    assert row["characters"].startswith(character)
    assert likeness(written(f"Wang {latin}"), written(f"Ван {cyrillic}")) == FULL
    assert likeness(written(f"\u738b{character}"), written(f"Wang {latin}")) == FULL
