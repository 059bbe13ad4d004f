"""What the README and the pages of `docs` tell a user to do runs, and gives what they show."""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from typer.testing import CliRunner

from detente.cli.main import app
from detente.store.describe import describe
from detente.text.fold import fold

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs").glob("*.md"))
TEXTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *PAGES]
BLOCK = re.compile(r"^```(\w+)(?: (\w+)=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INDENTED = re.compile(r"^ {4}\.venv/bin/detente (.+)$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#:]+)\)")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the bundled examples, in which the commands are given."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copytree(ROOT / "docs" / "three-languages", tmp_path / "docs" / "three-languages")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def give(command: str, status: int = 0) -> str:
    """Give a command and return what it prints."""
    result = CliRunner().invoke(app, shlex.split(command))
    assert result.exit_code == status, f"{command}: {result.output}"
    return result.output


def check_console(block: str, status: int) -> None:
    """Give the commands of a block; in the output that it shows, an ellipsis stands for anything."""
    for part in block.split("$ detente ")[1:]:
        command, _, shown = part.partition("\n")
        printed = give(command, status)
        for line in shown.splitlines():
            pieces = [piece.strip() for piece in line.split("\u2026")]
            assert all(piece in printed for piece in pieces), f"{command}: no {line!r} in\n{printed}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_pages_run(page: Path, desk: Path) -> None:
    names: dict[str, object] = {}
    for language, option, value, block in BLOCK.findall(page.read_text(encoding="utf-8")):
        if option == "file":
            (desk / value).write_text(block, encoding="utf-8")
        if language == "console":
            check_console(block, int(value or 0))
        if language == "python":
            example = doctest.DocTestParser().get_doctest(block, names, page.name, None, None)
            runner = doctest.DocTestRunner()
            runner.run(example, clear_globs=False)
            names.update(example.globs)
            assert runner.summarize(verbose=False).failed == 0


@pytest.mark.parametrize("command", INDENTED.findall((ROOT / "README.md").read_text(encoding="utf-8")))
def test_commands_of_the_readme_run(command: str, desk: Path) -> None:
    written = re.search(r"-o (\S+)", command)
    assert give(command) or (written and (desk / written[1]).stat().st_size)


def test_readme_has_commands() -> None:
    assert len(INDENTED.findall((ROOT / "README.md").read_text(encoding="utf-8"))) == 5


@pytest.mark.parametrize("page", TEXTS, ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_examples_say_that_they_are_invented() -> None:
    for file in sorted((ROOT / "examples").iterdir()):
        assert "人物与事件均属虚构" in str(fold(file.read_text(encoding="utf-8"))), file.name


def test_licences_of_all_dependencies_are_stated() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    stated = (ROOT / "THIRD_PARTY_LICENSES.md").read_text(encoding="utf-8")
    for dependency in (*project["dependencies"], *chain(*project["optional-dependencies"].values())):
        name, versions = re.match(r"([\w\[\]-]+)(.*)", dependency).groups()  # type: ignore[union-attr]
        assert f"| {name} | {versions} |" in stated


def test_the_schema_is_described_as_it_is() -> None:
    assert (ROOT / "docs" / "schema.md").read_text(encoding="utf-8") == describe()


def test_citation_names_the_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"version: {version}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
