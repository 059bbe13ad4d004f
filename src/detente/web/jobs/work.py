"""A job as it goes on: one thread does it, others look on."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from threading import Event, Lock

from detente.client.jobs import Job, MapChange, Step
from detente.desk.keeping import Came
from detente.intake import Article

from .order import Order

KEPT_STEPS = 400
MINUTE = 60.0
Now = Callable[[], float]


class Cancelled(BaseException):
    """Somebody wants no more of a job; what takes any fault of an article for a failure of that article lets this pass."""


class Work:
    """A job, its log, and the wish to end it."""

    def __init__(self, key: str, order: Order, now: Now) -> None:
        self.key, self.order, self._now = key, order, now
        self.ends = Event()
        self._lock = Lock()
        self._steps: deque[Step] = deque(maxlen=KEPT_STEPS)
        self._outcomes: Counter[str] = Counter()
        self._state, self._failure, self._total = "waiting", "", order.total
        self._number, self._began, self._ended = 0, 0.0, 0.0
        self.maps: tuple[MapChange, ...] = ()

    def begin(self) -> None:
        """Note that it goes on from now."""
        with self._lock:
            self._state, self._began = "running", self._now()

    def end(self, state: str, failure: str = "") -> None:
        """Note how it ended."""
        with self._lock:
            self._state, self._failure, self._ended = state, failure, self._now()
            self._total = self._number if state == "done" else self._total
        self.order.clear()

    def cancel(self) -> None:
        """Wish it to end."""
        self.ends.set()

    def came(self, came: Came) -> None:
        """Note what became of an article."""
        with self._lock:
            self._outcomes[came.outcome] += 1
            if came.outcome != "left":
                self._number += 1
                self._steps.append(Step(self._number, came.outcome, came.article.source, came.sentence, came.document_id))

    def along(self, articles: Iterable[Article], waiting: Callable[[], int] | None = None) -> Iterator[Article]:
        """Yield articles until the job is to end; `waiting` tells how many more are known to come."""
        for article in articles:
            self.check()
            yield article
            if waiting:
                self._total = self._number + 1 + waiting()

    def check(self) -> None:
        """Raise `Cancelled` where the job is to end."""
        if self.ends.is_set():
            raise Cancelled

    def steps(self, after: int = 0) -> tuple[Step, ...]:
        """Return the steps that are kept, after one with a number."""
        with self._lock:
            return tuple(step for step in self._steps if step.number > after)

    def shown(self) -> Job:
        """Return the job as it stands."""
        with self._lock:
            passed = (self._ended or self._now()) - self._began if self._began else 0.0
            rate = self._number / passed if self._number and passed > 0 else None
            open_ = self._total - self._number if self._total is not None and self._state == "running" else 0
            return Job(
                id=self.key, kind=self.order.kind, name=self.order.name, state=self._state, outcomes=dict(sorted(self._outcomes.items())),
                done=self._number, total=self._total, per_minute=rate and round(rate * MINUTE, 1),
                seconds_left=round(open_ / rate, 1) if rate and open_ > 0 else None, maps=self.maps, failure=self._failure,
                first=self._steps[0].number if self._steps else 1,
            )  # fmt: skip
