"""detente: the entry point."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from .choices import Format, Interface
from .commitments import commitments
from .compare import compare
from .desk import COMMANDS as DESK
from .ending import FAILED, refuse, sentences
from .export import export, import_
from .keep import KEEPING, store_app
from .logs import start_logging
from .network import network
from .options import (
    Codebook,
    Evidence,
    Extractor,
    Fields,
    Form,
    InPeriods,
    Languages,
    LogFile,
    Output,
    Parties,
    Paths,
    SettingsFile,
    Since,
    StoreUrl,
    Topics,
    Ui,
    Until,
    Verbose,
    Why,
    parts,
)  # fmt: skip
from .search import search
from .serve import serve
from .sources import sources
from .writing import any_letters, check_output, form_of, write_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.engine import Reader
    from detente.records import FailedReading, Reading

app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None)


@app.command("read")
def read_command(
    paths: Paths = None,
    store: StoreUrl = "",
    field: Fields = None,
    explain: Annotated[bool, typer.Option("--explain", help="Add which rule of which stage decided what.")] = False,
    languages: Languages = "",
    extractor: Extractor = "",
    codebook: Codebook = "default",
    verbose: Verbose = 0,
    log_file: LogFile = None,
    settings: SettingsFile = None,
) -> None:
    """Print the readings as JSON lines, each as soon as it is made."""
    start_logging(verbose, log_file)
    with sentences():
        import msgspec

        from detente.records import FailedReading

        from .reading import reader_of

        failed, reader = False, reader_of(codebook, parts(languages), parts(extractor))
        for reading in _readings(paths, store, reader, field, explain=explain):
            failed |= isinstance(reading, FailedReading)
            sys.stdout.write(msgspec.json.encode(reading).decode() + "\n")
        if failed:
            raise typer.Exit(FAILED)


def _readings(
    paths: list[str] | None, store: str, reader: Reader, field: list[str] | None, *, explain: bool
) -> Iterator[Reading | FailedReading]:
    from detente.intake.collections.fields import parse_fields

    from .reading import files_of, is_of_store, read_files

    if not is_of_store(paths, store):
        yield from read_files(files_of(paths), reader, parse_fields(field or ()), explain=explain, streams=True)
        return
    from .stored import readings_of  # brings the database, which files do not need

    yield from readings_of(store, reader)


@app.command("map")
def map_command(
    paths: Paths = None,
    store: StoreUrl = "",
    field: Fields = None,
    parties: Parties = "",
    topic: Topics = "",
    languages: Languages = "",
    extractor: Extractor = "",
    since: Since = "",
    until: Until = "",
    evidence: Evidence = "",
    every: InPeriods = None,
    why: Why = "",
    form: Form = None,
    output: Output = None,
    ui: Ui = Interface.en,
    codebook: Codebook = "default",
    verbose: Verbose = 0,
    log_file: LogFile = None,
    settings: SettingsFile = None,
) -> None:
    """Print the dialogue map of two parties, its relations in time, or what a row of it hangs on."""
    start_logging(verbose, log_file)
    with sentences():
        from detente.intake.collections.fields import parse_fields

        from .mapping import Wish, drawn_map, printed, seen

        fields = parse_fields(field or ())
        wish = Wish(parts(parties), parts(topic), since, until, ui.value, codebook, parts(languages), parts(extractor), store, fields)
        check_output(output)
        if why and (every or evidence):
            raise refuse("--why goes with neither --every nor --evidence: it prints the statements itself")
        face = form_of(Format, form, output, evidence=bool(evidence))
        with drawn_map(paths, wish) as view:
            write_out(printed(seen(view, every, why), face, evidence, output), output)
        if view.failures:
            raise typer.Exit(FAILED)


@app.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of a reading."""
    with sentences():
        import msgspec

        from detente.records import Reading

        sys.stdout.write(msgspec.json.format(msgspec.json.encode(msgspec.json.schema(Reading))).decode() + "\n")


def _version(value: bool) -> None:
    if value:
        from importlib.metadata import version

        sys.stdout.write(f"detente {version('detente')}\n")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Reads news about relations between states and draws where two parties agree and differ."""


for _name, _command in (KEEPING | DESK).items():
    app.command(_name)(_command)
app.command("search")(search)
app.command("serve", context_settings={"allow_extra_args": True})(serve)
app.command("export")(export)
app.command("import")(import_)
app.command("network")(network)
app.command("sources")(sources)
app.command("commitments")(commitments)
app.command("compare")(compare)
app.add_typer(store_app, name="store")


def main() -> None:
    """Run the command line."""
    any_letters(sys.stdout, sys.stderr)
    app()
