"""Where a Russian text is at home, by the credit below its headline, an address, an edition or the dateline."""

from __future__ import annotations

import pytest

from detente.languages import load_language
from detente.stages.attribution.credited import credited_homes
from detente.text.datelines import dateline_places


@pytest.mark.parametrize(
    ("head", "homes"),
    [
        ("Orda.kz, 5 мая 2025", ["KZ"]),
        ("Иван Петров, Sputnik Кыргызстан, 5 мая", ["KG", "RU"]),
        ("Интерфакс-Казахстан, 5 мая", ["KZ"]),
        ("rus.err.ee / Редактор: Анна Тамм / 30.12.2024", ["EE"]),
        ("Канал ruritania.tv, 5 мая", []),
        ("Встреча министров двух стран прошла в обстановке взаимного доверия и продлилась без малого четыре часа подряд.", []),
    ],
)
def test_credits_tell_the_state(head: str, homes: list[str]) -> None:
    assert list(dict.fromkeys(credited_homes(f"Заголовок\n{head}\nПосол прибыл.", load_language("ru")))) == homes


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("АСТАНА. КАЗИНФОРМ — Премьер сказал", "Астана"),
        ("Тегеран (Pars Today) – Премьер сказал", "Тегеран"),
        ("Баку, Азербайджан, 25 июня /корр. Trend/", "Баку"),
        ("Прибой, Каир, 10 сентября", "Каир"),
        ("Анна Тамм | 11.04.2024 | АНКАРА", "Анкара"),
    ],
)
def test_datelines_name_the_place(head: str, place: str) -> None:
    assert place in dateline_places(f"Заголовок\n{head}", "ru")
