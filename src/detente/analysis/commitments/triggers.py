"""The words of a sentence after which a commitment may stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from detente.records import Span

from .article import Article
from .records import AGREEMENT, PROMISE, PROPOSAL

AGREE, NEGATED = "AGREE", "not-"
RUSSIAN, NOT = "ru", (" не ", "Не ")
KINDS = ((AGREEMENT, "agreed"), (PROPOSAL, "proposed"), (PROMISE, "future"), (PROMISE, "pledged"))


class Trigger(NamedTuple):
    """Words after which a commitment may stand; none where a statement's content begins."""

    kind: str
    start: int
    stop: int
    needs_day: bool = False
    is_behind: bool = False  # whether only what stands behind is the commitment

    @property
    def is_bare(self) -> bool:
        """Whether only a statement's act tells it."""
        return self.start == self.stop


def triggers_in(article: Article, sentence: Span) -> list[Trigger]:
    """Return the words of a sentence after which a commitment may stand, in order."""
    where = article.folded, sentence.start, sentence.stop
    told = [Trigger(kind, match.start(), match.end(), is_behind=name != "future") for kind, name in KINDS for match in article.words[name].finditer(*where)]
    told += [Trigger(PROMISE, match.start(), match.end(), needs_day=True) for match in article.words["intends"].finditer(*where)]
    told += [Trigger(PROMISE, span.start, span.stop) for span in _futures(article, sentence)]
    told += [Trigger(AGREEMENT, start, start, is_behind=True) for start in _joint_contents(article, sentence)]
    return sorted(told, key=lambda each: (each.start, each.kind))


def is_to_come(article: Article, sentence: Span) -> bool:
    """Return whether a sentence tells of something that is still ahead."""
    if article.words["to_come"].search(article.folded, sentence.start, sentence.stop):
        return True
    return any(True for _ in _futures(article, sentence))


def is_denied(article: Article, sentence: Span) -> bool:
    """Return whether a verb in the future is negated."""
    return any(article.folded.endswith(NOT, sentence.start, span.start) for span in _futures(article, sentence))


def _futures(article: Article, sentence: Span) -> Iterator[Span]:
    """The verbs in the future of a language whose verbs have one."""
    if article.language == RUSSIAN:
        from detente.languages.ru.futures import find_futures  # the dictionary is loaded for Russian only
        from detente.languages.ru.known import forms

        yield from find_futures(article.folded, sentence.start, sentence.stop, forms())


def _joint_contents(article: Article, sentence: Span) -> Iterator[int]:
    """Where in a sentence begins what both sides are told to have agreed."""
    for each in article.reading.statements:
        is_joint = each.speaker is not None and "+" in (each.speaker.party or "")
        if is_joint and each.act == AGREE and not each.cue.lemma.startswith(NEGATED):
            yield from (span.start for span in each.content[:1] if sentence.start <= span.start < sentence.stop)
