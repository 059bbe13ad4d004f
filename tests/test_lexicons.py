"""The examples in the rows of the lexicons: each shows its own row at work."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from detente.api import read
from detente.records import Reading
from detente.resources.cues import ways
from detente.resources.gazetteer import load_gazetteer
from detente.resources.load import DATA, Classes, DataError, JoinedClasses, load_toml, load_tsv, split
from detente.resources.outlets import namesakes
from detente.text.fold import fold

CUES = list(load_tsv(DATA / "languages" / "zh" / "cues.tsv", ("cue", "frame", "example")))
VERBS = list(load_tsv(DATA / "languages" / "en" / "cues.tsv", ("cue", "example")))
NOUNS = list(load_tsv(DATA / "languages" / "en" / "stands.tsv", ("noun", "example")))
SENT = {"en": "News of the world\n\n2025-06-18 10:00\n\n", "ru": "Новости\n\n18.06.2025 10:00\n\n"}
SHORTS = list(load_tsv(DATA / "languages" / "ru" / "shorts.tsv", ("short", "states", "example")))
EVENTS = [
    (code, row)
    for code in SENT
    for row in load_tsv(DATA / "languages" / code / "events.tsv", ("trigger", "type", "frame", "example"))
]
CODE = "".join(file.read_text(encoding="utf-8") for file in sorted(DATA.parent.rglob("*.py")))
WORDS = load_toml(DATA / "languages" / "zh" / "language.toml")["words"]
ACTORS = ("states", "people", "organisations", "ministries", "offices", "outlets")


@pytest.mark.parametrize("row", CUES, ids=lambda row: f"{row['cue']}-{row['frame']}")
def test_a_cue_reports_in_its_example(row: dict[str, str]) -> None:
    """A statement is read at the cue itself, or at a longer one that holds it (告诉记者, 威胁将)."""
    example = row["example"] + "。\n"
    reading = read(example)
    assert isinstance(reading, Reading)
    assert any(row["cue"] in fold(example)[s.cue.start : s.cue.stop] for s in reading.statements)


def _lemmas(text: str) -> set[str]:
    reading = read(text)
    assert isinstance(reading, Reading)
    return {statement.cue.lemma for statement in reading.statements}


@pytest.mark.parametrize("row", VERBS, ids=lambda row: row["cue"])
def test_an_english_verb_reports_in_its_example(row: dict[str, str]) -> None:
    assert ways(row["cue"]).keys() & _lemmas(row["example"] + "\n")


@pytest.mark.parametrize("row", NOUNS, ids=lambda row: row["noun"])
def test_an_english_noun_reports_in_its_example(row: dict[str, str]) -> None:
    assert f"stand:{row['noun']}" in _lemmas(f"{row['example']} surprised nobody.\n")


@pytest.mark.parametrize(("code", "row"), EVENTS, ids=lambda value: value if isinstance(value, str) else value["trigger"])
def test_a_word_tells_an_event_in_its_example(code: str, row: dict[str, str]) -> None:
    """Or none, where the row is there to say so."""
    reading = read(f"{SENT[code]}{row['example']}.\n")
    assert isinstance(reading, Reading)
    types = {event.type for event in reading.events}
    assert row["type"] not in types if row["frame"] == "compound" else row["type"] in types


@pytest.mark.parametrize("name", ACTORS)
def test_an_actor_is_named_in_its_example(name: str) -> None:
    for row in load_tsv(DATA / "actors" / f"{name}.tsv", ("id", "example")):
        columns = [key for key in row if key.startswith("zh_") or key.endswith("_zh")]
        names = [fold(form) for key in columns for form in split(row[key])]
        assert any(form in fold(row["example"]) for form in names), row["id"]


@pytest.mark.parametrize("name", ACTORS)
def test_an_actor_has_one_row(name: str) -> None:
    counts = Counter(row["id"] for row in load_tsv(DATA / "actors" / f"{name}.tsv", ("id",)))
    assert [actor for actor, count in counts.items() if count > 1] == []


SPACED = {name for code in ("en", "ru") for name in load_toml(DATA / "languages" / code / "language.toml")["words"]}


@pytest.mark.parametrize("name", sorted(SPACED))
def test_a_class_of_words_of_english_or_russian_is_read(name: str) -> None:
    assert f'"{name}"' in CODE


def test_the_page_of_word_classes_tells_what_each_is() -> None:
    page = (Path(__file__).parent.parent / "docs" / "word-classes.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \| \S", page, re.MULTILINE) == sorted({*SPACED, *WORDS})


@pytest.mark.parametrize("code", ("en", "ru", "zh"))
def test_each_class_of_predicates_is_part_of_a_head_or_read(code: str) -> None:
    folder = DATA / "languages" / code
    heads = (folder / "heads.tsv").read_text(encoding="utf-8")
    assert [name for name in load_toml(folder / "predicates.toml") if f"{{{name}}}" not in heads and f'"{name}"' not in CODE] == []


@pytest.mark.parametrize("name", WORDS)
def test_a_class_of_words_is_read_and_folded(name: str) -> None:
    assert f'"{name}"' in CODE
    assert [word for word in WORDS[name] if fold(word) != word] == []


def test_a_class_that_a_language_lacks_is_told_with_its_file() -> None:
    words = Classes(Path("language.toml"), {"pronoun": frozenset({"he"})})
    with pytest.raises(DataError, match=r"language\.toml: there is no class 'relay'"):
        words["relay"]


def test_classes_of_several_names_hold_the_words_of_all_and_one_that_is_lacking_is_told() -> None:
    words = JoinedClasses(Path("language.toml"), {"quoting": ["cite"], "telling": ["tell", "say"]})
    assert words["quoting", "telling"] == {"cite", "tell", "say"}
    assert words["telling"] == {"tell", "say"}
    with pytest.raises(DataError, match=r"language\.toml: there is no class 'relay'"):
        words["quoting", "relay"]


def test_names_that_outlets_share_are_told_as_by_the_whole_gazetteers() -> None:
    apart = re.compile(r"(.+) \([^()]+\)")
    entries = [item for code in ("en", "ru", "zh") for item in load_gazetteer(code).entries.items()]
    shared = {(match[1], entry.party) for name, entry in entries if entry.kind == "outlet" and entry.party and (match := apart.fullmatch(name))}
    assert {(name, home) for name, homes in namesakes().items() for home in homes} == shared


@pytest.mark.parametrize("row", SHORTS, ids=lambda row: row["short"])
def test_an_abbreviation_means_the_state_that_its_example_names(row: dict[str, str]) -> None:
    reading = read(f"{SENT['ru']}{row['example']}.\n")
    assert isinstance(reading, Reading)
    parties = {statement.speaker.party for statement in reading.statements if statement.speaker}
    assert len(parties) == 1 and parties <= set(row["states"].split(","))
