"""The options that commands share."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from .choices import Every, Format, Interface
from .settings import use_settings

COMMA = re.compile("[,\uff0c\u3001]")

Paths = Annotated[
    list[str] | None, typer.Argument(metavar="ARTICLE", help="Files, folders, patterns, or - for standard input.", show_default=False)
]
StoreUrl = Annotated[
    str, typer.Option("--store", envvar="DETENTE_STORE", metavar="STORE", help="A store: sqlite:///FILE, postgresql://…, or default.")
]
Fields = Annotated[
    list[str] | None,
    typer.Option("--field", metavar="WHAT=NAME", show_default=False,
                 help="Of CSV, TSV and JSON lines: which field tells the text, title, url, published, outlet or language (text=body)."),
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
InPeriods = Annotated[
    Every | None, typer.Option("--every", help="Print, in place of the map, the relations by month, quarter or year, and where they turn.")
]
Why = Annotated[
    str, typer.Option("--why", metavar="TOPIC", help="Print, in place of the map, which statements and outlets a topic's row hangs on.")
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


def parts(listed: str) -> tuple[str, ...]:
    """Return the parts of what a user listed with commas.

    >>> parts("RU, US")
    ('RU', 'US')
    """
    return tuple(part.strip() for part in COMMA.split(listed) if part.strip())
