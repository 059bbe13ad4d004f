"""Every sentence of a fetched or opened article is said in the reader's language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import detente
from detente.fetch.failure import SENTENCES, refused_status
from detente.fetch.lists import NAMES
from detente.render.interface import UI_LANGUAGES
from detente.resources.load import DATA, load_tsv
from detente.web.said import SLOT, said_in

PACKAGE = Path(detente.__file__).parent
RAISED = {"FetchError", "IntakeError"}
# Of what a user of the command line alone gives, and what only hands on a sentence.
ELSEWHERE = ("X: X", "X", "X: X (status X)", "X: this X is broken (X); tell its publisher")
LISTS = [f"X: this {name} is broken (X); tell its publisher" for name in NAMES.values()]


def _text(node: ast.expr) -> str:
    """A literal with X for what is put into it."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "X" for part in node.values)
    return str(node.value) if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _sentences() -> Iterator[str]:
    for folder in ("fetch", "intake"):
        for file in sorted((PACKAGE / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                    told = node.args[:1] if node.func.id in RAISED else [key.value for key in node.keywords if key.arg == "failure"]
                    yield from (text for text in map(_text, told) if text)


def _of_queries() -> Iterator[str]:
    for node in ast.walk(ast.parse((PACKAGE / "index" / "syntax.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_wrong":
            told = node.args[1]
            yield from map(_text, (told.body, told.orelse) if isinstance(told, ast.IfExp) else (told,))


OF_QUERIES = sorted({f"at character 3 of the query: {text}" for text in _of_queries()})
OF_VALUES = (
    "Input should be less than or equal to 1", "Input should be greater than or equal to 1", "Input should be 'month', 'quarter' or 'year'",
    "String should match pattern '^a$'", "Input should be a valid integer, unable to parse string as an integer",
)  # fmt: skip
OF_NAMES = (
    "no party 'X' is known; closest: y (Z); parties that speak: A", "no party 'X' is known; parties that speak: A, B",
    "no party 'X' is known; closest: y (Z); give a name or a code, such as RU", "no party 'X' is known; give a name or a code, such as RU",
)  # fmt: skip


@pytest.mark.parametrize("sentence", [*OF_QUERIES, *OF_VALUES, *OF_NAMES])
def test_what_is_wrong_in_an_address_is_said_without_english(sentence: str) -> None:
    assert len(OF_QUERIES) > 5
    told = said_in("ru", sentence)
    assert re.search("[а-я]{3}", told) and not re.search("[a-z]{2,} [a-z]{2,}", told)


FOUND = sorted({text for text in _sentences() if not text.startswith("--contact") and text not in ELSEWHERE})


def test_sentences_are_found() -> None:
    assert len(FOUND) > 35


@pytest.mark.parametrize("sentence", [*FOUND, *LISTS, *(str(refused_status("X", code)) for code in (*SENTENCES, 418, 500))])
def test_sentences_of_articles_are_known(sentence: str) -> None:
    said = {said_in(ui, sentence) for ui in UI_LANGUAGES}
    assert len(said) == len(UI_LANGUAGES), sentence
    assert re.search("[а-я]{3}", said_in("ru", sentence)) and re.search("[\u4e00-\u9fff]{2}", said_in("zh-Hans", sentence))


def test_rows_have_the_same_slots_in_each_language() -> None:
    for row in load_tsv(DATA / "web" / "sentences.tsv", ("said", *UI_LANGUAGES)):
        slots = set(SLOT.findall(row["said"]))
        assert all(set(SLOT.findall(row[ui])) <= slots for ui in UI_LANGUAGES), row["said"]


def test_a_sentence_within_a_sentence_is_said_too() -> None:
    nested = "http://a.example/: it leads on to ftp://b.example/: only http and https addresses are fetched; save the page and add the file"
    told = said_in("ru", nested)
    assert told.startswith("http://a.example/: ведёт дальше, к ftp://b.example/: загружаются только адреса http и https")


def test_what_stands_in_a_sentence_is_put_in_as_it_is() -> None:
    assert said_in("ru", "{0}.txt {ui}: there is no such file") == "{0}.txt {ui}: такого файла нет"
