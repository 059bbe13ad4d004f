"""One TOML file of settings: defaults of options, below the environment (DETENTE_…) and the command line."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from detente.resources.load import DataError, load_toml
from detente.text.nearest import nearest

from .choices import Format, Interface
from .ending import refuse

# Settings by name, with the values that there are (none: any text).
SETTINGS: dict[str, tuple[str, ...]] = {
    "ui": tuple(Interface),
    "codebook": (),
    "format": tuple(Format),
    "parties": (),
    "topic": (),
    "languages": (),
    "extractor": (),
    "since": (),
    "until": (),
    "log-file": (),
}
LISTS = ("parties", "topic", "languages", "extractor")
FILES = ("codebook", "log-file")


def default_file() -> Path:
    """Return where the settings are looked for when `--settings` names no file."""
    if os.name == "nt":
        folder = Path(os.environ.get("APPDATA") or "~")
    elif sys.platform == "darwin":
        folder = Path("~/Library/Application Support")
    else:
        folder = Path(os.environ.get("XDG_CONFIG_HOME") or "~/.config")
    return folder.expanduser() / "detente" / "settings.toml"


def use_settings(path: str) -> dict[str, str]:
    """Return the values of a settings file; the file that was not asked for may be missing."""
    file = Path(path) if path else default_file()
    if not path and not file.is_file():
        return {}
    try:
        return load_settings(file)
    except DataError as error:
        raise refuse(str(error)) from None


def load_settings(path: Path) -> dict[str, str]:
    """Return the values of a settings file by setting.

    Raises `DataError` with file and key for a key that does not exist or a value that does not fit.
    """
    found: dict[str, str] = {}
    for key, value in load_toml(path).items():
        name = key.replace("_", "-")
        if name not in SETTINGS:
            raise DataError(f"{path}: there is no setting {key!r}; there are {', '.join(nearest(name, SETTINGS))}")
        found[name] = _checked(path, name, value)
    return found


def fitting(source: str, value: str, allowed: tuple[str, ...]) -> str:
    """Return a value of an option or a variable; one that does not fit is said."""
    try:
        return _fitting(source, value, allowed)
    except DataError as error:
        raise refuse(str(error)) from None


def _fitting(source: str, value: str, allowed: tuple[str, ...]) -> str:
    if allowed and value not in allowed:
        raise DataError(f"{source} cannot be {value!r}; it is one of {', '.join(nearest(value, allowed))}")
    return value


def _checked(path: Path, name: str, value: Any) -> str:
    if name in LISTS and isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = ",".join(value)
    if not isinstance(value, str):
        wanted = "a text or a list of texts" if name in LISTS else "a text"
        raise DataError(f"{path}: {name} must be {wanted}, not {value!r}")
    value = _fitting(f"{path}: {name}", value, SETTINGS[name])
    return _beside(path, value) if name in FILES else value


def _beside(path: Path, value: str) -> str:
    """A file that a settings file names is looked for beside it; a name that is none stays as it is."""
    near = path.parent / os.path.expanduser(value)
    return str(near) if near.exists() or len(near.suffix) > 1 else value
