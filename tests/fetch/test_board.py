"""Processes of one user leave hosts alone together."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from detente.fetch import Board, Fetcher
from detente.fetch.board import Busy
from detente.fetch.polite import BUSY, LONGEST_PAUSE, Later, Turns

from .site import Reply, Site, Time

Make = Callable[..., Fetcher]
HOLDING = """
import sys, time
from pathlib import Path
from detente.fetch.board import Board
with Board(Path(sys.argv[1])).asking("one.example"):
    print("asking", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """Return what is shared."""
    return Board(tmp_path / "hosts")


def test_a_pause_holds_for_another_process(site: Site, fetcher: Make, time: Time, board: Board) -> None:
    site.pages["/a"] = Reply()
    one, other = fetcher(board=board), fetcher(board=board)
    one.get(site.at("/a", "one.example"))
    time.slept.clear()
    other.get(site.at("/a", "one.example"))
    assert time.slept == [2, 2]  # before robots.txt, and before the page
    other.get(site.at("/a", "two.example"))
    assert time.slept == [2, 2, 2]


def test_without_a_board_processes_know_nothing_of_each_other(site: Site, fetcher: Make, time: Time) -> None:
    site.pages["/a"] = Reply()
    for _ in range(2):
        fetcher().get(site.at("/a"))
    assert time.slept == [2, 2]


def test_a_host_that_another_process_asks_is_asked_when_it_is_done(site: Site, fetcher: Make, time: Time, board: Board) -> None:
    site.pages["/a"] = Reply()
    asking = board.asking("one.example")
    asking.__enter__()
    letting = iter([None, None, asking])
    sleep = time.clock.sleep

    def slept(seconds: float) -> None:
        sleep(seconds)
        if done := next(letting, None):
            done.__exit__(None, None, None)

    time.clock = time.clock._replace(sleep=slept)
    other = Fetcher(allow_private=True, resolver=lambda host, port: ("127.0.0.1",), clock=time.clock, board=board)
    assert other.get(site.at("/a", "one.example")).status == 200
    assert time.slept == [BUSY, BUSY, BUSY, 2]


def test_a_host_that_asks_to_wait_is_left_alone_by_all(site: Site, fetcher: Make, time: Time, board: Board) -> None:
    site.pages["/a"] = [Reply(429, b"", {"Retry-After": "120"}), Reply()]
    one, other = fetcher(board=board), fetcher(board=board)
    with pytest.raises(Later):
        one.attempt(site.at("/a", "one.example"))
    assert other.turns.ready("one.example") == time.now + 120
    with board.asking("one.example"):
        pass  # nobody keeps it while it waits
    assert one.get(site.at("/a", "one.example")).status == 200


def test_who_is_quicker_asks_first(time: Time, board: Board) -> None:
    one, other = Turns(time.clock, 2, board), Turns(time.clock, 2, board)
    with one.turn("one.example"):
        pass
    sleep = time.clock.sleep

    def outrun(seconds: float) -> None:
        sleep(seconds)
        with one.turn("one.example"):
            pass

    slower = Turns(time.clock._replace(sleep=outrun), 2, board)
    with pytest.raises(Later), slower.turn("one.example"):
        raise AssertionError("two requests without a pause")
    assert other.ready("one.example") == time.now + 2


def test_a_process_that_is_killed_lets_go(tmp_path: Path) -> None:
    board = Board(tmp_path)
    with subprocess.Popen([sys.executable, "-c", HOLDING, str(tmp_path)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stdout.readline() == "asking\n"
        with pytest.raises(Busy), board.asking("one.example"):
            pass
        with board.asking("two.example"):
            pass
        process.kill()
        process.wait()
        with board.asking("one.example"):
            pass


def test_a_clock_that_was_set_back_holds_nobody_up_for_long(site: Site, fetcher: Make, time: Time, board: Board) -> None:
    site.pages["/a"] = Reply()
    with board.asking("one.example") as tell:
        tell(time.now + LONGEST_PAUSE + 1)
    fetcher(board=board).get(site.at("/a", "one.example"))
    assert time.slept == [2]


@pytest.mark.parametrize("written", [b"", b"\x00\xff", b"soon"])
def test_a_file_that_tells_nothing_is_nothing(tmp_path: Path, written: bytes) -> None:
    board = Board(tmp_path)
    with board.asking("one.example") as tell:
        tell(1000.5)
    assert board.ready("one.example") == 1000.5
    next(tmp_path.iterdir()).write_bytes(written)
    assert board.ready("one.example") == 0


def test_a_folder_that_cannot_be_made_ends_no_fetching(tmp_path: Path, site: Site, fetcher: Make) -> None:
    (tmp_path / "hosts").write_text("a file")
    site.pages["/a"] = Reply()
    assert fetcher(board=Board(tmp_path / "hosts" / "in")).get(site.at("/a")).status == 200
