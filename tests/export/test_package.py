"""A data package: its descriptor and checksums tell the truth, and the store that is rebuilt from it is the same."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import create_engine, select
from typer.testing import CliRunner, Result

from detente.cli.main import app
from detente.desk.corpus import Corpus
from detente.export import ExportError, tables
from detente.export.unpack import is_sound
from detente.records import FailedDocument, FailedReading, Failure, MadeBy, Reading
from detente.store import Fetch, Source, open_store
from detente.store.tables import metadata

from .conftest import PAGES, fill

Run = Callable[..., Result]
Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def run() -> Run:
    """Return a function that runs the command with arguments."""
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def whole(tmp_path: Path) -> str:
    """Return the address of a store with documents found twice, a failure, and an answer of an address."""
    url = f"sqlite:///{tmp_path / 'whole.sqlite'}"
    with open_store(url, make=True) as store:
        fill(store)
        reading = next(store.readings())
        store.write(reading, Source("/again/a.txt", "00"), {})
        failed = FailedReading(FailedDocument("/news/x.bin"), (Failure("intake", "unreadable", "x.bin: this is a binary file"),), MadeBy("0", "p", "c"))
        store.fail(failed, Source("/news/x.bin", "ff"))
        store.remember(Fetch("https://news.example/feed", "https://news.example/feed", 200, True, '"e"', None, "ab", "plan"))
        store.maps.settle()
    return url


def _rows(url: str) -> Rows:
    """All rows of all tables."""
    with create_engine(url).connect() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(select(table))), key=repr) for table in metadata.sorted_tables
        }


def _files(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def _export(url: str, folder: Path, text: str = "full", **filters: Any) -> Path:
    with Corpus(open_store(url)) as corpus:
        corpus.export(folder, "package", text=text, **filters)
    return folder


def test_a_package_rebuilds_the_store(whole: str, tmp_path: Path, run: Run) -> None:
    folder, again = _export(whole, tmp_path / "package"), f"sqlite:///{tmp_path / 'again.sqlite'}"
    result = run("import", folder, "--store", again)
    assert (result.exit_code, result.stderr.rpartition(": ")[2]) == (0, "3 new, 1 could not be read\n")
    assert _rows(again) == _rows(whole)
    assert run("store", "check", "--store", again).stdout.endswith(": whole\n")
    assert _files(_export(again, tmp_path / "second")) == _files(folder)


def test_without_texts_those_who_have_them_rebuild_the_store(whole: str, tmp_path: Path, run: Run) -> None:
    folder, again = _export(whole, tmp_path / "package", "evidence"), f"sqlite:///{tmp_path / 'again.sqlite'}"
    kept = (folder / "kept" / "documents.jsonl").read_text("utf-8")
    assert not any(page.text[40:80] in kept for page in PAGES.values())
    refused = run("import", folder, "--store", again)
    assert refused.exit_code == 1
    assert "3 articles are in it without their texts; name the texts or pages with --texts" in refused.stderr
    assert not (tmp_path / "again.sqlite").exists()
    for number, page in enumerate(PAGES.values()):
        (tmp_path / "texts").mkdir(exist_ok=True)
        (tmp_path / "texts" / f"{number}.txt").write_bytes(page.text.encode())
    assert run("import", folder, "--texts", tmp_path / "texts", "--store", again).exit_code == 0
    assert _rows(again) == _rows(whole)


def test_a_text_that_is_not_found_is_told(whole: str, tmp_path: Path, run: Run) -> None:
    folder, again = _export(whole, tmp_path / "package", "none"), f"sqlite:///{tmp_path / 'again.sqlite'}"
    (tmp_path / "one.txt").write_bytes(PAGES["/news/a.txt"].text.encode())
    result = run("import", folder, "--texts", tmp_path / "one.txt", "--store", again)
    assert (result.exit_code, result.stderr.rpartition(": ")[2]) == (1, "1 new, 1 could not be read, 2 whose text was not found\n")


def test_importing_twice_changes_nothing(whole: str, tmp_path: Path, run: Run) -> None:
    before = _rows(whole)
    result = run("import", _export(whole, tmp_path / "package"), "--store", whole)
    assert "3 already there" in result.stderr
    assert _rows(whole) == before


def test_the_descriptor_tells_the_truth(whole: str, tmp_path: Path) -> None:
    folder = _export(whole, tmp_path / "package", "evidence")
    about = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert [each["name"] for each in about["resources"]] == [*tables(), "kept-documents", "kept-failures", "kept-fetches"]
    for each in about["resources"]:
        content = (folder / each["path"]).read_bytes()
        assert (each["bytes"], each["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        if "schema" in each:
            with (folder / each["path"]).open(encoding="utf-8", newline="") as file:
                assert next(csv.reader(file)) == [field["name"] for field in each["schema"]["fields"]]
    assert about["detente"]["text"] == "evidence"
    assert {made["plan"].partition(":")[0] for made in about["detente"]["made_by"]} == {"zh", "en", "ru"}
    sums = dict(line.split("  ")[::-1] for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines())
    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in _files(folder).items() if name != "SHA256SUMS"}


def test_the_codebook_and_the_citation_are_there(whole: str, tmp_path: Path) -> None:
    folder = _export(whole, tmp_path / "package", "evidence")
    codebook = (folder / "CODEBOOK.md").read_text("utf-8")
    assert all(f"\n| {column.name} | {column.type} | {column.holds} |" in codebook for each in tables().values() for column in each)
    assert "\n| arms-control | Arms control |" in codebook
    assert "in 3 articles (1 English, 1 Russian, 1 Chinese) of 1 known outlets, published 2030-03-05 to 2031-05-21" in (
        folder / "CITATION.txt"
    ).read_text("utf-8")


def test_a_part_is_packed_with_its_documents_alone(whole: str, tmp_path: Path, run: Run) -> None:
    folder, again = _export(whole, tmp_path / "package", languages=["en"]), f"sqlite:///{tmp_path / 'again.sqlite'}"
    assert run("import", folder, "--store", again).stderr.endswith(": 1 new\n")
    with open_store(again) as store:
        assert [reading.document.language for reading in store.readings()] == ["en"]


def _change(folder: Path) -> None:
    (folder / "kept" / "documents.jsonl").write_bytes(b"{}\n")


def _lose(folder: Path) -> None:
    (folder / "kept" / "fetches.jsonl").unlink()


def _lead_out(folder: Path) -> None:
    (folder.parent / "outside.txt").write_text("x")
    with (folder / "SHA256SUMS").open("a") as file:
        file.write(f"{hashlib.sha256(b'x').hexdigest()}  ../outside.txt\n")


def _forge(folder: Path) -> None:
    _change(folder)
    sums = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
    digest = hashlib.sha256(b"{}\n").hexdigest()
    (folder / "SHA256SUMS").write_text("\n".join(f"{digest}  {line[66:]}" if "documents.jsonl" in line else line for line in sums) + "\n")


def _make_later(folder: Path) -> None:
    about = (folder / "datapackage.json").read_bytes().replace(b'"package": 1', b'"package": 9')
    (folder / "datapackage.json").write_bytes(about)
    sums = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
    digest = hashlib.sha256(about).hexdigest()
    (folder / "SHA256SUMS").write_text("\n".join(f"{digest}  {line[66:]}" if "datapackage" in line else line for line in sums) + "\n")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_change, "was changed since the package was made"), (_lose, "kept/fetches.jsonl is missing"),
        (_lead_out, "../outside.txt is missing, or is not among its checksums"), (_forge, "documents.jsonl:1: cannot be read"),
        (_make_later, "this package is of version 9"), (lambda folder: (folder / "SHA256SUMS").unlink(), "this is no data package"),
    ],
)  # fmt: skip
def test_a_spoilt_package_is_refused(whole: str, tmp_path: Path, run: Run, spoil: Callable[[Path], None], told: str) -> None:
    folder = _export(whole, tmp_path / "package")
    spoil(folder)
    result = run("import", folder, "--store", f"sqlite:///{tmp_path / 'again.sqlite'}")
    assert result.exit_code == 1
    assert told in result.stderr
    assert not (tmp_path / "again.sqlite").exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda reading: replace(reading, document=replace(reading.document, id="document:000000000000")),
        lambda reading: replace(reading, positions=tuple(replace(each, evidence_id="statement:0") for each in reading.positions)),
        lambda reading: replace(reading, events=tuple(replace(each, stop=10**6) for each in reading.events)),
    ],
)
def test_only_what_stands_in_the_text_is_sound(corpus: Corpus, change: Callable[[Reading], Reading]) -> None:
    readings = list(corpus.store.readings())
    assert all(map(is_sound, readings))
    assert not all(map(is_sound, map(change, readings)))


def test_nothing_is_written_over(whole: str, tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "mine.txt").write_text("mine")
    with pytest.raises(ExportError, match="there is something already"):
        _export(whole, tmp_path / "package")
    assert sorted(file.name for file in tmp_path.iterdir() if file.is_dir()) == ["package"]
