"""From addresses to articles: lists are followed to their pages, and what is known and unchanged is not fetched again."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator
from hashlib import sha256
from time import perf_counter
from typing import NamedTuple, Protocol

from detente.intake import Article, IntakeError
from detente.intake.kinds import OPML, kind_of, unpacked
from detente.store import Fetch

from .address import cleaned, place_of
from .connect import OK, Answer
from .failure import REFUSED, FetchError, is_final, refused_status
from .fetcher import Fetcher
from .gathered import Budget, Gathered
from .lists import Entry, Listing, read_list
from .polite import Later

LOG = logging.getLogger(__name__)
UNCHANGED = 304
DEEPEST = 4  # lists in lists: an OPML file, an index of sitemaps, a sitemap, and one to spare
MOST_BYTES = 50_000_000  # https://www.sitemaps.org/protocol.html: no sitemap is larger
NOT_YET = "not yet"
NOTHING = sha256(b"").hexdigest()


class Memory(Protocol):
    """What is remembered of earlier visits: a store."""

    def fetched(self, address: str) -> Fetch | None:
        """Return how an address answered last."""

    def remember(self, fetch: Fetch) -> None:
        """Keep how an address answered."""


class Visit(NamedTuple):
    """An address to be asked.

    `said` is what the list that names it says of it, `of` that list where it names pages, `depth` in how many lists it
    stands; `may_list` tells whether it may be a list itself.
    """

    address: str
    budget: Budget
    may_list: bool = True
    said: str = ""
    of: Gathered | None = None
    depth: int = 0


class Follower:
    """One walk over addresses and all that they name; hosts take turns, so that no wait for one holds up another.

    `is_kept` tells whether what is kept of a source was made from bytes with a hash as it would be made now; `read_as`
    stands for how that is. `most` limits the pages of each feed or sitemap (0: all).
    """

    def __init__(self, fetcher: Fetcher, memory: Memory, is_kept: Callable[[str, str], bool], *, read_as: str, most: int = 0) -> None:
        self._fetcher, self._memory, self._is_kept, self._read_as, self._most = fetcher, memory, is_kept, read_as, most
        self._waiting: dict[str, deque[Visit]] = {}
        self._seen: set[str] = set()
        self.left_out = 0
        self.unchanged: list[str] = []  # sources of pages that did not have to come again
        self.followed: list[Fetch] = []  # lists, to be remembered when all that was found is kept

    def add(self, address: str) -> None:
        """Note an address that was given."""
        self._line_up(Visit(address, Budget(self._most)))

    def add_list(self, body: bytes, name: str) -> None:
        """Note what a list that was given as a file names. Raises `IntakeError` or `FetchError` for one that cannot be read."""
        found = unpacked(body, name, MOST_BYTES)
        self._open(read_list(found, kind_of(found), name), Visit(name, Budget(self._most)), None)

    def articles(self) -> Iterator[Article]:
        """Yield the articles that there are, and of the other addresses why there is none."""
        while visit := self._next():
            started = perf_counter()
            try:
                article = self._visit(visit)
            except Later as later:
                self._waiting.setdefault(later.host, deque()).appendleft(visit)
                continue
            LOG.info("%s: %s in %.0f ms", visit.address, _outcome(article), 1000 * (perf_counter() - started))
            if article:
                yield article
            if visit.of:
                self.followed += visit.of.done()

    def waiting(self) -> int:
        """Return how many visits are known to come."""
        return sum(map(len, self._waiting.values()))

    def _next(self) -> Visit | None:
        """The first visit of the host whose turn comes first."""
        waiting = [host for host, visits in self._waiting.items() if visits]
        return self._waiting[min(waiting, key=self._fetcher.turns.ready)].popleft() if waiting else None

    def _line_up(self, visit: Visit) -> None:
        """Let a visit wait with others to its host; what is no address waits with those to none, to be told in its turn."""
        try:
            address = cleaned(visit.address)
            host = place_of(address).host
        except FetchError:
            address, host = visit.address, ""
        if address not in self._seen:
            self._seen.add(address)
            if visit.of:
                visit.of.opened()
            self._waiting.setdefault(host, deque()).append(visit._replace(address=address))

    def _visit(self, visit: Visit) -> Article | None:
        """The article at an address; none of a list, and of a page that is unchanged."""
        known = self._memory.fetched(visit.address)
        if known and not visit.depth:
            visit = visit._replace(said=known.listed)
        if known and not visit.may_list and self._is_settled(known, visit):
            self.unchanged += [known.source] if known.status == OK else []
            return None
        if visit.depth and visit.may_list and visit.budget.is_spent:
            return None
        try:
            return self._ask(visit, known)
        except (FetchError, IntakeError) as error:
            return self._failed(visit, error, known)
        except Later:
            raise
        except Exception as error:  # one page's surprise must not end the visits to a thousand others
            LOG.debug("%s", visit.address, exc_info=True)
            fault = f"{visit.address}: a fault in Détente ({type(error).__name__}); please report it with this line"
            return self._failed(visit, FetchError(fault, again=True), known)

    def _is_settled(self, known: Fetch, visit: Visit) -> bool:
        """Whether a page that a list names is as it was when it was fetched, by what the list says of it."""
        return is_final(known.status) and known.listed == visit.said and self._is_kept(known.source, known.sha256)

    def _is_current(self, known: Fetch) -> bool:
        """Whether nothing has to be read anew if an address answers as it did."""
        if known.is_list:
            return known.listed == self._read_as
        return known.status == OK and self._is_kept(known.source, known.sha256)

    def _ask(self, visit: Visit, known: Fetch | None) -> Article | None:
        current = known if known and self._is_current(known) else None
        answer = self._fetcher.attempt(visit.address, current)
        if answer.status == OK:
            return self._found(visit, answer)
        if not current or answer.status != UNCHANGED:
            raise refused_status(visit.address, answer.status)
        if not current.is_list:
            self.unchanged.append(current.source)
            self._memory.remember(current._replace(listed=visit.said))
        return None

    def _found(self, visit: Visit, answer: Answer) -> Article | None:
        """What an answer brings: an article, or a list that is followed."""
        source, content_type = cleaned(answer.address), answer.headers.get("content-type", "")
        body = unpacked(answer.body, visit.address, MOST_BYTES)
        row = Fetch(visit.address, source, OK, False, answer.headers.get("etag"), answer.headers.get("last-modified"))
        if visit.may_list and (kind := kind_of(body)):
            listing = read_list(body, kind, answer.address, content_type)
            self._memory.remember(row._replace(is_list=True, listed=NOT_YET))
            self._open(listing, visit, row._replace(is_list=True, listed=self._read_as))
            return None
        article = Article(source, body, url=source, content_type=content_type)
        self._memory.remember(row._replace(sha256=article.sha256, listed=visit.said))
        return article

    def _open(self, listing: Listing, visit: Visit, row: Fetch | None) -> None:
        """Line up what a list names; one of lists is asked whole each time, since these change without it."""
        if visit.depth == DEEPEST:
            raise FetchError(f"{visit.address}: lists of lists of lists are not followed; give the lists in it")
        of = Gathered(row) if row and not listing.of_lists else None
        for entry in listing.entries:
            if listing.of_lists or visit.budget.take():
                self._line_up(self._inner(entry, listing, visit, of))
            else:
                self.left_out += 1
                if of:
                    of.spoil()
        if of:
            self.followed += of.done()

    def _inner(self, entry: Entry, listing: Listing, visit: Visit, of: Gathered | None) -> Visit:
        """The visit to what a list names; each feed of an OPML file may have as many pages as one that is given by itself."""
        budget = Budget(self._most) if listing.kind == OPML else visit.budget
        return Visit(entry.address, budget, listing.of_lists, entry.said, of, visit.depth + 1)

    def _failed(self, visit: Visit, error: Exception, known: Fetch | None) -> Article:
        """The failure of an address; what was kept of a page before stays the last that is known of it."""
        status = error.status if isinstance(error, FetchError) else REFUSED
        if not (known and known.is_list):
            row = known or Fetch(visit.address, visit.address, status, sha256=NOTHING)
            self._memory.remember(row._replace(status=status, listed=visit.said))
        if visit.of and not is_final(status):
            visit.of.spoil()
        return Article(visit.address, b"", failure=str(error))


def _outcome(article: Article | None) -> str:
    """What a visit brought, for the log.

    >>> _outcome(Article("http://news.example/a", b"<p>"))
    '3 bytes'
    """
    if article is None:
        return "followed, or unchanged"
    return "failed" if article.failure else f"{len(article.body)} bytes"
