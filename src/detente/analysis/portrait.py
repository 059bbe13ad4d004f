"""One actor or party: names, offices, topics with its latest words, acts, whom it addresses, events, outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from detente.records import Heard, Office, Record, Saying, Statement

from .happenings import Happening
from .speaking import Share, by_first, shares


class Spoken(Record, frozen=True):
    """How many statements are on a topic, and where the latest is in its own word: document and number of the statement."""

    topic: str
    statements: int
    latest: tuple[str, int] | None


class Portrait(Record, frozen=True):
    """What is known of an actor or a party (`id`); `names` by language.

    `parties` are whom an actor speaks for, `speakers` who speaks for a party. `acts` count claims, also those that report the
    same; `addressees` those whom its latest statements address; days are those of an actor's statements.
    """

    id: str
    names: dict[str, str]
    statements: int
    reports: int
    first: str
    last: str
    parties: tuple[Share, ...]
    speakers: tuple[Share, ...]
    offices: tuple[Office, ...]
    topics: tuple[Spoken, ...]
    acts: tuple[Share, ...]
    addressees: tuple[Share, ...]
    happenings: tuple[Happening, ...]
    outlets: tuple[Share, ...]


class Sums(Record, frozen=True):
    """What is heard of an actor or a party: in all, and by topic, outlet and party or speaker, each with its id as first key."""

    whole: list[Heard]
    topics: list[Heard]
    outlets: list[Heard]
    others: list[Heard]
    acts: list[Heard]


def portrait(
    who: str, names: dict[str, str], sums: Sums, days: tuple[str, str], offices: Iterable[Office], latest: Mapping[str, tuple[str, int]],
    addressees: tuple[Share, ...], happenings: tuple[Happening, ...],
) -> Portrait:  # fmt: skip
    """Return what is known; of all sums those of this id count."""
    (_, statements, reports), *_ = [each for each in sums.whole if each.keys == (who,)] or [Heard((who,), 0, 0)]
    topics = by_first(sums.topics).get(who, ())
    others = by_first(sums.others).get(who, ())
    return Portrait(
        who, names, statements, reports, *days, others if is_actor(who) else (), () if is_actor(who) else others, tuple(offices),
        tuple(Spoken(topic.key, topic.number, latest.get(topic.key)) for topic in topics), shares(sums.acts), addressees, happenings,
        by_first(sums.outlets, reports=True).get(who, ()),
    )  # fmt: skip


def is_actor(who: str) -> bool:
    """Whether an id is of an actor; parties have codes.

    >>> is_actor("person:Halvor Strand"), is_actor("NO")
    (True, False)
    """
    return ":" in who


def latest_on(sayings: Iterable[Saying], topics: Iterable[str]) -> dict[str, tuple[str, int]]:
    """Return where the latest statement in a side's own word on each of some topics is; sayings come from the latest back."""
    missing, found = set(topics), dict[str, tuple[str, int]]()
    for each in sayings:
        if each.is_own and each.topic in missing:
            found[each.topic] = each.document_id, each.statement
            missing.discard(each.topic)
        if not missing:
            break
    return found


def addressed(statements: Iterable[Statement]) -> tuple[Share, ...]:
    """Return whom statements address, by id, most first."""
    found = Counter(each.addressee.actor_id for each in statements if each.addressee)
    return tuple(Share(key, number) for key, number in sorted(found.items(), key=lambda each: (-each[1], each[0])))
