"""What holds of every text: folding keeps places, readings keep to the text, and the same text gives the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.api import read
from detente.records import FailedReading, Reading
from detente.text.fold import convert, fold
from detente.text.spans import trim

ARTICLES = sorted((Path(__file__).parent / "gold" / "zh").glob("batch[12]/*.txt"))
PIECES = (
    "俄羅斯外長", "美国总统", "日方", "雙方", "他", "一名不具名官員", "據路透社報道", "《環球時報》", "表示", "说", "強調", "否认",
    "同意", "就漁業問題達成共識", "存在分歧", "願意恢復對話", "制裁", "在莫斯科", "5月14日", "如果", "並", "的", "不", "",
    "，", "。", "：", "、", "“", "”", "「", "」", "『", "』", '"', "'", "‘", "（", "）", "…", "\n", "\r\n", "\t", "\u3000", "\x00", "\u202e",
    "\u200d", "\ufeff", "NATO", "2.5", "Hello, world. ", "Привет", "🕊",
)  # fmt: skip
MIXTURES = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=60).map("".join)
WITH_SURROGATES = st.lists(st.sampled_from((*PIECES, "\ud83d", "\udcff")), max_size=60).map("".join)
FEW = settings(max_examples=60, deadline=None, derandomize=True)


def _one_for_one(text: str, configuration: str) -> str:
    return "".join(s if len(s := convert(c, configuration)) == 1 else c for c in text)


def _spans(reading: Reading) -> list[tuple[int, int]]:
    document = reading.document
    parts = [p for s in reading.statements for p in (s.speaker, s.cue, s.addressee, *s.content) if p]
    parts += [relay for s in reading.statements for hop in s.via for relay in hop]
    parts += [*document.headings, *document.captions, *document.boilerplate, *reading.mentions, *reading.events]
    return [(part.start, part.stop) for part in parts]


@FEW
@given(MIXTURES)
def test_folding_keeps_length_and_is_done_once(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@FEW
@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=40))
def test_the_scripts_meet_in_the_fold(text: str) -> None:
    assert fold(_one_for_one(text, "t2s")) == fold(text)


@FEW
@given(MIXTURES, st.integers(0, 60), st.integers(0, 60))
def test_trimming_stays_inside(text: str, first: int, second: int) -> None:
    start, stop = sorted((min(first, len(text)), min(second, len(text))))
    kept = trim(text, start, stop)
    assert start <= kept[0] <= kept[1] <= stop
    assert trim(text, *kept) == kept


@FEW
@given(MIXTURES | WITH_SURROGATES)
def test_any_mixture_is_read_within_its_bounds(text: str) -> None:
    reading = read(text + "\n")
    assert msgspec.json.encode(reading)
    if isinstance(reading, FailedReading):
        assert reading.failures
        return
    length = len(reading.document.text)
    assert length == len(text) + 1
    assert all(0 <= start < stop <= length for start, stop in _spans(reading))
    ids = [record.id for record in (*reading.statements, *reading.positions, *reading.events, *reading.mentions)]
    assert len(ids) == len(set(ids))


@FEW
@given(MIXTURES | WITH_SURROGATES)
def test_a_speaker_is_named_in_the_words_of_the_text(text: str) -> None:
    reading = read(text + "\n")
    if isinstance(reading, Reading):
        found = reading.document.text
        speakers = [s.speaker for s in reading.statements if s.speaker]
        relays = [relay for s in reading.statements for hop in s.via for relay in hop]
        assert all(found[named.start : named.stop] == named.name for named in (*speakers, *relays))


@pytest.mark.parametrize("file", ARTICLES, ids=lambda f: f.stem)
def test_both_scripts_give_the_same_spans(file: Path) -> None:
    text = file.read_bytes().decode("utf-8-sig")
    readings = [read(text), read(_one_for_one(text, "t2s"))]
    assert all(isinstance(reading, Reading) for reading in readings)
    given_, simplified = (_spans(r) for r in readings if isinstance(r, Reading))
    assert given_ == simplified


def test_readings_are_the_same_bytes_in_another_process() -> None:
    paths = [str(path) for path in ARTICLES[:3]]
    here = b"".join(msgspec.json.encode(read(Path(path))) + b"\n" for path in paths)
    command = [sys.executable, "-c", "from detente.cli.main import main; main()", "read", *paths]
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        there = subprocess.run(command, env=environment, capture_output=True, check=True)
        assert there.stdout == here
