"""The how-to for a language, followed for a small part of Norwegian in a copy of the package: one article is read.

Only what `docs/howto-language.md` names is touched: the folder of data, one module, columns of names, terms of a topic, what tells
the language, and its name in the interface.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from detente.resources.load import DATA, load_tsv

OWN = Path(__file__).parent / "nb"
CODE, MODEL = "nb", "en"
FILLED = ("cues.tsv", "stands.tsv", "heads.tsv", "predicates.toml", "polarity.tsv", "language.toml")
COMMAND = (sys.executable, "-c", "from detente.cli.main import main; main()")


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{file.name} has no {old!r}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _add_names(actors: Path) -> None:
    """Add the columns of names to the tables of actors."""
    rows = list(load_tsv(OWN / "actors.tsv", ("file", "id", "column", "names")))
    for name in {row["file"] for row in rows}:
        names = {(row["id"], row["column"]): row["names"] for row in rows if row["file"] == name}
        columns = sorted({column for _, column in names})
        lines = (actors / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
        head = next(i for i, line in enumerate(lines) if not line.startswith("#"))
        for i, line in enumerate(lines[head:], head):
            key = line.split("\t")[0]
            lines[i] = "\t".join([line, *(columns if i == head else (names.get((key, column), "") for column in columns))])
        (actors / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _add_terms(codebook: Path) -> None:
    """Add the terms of one topic."""
    before, topic, behind = codebook.read_text(encoding="utf-8").partition('id = "fisheries"')
    terms = '[topic.terms]\nnb = ["fiskeri", "kvoter"]\n'
    codebook.write_text(before + topic + behind.replace("[topic.terms]\n", terms, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a copy of the package to which the language was added."""
    root = tmp_path_factory.mktemp("copy")
    shutil.copytree(DATA.parent, root / "detente", ignore=shutil.ignore_patterns("__pycache__"))
    data = root / "detente" / "data"
    shutil.copytree(data / "languages" / MODEL, data / "languages" / CODE)
    (data / "languages" / CODE / "reliability.toml").unlink()
    for name in FILLED:
        shutil.copy(OWN / name, data / "languages" / CODE / name)
    shutil.copy(OWN / "module.txt", root / "detente" / "languages" / f"{CODE}.py")
    _add_names(data / "actors")
    _add_terms(data / "codebooks" / "default.toml")
    detect = data / "languages" / "detect.toml"
    _replace(detect, 'languages = ["und", "en"', 'languages = ["und", "en", "nb"')
    detect.write_text(detect.read_text(encoding="utf-8") + '\n[language.nb]\nwords = "og i på som er til med av ikke sa om"\n', encoding="utf-8")
    for file in (data / "ui").glob("*.toml"):
        if "\n[language]\n" in file.read_text(encoding="utf-8"):
            _replace(file, "\n[language]\n", '\n[language]\nnb = "Norwegian"\n')
    return root


def give(package: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Give a command to the copy."""
    surroundings = {**os.environ, "PYTHONPATH": str(package), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run([*COMMAND, *words], env=surroundings, capture_output=True, encoding="utf-8", check=False)


def test_an_article_is_read_in_the_language_that_was_added(package: Path) -> None:
    result = give(package, "read", str(OWN / "article.txt"))
    assert result.returncode == 0, result.stderr
    reading = json.loads(result.stdout)
    text = reading["document"]["text"]
    told = [
        (s["speaker"]["party"], s["act"], s["topics"], [text[span["start"] : span["stop"]] for span in s["content"]])
        for s in reading["statements"]
    ]
    assert reading["document"]["language"] == CODE
    assert told == [
        ("IS", "COOPERATE", ["fisheries"], ["Island er klar til å fortsette samtalene om fiskeri med Norge"]),
        ("NO", "REJECT", ["fisheries"], ["kravet fra Island om nye kvoter"]),
        ("NO", "REJECT", ["fisheries"], ["Vi vil ikke godta det"]),
    ]


def test_its_map_says_that_it_was_not_measured(package: Path) -> None:
    drawn = " ".join(give(package, "map", str(OWN / "article.txt"), "--languages", "Norwegian").stdout.split())
    assert "Fisheries" in drawn
    assert "Norwegian: reliability not measured yet" in drawn


def test_it_is_listed_where_languages_are_named(package: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Der Minister sagte, dass die Gespräche nicht enden.", encoding="utf-8")
    result = give(package, "read", str(tmp_path / "a.txt"))
    assert "this version reads Chinese (zh), English (en), Norwegian (nb) and Russian (ru)" in result.stderr
