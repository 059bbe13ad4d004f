"""Offices hold at a document's date. Sentences are invented; who held an office is a fact of roles.tsv."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from detente.api import read
from detente.records import Reading, Speaker
from detente.resources.gazetteer import ACTORS
from detente.resources.load import load_tsv
from detente.resources.roles import (
    Role,
    has_ended,
    holders_on,
    load_roles,
    load_shared_offices,
    may_hold,
    parties_on,
    period_of,
    surely_held,
)

BARE = (
    ("美国国务卿表示，会谈将在周五继续。", "2019-05-14", "person:pompeo"),
    ("美國國務卿表示，會談將在週五繼續。", "2021-03-18", "person:blinken"),
    ("美国国务卿表示，会谈将在周五继续。", "2035-03-18", "office:secretary-of-state"),
    ("俄罗斯外长表示，会谈将在周五继续。", "2019-05-14", "person:lavrov"),
    ("The U.S. president said that the talks would go on.", "2018-05-04", "person:trump"),
    ("The U.S. president said that the talks would go on.", "2022-05-04", "person:biden"),
    ("The President of the United States said that the talks would go on.", "2022-05-04", "person:biden"),
    ("Russia's foreign minister said that the talks would go on.", "2022-05-04", "person:lavrov"),
    ("The U.S. president said that the talks would go on.", "2035-05-04", "actor:U.S. president"),
    ("Президент США заявил, что переговоры продолжатся.", "2022-05-04", "person:biden"),
    ("Министр иностранных дел России заявил, что переговоры продолжатся.", "2019-05-14", "person:lavrov"),
)
SPOKEN_FOR = (
    ("特朗普说，会谈会继续。", "2018-05-04", "US"),
    ("特朗普说，会谈会继续。", "2022-05-04", None),
    ("Joe Biden said that the talks would go on.", "2018-05-04", None),
    ("Joe Biden said that the talks would go on.", "2022-05-04", "US"),
    ("Дональд Трамп заявил, что переговоры продолжатся.", "2022-05-04", None),
    ("Дональд Трамп заявил, что переговоры продолжатся.", "2018-05-04", "US"),
)
DATES = {"zh": "{0} 10:00", "en": "{0} 10:00", "ru": "{2}.{1}.{3} 10:00"}
ROLES = (
    Role("person:a", "office:president", "XX", "2010-03-01", "2014-03-01", "2025-06"),
    Role("person:b", "office:president", "XX", "2014-03-01", "2018", "2025-06"),
    Role("person:c", "office:president", "XX", "2018", "", "2025-06"),
    Role("person:c", "office:ambassador", "YY", "2009", "2012", "2025-06"),
    Role("person:d", "office:opposition-leader", "XX", "2010", "", "2025-06", speaks=False),
)


def _speaker(sentence: str, day: str) -> Speaker:
    year, month, date = day.split("-")
    language = "ru" if "а" in sentence else "en" if "the" in sentence else "zh"
    head = DATES[language].format(day, month, date, year)
    title = {"zh": "两国会谈", "en": "The two sides hold talks", "ru": "Стороны ведут переговоры"}[language]
    reading = read(f"{title}\n{head}\n\n{sentence}\n")
    assert isinstance(reading, Reading)
    assert reading.document.published
    (speaker,) = (s.speaker for s in reading.statements if s.speaker)
    return speaker


@pytest.mark.parametrize(("sentence", "day", "actor"), BARE)
def test_a_bare_office_means_who_holds_it(sentence: str, day: str, actor: str) -> None:
    assert _speaker(sentence, day).actor_id == actor


@pytest.mark.parametrize(("sentence", "day", "party"), SPOKEN_FOR)
def test_out_of_office_nobody_speaks_for_a_state(sentence: str, day: str, party: str | None) -> None:
    assert _speaker(sentence, day).party == party


def test_whom_a_document_introduces_holds_the_office_in_it() -> None:
    text = (
        "The two sides hold talks\n2022-05-04 10:00\n\nU.S. President John Harmon arrived in Oslo on Monday. "
        "The U.S. president said that the talks would go on.\n"
    )
    reading = read(text)
    assert isinstance(reading, Reading)
    assert [s.speaker.actor_id for s in reading.statements if s.speaker] == ["person:John Harmon"]


def test_without_a_date_an_office_stays_an_office() -> None:
    reading = read("The two sides hold talks\n\nThe U.S. president said that the talks would go on.\n")
    assert isinstance(reading, Reading)
    assert [s.speaker.actor_id for s in reading.statements if s.speaker] == ["actor:U.S. president"]


@pytest.mark.parametrize(
    ("day", "person"),
    [("2009-01-01", None), ("2012-05-05", "person:a"), ("2014-03-01", "person:b"), ("2018-05-05", None),
     ("2019-01-01", "person:c"), ("2025-06-30", "person:c"), ("2025-07-01", None)],
)  # fmt: skip
def test_an_office_has_a_holder_where_the_dates_are_sure(day: str, person: str | None) -> None:
    assert holders_on(day, ROLES).get(("office:president", "XX")) == person


@pytest.mark.parametrize(
    ("day", "spoken_for"),
    [("2008-01-01", {}), ("2011-01-01", {"person:a": ("XX",), "person:c": ("YY",), "person:d": ()}),
     ("2013-01-01", {"person:a": ("XX",), "person:c": (), "person:d": ()})],
)  # fmt: skip
def test_people_speak_for_the_office_they_hold(day: str, spoken_for: dict[str, tuple[str, ...]]) -> None:
    assert parties_on(day, ROLES) == spoken_for


def test_the_same_people_hold_the_same_offices_all_through_a_period() -> None:
    first = date(2015, 1, 1)
    for day in ((first + timedelta(days)).isoformat() for days in range(0, 4000, 7)):
        period = period_of(day)
        assert period <= day
        assert parties_on(day, load_roles()) == parties_on(period, load_roles()), day
        assert holders_on(day, load_roles()) == holders_on(period, load_roles()), day


def test_roles_do_not_end_before_they_begin() -> None:
    for role in load_roles():
        assert not (role.since and role.until) or role.since <= role.until, role
        assert not surely_held(role, role.since) or may_hold(role, role.since), role
        assert not (role.since and has_ended(role, role.since) and role.since != role.until), role


def test_shared_offices_are_offices() -> None:
    offices = {row["id"] for row in load_tsv(ACTORS / "offices.tsv", ("id",))}
    assert load_shared_offices() <= offices
