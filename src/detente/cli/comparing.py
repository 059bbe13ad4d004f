"""What the command does that puts two accounts of one meeting side by side."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from glob import has_magic
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from detente.desk.accounts import compare, filters_of, meetings
from detente.desk.compared import ALL, CompareView, MeetingsView
from detente.intake.collections.fields import parse_fields

from .choices import Accounts
from .ending import FAILED, refuse
from .reading import files_of, is_of_store, read_files, reader_of
from .writing import form_of, in_colour, width_for, write_out

if TYPE_CHECKING:
    from detente.records import FailedReading, Reading
    from detente.store import Store

STANDARD_INPUT = "-"
PICTURES = (Accounts.svg, Accounts.png)
NEEDED = {"matplotlib", "numpy"}


class Wish(NamedTuple):
    """What is compared, as the user wrote it: the event and files, or a store, and the filters."""

    arguments: tuple[str, ...]
    store: str
    fields: tuple[str, ...]
    extractors: tuple[str, ...]
    filters: dict[str, Any]
    topics: tuple[str, ...]
    evidence: str
    ui: str
    codebook: str

    @property
    def event(self) -> str:
        """The event: the first argument, unless that is a file."""
        first = self.arguments[0] if self.arguments else ""
        return "" if is_path(first) else first

    @property
    def files(self) -> list[str]:
        """The files."""
        return list(self.arguments[1:] if self.event else self.arguments)


def is_path(argument: str) -> bool:
    """Whether an argument is a file, a folder, a pattern or standard input.

    >>> is_path("-"), is_path("Hanoi meeting")
    (True, False)
    """
    try:
        return argument == STANDARD_INPUT or has_magic(argument) or bool(argument) and Path(argument).exists()
    except (OSError, ValueError):
        return False


def print_accounts(wish: Wish, written: Accounts | None, output: Path | None) -> None:
    """Print both accounts of a meeting, what is told on a topic, or the list of meetings; refuse what cannot be asked."""
    form = form_of(Accounts, written, output, evidence=bool(wish.evidence))
    if wish.evidence and not wish.event:
        raise refuse('--evidence is of one meeting: name it, as in detente compare "Hanoi meeting" --evidence all')
    if form in PICTURES and not wish.event:
        raise refuse('a picture is of one meeting: name it, as in detente compare "Hanoi meeting" -o accounts.svg')
    try:
        with _source(wish) as source:
            write_out(_drawn(source, wish, form, output), output)
    except ValueError as error:  # of a name, of a day
        raise refuse(str(error)) from None
    except ModuleNotFoundError as error:
        if error.name not in NEEDED:
            raise
        raise refuse(f"pictures need {error.name}: pip install 'detente[analysis]'", FAILED) from None


@contextmanager
def _source(wish: Wish) -> Iterator[tuple[Reading | FailedReading, ...] | Store]:
    """The readings of files, else an open store."""
    filters_of(**wish.filters)
    if not is_of_store(wish.files, wish.store):
        reader = reader_of(wish.codebook, (), wish.extractors)
        yield tuple(read_files(files_of(wish.files), reader, parse_fields(wish.fields)))
        return
    from .stored import store_at  # brings the database, which files do not need

    with store_at(wish.store) as store:
        yield store


def _drawn(source: tuple[Reading | FailedReading, ...] | Store, wish: Wish, form: Accounts, output: Path | None) -> bytes | Iterator[str]:
    view: MeetingsView | CompareView
    if wish.event:
        view = compare(source, wish.event, topics=wish.topics, **wish.filters, ui=wish.ui, codebook=wish.codebook)
    else:
        view = meetings(source, filters_of(**wish.filters), ui=wish.ui, codebook=wish.codebook)
    return view.to_file(form.value) if form in PICTURES and isinstance(view, CompareView) else _told(view, wish, form, output)


def _told(view: MeetingsView | CompareView, wish: Wish, form: Accounts, output: Path | None) -> Iterator[str]:
    if wish.evidence and isinstance(view, CompareView):
        yield from (f"{line}\n" for line in view.evidence(wish.evidence if wish.evidence.casefold() != ALL else ALL))
    elif form is Accounts.table:
        yield view.to_table(width=width_for(output), colour=in_colour(output))
    else:
        yield view.to_json() if form is Accounts.json else view.to_csv()
