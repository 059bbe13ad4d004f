"""Jobs: one after the other, bounded, ended when somebody wishes, with a bounded log."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from threading import Event

import pytest
from fastapi.testclient import TestClient

from detente.desk.keeping import Came
from detente.engine import Reader
from detente.fetch import Clock, Fetcher
from detente.intake import Article
from detente.store import open_store
from detente.web import create_app
from detente.web.jobs import Full, Jobs, Order
from detente.web.jobs.order import order_files
from detente.web.jobs.queue import MOST_WAITING
from detente.web.jobs.work import KEPT_STEPS, Work

HOST = "http://127.0.0.1"
PATIENCE = 60
TEXT = "Russia said on 4 March 2031 that it would resume talks with the United States on trade."


class Gate:
    """Something that a job waits for: a page that is fetched when the gate opens."""

    def __init__(self) -> None:
        self.reached, self.opened = Event(), Event()

    def fetcher(self, clock: Clock) -> Fetcher:
        """Return a fetcher whose names are found when the gate opens."""
        return Fetcher(resolver=self._resolve, clock=clock, delay=0)

    def _resolve(self, host: str, port: int) -> tuple[str, ...]:
        self.reached.set()
        assert self.opened.wait(PATIENCE)
        return ("10.0.0.1",)


@pytest.fixture
def gate() -> Gate:
    """Return a gate that is shut."""
    return Gate()


@pytest.fixture
def jobs(tmp_path: Path, gate: Gate) -> Iterator[Jobs]:
    """Return the jobs of an empty store."""
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}", make=True) as store:
        made = Jobs(store, Reader(), gate.fetcher)
        yield made
        gate.opened.set()
        made.close(PATIENCE)


def _fetch(*paths: str, kind: str = "address") -> Order:
    return Order(kind, "a page", addresses=tuple(f"http://news.example/{path}" for path in paths))


def _ended(jobs: Jobs, work: Work) -> None:
    """Wait until a job is over: those behind it in its line begin only then."""
    last = jobs.submit(Order(work.order.kind, "", text="x")) if work.order.kind != "feed" else work
    while not (last.shown().is_over and work.shown().is_over):
        Event().wait(0.01)


def test_jobs_come_one_after_the_other(jobs: Jobs, gate: Gate) -> None:
    first, second = jobs.submit(_fetch("a")), jobs.submit(Order("text", "b", text=TEXT))
    assert gate.reached.wait(PATIENCE)
    assert (first.shown().state, second.shown().state) == ("running", "waiting")
    gate.opened.set()
    _ended(jobs, second)
    assert first.shown().outcomes == {"failed": 1} and second.shown().outcomes == {"new": 1}


def test_what_is_given_by_hand_does_not_wait_for_feeds(jobs: Jobs, gate: Gate) -> None:
    feed = jobs.submit(_fetch("feed", kind="feed"))
    assert gate.reached.wait(PATIENCE)
    text = jobs.submit(Order("text", "b", text=TEXT))
    _ended(jobs, text)
    assert text.shown().state == "done" and feed.shown().state == "running"


def test_no_more_jobs_wait_than_are_allowed(jobs: Jobs, gate: Gate) -> None:
    jobs.submit(_fetch("a"))
    assert gate.reached.wait(PATIENCE)
    for number in range(MOST_WAITING):
        jobs.submit(_fetch(str(number)))
    order = order_files([("a.txt", BytesIO(b"x"))])
    with pytest.raises(Full):
        jobs.submit(order)
    assert order.folder and not order.folder.exists()


def test_a_job_that_waits_ends_at_once_and_one_that_runs_before_its_next_article(jobs: Jobs, gate: Gate) -> None:
    running, waiting = jobs.submit(_fetch("a", "b", "c")), jobs.submit(_fetch("d"))
    assert gate.reached.wait(PATIENCE)
    jobs.cancel(waiting)
    jobs.cancel(running)
    assert waiting.shown().state == "cancelled"
    gate.opened.set()
    _ended(jobs, running)
    assert running.shown().state == "cancelled" and running.shown().done <= 1


def test_files_are_gone_when_their_job_is_over(jobs: Jobs) -> None:
    order = order_files([("a.txt", BytesIO(TEXT.encode()))])
    assert order.folder and order.folder.exists()
    _ended(jobs, jobs.submit(order))
    assert not order.folder.exists()


def test_a_fault_ends_its_job_and_no_other(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(order: Order) -> Iterator[Article]:
        raise RuntimeError("the words of an article")

    monkeypatch.setattr(Order, "articles", fails)
    work = jobs.submit(Order("text", "a", text=TEXT))
    _ended(jobs, work)
    monkeypatch.undo()
    assert work.shown().state == "failed" and "RuntimeError" in work.shown().failure and "words" not in work.shown().failure
    later = jobs.submit(Order("text", "a", text=TEXT))
    _ended(jobs, later)
    assert later.shown().state == "done"


def test_a_log_keeps_the_latest_steps() -> None:
    work = Work("a", Order("text", "a"), lambda: 0.0)
    for number in range(KEPT_STEPS + 10):
        work.came(Came(Article(f"{number}", b""), "new"))
    assert work.shown().done == KEPT_STEPS + 10 and work.shown().first == 11
    assert [step.number for step in work.steps(after=KEPT_STEPS + 8)] == [KEPT_STEPS + 9, KEPT_STEPS + 10]


def test_a_job_tells_its_rate_and_the_time_left() -> None:
    now = 100.0
    work = Work("a", Order("address", "a", addresses=("http://news.example",)), lambda: now)
    work.begin()
    for _ in work.along([Article("a", b""), Article("b", b"")], lambda: 6):
        now += 15
        work.came(Came(Article("a", b""), "new"))
    job = work.shown()
    assert (job.done, job.total, job.per_minute, job.seconds_left) == (2, 9, 4.0, 105.0)
    work.end("done")
    assert work.shown().total == 2 and work.shown().seconds_left is None


def test_a_running_job_is_live_with_scripts_and_without(jobs: Jobs, gate: Gate) -> None:
    store = jobs._store
    with TestClient(create_app(store, jobs=jobs), base_url=HOST) as client:
        key = client.post("/add.json", data={"text": "http://news.example/a\nhttp://news.example/b"}).json()["id"]
        assert gate.reached.wait(PATIENCE)
        page = client.get(f"/jobs/{key}").text
        assert f'data-events="/jobs/{key}/events"' in page and '<noscript><meta http-equiv="refresh"' in page and "<progress" in page
        assert client.post(f"/jobs/{key}/cancel.json").json()["state"] == "running"
        gate.opened.set()
        told = client.get(f"/jobs/{key}/events").text
        assert told.endswith('event: end\ndata: "cancelled"\n\n')
        assert client.post(f"/jobs/{key}/cancel", follow_redirects=False).headers["location"] == f"/jobs/{key}"


def test_a_stream_goes_on_from_the_last_step_that_was_heard(jobs: Jobs) -> None:
    with TestClient(create_app(jobs._store, jobs=jobs), base_url=HOST) as client:
        files = [("files", (f"{name}.txt", f"{name} {TEXT}".encode())) for name in "abc"]
        key = client.post("/add.json", files=files).json()["id"]
        client.get(f"/jobs/{key}/events")
        told = client.get(f"/jobs/{key}/events", headers={"last-event-id": "2"}).text
    assert "id: 3\n" in told and "id: 2\n" not in told


@pytest.mark.parametrize("path", ["/jobs/none", "/jobs/none.json", "/jobs/none.csv", "/jobs/none/events"])
def test_a_job_that_is_not_there_is_told(jobs: Jobs, path: str) -> None:
    with TestClient(create_app(jobs._store, jobs=jobs), base_url=HOST) as client:
        assert client.get(path).status_code == 404 and "none" in client.get(path).text


def test_closing_ends_what_goes_on(jobs: Jobs, gate: Gate) -> None:
    running, waiting = jobs.submit(_fetch("a", "b")), jobs.submit(_fetch("c"))
    assert gate.reached.wait(PATIENCE)
    gate.opened.set()
    jobs.close(PATIENCE)
    assert {running.shown().is_over, waiting.shown().is_over} == {True}
    with pytest.raises(Full):
        jobs.submit(Order("text", "a", text=TEXT))
