"""detente: the entry point."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .choices import Format, Interface
from .ending import FAILED, refuse, sentences
from .logs import start_logging
from .settings import use_settings

if TYPE_CHECKING:
    from detente.views import MapView

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None)
COMMA = re.compile("[,\uff0c\u3001]")
PIPED_WIDTH = 80


Paths = Annotated[
    list[str], typer.Argument(metavar="ARTICLE", help="Files, folders, patterns, or - for standard input.")
]
Codebook = Annotated[
    str, typer.Option(envvar="DETENTE_CODEBOOK", metavar="FILE", help="A codebook: a TOML file, or the name of a supplied one.")
]
Languages = Annotated[
    str, typer.Option(envvar="DETENTE_LANGUAGES", metavar="LANGUAGE,...", help="Read only articles in these languages: en,ru. Others are skipped.")
]
Extractor = Annotated[
    str, typer.Option("--extractor", envvar="DETENTE_EXTRACTOR", metavar="LANGUAGE=NAME", help="What finds the statements: en=spacy (needs detente[spacy]).")
]
Parties = Annotated[
    str, typer.Option(envvar="DETENTE_PARTIES", metavar="PARTY,PARTY", help="Two parties by code or name: RU,US or Russia,美国.")
]
Topics = Annotated[str, typer.Option(envvar="DETENTE_TOPIC", metavar="TOPIC,...", help="Only these topics, by id or name: trade,energy.")]
Since = Annotated[
    str, typer.Option(envvar="DETENTE_SINCE", metavar="DAY", help="Only what was said on this day (2019-05-16) or later.")
]
Until = Annotated[str, typer.Option(envvar="DETENTE_UNTIL", metavar="DAY", help="Only what was said on this day or earlier.")]
Form = Annotated[
    Format | None,
    typer.Option("--format", envvar="DETENTE_FORMAT", help="How to write the map; else as -o ends, else a table."),
]
Evidence = Annotated[
    str, typer.Option(metavar="TOPIC", help="Print, in place of the map, every statement of a topic, with citations.")
]
Ui = Annotated[Interface, typer.Option(envvar="DETENTE_UI", help="The language of the labels.")]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="A file to write to.")]
Verbose = Annotated[
    int, typer.Option("-v", "--verbose", count=True, show_default=False, help="Say what is done; twice: in detail.")
]
LogFile = Annotated[
    Path | None, typer.Option(envvar="DETENTE_LOG_FILE", metavar="FILE", help="Write the log to this file. It holds no article text.")
]
SettingsFile = Annotated[
    Path | None,
    typer.Option("--settings", envvar="DETENTE_SETTINGS", is_eager=True, callback=use_settings, metavar="FILE",
                 help="A TOML file of defaults, in place of the one in your configuration folder."),
]  # fmt: skip


@app.command("read")
def read_command(
    paths: Paths,
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

        from .reading import files_of, how_to_read, read_files

        failed, how = False, how_to_read(codebook, _parts(languages), _parts(extractor))
        for reading in read_files(files_of(paths), how, explain=explain, streams=True):
            failed |= isinstance(reading, FailedReading)
            sys.stdout.write(msgspec.json.encode(reading).decode() + "\n")
        if failed:
            raise typer.Exit(FAILED)


@app.command("map")
def map_command(
    paths: Paths,
    parties: Parties = "",
    topic: Topics = "",
    languages: Languages = "",
    extractor: Extractor = "",
    since: Since = "",
    until: Until = "",
    evidence: Evidence = "",
    form: Form = None,
    output: Output = None,
    ui: Ui = Interface.en,
    codebook: Codebook = "default",
    verbose: Verbose = 0,
    log_file: LogFile = None,
    settings: SettingsFile = None,
) -> None:
    """Print the dialogue map of two parties."""
    start_logging(verbose, log_file)
    with sentences():
        from .mapping import Wish, draw_map

        wish = Wish(_parts(parties), _parts(topic), since, until, ui.value, codebook, _parts(languages), _parts(extractor))
        _check_output(output)
        face = _format(form, evidence, output)
        view = draw_map(paths, wish)
        _print(_face(view, face, evidence, colour=output is None and sys.stdout.isatty()), output)
        if view.failures:
            raise typer.Exit(FAILED)


@app.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of a reading."""
    with sentences():
        import msgspec

        from detente.records import Reading

        sys.stdout.write(msgspec.json.format(msgspec.json.encode(msgspec.json.schema(Reading))).decode() + "\n")


def _parts(listed: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in COMMA.split(listed) if part.strip())


def _format(form: Format | None, evidence: str, output: Path | None) -> Format:
    """The format asked for, else the one that the output's name ends in, else a table; evidence is text."""
    ending = output.suffix[1:].lower() if output else ""
    found = form or next((known for known in Format if known == ending), Format.table)
    if evidence and found is not Format.table:
        raise refuse(f"--evidence is text and cannot be written as {found}; add --format table")
    return found


def _face(view: MapView, form: Format, evidence: str, *, colour: bool) -> str:
    width = shutil.get_terminal_size().columns if colour else PIPED_WIDTH
    if evidence:
        return view.evidence(evidence, width=width, colour=colour)
    if form is Format.table:
        return view.to_table(width=width, colour=colour)
    faces = {Format.html: view.to_html, Format.svg: view.to_svg, Format.csv: view.to_csv, Format.json: view.to_json}
    return faces[form]()


def _check_output(output: Path | None) -> None:
    """Say before anything is read that the result could not be written."""
    if output is None:
        return
    if output.is_dir():
        raise refuse(f"-o {output}: this is a folder; name a file in it")
    if not output.absolute().parent.is_dir():
        raise refuse(f"-o {output}: there is no folder {output.parent}; make it first")


def _print(drawn: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(drawn if drawn.endswith("\n") else drawn + "\n")
        return
    try:
        output.write_text(drawn, encoding="utf-8", newline="")
    except OSError as error:
        raise refuse(f"-o {output}: cannot be written ({error.strerror})") from None


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


def main() -> None:
    """Run the command line."""
    app()
