"""Marked-up Russian sentences: every statement is found, with its speaker, its cue, its party and nothing else."""

from __future__ import annotations

import pytest
from marked import contents_with_other_relays, read_marked, row_of

from detente.pipeline import read_page
from detente.records import FailedReading, Page
from detente.resources.load import DATA, load_toml, load_tsv
from detente.text.fold import fold

RUSSIAN = DATA / "languages" / "ru"
LANGUAGE = "ru"
QUOTES = "«»„“”\"—- "
PARTY = 3  # the column of a row that tells for whom one speaks


def test_statements_are_found(line: str, rows: list[str]) -> None:
    wanted = sorted(" | ".join(row.split(" | ")[:3]) for row in rows)
    assert sorted(row_of(s, line, QUOTES) for s in read_marked(line).statements) == wanted


def test_speakers_have_their_parties(line: str, rows: list[str]) -> None:
    wanted = {" | ".join(parts[:3]): parts[3].split()[0] for row in rows if len(parts := row.split(" | ")) > PARTY}
    parties = {row_of(s, line, QUOTES): (s.speaker and s.speaker.party) or "-" for s in read_marked(line).statements}
    assert {row: parties.get(row) for row in wanted} == wanted


def test_relays_are_named(line: str, rows: list[str]) -> None:
    assert contents_with_other_relays(line, rows, QUOTES) == []


def test_later_names_are_those_of_who_was_introduced() -> None:
    reading = read_marked(
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
    (statement,) = read_marked(text + "\n").statements
    assert statement.speaker and statement.speaker.party == party


def test_ukrainian_is_named_as_what_it_is() -> None:
    failed = read_page(Page("Міністр заявив, що переговори з Варшавою тривають.\n"))
    assert isinstance(failed, FailedReading)
    assert "Ukrainian (uk)" in failed.failures[0].message


def test_an_outlet_passes_on() -> None:
    (statement,) = read_marked("«Мы готовы», — сказал министр, передает ТАСС.\n").statements
    assert [[relay.actor_id for relay in hop] for hop in statement.via] == [["outlet:tass"]]


def test_topics_are_found_in_any_case() -> None:
    (statement,) = read_marked("Тегеран потребовал отмены санкций.\n").statements
    assert statement.topics == ("sanctions",)


CUES = [(row["cue"], row["example"]) for row in load_tsv(RUSSIAN / "cues.tsv", ("cue", "example"))]
STANDS = [(f"{r['frame']}:{r['noun']}", r["example"]) for r in load_tsv(RUSSIAN / "stands.tsv", ("noun", "frame", "example"))]


@pytest.mark.parametrize(("lemma", "example"), CUES + STANDS)
def test_a_cue_reports_in_its_example(lemma: str, example: str) -> None:
    assert lemma in [statement.cue.lemma for statement in read_marked(example + "\n").statements]


@pytest.mark.parametrize("name", load_toml(RUSSIAN / "language.toml")["words"])
def test_a_class_of_words_is_folded(name: str) -> None:
    words = load_toml(RUSSIAN / "language.toml")["words"][name]
    assert [word for word in words if fold(word) != word] == []


def test_a_headline_may_end_with_who_speaks() -> None:
    text = "Чили снизит сбор за проезд – МИД Перу\nЛима, 3 мая. Переговоры прошли в Арике.\n"
    (statement,) = read_marked(text).statements
    assert statement.speaker and (statement.speaker.name, statement.speaker.party) == ("МИД Перу", "PE")
