"""What an address asks for: the parameters that pages share, and the language of the interface."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from fastapi import Depends, Query, Request
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from detente.render.interface import UI_LANGUAGES

Ui = Literal["", "en", "zh-Hant", "zh-Hans", "ru"]
CHINESE = {"zh": "zh-Hans", "zh-tw": "zh-Hant", "zh-hk": "zh-Hant", "zh-mo": "zh-Hant", "zh-hant": "zh-Hant"}
WEIGHED = re.compile(r"([A-Za-z-]+)(?:;\s*q=([0-9.]+))?")
PERIOD = r"^(\d{4}(-(Q[1-4]|0[1-9]|1[0-2]))?)?$"
LONGEST = 500  # characters of a parameter


class Filters(BaseModel):
    """Filters in the address; lists are joined by commas, days are written as 2031-05-16, 2031-05 or 2031."""

    model_config = ConfigDict(extra="ignore")

    parties: str = Field("", max_length=LONGEST, description="The two parties of a map: RU,US")
    topic: str = Field("", max_length=LONGEST, description="Topics by id or name")
    since: str = Field("", max_length=10, description="The first day, month or year")
    until: str = Field("", max_length=10, description="The last day, month or year")
    language: str = Field("", max_length=LONGEST, description="Languages of the articles: en,ru,zh")
    outlet: str = Field("", max_length=LONGEST, description="What these outlets published, by name or id")
    country: str = Field("", max_length=LONGEST, description="What outlets of these countries published: RU,US")
    score: Annotated[float, BeforeValidator(lambda value: value or 0)] = Field(0, ge=0, le=1, description="Only what was read with this score at least")
    ui: Ui = Field("", description="The language of the interface")

    def kept(self) -> dict[str, str]:
        """Return the filters that say something, as they stand in an address."""
        return {name: str(value) for name, value in self.model_dump().items() if value}


class OfMap(Filters):
    """Filters of a map, and which periods stand beside it; `one` and `other` are two parties that a form names apart."""

    every: Literal["month", "quarter", "year"] = Field("month", description="Periods in which relations are told")
    to: str = Field("", pattern=PERIOD, description="The last of these periods")
    one: str = Field("", max_length=LONGEST, description="The first of two parties that a form names apart")
    other: str = Field("", max_length=LONGEST, description="The second of them")

    @property
    def as_address(self) -> dict[str, str]:
        """The filters as a permanent address has them."""
        told = self.kept()
        one, other = told.pop("one", ""), told.pop("other", "")
        if one and other:
            told = {"parties": f"{one},{other}", **told}
        return {name: value for name, value in told.items() if (name, value) != ("every", "month")}


class More(Filters):
    """Filters of statements, beside those of maps."""

    party: str = Field("", max_length=LONGEST, description="Statements for one of these parties")
    speaker: str = Field("", max_length=LONGEST, description="Statements of these speakers, by name or id")
    act: str = Field("", max_length=LONGEST, description="Statements that do this: ACCUSE,REJECT")

    def filters(self, *without: str) -> dict[str, Any]:
        """Return the filters as `detente.search` takes them."""
        named = {"parties": self.party, "speakers": self.speaker, "topics": self.topic, "acts": self.act, "outlets": self.outlet,
                 "countries": self.country, "languages": self.language}  # fmt: skip
        lists = {key: listed(value) for key, value in named.items() if value and key not in without}
        return {**lists, "since": self.since, "until": self.until}


def listed(value: str) -> tuple[str, ...]:
    """Return the parts of a list in an address.

    >>> listed("RU, US,")
    ('RU', 'US')
    """
    return tuple(part.strip() for part in value.split(",") if part.strip())


def interface_language(wanted: str, header: str) -> str:
    """Return the language of the interface: the one asked for, else the first of the browser's that there is.

    >>> interface_language("", "zh-TW,zh;q=0.9,en;q=0.8"), interface_language("", "de,ru;q=0.7,en;q=0.3"), interface_language("en", "ru")
    ('zh-Hant', 'ru', 'en')
    """
    if wanted in UI_LANGUAGES:
        return wanted
    weighed = ((float(match[2] or 1), match[1].lower()) for match in WEIGHED.finditer(header[:LONGEST]) if _is_number(match[2]))
    for _, tag in sorted(weighed, key=lambda pair: -pair[0]):
        found = CHINESE.get(tag) or CHINESE.get("-".join(tag.split("-")[:2])) or CHINESE.get(tag.split("-")[0]) or tag.split("-")[0]
        if found in UI_LANGUAGES:
            return found
    return "en"


def _is_number(text: str | None) -> bool:
    return text is None or text.replace(".", "", 1).isdecimal()


def of_maps(filters: Annotated[Filters, Query()]) -> Filters:
    """The filters of an address, for maps."""
    return filters


def of_map(filters: Annotated[OfMap, Query()]) -> OfMap:
    """The filters of an address, for a map and its periods."""
    return filters


def of_statements(filters: Annotated[More, Query()]) -> More:
    """The filters of an address, for statements."""
    return filters


def ui_of(request: Request, ui: str = "") -> str:
    """The language of the interface: by the address, the last choice, or the browser."""
    return interface_language(ui or request.cookies.get("ui", ""), request.headers.get("accept-language", ""))


ForMaps = Annotated[Filters, Depends(of_maps)]
ForMap = Annotated[OfMap, Depends(of_map)]
ForStatements = Annotated[More, Depends(of_statements)]
UiOf = Annotated[str, Depends(ui_of)]
