"""A text may end anywhere: every beginning of a marked-up sentence is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases import load_cases
from detente.api import read

FOLDER = Path(__file__).parent / "cases"
EVERY = 6  # so many cases apart, of which each beginning is read


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*/*.txt")), ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_beginning_of_a_sentence_is_read(file: Path) -> None:
    between = "" if file.parent.name == "zh" else " "
    for case in load_cases(file)[::EVERY]:
        words = [*case.text.rstrip()] if not between else case.text.rstrip().split(" ")
        for stop in range(1, len(words)):
            text = between.join(words[:stop]) + "\n"
            assert read(text).document is not None, text
