"""From files to the map that the user asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import detente
from detente.engine import Reader
from detente.intake import AS_COMMON
from detente.pipeline import iso_day
from detente.records import FailedReading, Reading
from detente.resources.codebook import load_codebook
from detente.resources.names import find_topic
from detente.views import MapView

from .ending import FAILED, refuse
from .reading import files_of, is_of_store, read_files, reader_of


class Wish(NamedTuple):
    """Which map: parties, topics, a period, and the language of the labels, as the user wrote them."""

    parties: tuple[str, ...]
    topics: tuple[str, ...]
    since: str
    until: str
    ui: str
    codebook: str
    languages: tuple[str, ...] = ()
    extractors: tuple[str, ...] = ()
    store: str = ""
    fields: Mapping[str, str] = AS_COMMON


def draw_map(paths: list[str] | None, wish: Wish) -> MapView:
    """Return the map; what is wrong with the wish itself is said before anything is read."""
    reader = reader_of(wish.codebook, wish.languages, wish.extractors)
    topics = tuple(find_topic(topic, load_codebook(reader.codebook)) for topic in wish.topics)
    since, until = _day("--since", wish.since), _day("--until", wish.until)
    if is_of_store(paths, wish.store):
        from .stored import readings_between  # brings the database, which files do not need

        kept = readings_between(wish.store, reader, wish.parties)
        return _drawn(kept.readings, wish._replace(parties=kept.parties), topics, since, until, reader, kept.copies)
    readings = tuple(read_files(files_of(paths), reader, wish.fields))
    if not readings:
        raise refuse("no file is in a language that --languages names, so there is no map to draw", FAILED)
    if all(isinstance(reading, FailedReading) for reading in readings):
        raise refuse("nothing could be read, so there is no map to draw", FAILED)
    return _drawn(readings, wish, topics, since, until, reader)


def _drawn(
    readings: Sequence[Reading | FailedReading], wish: Wish, topics: Sequence[str], since: str, until: str, reader: Reader,
    copies: Mapping[str, str] | None = None,
) -> MapView:  # fmt: skip
    try:
        return detente.map(
            readings, wish.parties or None, topics=topics, since=since, until=until, ui=wish.ui, codebook=reader.codebook, copies=copies
        )
    except detente.NothingToMap as error:
        raise refuse(str(error), FAILED) from None


def _day(option: str, written: str) -> str:
    try:
        return iso_day(written)
    except ValueError as error:
        raise refuse(f"{option} {error}") from None
