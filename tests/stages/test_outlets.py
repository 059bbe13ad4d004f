"""Outlets of no list, told by the noun before or behind their name, speak for no state whatever country they are of."""

from __future__ import annotations

import pytest

from detente.api import read
from detente.records import Reading

ENGLISH = (
    ("The Icelandic broadcaster Nordvarp reported that the talks would resume.", None),
    ("Norwegian daily Kystposten said that the quotas were too low.", None),
    ("The Polish newspaper Kurier Morski wrote that the sanctions would remain.", None),
    ("The Swedish press agency said Sweden welcomed the talks.", None),
    ("The state news agency of Iran said the sanctions must be lifted.", None),
    ("The Danish portal Nordpuls said Denmark agreed to new quotas.", None),
    ("Turkish channel Mavi said Ankara would not join the talks.", None),
    ("Italy's public broadcaster, Onda, said the sanctions would remain.", None),
    ("Norwegian media reported that the quotas were too low.", None),
    ("According to the Finnish newspaper Ilta-Posti, the sanctions will remain.", None),
    ("The Russian space agency said it would end the cooperation.", "RU"),
    ("The U.S. agency for international development said it would cut the programme.", "US"),
    ("The Norwegian media regulator said the broadcast broke the rules.", "NO"),
    ("The Icelandic foreign ministry said that the talks would resume.", "IS"),
)
RUSSIAN = (
    ("Исландский телеканал «Нордварп» сообщил, что переговоры возобновятся.", None),
    ("Норвежская газета «Кюстпостен» написала, что квоты слишком малы.", None),
    ("Польское издание сообщило, что санкции останутся.", None),
    ("Иранское информационное агентство заявило, что санкции должны быть сняты.", None),
    ("Шведское агентство печати сообщило, что переговоры возобновятся.", None),
    ("Исландская телерадиокомпания сообщила, что переговоры возобновятся.", None),
    ("По данным финской газеты «Илта-Пости», санкции останутся.", None),
    ("Российское космическое агентство заявило, что прекратит сотрудничество.", "RU"),
    ("Агентство по атомной энергии Ирана заявило, что примет инспекторов.", "IR"),
    ("Министерство иностранных дел Исландии заявило, что переговоры возобновятся.", "IS"),
)


@pytest.mark.parametrize(("sentence", "party"), ENGLISH + RUSSIAN)
def test_for_whom_an_outlet_speaks(sentence: str, party: str | None) -> None:
    reading = read(f"{sentence}\n")
    assert isinstance(reading, Reading)
    speaker = reading.statements[0].speaker
    assert speaker
    assert speaker.party == party
    assert speaker.actor_id.startswith("outlet:") == (party is None)


def test_an_outlet_is_nobody_of_the_people() -> None:
    reading = read("Исландский телеканал Нордварп сообщил, что переговоры возобновятся. Позже Нордварп сообщил, что их отложили.\n")
    assert isinstance(reading, Reading)
    assert [s.speaker.party for s in reading.statements if s.speaker] == [None, None]


def test_who_is_told_is_an_outlet() -> None:
    reading = read("Foreign Minister Halvor Strand of Norway told the Icelandic broadcaster Nordvarp that the talks would resume.\n")
    assert isinstance(reading, Reading)
    assert all(s.addressee is None or s.addressee.party is None for s in reading.statements)
