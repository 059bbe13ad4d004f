"""Jobs and feeds as a server tells of them: how far a job is, what became of each article, and what that changes in maps."""

from __future__ import annotations

from .base import Answer


class Step(Answer, frozen=True):
    """What became of one article: `new`, `anew`, `known`, `skipped`, or `failed` with a sentence. Steps are numbered from 1."""

    number: int
    outcome: str
    source: str
    sentence: str = ""
    document_id: str = ""


class Changed(Answer, frozen=True):
    """A cell whose relation or number of statements is another than before; null where there was, or is, none."""

    topic: str
    before: str | None
    now: str | None
    statements: int


class MapChange(Answer, frozen=True):
    """What a job changed in the map of two parties."""

    parties: tuple[str, str]
    cells: tuple[Changed, ...]


class Job(Answer, frozen=True):
    """A job: `waiting`, `running`, `done`, `cancelled`, or `failed` with a sentence.

    `total` is null as long as it is not known how many articles come; `first` is the first step that is still kept.
    """

    id: str
    kind: str
    name: str
    state: str
    outcomes: dict[str, int] = {}
    done: int = 0
    total: int | None = None
    per_minute: float | None = None
    seconds_left: float | None = None
    maps: tuple[MapChange, ...] = ()
    failure: str = ""
    first: int = 1

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self.state not in ("waiting", "running")


class Feed(Answer, frozen=True):
    """A feed that is followed: since when, and when it was asked last (ISO 8601, UTC)."""

    address: str
    since: str
    asked: str | None = None
