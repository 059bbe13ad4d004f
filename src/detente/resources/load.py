"""Loading of data files; an error names the file and the line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import rtoml

from detente.text.classes import ClassName

Value = TypeVar("Value")
DATA = Path(__file__).resolve().parent.parent / "data"


class DataError(ValueError):
    """A data file that cannot be used: which, where, and what to do."""


class Classes(dict[str, Value]):
    """Classes of words or patterns by name; one that its file lacks is told with the file."""

    def __init__(self, path: Path, classes: Mapping[str, Value]) -> None:
        super().__init__(classes)
        self._path = path

    def __missing__(self, name: str) -> Value:
        raise _no_class(self._path, name)


class JoinedClasses(dict[ClassName, frozenset[str]]):
    """Classes of words by name, and by several names the words of all these, which are joined once.

    >>> classes = JoinedClasses(Path("language.toml"), {"quoting": ["cite"], "telling": ["tell"]})
    >>> sorted(classes["quoting", "telling"])
    ['cite', 'tell']
    """

    def __init__(self, path: Path, classes: Mapping[str, Iterable[str]]) -> None:
        super().__init__({name: frozenset(listed) for name, listed in classes.items()})
        self._path = path

    def __missing__(self, name: ClassName) -> frozenset[str]:
        if isinstance(name, str):
            raise _no_class(self._path, name)
        joined = self[name] = frozenset[str]().union(*[self[each] for each in name])
        return joined


def _no_class(path: Path, name: str) -> DataError:
    return DataError(f"{path}: there is no class {name!r}; add it, empty where the language has none")


def load_tsv(path: Path, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Yield the rows of a tab-separated file with a header line and `#` comments as dictionaries."""
    header: list[str] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            if missing := [c for c in columns if c not in header]:
                raise DataError(f"{path}:{number}: the header lacks {', '.join(missing)}")
            continue
        if len(cells) != len(header):
            raise DataError(f"{path}:{number}: {len(cells)} cells where the header has {len(header)}")
        yield dict(zip(header, cells, strict=True))


def load_words(path: Path) -> tuple[str, ...]:
    """Return the words of a text file: separated by spaces or lines, `#` opens a comment line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())


def load_toml(path: Path) -> dict[str, Any]:
    """Return a parsed TOML file."""
    try:
        text = path.read_text(encoding="utf-8")
        return rtoml.loads(text)
    except FileNotFoundError:
        raise DataError(f"{path}: there is no such file") from None
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: not UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8") from None
    except rtoml.TomlParsingError as error:
        raise DataError(f"{path}: {error}; mend the TOML there") from None


def split(cell: str) -> tuple[str, ...]:
    """Return the values of a cell.

    >>> split("外长|外交部长")
    ('外长', '外交部长')
    """
    return tuple(filter(None, map(str.strip, cell.split("|"))))
