"""One TOML file of settings: defaults of options, below the environment (DETENTE_…) and the command line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import typer

from detente.resources.load import DataError, load_toml
from detente.text.nearest import nearest

from .choices import Format, Interface
from .ending import refuse

# Settings by name: the parameter that they fill, and the values there are (none: any text).
SETTINGS: dict[str, tuple[str, tuple[str, ...]]] = {
    "ui": ("ui", tuple(Interface)),
    "codebook": ("codebook", ()),
    "format": ("form", tuple(Format)),
    "parties": ("parties", ()),
    "topic": ("topic", ()),
    "languages": ("languages", ()),
    "extractor": ("extractor", ()),
    "since": ("since", ()),
    "until": ("until", ()),
    "store": ("store", ()),
    "contact": ("contact", ()),
    "log-file": ("log_file", ()),
}
LISTS = ("parties", "topic", "languages", "extractor")
FILES = ("codebook", "log-file")


def default_file() -> Path:
    """Return where the settings are looked for when `--settings` names no file."""
    return Path(typer.get_app_dir("detente")) / "settings.toml"


def use_settings(context: typer.Context, path: Path | None) -> Path | None:
    """Give a command's options the defaults of a settings file; the file that was not asked for may be missing."""
    file = path or default_file()
    if path is not None or file.is_file():
        try:
            context.default_map = {**(context.default_map or {}), **load_settings(file)}
        except DataError as error:
            raise refuse(str(error)) from None
    return path


def load_settings(path: Path) -> dict[str, str]:
    """Return the values of a settings file by parameter.

    Raises `DataError` with file and key for a key that does not exist or a value that does not fit.
    """
    found: dict[str, str] = {}
    for key, value in load_toml(path).items():
        name = key.replace("_", "-")
        if name not in SETTINGS:
            raise DataError(f"{path}: there is no setting {key!r}; there are {', '.join(nearest(name, SETTINGS))}")
        parameter, allowed = SETTINGS[name]
        found[parameter] = _checked(path, name, value, allowed)
    return found


def _checked(path: Path, name: str, value: Any, allowed: tuple[str, ...]) -> str:
    if name in LISTS and isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = ",".join(value)
    if not isinstance(value, str):
        wanted = "a text or a list of texts" if name in LISTS else "a text"
        raise DataError(f"{path}: {name} must be {wanted}, not {value!r}")
    if allowed and value not in allowed:
        raise DataError(f"{path}: {name} cannot be {value!r}; it is one of {', '.join(nearest(value, allowed))}")
    return _beside(path, value) if name in FILES else value


def _beside(path: Path, value: str) -> str:
    """A file that a settings file names is looked for beside it; a name that is none stays as it is."""
    near = path.parent / os.path.expanduser(value)
    return str(near) if near.exists() or len(near.suffix) > 1 else value
