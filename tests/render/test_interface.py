"""The interface says the same things in every language."""

from __future__ import annotations

import re
import string
import tomllib

import pytest

from detente.render.interface import UI_LANGUAGES, asset, interface
from detente.stages.maps.relation import RULES

PLURAL_FORMS = re.compile(r"^count\.(\w+)\.\w+$")


def keys(ui: str) -> set[str]:
    """Return the keys of a language; the plural forms of a noun count as one."""
    return {PLURAL_FORMS.sub(r"count.\1", key) for key in interface(ui).strings}


@pytest.mark.parametrize("ui", UI_LANGUAGES)
def test_every_language_has_the_same_keys(ui: str) -> None:
    assert keys(ui) ^ keys("en") == set()


@pytest.mark.parametrize("ui", UI_LANGUAGES)
def test_a_translation_keeps_the_slots(ui: str) -> None:
    def slots(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    english = interface("en").strings
    for key, text in interface(ui).strings.items():
        if not key.startswith("count."):
            assert slots(text) == slots(english[key]), key


@pytest.mark.parametrize("ui", UI_LANGUAGES)
@pytest.mark.parametrize("n", [0, 1, 2, 5, 11, 21, 101])
def test_every_noun_has_the_form_of_every_number(ui: str, n: int) -> None:
    for noun in tomllib.loads(asset(f"{ui}.toml"))["count"]:
        assert str(n) in interface(ui).count(noun, n)


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (1, "1 высказывание"),
        (3, "3 высказывания"),
        (11, "11 высказываний"),
        (22, "22 высказывания"),
        (25, "25 высказываний"),
    ],
)
def test_russian_nouns_agree_with_their_number(n: int, text: str) -> None:
    assert interface("ru").count("statements", n) == text


@pytest.mark.parametrize(
    ("ui", "text"),
    [("en", "4 March 2031, 09:30"), ("zh-Hant", "2031年3月4日 09:30"), ("ru", "4 марта 2031 г., 09:30")],
)
def test_dates_are_written_as_the_language_writes_them(ui: str, text: str) -> None:
    assert interface(ui).date("2031-03-04T09:30") == text


@pytest.mark.parametrize("iso", ["2031", "soon", "2031-13-01", ""])
def test_what_is_not_a_date_is_shown_as_it_is(iso: str) -> None:
    assert interface("en").date(iso) == iso


def test_an_unknown_language_names_those_that_exist() -> None:
    with pytest.raises(ValueError, match="zh-Hant"):
        interface("de")


@pytest.mark.parametrize("ui", ["en", "zh-Hant", "zh-Hans", "ru"])
def test_every_row_of_the_decision_table_has_words(ui: str) -> None:
    names = [rule.__name__.replace("_", "-") for rule in RULES]
    assert all(interface(ui).text(f"rule.{name}") for name in names)
