"""The languages that there are: those with a folder of data, how they are told from others, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from detente.text.nearest import UnknownName, nearest
from detente.text.tongue import UNKNOWN, Script, Tongues, language_of

from .load import DATA, DataError, load_toml

LANGUAGES = DATA / "languages"
UI = DATA / "ui"
OTHER = "other"  # what the interface calls a language that it has no name for


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that can be read: each has a folder.

    >>> languages()
    ('en', 'ru', 'zh')
    """
    return tuple(sorted(file.parent.name for file in LANGUAGES.glob("*/language.toml")))


@cache
def load_tongues() -> Tongues:
    """Return how languages are told apart."""
    path = LANGUAGES / "detect.toml"
    raw = load_toml(path)
    scripts = tuple(
        Script(_runs(row["characters"]), row.get("weight", 1), tuple(row["languages"]))
        for row in raw["script"].values()
    )
    known = dict.fromkeys(code for script in scripts for code in script.languages if code != UNKNOWN)
    if strange := [code for code in raw["language"] if code not in known]:
        raise DataError(f"{path}: [language.{strange[0]}] belongs to no script; list it in the languages of one")
    rows = {code: raw["language"].get(code, {}) for code in known}
    return Tongues(
        scripts,
        {code: row.get("letters", "") for code, row in rows.items()},
        {code: frozenset(row.get("words", "").split()) for code, row in rows.items()},
    )


def _runs(characters: str) -> re.Pattern[str]:
    """Runs of characters; a pattern that begins with a single one finds where there is none much faster."""
    return re.compile(f"[{characters}][{characters}]*")


def tell_language(text: str) -> str:
    """Return the code of a text's language, `und` where nothing tells.

    >>> [tell_language(text) for text in ("Президент сказал", "Міністр сказав", "外长说", "…")]
    ['ru', 'uk', 'zh', 'und']
    >>> tell_language("The minister said that he is ready."), tell_language("Le ministre a dit que la paix"), tell_language("Abc")
    ('en', 'fr', 'und')
    """
    return language_of(text, load_tongues())


def language_name(code: str, ui: str = "en") -> str:
    """Return what a language is called in a language of the interface.

    >>> language_name("uk"), language_name("zh", "zh-Hans")
    ('Ukrainian', '中文')
    """
    names = _names(ui)
    return names[code] if code in names else names[OTHER].format(code=code)


def named_languages(codes: tuple[str, ...]) -> str:
    """Return languages as a sentence lists them, by their names.

    >>> named_languages(languages())
    'Chinese (zh), English (en) and Russian (ru)'
    """
    parts = sorted(f"{language_name(code)} ({code})" for code in codes)
    joint = load_toml(UI / "en.toml")["list"]
    return str(joint["and"]).join([str(joint["comma"]).join(parts[:-1]), parts[-1]] if parts[1:] else parts)


def find_languages(names: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of languages given by code or name, each once."""
    return tuple(dict.fromkeys(find_language(name) for name in names))


def find_language(name: str) -> str:
    """Return the code of a language that can be read, given by code or by its name in any language of the interface.

    >>> find_language("EN"), find_language("русский"), find_language("中文")
    ('en', 'ru', 'zh')
    >>> find_language("uk")
    Traceback (most recent call last):
        ...
    detente.text.nearest.UnknownName: no language 'uk' can be read; there are en (English), ru (Russian), zh (Chinese)
    """
    wanted, known = name.strip().casefold(), languages()
    for ui in sorted(file.stem for file in UI.glob("*.toml")):
        for code in known:
            if wanted in (code, language_name(code, ui).casefold()):
                return code
    there = ", ".join(f"{code} ({language_name(code)})" for code in nearest(wanted, known))
    raise UnknownName(f"no language {name!r} can be read; there are {there}")


@cache
def _names(ui: str) -> dict[str, str]:
    found: dict[str, str] = load_toml(UI / f"{ui}.toml").get("language", {OTHER: "{code}"})
    return found
