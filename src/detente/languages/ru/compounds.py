"""Bodies that no list has, by how their names are built: Госпогранкомитет, Главрыбнадзор."""

from __future__ import annotations

import re

from .forms import Forms, titled
from .words import Word, case_of

OPENING = "Гос|Рос|Глав|Мос|Нац|Погран|Центр|Укр|Каз|Кырг|Узб|Тадж|Турк|Бел|Арм|Груз|Азер|Молд|Мин"
HEADS = (
    "комитет|служб|охран|надзор|агентств|инспекци|департамент|управлени|таможн|архив|резерв|войск|статистик|контрол|бюро|банк"
    "|спасател|стандарт|карантин|миграци|авиаци|гвард"
)
COMPOUND = re.compile(f"(?:{OPENING})[а-я]*?((?:{HEADS})[а-я]{{0,4}})")


def as_body(told: Word, word: str, forms: Forms) -> Word:
    """Return an unknown name as that of a body where it is built as one, in the case of its last part."""
    match = COMPOUND.fullmatch(word) if told.letter in "kKp" and not forms[word].known else None
    if match is None:
        return told
    head = forms[match[1]]
    return told._replace(letter="Y", name=titled(word[: match.start(1)] + head.lemma), case=case_of(head.case, head.plural))
