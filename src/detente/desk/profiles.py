"""Profiles as a user asks for them: one actor or party, of readings or of what a store keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from detente.analysis.happenings import Happening
from detente.analysis.portrait import Portrait, Spoken, Sums, addressed, is_actor, latest_on, portrait
from detente.records import Office, Reading
from detente.render.citation import cite, cite_passage, exact_words, published_at
from detente.render.desk.profile import COLUMNS, Words, profile_rows, profile_sheets
from detente.render.desk.shown import Row, Shown
from detente.render.desk.time import what
from detente.render.report import first_offset
from detente.resources.codebook import DEFAULT, load_codebook
from detente.resources.gazetteer import load_display
from detente.resources.labels import office_labels
from detente.resources.names import find_codebook, find_party, find_topic
from detente.text.fold import fold
from detente.text.nearest import UnknownName, nearest

from .asking import Source, actor_named, source_of
from .heard import DeskView
from .timelines import events_of, mentions_of

if TYPE_CHECKING:
    from detente.store import Wanted

    from .gathering import Given

MOST_TOPICS, MOST_LOOKED, LATEST = 12, 2000, 400  # claims among which the latest words are looked for first; statements whose addressees count
# rows by whose key what they rest on is found; of several of one name the first is meant
TRACED = ("topic", "act", "addressee", "outlet", "speaker", "party", "office", "whole")

EVENT, OFFICE = "event:", "office:"  # what the name of a row of events may begin with, and ids of offices do


class Rests(NamedTuple):
    """What the rows of a profile rest on: what filters let through, the documents of the latest statements with these alone, ids, and events."""

    wanted: Wanted
    latest: Sequence[Reading]
    ids: Sequence[str]
    happened: Sequence[Happening]


def profile(given: Given, name: str, *, ui: str = "en", codebook: str | Path = DEFAULT, **filters: Any) -> DeskView:
    """Return what is known of an actor or a party: names, offices, topics with its latest words, acts, addressees, events, outlets.

    `given` and `filters` are those of `actors`. Raises `UnknownName`, with the nearest names, where nobody is heard under the
    name, and `ValueError` for a day that is none.
    """
    source = source_of(given, filters, ui, codebook)
    who = who_is(source, name)
    wanted = source.of_actors([who]) if is_actor(who) else source.wanted._replace(parties=(who,))
    sums = _sums(source, who, wanted)
    topics = [each.keys[1] for each in sums.topics][:MOST_TOPICS]
    sayings = list(islice(source.maps.recent(wanted), MOST_LOOKED))
    latest = latest_on(sayings, topics)
    latest |= {topic: at for topic in topics if topic not in latest for at in _rarely(source, wanted, topic)}
    places = list(dict.fromkeys((each.document_id, each.statement) for each in sayings if each.is_own))[:LATEST]
    ids = source.ids_of(who)
    happened = events_of(source, () if is_actor(who) else (who,), ids if is_actor(who) else (), wanted._replace(parties=()))
    rests = Rests(wanted, source.maps.slim(places), ids, happened)
    heard = [each for reading in rests.latest for each in reading.statements]
    days = source.maps.first_and_last([who], source.wanted).get(who, ("", "")) if is_actor(who) else ("", "")
    offices = source.maps.offices(ids) if is_actor(who) else ()
    found = portrait(who, _names(source, who), sums, days, offices, latest, addressed(heard), happened)
    return _view(source, found, rests)


def who_is(source: Source, name: str) -> str:
    """Return the party or the actor of a name or id; raises `UnknownName` with the nearest names."""
    try:
        if (party := find_party(name)) in source.store.parties():
            return party
    except UnknownName:
        pass  # it may be an actor's
    return actor_named(source, name)


def _sums(source: Source, who: str, wanted: Wanted) -> Sums:
    by = "actor" if is_actor(who) else "party"
    whole, topics, outlets = (source.maps.heard(keys, wanted) for keys in ((by,), (by, "topic"), (by, "outlet")))
    others = source.maps.heard(("actor", "party") if by == "actor" else ("party", "actor"), wanted)
    return Sums(whole, topics, outlets, others, source.maps.acts(wanted))


def _rarely(source: Source, wanted: Wanted, topic: str) -> list[tuple[str, int]]:
    """Where the latest statement on a topic is that was not among the latest."""
    return list(latest_on(source.maps.recent(wanted._replace(topics=(topic,))), [topic]).values())


def _names(source: Source, who: str) -> dict[str, str]:
    """The names in the languages in which they are known; of others the one that its articles use."""
    listed = load_display().get(who if is_actor(who) else f"state:{who}", {})
    joined = {code: name for each in source.maps.joined({who}) for code, name in each.names.items()}
    return dict(sorted({**joined, **listed}.items()))


def _view(source: Source, found: Portrait, rests: Rests) -> DeskView:
    shares = (*found.addressees, *found.outlets, *found.speakers)
    shown = source.shown([each for each in (found.id, *(share.key for share in shares)) if is_actor(each)])
    shown = replace(shown, labels=replace(shown.labels, actors=office_labels(source.ui) | shown.labels.actors))
    words = {each.topic: _words(source, shown, each) for each in found.topics if each.latest}
    faces = COLUMNS, profile_rows(found, words, shown), profile_sheets(found, words, shown)
    return DeskView("profile", {**source.asked, "actor": found.id}, found, faces, shown, partial(_behind, source, rests, faces[1], shown),
                    partial(_drawn, found, words, shown))  # fmt: skip


def _drawn(found: Portrait, latest: dict[str, Words], shown: Shown, form: str) -> bytes:
    from detente.render.desk.charts import render_profile

    return render_profile(found, latest, shown, form)


def _words(source: Source, shown: Shown, topic: Spoken) -> Words:
    """The latest words on a topic, with where they stand."""
    assert topic.latest
    (reading,) = source.maps.slim([topic.latest])
    statement = reading.statements[0]
    return Words(exact_words(reading, statement), published_at(reading, first_offset(statement), source.ui, shown.labels), statement.id, reading.document.id)


def _behind(source: Source, rests: Rests, rows: Sequence[Row], shown: Shown, name: str, limit: int) -> Iterator[str]:
    if meant := [each for each in rests.happened if _folded(name.removeprefix(EVENT)) in _events_called(each, shown)]:
        return islice(mentions_of(source, shown, meant), limit or None)
    section, key = row_named(rows, name) or ("topic", _topic(source, rows, shown, name))
    if section == "addressee":
        return islice(_to(rests.latest, key, shown), limit or None)
    if section == "office":
        return islice(_named_as(source, rests.ids, key, shown), limit or None)
    return source.cited(_narrowed(source, rests.wanted, section, key), shown, limit)


def row_named(rows: Sequence[Row], name: str) -> tuple[str, str] | None:
    """Return the section and the key of the row of a profile that a name means, by its key or label; `act:REJECT` names the section too.

    >>> row_named([{"section": "act", "key": "REJECT", "label": "rejects"}], "Rejects")
    ('act', 'REJECT')
    """
    section, _, rest = name.partition(":")
    ways = (*((each, name) for each in TRACED), *([(section, rest)] if section in TRACED else []))
    for wanted, called in ways:
        for row in rows:
            if row["section"] == wanted and _folded(called) in _called(row):
                return wanted, row["key"]
    return None


def _events_called(event: Happening, shown: Shown) -> set[str]:
    """What an event goes by: its type, its day, and as its row has it."""
    return {_folded(each) for each in (event.type, event.date or shown.words.text("map.undated"), what(event, shown))}


def _called(row: Row) -> set[str]:
    """What a row goes by: its key, with its sort and without, and its label."""
    return {_folded(each) for each in (row["key"], row["key"].partition(":")[2] or row["key"], row["label"])}


def _folded(name: str) -> str:
    return fold(name.strip()).casefold()


def _topic(source: Source, rows: Sequence[Row], shown: Shown, name: str) -> str:
    """A topic by a name in any language; raises `UnknownName` with the nearest rows."""
    try:
        return find_topic(name, load_codebook(find_codebook(source.codebook)))
    except UnknownName:
        known = nearest(name, sorted({row["label"] for row in rows if row["section"] in TRACED}))
        raise UnknownName(shown.words.text("desk.no_row", name=name, known=shown.words.text("list.comma").join(known))) from None


def _narrowed(source: Source, wanted: Wanted, section: str, key: str) -> Wanted:
    """What of a profile is behind a row."""
    match section:
        case "topic":
            return wanted._replace(topics=(key,))
        case "act":
            return wanted._replace(acts=(key,))
        case "outlet":
            return wanted._replace(outlets=(key,))
        case "party":
            return wanted._replace(parties=(key,))
        case "speaker":
            return wanted._replace(speakers=source.of_actors([key]).speakers)
    return wanted


def _to(latest: Sequence[Reading], key: str, shown: Shown) -> Iterator[str]:
    """The latest statements that address somebody, as citations."""
    for reading in latest:
        for each in reading.statements:
            if each.addressee and each.addressee.actor_id == key:
                yield cite(reading, each, shown.ui, shown.labels)


def _named_as(source: Source, ids: Sequence[str], key: str, shown: Shown) -> Iterator[str]:
    """Where somebody is first named in the articles that tell an office, given as its row's key."""
    parts = key.split(" ")
    offices = tuple(part for part in parts if part.startswith(OFFICE))
    office = Office(" ".join(parts[len(offices) :]), offices, 0, "", "")
    for kept in source.store.kept(source.maps.naming(ids, office)):
        mention = next((each for each in kept.reading.mentions if each.actor_id in ids), None)
        if mention:
            yield cite_passage(kept.reading, mention.start, mention.stop, shown.ui, shown.labels)
