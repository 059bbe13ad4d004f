"""What goes to which stream, the log, and how the command ends when its reader goes away."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from typer.testing import Result

from detente.records import Page

Run = Callable[..., Result]
COMMAND = [sys.executable, "-c", "from detente.cli.main import main; main()"]


def test_a_log_tells_files_and_times_and_no_article(run: Run, articles: Path, tmp_path: Path) -> None:
    log = tmp_path / "run.log"
    result = run("map", articles, "-v", "--log-file", log)
    assert result.exit_code == 0
    for written in (result.stderr, log.read_text("utf-8")):
        assert "a.txt: 4 statements in" in written
        assert "2 files in" in written
        assert not any("\u4e00" <= character <= "\u9fff" for character in written)
    assert "characters" in run("map", articles, "-vv").stderr
    assert run("map", articles).stderr == ""


def test_a_log_that_cannot_be_written_is_said(run: Run, articles: Path, tmp_path: Path) -> None:
    result = run("read", articles, "--log-file", tmp_path / "no" / "run.log")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_a_fault_costs_one_file_and_quotes_nothing(run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.engine import reader

    plain = reader.read_page

    def faulty(page: Page, *more: object, path: str, **named: object) -> object:
        if path.endswith("a.txt"):
            raise KeyError("\u519b\u63a7\u8c08\u5224")
        return plain(page, *more, path=path, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "read_page", faulty)
    result = run("read", articles)
    assert result.exit_code == 1
    assert "KeyError at" in result.stderr
    assert "军控" not in result.stderr
    assert len(result.stdout.splitlines()) == 2


@pytest.mark.skipif(os.name == "nt", reason="signals and pipes of POSIX")
def test_a_reader_that_goes_away_is_no_error(articles: Path) -> None:
    command = subprocess.Popen([*COMMAND, "read", str(articles)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert command.stdout
    assert command.stderr
    command.stdout.close()
    said = command.stderr.read()
    command.stderr.close()
    assert (command.wait(), said) == (141, b"")


def _heed_interruptions() -> None:
    """Where the tests run in the background, what they start would ignore them."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name == "nt", reason="signals and pipes of POSIX")
def test_an_interruption_is_a_sentence(articles: Path) -> None:
    command = subprocess.Popen([*COMMAND, "read", str(articles / "a.txt"), "-", "-v"], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=_heed_interruptions)  # fmt: skip
    assert command.stderr
    assert b"a.txt" in command.stderr.readline()
    command.send_signal(signal.SIGINT)
    _, said = command.communicate()
    assert command.returncode == 130
    assert said.startswith(b"detente: interrupted")
    assert b"Traceback" not in said


def test_a_pipe_takes_any_letters_whatever_the_locale(articles: Path) -> None:
    plain = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    printed = subprocess.run([*COMMAND, "map", str(articles)], capture_output=True, env=plain, check=False)
    assert printed.returncode == 0, printed.stderr
    assert "军控" in printed.stdout.decode("utf-8")


def _on_a_terminal(articles: Path, **environment: str) -> bytes:
    """What a person sees of a map drawn on a terminal."""
    pty = pytest.importorskip("pty", reason="terminals are opened with pty")
    ours, theirs = pty.openpty()
    shown = b""
    unset = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "PYTHONIOENCODING")}
    with subprocess.Popen([*COMMAND, "map", str(articles)], stdout=theirs, stderr=theirs, env={**unset, "TERM": "xterm", **environment}) as process:
        os.close(theirs)
        with suppress(OSError):
            while piece := os.read(ours, 65536):
                shown += piece
        process.wait()
    os.close(ours)
    return shown


def test_no_color_is_heeded(articles: Path) -> None:
    assert b"\x1b[31m" in _on_a_terminal(articles)
    assert b"\x1b[" not in _on_a_terminal(articles, NO_COLOR="1")


def test_a_terminal_without_the_letters_shows_marks_for_them(articles: Path) -> None:
    shown = _on_a_terminal(articles, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert b"Russia" in shown
    assert b"Traceback" not in shown


def test_a_warning_stands_on_a_line_of_its_own_above_the_bar(articles: Path) -> None:
    for number in range(12):
        (articles / f"{number}.txt").write_text("", encoding="utf-8")
    before = _on_a_terminal(articles).split(b"detente: ")[:-1]
    assert before
    assert all(line.endswith((b"\n", b"\r", b"\x1b[2K")) for line in before)
