"""The words of the interface, in the reader's language: read from `data/ui`, never written in code."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from detente.records import Record
from detente.resources.load import DATA, load_toml

UI = DATA / "ui"
UI_LANGUAGES = ("en", "zh-Hant", "zh-Hans", "ru")


def _one_other(n: int) -> str:
    return "one" if n == 1 else "other"


def _one_few_many(n: int) -> str:
    """Return the form of a Slavic numeral: 1 статья, 2 статьи, 5 статей, 11 статей, 21 статья."""
    if n % 10 == 1 and n % 100 != 11:
        return "one"
    if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14):
        return "few"
    return "many"


PLURALS: dict[str, Callable[[int], str]] = {
    "other": lambda _: "other",
    "one-other": _one_other,
    "one-few-many": _one_few_many,
}


class Interface(Record, frozen=True):
    """The strings of one interface language, by dotted key."""

    ui: str
    strings: dict[str, str]

    def text(self, key: str, **slots: object) -> str:
        """Return the string of `key` with its slots filled.

        >>> interface("en").text("map.per", who="TASS")
        'per TASS'
        """
        return self.strings[key].format_map(slots)

    def maybe(self, key: str, default: str) -> str:
        """Return the string of `key`, or `default` where the interface has none."""
        return self.strings.get(key, default)

    def count(self, key: str, n: int) -> str:
        """Return a number with its noun in the right form.

        >>> interface("ru").count("statements", 3)
        '3 высказывания'
        """
        form = PLURALS[self.strings["plural"]](n)
        return self.strings[f"count.{key}.{form}"].format(n=n)

    def both(self, parts: tuple[str, ...]) -> str:
        """Join parts as a list is spoken: `A, B and C`.

        >>> interface("en").both(("A", "B", "C"))
        'A, B and C'
        """
        if len(parts) < 2:
            return "".join(parts)
        return self.strings["list.comma"].join(parts[:-1]) + self.strings["list.and"] + parts[-1]

    def date(self, iso: str | None) -> str:
        """Return an ISO 8601 date or time as it is written in the interface's language.

        >>> interface("en").date("2019-05-16T13:45")
        '16 May 2019, 13:45'
        """
        day = self.day(iso)
        if iso is None or len(iso) < 16 or iso[10] != "T":
            return day
        return self.text("date.time", date=day, time=iso[11:16])

    def day(self, iso: str | None) -> str:
        """Return the day of an ISO 8601 date or time; what is not one is returned as it is."""
        if iso is None:
            return self.strings["map.undated"]
        year, month, day = iso[:4], iso[5:7], iso[8:10]
        if not (year.isdigit() and month.isdigit() and day.isdigit() and 1 <= int(month) <= 12):
            return iso
        name = self.strings[f"date.month_{int(month)}"]
        return self.text("date.day", year=year, month=name, day=int(day))


def _flatten(table: dict[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat |= _flatten(value, f"{prefix}{key}.")
        else:
            flat[f"{prefix}{key}"] = str(value)
    return flat


@cache
def interface(ui: str) -> Interface:
    """Return the interface of a language; an unknown one names those that exist.

    >>> interface("xx")
    Traceback (most recent call last):
        ...
    ValueError: no interface language 'xx': choose en, zh-Hant, zh-Hans or ru
    """
    if ui not in UI_LANGUAGES:
        known = ", ".join(UI_LANGUAGES[:-1]) + f" or {UI_LANGUAGES[-1]}"
        raise ValueError(f"no interface language {ui!r}: choose {known}")
    return Interface(ui, _flatten(load_toml(UI / f"{ui}.toml")))


def asset(name: str) -> str:
    """Return the text of a file of `data/ui`."""
    return (UI / name).read_text("utf-8")
