"""Marked-up Russian sentences: every statement is found, with its speaker, its cue, its party and nothing else."""

from __future__ import annotations

import pytest

from detente.pipeline import read_page
from detente.records import FailedReading, Page, Reading, Statement
from detente.resources.heads import load_heads
from detente.resources.load import DATA, load_toml, load_tsv
from detente.text.fold import fold

RUSSIAN = DATA / "languages" / "ru"
LANGUAGE = "ru"


def _read(text: str) -> Reading:
    found = read_page(Page(text))
    assert isinstance(found, Reading)
    return found


def _row(statement: Statement, text: str) -> str:
    said = " … ".join(text[span.start : span.stop].strip("«»„“”\"—- ") for span in statement.content)
    speaker = statement.speaker.name if statement.speaker else "-"
    return " | ".join((speaker, text[statement.cue.start : statement.cue.stop], said))


def test_statements_are_found(line: str, rows: list[str]) -> None:
    wanted = sorted(" | ".join(row.split(" | ")[:3]) for row in rows)
    assert sorted(_row(s, line) for s in _read(line).statements) == wanted


def test_relays_are_named(line: str, rows: list[str]) -> None:
    wanted = {row.split(" | ")[2]: row.partition(" via ")[2] for row in rows if " via " in row}
    for statement in _read(line).statements:
        content = _row(statement, line).split(" | ")[2]
        assert wanted.get(content, "") in ("", _via(statement))


def _via(statement: Statement) -> str:
    return " > ".join("+".join(relay.name for relay in hop) for hop in statement.via)


def test_later_names_are_those_of_who_was_introduced() -> None:
    reading = _read(
        "Глава МИД Норвегии Ингрид Хансен прибыла в Рейкьявик. По словам Хансен, квота справедлива. Она добавила, что "
        "Осло готово к переговорам. «Мы ждем ответа», — сказала министр.\n"
    )
    assert [s.speaker and s.speaker.party for s in reading.statements] == ["NO", "NO", "NO"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Российский президент заявил, что визит состоится.", "RU"),
        ("Американская сторона заявила, что визит состоится.", "US"),
        ("В Вашингтоне заявили, что визит состоится.", "US"),
        ("Глава Еврокомиссии заявила, что визит состоится.", "EU"),
        ("Представитель Госдепа заявил, что визит состоится.", "US"),
        ("Профессор Московского университета заявил, что визит состоится.", None),
    ],
)
def test_speakers_speak_for_a_party(text: str, party: str | None) -> None:
    (statement,) = _read(text + "\n").statements
    assert statement.speaker and statement.speaker.party == party


def test_ukrainian_is_named_as_what_it_is() -> None:
    failed = read_page(Page("Міністр заявив, що переговори з Варшавою тривають.\n"))
    assert isinstance(failed, FailedReading)
    assert "Ukrainian (uk)" in failed.failures[0].message


def test_an_outlet_passes_on() -> None:
    (statement,) = _read("«Мы готовы», — сказал министр, передает ТАСС.\n").statements
    assert [[relay.actor_id for relay in hop] for hop in statement.via] == [["outlet:tass"]]


def test_topics_are_found_in_any_case() -> None:
    (statement,) = _read("Тегеран потребовал отмены санкций.\n").statements
    assert statement.topics == ("sanctions",)


CUES = [(row["cue"], row["example"]) for row in load_tsv(RUSSIAN / "cues.tsv", ("cue", "example"))]
STANDS = [(f"{r['frame']}:{r['noun']}", r["example"]) for r in load_tsv(RUSSIAN / "stands.tsv", ("noun", "frame", "example"))]


@pytest.mark.parametrize(("lemma", "example"), CUES + STANDS)
def test_a_cue_reports_in_its_example(lemma: str, example: str) -> None:
    assert lemma in [statement.cue.lemma for statement in _read(example + "\n").statements]


HEADS = list(load_tsv(RUSSIAN / "heads.tsv", ("rule", "pattern", "example")))


@pytest.mark.parametrize("row", HEADS, ids=lambda row: str(row["rule"]))
def test_a_head_is_found_in_its_example(row: dict[str, str]) -> None:
    heads = load_heads("ru")
    found = (head.rule for head in heads.results + heads.rows if head.pattern.search(row["example"]))
    assert next(found) == row["rule"]


@pytest.mark.parametrize("name", load_toml(RUSSIAN / "language.toml")["words"])
def test_a_class_of_words_is_folded(name: str) -> None:
    words = load_toml(RUSSIAN / "language.toml")["words"][name]
    assert [word for word in words if fold(word) != word] == []
