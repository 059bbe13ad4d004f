"""Names of people are a hint at their state, where no word beside them tells it; people and reports are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.api import read
from detente.records import Reading
from detente.resources.load import DATA, load_tsv
from detente.resources.name_stocks import likelihood
from detente.stages.mentions.usual import likelier

SIDES = {
    "en": "Poland and Israel met again. Israel has closed the file. Foreign Minister Zbigniew Rolnicki said the ambassador would return.\n",
    "ru": "Польша и Израиль снова встретились. Израиль закрыл дело. Министр иностранных дел Збигнев Рольницкий заявил, что посол вернется.\n",
}


@pytest.mark.parametrize("code", SIDES)
def test_a_name_tells_the_side_that_nothing_beside_it_tells(code: str) -> None:
    reading = read(SIDES[code])
    assert isinstance(reading, Reading)
    (said,) = [s for s in reading.statements if s.speaker and s.speaker.actor_id.startswith("person:")]
    assert said.speaker is not None and said.speaker.party == "PL"
    assert "party:near" in said.method


@pytest.mark.parametrize("text", ["Israel's foreign minister, Zbigniew Rolnicki, told Poland that the ambassador would return.\n"])
def test_what_words_tell_counts_more_than_a_name(text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Reading)
    assert [(s.speaker.party, "party:near" in s.method) for s in reading.statements if s.speaker] == [("IL", False)]


@pytest.mark.parametrize(
    ("name", "guess", "sides", "language", "party"),
    [
        ("Zbigniew Rolnicki", "IL", ("IL", "PL"), "en", "PL"),
        ("Ana Ruiz", "MX", ("MX", "CO"), "en", "MX"),
        ("Joy Mapfumo", "ZM", ("ZM", "ZW"), "en", "ZW"),
        ("Сон Чхан Исик", "RU", ("RU", "KR"), "ru", "KR"),
        ("Zbigniew Rolnicki", None, ("IL", "PL"), "en", None),
        ("Zbigniew Rolnicki", "UN", ("IL", "PL"), "en", "UN"),
        ("Zbigniew Rolnicki", "IL", ("IL", "PL"), "nb", "IL"),
    ],
)
def test_a_name_must_be_far_more_usual_elsewhere(name: str, guess: str | None, sides: tuple[str, ...], language: str, party: str | None) -> None:
    assert likelier(name, guess, sides, language) == party


@pytest.mark.parametrize("file", sorted((DATA / "names").glob("*.tsv")), ids=lambda file: file.stem)
def test_lists_of_names_stand_beside_each_other(file: Path) -> None:
    rows = load_tsv(file, ("states", "kind", "en", "ru"))
    states = {row["id"] for row in load_tsv(DATA / "actors" / "states.tsv", ("id",))}
    for row in rows:
        assert len(row["en"].split("|")) == len(row["ru"].split("|")), row
        assert set(row["states"].split(",")) <= states, row
        assert row["kind"] in ("given", "family"), row


def test_every_letter_of_a_name_counts() -> None:
    known, other = likelihood("en", "PL", "Rolnicki"), likelihood("en", "PL", "Rolnickx")
    assert known is not None and other is not None and known > other
