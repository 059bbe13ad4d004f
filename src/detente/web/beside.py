"""What stands in a document beside its statements, actors and events, and the documents beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from detente.records import Event, Mention, Reading, Record
from detente.render.html.edition import style_in
from detente.render.html.segments import Part
from detente.render.report import Labels, publisher_name, sides_in
from detente.store import Neighbour

Pair = tuple[str, str]
PEOPLE = ("person:", "organisation:", "group:", "outlet:")
MEETINGS = frozenset({"meeting", "call", "visit"})
MOST_ACTORS = 24


class Actor(Record, frozen=True):
    """An actor that a document names, with the side that it is of and how often it is named; `speaker` is its id if it speaks there."""

    speaker: str | None
    name: str
    side: str
    times: int


class Happening(Record, frozen=True):
    """An event that a document tells of; `number` counts them, `meeting` is the day by which its accounts are found."""

    number: int
    event: Event
    words: str
    parties: tuple[str, ...]
    meeting: str | None


class Listed(Record, frozen=True):
    """A document as a list names it."""

    document_id: str
    title: str
    language: str
    published: str | None
    outlet: str | None


def named_in(reading: Reading, pair: Pair) -> Iterator[Part]:
    """Yield the actors and the events of a document as parts of its text."""
    for mention in filter(_is_actor, reading.mentions):
        yield Part(mention.start, mention.stop, 0, f"actor {_side(mention, pair)}")
    for event in reading.events:
        yield Part(event.start, event.stop, 0, "event")


def actors_in(reading: Reading, pair: Pair, labels: Labels) -> list[Actor]:
    """Return the actors whom a document names, those named most first."""
    told = list(filter(_is_actor, reading.mentions))
    times, longest = Counter(each.actor_id for each in told), dict[str, Mention]()
    for each in told:
        known = longest.get(each.actor_id)
        if known is None or each.stop - each.start > known.stop - known.start:
            longest[each.actor_id] = each
    text, speaking = reading.document.text, {each.speaker.actor_id for each in reading.statements if each.speaker}
    return [
        Actor(key if key in speaking else None, labels.actor(key, text[longest[key].start : longest[key].stop]), _side(longest[key], pair), number)
        for key, number in times.most_common(MOST_ACTORS)
    ]


def events_in(reading: Reading, labels: Labels) -> list[Happening]:
    """Return the events that a document tells of, each where it is told first."""
    firsts = (event for event in reading.events if event.same_as is None)
    text = reading.document.text
    return [
        Happening(number, event, text[event.start : event.stop], tuple(labels.party(party) for party in event.parties), _meeting(event))
        for number, event in enumerate(firsts, 1)
    ]


def listed(found: Iterable[Neighbour], labels: Labels) -> list[Listed]:
    """Return documents of a store as a list names them."""
    return [
        Listed(each.id, each.title or each.source, each.language, each.published, publisher_name(each.outlet, each.credit, labels))
        for each in found
    ]


def _is_actor(mention: Mention) -> bool:
    return mention.kind != "pronoun" and (mention.party is not None or mention.actor_id.startswith(PEOPLE))


def _side(mention: Mention, pair: Pair) -> str:
    return style_in(sides_in(mention.party, pair), pair)


def _meeting(event: Event) -> str | None:
    is_held = event.type in MEETINGS and event.status == "held" and len(event.parties) == 2
    return event.date if is_held else None
