"""What the scorer of marked chains takes for right."""

from __future__ import annotations

from pathlib import Path

import pytest

import chains

TEXT = "TASS, citing Reuters, reported that Kazakh Energy Minister Daulet Zhaksybai had ruled out a cut."


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the French president", "French president", True), ("Aksoylu", "the minister, Cem Aksoylu", True), ("《卫报》", "英國《卫报》", True),
        ("該官員", "官員", True), ("«Интерфакс»", "агентство «Интерфакс»", True), ("", "Reuters", False), ("Bild", "the German tabloid Bild", True),
        ("rebuild", "Bild", False), ("сообщение МИД", "МИД", True), ("Источник в МИД", "МИД", False),
    ],
)  # fmt: skip
def test_who_is_the_same(one: str, other: str, same: bool) -> None:
    assert chains.is_same(one, other) is same and chains.is_same(other, one) is same


@pytest.mark.parametrize(
    ("speaker", "via", "wanted"),
    [
        ("Daulet Zhaksybai", [["TASS"], ["Reuters"]], (True, True, True)),
        ("Daulet Zhaksybai", [["Reuters"], ["TASS"]], (True, True, False)),
        ("Daulet Zhaksybai", [["TASS", "Reuters"]], (True, True, False)),
        ("Reuters", [["TASS"], ["Reuters"]], (True, False, False)),
    ],
)
def test_what_is_right(speaker: str, via: list[list[str]], wanted: tuple[bool, bool, bool]) -> None:
    assert chains.right({"text": TEXT, "statement": "a cut", "speaker": speaker, "via": via}) == wanted


def test_what_is_not_read_is_not_found() -> None:
    marked = {"text": "The road was closed on Monday.", "statement": "The road was closed", "speaker": "AFP", "via": [["AFP"]]}
    assert chains.right(marked) == (False, False, False)


@pytest.mark.parametrize("language", chains.LANGUAGES)
def test_each_language_has_forty_chains(language: str) -> None:
    assert len(chains.load_chains(language)) == 40


def test_a_folder_without_chains_has_no_scores(tmp_path: Path) -> None:
    assert chains.chain_scores(tmp_path) == {}


def test_missing_fresh_chains_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(chains, "FRESH", tmp_path)
    assert chains.main(["--fresh"]) == 0
    assert capsys.readouterr().out.startswith("There are no fresh chains")
