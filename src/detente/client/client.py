"""A client: each method is an address of the API, and returns what it answers as records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar
from urllib.parse import quote

import msgspec
from urllib3 import BaseHTTPResponse, PoolManager, Timeout
from urllib3.exceptions import HTTPError
from urllib3.util import Url, parse_url

from detente.records import Reading
from detente.render.network.drawn import Drawing

from . import answers, jobs, sheets
from .failure import ClientError

Answer = TypeVar("Answer")
Given = str | Sequence[str]
LOCAL = "http://127.0.0.1:8765"


class Client:
    """A server's API; `ui` is the language of labels and of what goes wrong.

    Each method raises `ClientError` with the server's sentence where there is no answer. Filters are those of the pages:
    `parties`, `topic`, `since`, `until`, `language`, and of statements `party`, `speaker`, `act`, `outlet` and `country`; of
    several values a list is taken.
    """

    def __init__(self, base: str = LOCAL, *, ui: str = "en", seconds: float = 60) -> None:
        self._base, self._ui = parse_url(base.rstrip("/")), ui
        self._pool = PoolManager(timeout=Timeout(connect=10, read=seconds), retries=False)

    def __enter__(self) -> Client:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._pool.clear()

    def health(self) -> answers.Health:
        """Return that the server can answer, and its version."""
        return self._get(answers.Health, "/healthz")

    def map(self, *parties: str, **filters: Given) -> answers.MapAnswer:
        """Return the map of two parties, or of the two that are reported most."""
        return self._get(answers.MapAnswer, "/map.json", parties=parties, **filters)

    def cell(self, topic: str, *parties: str, **filters: Given) -> answers.CellAnswer:
        """Return a cell of a map with its first statements."""
        return self._get(answers.CellAnswer, f"/map/{_part(topic)}.json", parties=parties, **filters)

    def evidence(self, topic: str, *parties: str, **filters: Given) -> Iterator[answers.Said]:
        """Yield all statements of a cell, some at a time as they are read."""
        first = 0
        while found := self.cell(topic, *parties, first=str(first), **filters).statements:
            yield from found
            first += len(found)

    def why(self, topic: str, *parties: str, **filters: Given) -> answers.WhyAnswer:
        """Return what the relation of a cell hangs on: what it would be without some statements, or without an outlet."""
        return self._get(answers.WhyAnswer, f"/map/{_part(topic)}/why.json", parties=parties, **filters)

    def document(self, key: str) -> Reading:
        """Return the reading of a document by its id."""
        return self._get(Reading, f"/documents/{_part(key)}.json")

    def documents(self, *parties: str, **filters: Given) -> Iterator[Reading]:
        """Yield the readings of the documents that a map rests on, each once."""
        known: set[str] = set()
        for topic in dict.fromkeys(row.topic for row in self.map(*parties, **filters).rows):
            for said in self.evidence(topic, *parties, **filters):
                if said.document_id not in known:
                    known.add(said.document_id)
                    yield self.document(said.document_id)

    def search(self, query: str, **filters: Given) -> answers.SearchAnswer:
        """Return what answers a query; `within` is documents or statements, `limit` how many."""
        return self._get(answers.SearchAnswer, "/search.json", query=query, **filters)

    def timeline(self, *parties: str, **filters: Given) -> sheets.TimelineAnswer:
        """Return what two parties did and said in time."""
        return self._get(sheets.TimelineAnswer, "/timeline.json", parties=parties, **filters)

    def network(self, **choices: Given) -> answers.NetworkAnswer:
        """Return the network of `rows` (party, actor, outlet), by `mode`, `aggregation`, `normalization`, `duplicates`."""
        return self._get(answers.NetworkAnswer, "/network.json", **choices)

    def drawing(self, **choices: Given) -> Drawing:
        """Return the network as its page draws it: places of nodes, and the strongest ties."""
        return self._get(Drawing, "/network/drawn.json", **choices)

    def meetings(self, *parties: str, **filters: Given) -> tuple[answers.Meeting, ...]:
        """Return meetings, calls and visits."""
        return self._get(tuple[answers.Meeting, ...], "/meetings.json", parties=parties, **filters)

    def accounts(self, event: str, *parties: str, **filters: Given) -> answers.AccountsAnswer:
        """Return both sides' accounts of a meeting, by its number or as `detente compare` takes it."""
        return self._get(answers.AccountsAnswer, f"/meetings/{_part(event)}.json", parties=parties, **filters)

    def commitments(self, *parties: str, **filters: Given) -> answers.LedgerAnswer:
        """Return what two parties promised, and what became of it."""
        return self._get(answers.LedgerAnswer, "/commitments.json", parties=parties, **filters)

    def actors(self, **filters: Given) -> sheets.ActorsAnswer:
        """Return who speaks for whom."""
        return self._get(sheets.ActorsAnswer, "/actors.json", **filters)

    def profile(self, name: str, **filters: Given) -> sheets.Sheet:
        """Return what is known of a speaker or party."""
        return self._get(sheets.Sheet, f"/actors/{_part(name)}.json", **filters)

    def topics(self, **filters: Given) -> sheets.TopicsAnswer:
        """Return of what is spoken."""
        return self._get(sheets.TopicsAnswer, "/topics.json", **filters)

    def sources(self, **filters: Given) -> answers.SourcesAnswer:
        """Return who relays whom, and on whom records rest."""
        return self._get(answers.SourcesAnswer, "/sources.json", **filters)

    def failures(self) -> tuple[answers.NotRead, ...]:
        """Return what could not be read."""
        return self._get(tuple[answers.NotRead, ...], "/failures.json")

    def add(self, text: str = "", *, files: Iterable[str | Path] = ()) -> jobs.Job:
        """Have the server read a text, what is at addresses (one a line), or files; returns the job, of several the last."""
        fields: list[tuple[str, Any]] = [("text", text)] if text else []
        fields += [("files", (Path(file).name, Path(file).read_bytes())) for file in files]
        return self._post(jobs.Job, "/add.json", fields)

    def follow(self, address: str) -> jobs.Job:
        """Have the server follow a feed, a sitemap or an OPML file; returns its first job."""
        return self._post(jobs.Job, "/feeds.json", [("address", address)])

    def unfollow(self, address: str) -> tuple[jobs.Feed, ...]:
        """Have the server follow a feed no longer; returns those that it follows still."""
        return self._post(tuple[jobs.Feed, ...], "/feeds/stop.json", [("address", address)])

    def feeds(self) -> tuple[jobs.Feed, ...]:
        """Return the feeds that are followed."""
        return self._get(tuple[jobs.Feed, ...], "/feeds.json")

    def job(self, key: str) -> jobs.Job:
        """Return how a job stands."""
        return self._get(jobs.Job, f"/jobs/{_part(key)}.json")

    def cancel(self, key: str) -> jobs.Job:
        """End a job before its next article."""
        return self._post(jobs.Job, f"/jobs/{_part(key)}/cancel.json", [])

    def events(self, key: str, after: int = 0) -> Iterator[jobs.Step | jobs.Job]:
        """Yield what becomes of each article of a job, and how the job stands, until it is over."""
        answer = self._ask("GET", f"/jobs/{_part(key)}/events", {}, headers={"Last-Event-ID": str(after)}, preload_content=False)
        try:
            yield from _events(answer)
        finally:
            answer.close()

    def wait(self, job: jobs.Job) -> jobs.Job:
        """Return a job when it is over."""
        for _ in self.events(job.id):
            continue
        return self.job(job.id)

    def _get(self, kind: type[Answer], path: str, **asked: Given) -> Answer:
        return _decoded(kind, self._ask("GET", path, asked))

    def _post(self, kind: type[Answer], path: str, fields: list[tuple[str, Any]]) -> Answer:
        return _decoded(kind, self._ask("POST", path, {}, fields=fields))

    def _ask(self, method: str, path: str, asked: Mapping[str, Given], **how: Any) -> BaseHTTPResponse:
        told = {name: value if isinstance(value, str) else ",".join(value) for name, value in {**asked, "ui": self._ui}.items()}
        query = "&".join(f"{quote(name)}={quote(value, safe='')}" for name, value in told.items() if value)
        where = Url(self._base.scheme, self._base.auth, self._base.host, self._base.port, f"{self._base.path or ''}{path}", query).url
        try:
            answer = self._pool.request(method, where, redirect=False, **how)
        except HTTPError as error:
            raise ClientError(f"{self._base}: no server answers ({type(error).__name__}); start `detente serve`") from None
        if answer.status >= 400:
            raise ClientError(_sentence(answer), answer.status)
        return answer


def _part(name: str) -> str:
    """A part of a path.

    >>> _part("person:Harlan Price/1")
    'person:Harlan%20Price%2F1'
    """
    return quote(name, safe=":,")


def _decoded(kind: type[Answer], answer: BaseHTTPResponse) -> Answer:
    try:
        return msgspec.json.decode(answer.data, type=kind)
    except msgspec.MsgspecError as error:
        raise ClientError(f"the server's answer is not understood ({error}); is it of another version?") from None


def _sentence(answer: BaseHTTPResponse) -> str:
    """What the server says is wrong."""
    body = answer.data.decode(errors="replace").strip()
    try:
        return msgspec.json.decode(body, type=answers.Refusal).error
    except msgspec.MsgspecError:
        return body.splitlines()[0] if body and not body.startswith("<") else f"status {answer.status}"


def _events(answer: BaseHTTPResponse) -> Iterator[jobs.Step | jobs.Job]:
    """The events of a stream: https://html.spec.whatwg.org/multipage/server-sent-events.html"""
    kinds: dict[str, type[jobs.Step | jobs.Job]] = {"step": jobs.Step, "job": jobs.Job}
    name = ""
    for line in _lines(answer):
        field, _, value = line.partition(": ")
        if field == "event":
            name = value
        elif field == "data" and name in kinds:
            yield msgspec.json.decode(value, type=kinds[name])


def _lines(answer: BaseHTTPResponse) -> Iterator[str]:
    begun = b""
    for piece in answer.stream(amt=None):
        *whole, begun = (begun + piece).split(b"\n")
        yield from (line.decode() for line in whole)
