"""How sets that are no part of the project are scored: on a folder in their form, with sentences of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attitudes import attitude_scores
from plover import plover_scores

RUSSIAN = (
    "{Author, Unknown} Министр иностранных дел Норвегии Халвор Странд заявил, что Норвегия осуждает Исландию.\r\n\r\n"
    "{Author, Unknown} Министерство иностранных дел Финляндии поблагодарило Швецию за помощь.\r\n"
)


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """Return a folder with one article of attitudes and three sentences of events."""
    train = tmp_path / "data" / "rusentrel" / "train"
    train.mkdir(parents=True)
    marks = ["Author", "Норвегия", "Исландию", "Норвегии", "Финляндии", "Швецию"]
    places = [(RUSSIAN.index(word), RUSSIAN.index(word) + len(word), word) for word in marks]
    rows = [f"T{n}\tLOC {start} {stop}\t{word}\r\n" for n, (start, stop, word) in enumerate(places)]
    for name, text in (("art1.txt", RUSSIAN), ("art1.ann", "".join(rows)), ("art1.opin.txt", "Норвегия, Исландия, neg, current\r\n")):
        (train / name).write_text(text, encoding="utf-8", newline="")
    (train.parent / "synonyms.txt").write_text("норвегия, норвегии\nисландия, исландию\nшвеция, швецию\n", encoding="utf-8")
    sentences = {"DEMAND": "Norway demanded that Iceland lift its limits.", "REJECT": "Norway rejected the offer of Iceland.",
                 "AID": "A market opened in the old port of Bergen."}  # fmt: skip
    (tmp_path / "data" / "plover").mkdir()
    coded = [{"text": text, "event": event} for event, text in sentences.items()]
    (tmp_path / "data" / "plover" / "gsr-dev.json").write_text(json.dumps(coded), encoding="utf-8")
    return tmp_path


def test_attitudes_are_pairs_of_entities_with_a_sign(shared: Path) -> None:
    assert attitude_scores(shared)["neg"] == 100


def test_a_sentence_is_coded_by_what_is_told_in_it(shared: Path) -> None:
    assert plover_scores(shared) == {"precision": 100.0, "recall": 66.7, "f1": 80.0}
