"""A codebook that cannot be used is refused with a sentence that names the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.resources.codebook import load_codebook
from detente.resources.load import DataError

TOPIC = '[[topic]]\nid = "sea"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no topics"),
        ("[[topic]\n", "line 1"),
        ('[[topic]]\nlabel = { en = "Sea" }\n', "topic 1 has no id"),
        (TOPIC + TOPIC, "occurs twice"),
        (TOPIC + 'term = { zh = ["sea"] }\n', "no field 'term'"),
        (TOPIC + 'rank = "high"\n', "rank must be"),
        (TOPIC + 'states = "GR"\n', "states must be a list"),
        (TOPIC + 'covers = "trade"\n', "covers must be a list"),
        (TOPIC + 'frames = { zh = ["sea"] }\n', "words on both sides"),
        (TOPIC + 'label = "Sea"\n', "label must be"),
        (TOPIC + 'terms = { zh = "sea" }\n', "must list words"),
        ('venues = ["forum"]\n' + TOPIC, "[venues] must list"),
    ],
)
def test_broken_codebook_is_refused(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as error:
        load_codebook(file)
    assert said in str(error.value)
    assert str(error.value).startswith(str(file))
