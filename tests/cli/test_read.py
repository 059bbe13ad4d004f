"""`detente read`: a line a file, as soon as it is read, with the reasons on request."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
from typer.testing import Result

from detente.records import Reading

Run = Callable[..., Result]


def test_a_line_a_file_in_order(run: Run, articles: Path) -> None:
    (articles / "aa.txt").write_bytes(b"")
    result = run("read", articles)
    assert result.exit_code == 1
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [Path(line["document"]["path"]).name for line in lines] == ["a.txt", "aa.txt", "b.txt"]
    assert "the file is empty" in lines[1]["failures"][0]["message"]
    assert "explanation" not in lines[0]


def test_explanations_cover_statements_positions_and_cells(run: Run, articles: Path) -> None:
    result = run("read", articles / "a.txt", "--explain")
    reading = msgspec.json.decode(result.stdout, type=Reading)
    assert reading.explanation
    stages = {reason.stage for reason in reading.explanation}
    assert stages >= {"statements", "acts", "topics", "positions", "maps"}
    told = {reason.record_id for reason in reading.explanation}
    assert told >= {s.id for s in reading.statements} | {p.id for p in reading.positions}
    assert all(reason.rule for reason in reading.explanation)
    relations = {reason.value for reason in reading.explanation if reason.stage == "maps"}
    assert relations == {cell.relation for found in reading.maps for cell in found.cells}


def test_standard_input(run: Run) -> None:
    from typer.testing import CliRunner

    from detente.cli.main import app

    result = CliRunner().invoke(app, ["read", "-"], input="俄方表示,俄方愿意同美方恢复谈判。")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["statements"][0]["speaker"]["party"] == "RU"


def test_schema_and_version(run: Run) -> None:
    assert json.loads(run("schema").stdout)["$defs"]["Reason"]
    assert run("--version").stdout.startswith("detente ")


def test_a_saved_page_is_read_and_mapped_beside_texts(run: Run, tmp_path: Path) -> None:
    page = Path(__file__).parent.parent / "pages" / "portal.html"
    (tmp_path / "page.html").write_bytes(page.read_bytes())
    (tmp_path / "page.pdf").write_bytes(b"%PDF-1.7")
    result = run("read", str(tmp_path))
    assert result.exit_code == 0
    assert json.loads(result.stdout)["document"]["title"] == "挪威与冰岛就渔业配额恢复谈判"
    assert run("map", str(tmp_path / "page.html"), "--parties", "NO,IS").exit_code == 0
    refused = run("read", str(tmp_path / "page.pdf"))
    assert refused.exit_code == 1
    assert "this is a PDF" in refused.stderr
