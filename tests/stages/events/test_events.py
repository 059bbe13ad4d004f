"""Events are found where they are marked, with what is marked; mentions of one event are joined."""

from __future__ import annotations

import pytest

from detente.api import read
from detente.records import Event, Reading


def _line(event: Event, text: str) -> str:
    told = ("+".join(event.parties), event.date, event.place, event.duration)
    return " | ".join([text[event.start : event.stop], event.type, event.status, *(value or "-" for value in told)])


def test_marked_events(reading: Reading, marked: list[str]) -> None:
    assert [_line(event, reading.document.text) for event in reading.events] == marked


PAGES = (
    "要闻\n\n2025-06-18 10:00\n\n　　智利外长16日在基多会见秘鲁外长。智利与秘鲁的外长举行会谈，历时两小时。智利外长17日再次会见秘鲁外长。\n",
    "World\n\n2025-06-18 10:00\n\nThe foreign ministers of Chile and Peru met in Quito on Monday. The talks were frank, an aide said. “Good,” "
    "the Chilean minister said after the talks. The Chilean minister met his Peruvian counterpart again on Tuesday.\n",
    "Мир\n\n18.06.2025 10:00\n\nМинистры Чили и Перу встретились в понедельник в Кито. Содержание переговоров не раскрывается. "
    "«Хорошо», — сказал министр Чили после переговоров. Министр Чили вновь встретился с коллегой из Перу во вторник.\n",
)


@pytest.mark.parametrize("page", PAGES, ids=("zh", "en", "ru"))
def test_mentions_of_one_event_are_joined(page: str) -> None:
    """What points back is the same; where nothing is told of it, it is none in Chinese and Russian; another day is another event."""
    reading = read(page)
    assert isinstance(reading, Reading)
    first, *again, other = reading.events
    assert (first.same_as, {event.same_as for event in again}, other.same_as) == (None, {first.id}, None)


def test_a_text_may_end_in_a_word_that_holds_a_trigger() -> None:
    reading = read("外长表示将再见面")
    assert isinstance(reading, Reading)
    assert reading.events == ()
