"""What the API of a server answers, as types: the client reads answers by them, and OpenAPI describes answers by them."""

from __future__ import annotations

from typing import Any

from detente.analysis.commitments import Commitment
from detente.store import Hit

from .base import Answer

Row = dict[str, str | int | float | None]


class Refusal(Answer, frozen=True):
    """Why there is no answer, in a sentence."""

    error: str


class Health(Answer, frozen=True):
    """That a server can answer, and its version."""

    status: str
    version: str


class MapSide(Answer, frozen=True):
    """One side of a cell; lists are joined by `; `. `evidence` is the address of the statements, `sure` how surely the relation holds."""

    topic: str
    topic_label: str
    relation: str
    by: str | None
    party: str
    party_label: str
    statements: int
    own_word: bool
    per: str | None
    words: str
    sources: str
    score: float
    method: str
    sure: float | None
    sure_low: float | None
    sure_high: float | None
    evidence: str


class WasRead(Answer, frozen=True):
    """What a map rests on: documents and statements, how many are independent, and from when to when."""

    documents: int
    independent: int
    languages: tuple[str, ...]
    first: str | None
    last: str | None
    statements: int
    outlets: int
    unknown_acts: int
    without_topic: int


class MapAnswer(Answer, frozen=True):
    """The map of two parties: a row for each side of a cell, relations by period, and what was read for it."""

    parties: tuple[str, str]
    asked: dict[str, str]
    rows: tuple[MapSide, ...]
    periods: dict[str, Any]
    read: WasRead
    reliability: tuple[dict[str, Any], ...]


class Piece(Answer, frozen=True):
    """Words of an article, and as attributes of HTML what a switch of scripts needs."""

    text: str
    scripts: str = ""


class Said(Answer, frozen=True):
    """A statement as evidence; `side` is left, right, both or other, `before` and `after` is the rest of the sentence around its words."""

    statement_id: str
    document_id: str
    side: str
    party: str
    speaker: str
    office: str | None
    act: str
    words: tuple[Piece, ...]
    before: str
    after: str
    language: str
    topics: tuple[tuple[str, str], ...]
    via: str
    addressee: str | None
    said_on: str | None
    outlet: str | None
    published: str | None
    title: str
    place: str
    rule: str
    score: float
    citation: str


class CellAnswer(Answer, frozen=True):
    """A cell of a map with some of its statements, from the number `first` on."""

    parties: tuple[str, str]
    topic: str
    relation: str
    by: str | None
    first: int
    statements: tuple[Said, ...]


class WhyRow(Answer, frozen=True):
    """What the relation of a cell would be without some statements or without an outlet; lists are joined by `; `."""

    without: str
    outlet: str
    outlet_label: str
    statements: int
    of: int
    relation: str
    by: str | None
    changes: bool
    evidence: str
    method: str


class WhyAnswer(Answer, frozen=True):
    """What a cell hangs on; `cited` are the statements of the first rows as citations, by id."""

    parties: tuple[str, str]
    topic: str
    relation: str | None
    by: str | None
    method: str | None
    statements: int
    right: Any
    told: Any
    rows: tuple[WhyRow, ...]
    cited: dict[str, str]


class SearchAnswer(Answer, frozen=True):
    """What answers a query, the best first; `was_cut` tells that so many passages do that only the newest were ranked."""

    hits: tuple[Hit, ...]
    was_cut: bool


class Node(Answer, frozen=True):
    """A node of a network with its figures: see `detente.analysis.standing`."""

    id: str
    label: str
    kind: str
    claims: int
    degree: int
    strength: float
    betweenness: float
    eigenvector: float
    community: int
    likely: tuple[int, int] | None = None


class NetworkTie(Answer, frozen=True):
    """A tie of a network."""

    one: str
    one_label: str
    other: str
    other_label: str
    sort: str
    weight: float
    count: float
    low: float | None = None
    high: float | None = None
    count_low: int | None = None
    count_high: int | None = None


class Net(Answer, frozen=True):
    """A network in a period."""

    period: str
    claims: int
    left_out: int
    nodes: tuple[Node, ...]
    ties: tuple[NetworkTie, ...]
    likely: tuple[int, int] | None = None
    reports: int | None = None


class NetworkAnswer(Answer, frozen=True):
    """Networks, and how they were made."""

    kind: dict[str, Any]
    networks: tuple[Net, ...]
    trust: tuple[str, ...]
    languages: dict[str, int]


class PassedOn(Answer, frozen=True):
    """How many statements came through one number of sources, how many there are likely to be, and their ids."""

    number: int
    likely: tuple[int, int] | None
    statements: tuple[str, ...]


class SourcesAnswer(Answer, frozen=True):
    """Who relays whom, through how many statements came (`depths`), on whom the record of either side rests, what the press of one leaves out."""

    relays: tuple[dict[str, Any], ...]
    depths: dict[str, PassedOn]
    records: tuple[dict[str, Any], ...]
    parties: tuple[str, ...] | None
    press: dict[str, int]
    coverage: tuple[dict[str, Any], ...]
    trust: tuple[str, ...]


class Meeting(Answer, frozen=True):
    """A meeting, call or visit; `number` is what its accounts are asked by."""

    number: int
    date: str | None
    type: str
    parties: str
    places: str
    accounts: int


class Sure(Answer, frozen=True):
    """A share of what is right, and the interval that it lies in with 95 per cent."""

    value: float
    low: float
    high: float


class Judged(Answer, frozen=True):
    """Of a fate or an account: how many were found, how many there are likely to be, and how surely one that was found is right."""

    found: int
    likely: tuple[int, int] | None
    sure: Sure


class AccountsAnswer(Answer, frozen=True):
    """Both sides' accounts of a meeting: the meeting, how many reports tell each, and a row for what is told on a topic."""

    meeting: dict[str, Any]
    reports: dict[str, int]
    rows: tuple[Row, ...]
    trust: tuple[str, ...]
    accounts: dict[str, Judged] = {}


class LedgerAnswer(Answer, frozen=True):
    """What two parties promised, proposed and agreed, and what became of it."""

    parties: tuple[str, ...]
    as_of: str | None
    readings: int
    commitments: tuple[Commitment, ...]
    trust: tuple[str, ...]
    likely: tuple[int, int] | None = None
    fates: dict[str, Judged] = {}


class NotRead(Answer, frozen=True):
    """What could not be read, at which stage and why."""

    path: str
    stage: str
    kind: str
    message: str
