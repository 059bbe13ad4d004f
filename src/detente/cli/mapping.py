"""From files to the map that the user asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

import detente
from detente.engine import Reader
from detente.intake import AS_COMMON
from detente.pipeline import Selection, iso_day
from detente.records import FailedReading
from detente.resources.codebook import load_codebook
from detente.resources.names import find_topic
from detente.views.maps import MapView

from .choices import Every, Format
from .ending import FAILED, refuse
from .reading import files_of, is_of_store, read_files, reader_of
from .writing import in_colour, width_for

if TYPE_CHECKING:
    from detente.desk.stored import StoredMap
    from detente.views.phases import PeriodsView, WhyView

    Traced = MapView | StoredMap | PeriodsView
    Seen = Traced | WhyView

FORMS = [form.value for form in Format]


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


@contextmanager
def drawn_map(paths: list[str] | None, wish: Wish) -> Iterator[MapView | StoredMap]:
    """Draw the map, and keep what it rests on open; what is wrong with the wish itself is said before anything is read."""
    reader = reader_of(wish.codebook, wish.languages, wish.extractors)
    topics = frozenset(find_topic(topic, load_codebook(reader.codebook)) for topic in wish.topics)
    selection = Selection(topics, _day("--since", wish.since), _day("--until", wish.until))
    if not is_of_store(paths, wish.store):
        yield _of_files(files_of(paths), wish, selection, reader)
        return
    from .stored import charted  # brings the database, which files do not need

    with charted(wish.store, reader, wish.parties, selection, wish.ui) as found:
        yield found


def _of_files(files: list[str], wish: Wish, selection: Selection, reader: Reader) -> MapView:
    readings = tuple(read_files(files, reader, wish.fields))
    if not readings:
        raise refuse("no file is in a language that --languages names, so there is no map to draw", FAILED)
    if all(isinstance(reading, FailedReading) for reading in readings):
        raise refuse("nothing could be read, so there is no map to draw", FAILED)
    topics, since, until = selection
    try:
        return detente.map(readings, wish.parties or None, topics=topics, since=since, until=until, ui=wish.ui, codebook=reader.codebook)
    except detente.NothingToMap as error:
        raise refuse(str(error), FAILED) from None


def _day(option: str, written: str) -> str:
    try:
        return iso_day(written)
    except ValueError as error:
        raise refuse(f"{option} {error}") from None


def seen(view: MapView | StoredMap, every: Every | None, why: str) -> Seen:
    """Return what is looked at: the map, its relations in time, or what a row of it hangs on."""
    if why:
        return view.why(why)
    return view.every(every.value) if every else view


def printed(view: Seen, form: Format, evidence: str, output: Path | None) -> bytes | Iterable[str]:
    """Return what is printed: dots, or the parts of a text one after the other."""
    width, colour = width_for(output), in_colour(output)
    if evidence:
        found = cast("Traced", view).evidence(evidence, width=width, colour=colour)
        return [found] if isinstance(found, str) else found
    if form is Format.table:
        return [view.to_table(width=width, colour=colour)]
    draw = getattr(view, f"to_{form.value}", None)
    if draw is None:
        known = ", ".join(each for each in FORMS if hasattr(view, f"to_{each}"))
        raise refuse(f"--format {form.value}: this is written as {known}")
    try:
        drawn: bytes | str = draw()
    except ModuleNotFoundError as error:
        if error.name != "matplotlib":
            raise
        raise refuse("a picture of dots needs matplotlib: pip install 'detente[analysis]'", FAILED) from None
    return [drawn] if isinstance(drawn, str) else drawn
