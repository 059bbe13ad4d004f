"""What the commands take: each value from the command line, else the environment (DETENTE_…), else the settings."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from detente import __version__
from detente.text.nearest import nearest

from .choices import Format, Interface
from .ending import USAGE, refuse
from .settings import SETTINGS, fitting, use_settings

ABOUT = "Reads news about relations between states and draws where two parties agree and differ."
COMMANDS = {
    "read": "Print the readings as JSON lines, each as soon as it is made.",
    "map": "Print the dialogue map of two parties.",
    "schema": "Print the JSON Schema of a reading.",
}
# Options with a value: what the value is called, and what it is for.
VALUES = {
    "parties": ("PARTY,PARTY", "Two parties by code or name: RU,US or Russia,美国."),
    "topic": ("TOPIC,...", "Only these topics, by id or name: trade,energy."),
    "languages": ("LANGUAGE,...", "Read only articles in these languages: en,ru. Others are skipped."),
    "extractor": ("LANGUAGE=NAME", "What finds the statements: en=spacy (needs detente[spacy])."),
    "since": ("DAY", "Only what was said on this day (2019-05-16) or later."),
    "until": ("DAY", "Only what was said on this day or earlier."),
    "evidence": ("TOPIC", "Print, in place of the map, every statement of a topic, with citations."),
    "format": ("|".join(Format), "How to write the map; else as -o ends, else a table."),
    "output": ("FILE", "A file to write to."),
    "ui": ("|".join(Interface), "The language of the labels."),
    "codebook": ("FILE", "A codebook: a TOML file, or the name of a supplied one."),
    "log-file": ("FILE", "Write the log to this file. It holds no article text."),
    "settings": ("FILE", "A TOML file of defaults, in place of the one in your configuration folder."),
}
OF_MAPS = ("parties", "topic", "since", "until", "evidence", "format", "output", "ui")
SHORT = {"output": "-o"}
DEFAULTS = {"codebook": "default", "ui": Interface.en.value}
FILES = ("log-file", "output")


class Parser(ArgumentParser):
    """A parser of arguments whose errors are sentences."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and where help is."""
        raise refuse(f"{message}; see {self.prog} --help")


def parse(arguments: Sequence[str]) -> Namespace:
    """Return what is asked for; what is wrong with it is said, and help and the version are printed, with an exit.

    >>> asked = parse(["map", "a.txt", "--ui", "ru", "b.txt"])
    >>> asked.command, asked.articles, asked.ui, asked.output
    ('map', ['a.txt', 'b.txt'], 'ru', None)
    """
    top, commands = _parsers()
    if not arguments:
        top.print_help(sys.stderr)
        raise SystemExit(USAGE)
    name, *rest = arguments
    if name.startswith("-"):
        top.parse_args([name])
    if name not in commands:
        raise refuse(f"no command {name!r}; there are {', '.join(nearest(name, commands))}")
    asked = _parsed(name, commands[name], rest)
    return asked if name == "schema" else _completed(asked)


def _parsed(command: str, parser: ArgumentParser, words: list[str]) -> Namespace:
    """What the words behind a command say; behind two dashes all are articles."""
    stop = words.index("--") if "--" in words else len(words)
    asked, unknown = parser.parse_known_intermixed_args(words[:stop])
    if command == "schema":
        unknown += words[stop + 1 :]
    else:
        asked.articles += words[stop + 1 :]
    if unknown:
        raise refuse(_strange(command, unknown[0]))
    if command != "schema" and not asked.articles:
        raise refuse(f"{command} needs articles: files, folders, patterns, or - for standard input")
    asked.command = command
    return asked


def _strange(command: str, word: str) -> str:
    """What is wrong with a word that a command does not know."""
    if not word.startswith("-"):
        return f"{command} takes no articles: {word!r}"
    flag, _, _ = word.partition("=")
    return f"no option {flag!r}; there are {', '.join(nearest(flag, _flags(command)))}"


def _parsers() -> tuple[Parser, dict[str, Parser]]:
    """The parser of what stands before a command, and those of the commands."""
    top = Parser(prog="detente", description=ABOUT, allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"detente {__version__}", help="Print the version.")
    parsers = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    commands = {
        name: parsers.add_parser(name, help=about, description=about, allow_abbrev=False)
        for name, about in COMMANDS.items()
    }
    for name in ("read", "map"):
        _fill(commands[name], name)
    return top, commands


def _fill(parser: Parser, command: str) -> None:
    articles = "Files, folders, patterns, or - for standard input."
    parser.add_argument("articles", nargs="*", metavar="ARTICLE", help=articles)
    if command == "read":
        parser.add_argument("--explain", action="store_true", help="Add which rule of which stage decided what.")
    for name in _values(command):
        value, about = VALUES[name]
        flags = [SHORT[name]] if name in SHORT else []
        parser.add_argument(*flags, f"--{name}", metavar=value, help=about + _told(name))
    parser.add_argument("-v", "--verbose", action="count", default=0, help="Say what is done; twice: in detail.")


def _values(command: str) -> list[str]:
    """The options of a command that take a value."""
    return [name for name in VALUES if command == "map" or name not in OF_MAPS]


def _flags(command: str) -> list[str]:
    if command == "schema":
        return ["--help"]
    return [*(f"--{name}" for name in _values(command)), *["--explain"] * (command == "read"), "--verbose", "--help"]


def _told(name: str) -> str:
    """The variable of the environment that gives an option its value, and its default."""
    told = [_variable(name)] if name in (*SETTINGS, "settings") else []
    told += [f"default: {DEFAULTS[name]}"] if name in DEFAULTS else []
    return f" [{'; '.join(told)}]" if told else ""


def _variable(name: str) -> str:
    return "DETENTE_" + name.upper().replace("-", "_")


def _completed(asked: Namespace) -> Namespace:
    """What is asked for, with what the command line leaves open filled in."""
    settings = use_settings(_value(asked, "settings", {}))
    for name in _values(asked.command):
        value = _value(asked, name, settings) or DEFAULTS.get(name, "")
        setattr(asked, _key(name), value if name not in FILES else Path(value) if value else None)
    return asked


def _value(asked: Namespace, name: str, settings: Mapping[str, str]) -> str:
    """The value of an option: as given, of the environment, or of the settings."""
    sources = {f"--{name}": getattr(asked, _key(name)), _variable(name): os.environ.get(_variable(name))}
    for source, value in sources.items():
        if value:
            return fitting(source, str(value), SETTINGS.get(name, ()))
    return settings.get(name, "")


def _key(name: str) -> str:
    return name.replace("-", "_")
