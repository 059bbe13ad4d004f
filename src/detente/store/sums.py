"""The sums of two parties: as they are kept, or made of the days, topics and languages that are asked for."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, and_, bindparam, case, exists, func, or_, select

from detente.pipeline import Selection

from .days import in_days
from .derived import counts, held, said, settled
from .recount import NONE, THROUGH, deed_key, topic_key
from .tables import documents, parties

_read = documents.alias("among_asked")
OF_CELLS = ("deeds", "told", "through-cell")
OF_EITHER = ("documents", "statements", "reports", "through", "topics")
OF_DOCUMENTS = ("documents", "reports")
OF_STATEMENTS = ("statements", "unknown", "untopical")
Sums = dict[str, Counter[tuple[str, str, str]]]  # by kind; then by scope, topic and key

_AMONG = counts.c.scope.in_(bindparam("scopes", expanding=True))
_OF_CELLS = select(counts.c.scope, counts.c.topic, counts.c.key, counts.c.number).where(counts.c.kind == bindparam("kind"), _AMONG)
_OF_EITHER = select(counts.c.kind, counts.c.scope, counts.c.topic, counts.c.key, counts.c.number).where(
    counts.c.kind.in_(bindparam("kinds", expanding=True)), _AMONG
)


class Asked(NamedTuple):
    """Two parties by code, in order; what was said of it all, and in documents of which languages and outlets (none: all).

    `least` is the score that a statement must have to count in a cell.
    """

    pair: tuple[str, str]
    selection: Selection = Selection()
    languages: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    least: float = 0.0

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return self.selection == Selection() and not self.is_of_some and not self.least

    @property
    def is_of_some(self) -> bool:
        """Whether only some documents are asked for, by what they are."""
        return bool(self.languages or self.outlets)

    @property
    def is_dated(self) -> bool:
        """Whether a period is asked for."""
        return bool(self.selection.since or self.selection.until)


def sums_between(connection: Connection, asked: Asked) -> Sums:
    """Return the sums of two parties: by party, or of the documents in which either speaks, with no scope."""
    return _kept(connection, asked) if asked.is_all else _made(connection, asked)


def _kept(connection: Connection, asked: Asked) -> Sums:
    """The sums that are kept. What is in documents of either is in those of one, or of the other, less what is in those of both."""
    found = _kept_of_either(connection, asked, OF_EITHER)
    for kind in OF_CELLS:
        rows = connection.execute(_OF_CELLS, {"kind": kind, "scopes": asked.pair}).all()
        found[kind] = Counter({(scope, topic, key): number for scope, topic, key, number in rows})
    return found


def _kept_of_either(connection: Connection, asked: Asked, kinds: tuple[str, ...]) -> Sums:
    one, other = asked.pair
    both = f"{one}+{other}"
    found: Sums = defaultdict(Counter)
    for kind, scope, topic, key, number in connection.execute(_OF_EITHER, {"kinds": kinds, "scopes": (one, other, both)}).all():
        found[kind]["", topic, key] += -number if scope == both else number
    return found


def _made(connection: Connection, asked: Asked) -> Sums:
    """The sums of what is asked for; how many documents there are does not depend on days and topics, and is kept."""
    found = defaultdict(Counter) if asked.is_of_some else _kept_of_either(connection, asked, OF_DOCUMENTS)
    for kind, query in _queries(asked).items():
        if asked.is_of_some or kind not in OF_DOCUMENTS:
            found[kind] = Counter({(scope, topic, key): int(number) for scope, topic, key, number in connection.execute(query)})
    for through, *numbers in connection.execute(_said(asked)):
        found["through"]["", "", through] = int(numbers[0])
        found["statements"].update({("", "", name): int(number) for name, number in zip(OF_STATEMENTS, numbers, strict=True)})
    return found


def heard(asked: Asked, column: Any) -> list[Any]:
    """Return the conditions that a document, by its id, is one in which either speaks, in a language asked for."""
    return [column.in_(select(parties.c.document_id).where(parties.c.party.in_(asked.pair))), *among_asked(asked, column)]


def heard_then(asked: Asked, column: Any) -> list[Any]:
    """The same, in another form where days are asked for: so an index of days leads, and not all that both ever said is looked at."""
    if not asked.is_dated:
        return heard(asked, column)
    return [exists().where(parties.c.document_id == column, parties.c.party.in_(asked.pair)), *among_asked(asked, column)]


def is_of(asked: Asked) -> Any:
    """Return the condition that a row of `held` is of one of the pair; where days are asked for, their index leads."""
    return (held.c.party + "" if asked.is_dated else held.c.party).in_(asked.pair)


def among_asked(asked: Asked, column: Any) -> list[Any]:
    """Return the condition that a document, by its id, is in a language and of an outlet asked for; none where all are."""
    wanted = ((_read.c.language, asked.languages), (_read.c.outlet, asked.outlets))
    conditions = [each.in_(some) for each, some in wanted if some]
    return [exists().where(_read.c.id == column, *conditions)] if conditions else []


def on_days(asked: Asked, day: Any) -> list[Any]:
    """Return the conditions that a day is one that is asked for; none without a period."""
    return in_days(day, asked.selection.since, asked.selection.until)


def is_held(asked: Asked) -> list[Any]:
    """Return the conditions that a row of `held` is asked for, whoever holds it."""
    topics = [held.c.topic.in_(sorted(asked.selection.topics))] if asked.selection.topics else []
    least = [held.c.score >= asked.least] if asked.least else []
    return [*topics, *least, *on_days(asked, held.c.day), *among_asked(asked, held.c.document_id)]


def _is_selected(asked: Asked) -> list[Any]:
    """The conditions that a row of `said` is of the topics and days asked for."""
    topics = [said.c.topics.contains(f" {topic} ", autoescape=True) for topic in sorted(asked.selection.topics)]
    return [*on_days(asked, said.c.day), *([or_(*topics)] if topics else [])]


def speaks(connection: Connection, asked: Asked, party: str) -> bool:
    """Return whether a party speaks in what is asked for."""
    if asked.is_all:
        query = select(counts.c.key).where(counts.c.kind == "speaking", counts.c.scope == party)
    else:
        sides = ("+" + said.c.sides + "+").contains(f"+{party}+", autoescape=True)
        mine = [parties.c.party == party, sides, said.c.repeats.is_(None), *_is_selected(asked), *among_asked(asked, said.c.document_id)]
        query = select(said.c.sides).join(parties, parties.c.document_id == said.c.document_id).where(*mine)
    return connection.execute(query.limit(1)).first() is not None


def is_told(connection: Connection, pair: tuple[str, str]) -> bool:
    """Return whether both of two parties speak, or an article is on one that does and the other."""
    speaking = select(func.count()).where(counts.c.kind == "speaking", counts.c.scope.in_(pair), counts.c.number > 0)
    silent = select(counts.c.key).where(counts.c.kind == "silent", counts.c.scope == "+".join(pair), counts.c.number > 0)
    return connection.scalar(speaking) == len(pair) or connection.execute(silent.limit(1)).first() is not None


def one_if(is_so: Any) -> Any:
    """Return a column of 1 where something is so, else of 0."""
    return case((is_so, 1), else_=0)


def _queries(asked: Asked) -> dict[str, Select[Any]]:
    return {**_of_documents(asked), **_of_cells(asked)}


def _said(asked: Asked) -> Select[Any]:
    """How many statements there are in the documents in which either speaks, and how many are not understood, by through whom they came."""
    not_understood = func.sum(one_if(said.c.is_unknown)), func.sum(one_if(said.c.topics == ""))
    query = select(THROUGH, func.count(), *not_understood).join(settled, settled.c.document_id == said.c.document_id)
    return query.where(*heard_then(asked, said.c.document_id), *_is_selected(asked)).group_by(THROUGH)


def _of_documents(asked: Asked) -> dict[str, Select[Any]]:
    """The sums of the documents in which either speaks."""
    language, topic = documents.c.language, topic_key()
    once = [*heard_then(asked, held.c.document_id), *is_held(asked), held.c.repeats.is_(None)]
    return {
        "documents": select(NONE, NONE, language, func.count()).where(*heard(asked, documents.c.id)).group_by(language),
        "reports": select(NONE, NONE, NONE, func.count(settled.c.cluster.distinct())).where(*heard(asked, settled.c.document_id)),
        "topics": select(NONE, held.c.topic, topic, func.count()).where(*once).group_by(held.c.topic, topic),
    }


def _of_cells(asked: Asked) -> dict[str, Select[Any]]:
    """The sums of what each of both says on a topic."""
    of, deed, mine = (held.c.party, held.c.topic), deed_key(), [is_of(asked), *is_held(asked)]
    once = [*mine, held.c.repeats.is_(None)]
    joint = and_(said.c.document_id == held.c.document_id, said.c.place == held.c.statement)
    through = select(*of, THROUGH, func.count()).join(said, joint).join(settled, settled.c.document_id == held.c.document_id)
    return {
        "deeds": select(*of, deed, func.count()).where(*once).group_by(*of, deed),
        "told": select(*of, NONE, func.count(held.c.utterance.distinct())).where(*once, held.c.is_own).group_by(*of),
        "through-cell": through.where(*mine).group_by(*of, THROUGH),
    }
