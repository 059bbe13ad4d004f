"""How one article is read, whatever process does it."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from detente.intake import Article, IntakeError
from detente.pipeline import made_by, read_page
from detente.records import FailedDocument, FailedReading, Failure, MadeBy, Page, Reading
from detente.resources.codebook import DEFAULT
from detente.resources.load import DataError
from detente.text.fold import encodable

Made = TypeVar("Made")


class Reader(NamedTuple):
    """With which codebook, in which languages (none: all), and by which extractor in a language, articles are read."""

    codebook: Path = DEFAULT
    languages: tuple[str, ...] = ()
    extractors: Mapping[str, str] = {}

    def read(self, article: Article) -> Reading | FailedReading:
        """Return the reading of an article; whatever goes wrong with it comes back as a failure."""
        return self.read_with_page(article)[0]

    def read_with_page(self, article: Article) -> tuple[Reading | FailedReading, Page | None]:
        """Return the reading of an article, and what its page tells beside the text."""
        found = self.read_and(_with_page, article)
        return (found, None) if isinstance(found, FailedReading) else found

    def read_and(self, make: Callable[[Reading, Page], Made], article: Article) -> Made | FailedReading:
        """Return what is made of the reading of an article and of what its page tells beside the text."""
        try:
            page = article.load()
            reading = read_page(
                page, self.codebook, path=article.source, languages=self.languages, extractors=self.extractors
            )
            return reading if isinstance(reading, FailedReading) else make(reading, replace(page, text=""))
        except IntakeError as error:
            return self._failed(article.source, Failure("intake", "unreadable", encodable(str(error))))
        except (KeyboardInterrupt, MemoryError, DataError):
            raise
        except Exception as error:  # one page's surprise must not end the reading of a thousand others
            return self.surprise(article.source, error)

    def surprise(self, source: str, error: BaseException) -> FailedReading:
        """Return a failure that names a fault's kind and place, and nothing of the article that its message might quote."""
        frames = traceback.extract_tb(error.__traceback__)
        place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
        message = f"{source}: a fault in Détente ({type(error).__name__}{place}); please report it with this line"
        return self._failed(source, Failure("reading", "fault", encodable(message)))

    def _failed(self, source: str, failure: Failure) -> FailedReading:
        return FailedReading(FailedDocument(encodable(source)), (failure,), made_by(self.codebook))

    def would_make(self, made: MadeBy) -> bool:
        """Return whether what made a reading or a failure is what this reader reads with."""
        code = made.plan.partition(":")[0]
        guest = self.extractors.get(code, "")
        return made == made_by(self.codebook, code, guest)


def _with_page(reading: Reading, page: Page) -> tuple[Reading, Page]:
    return reading, page
