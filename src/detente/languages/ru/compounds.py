"""Bodies that no list has, by how their names are built: Госпогранкомитет, Главрыбнадзор."""

from __future__ import annotations

import re

from detente.text.classes import WordClasses

from .forms import Forms, titled
from .words import Word, case_of


class Compounds:
    """What such names begin with, and of what their last part is made."""

    def __init__(self, forms: Forms, words: WordClasses) -> None:
        openings, heads = ("|".join(sorted(words[name])) for name in ("compound_opening", "compound_head"))
        self._forms, self._pattern = forms, re.compile(f"(?:{openings})[а-я]*?((?:{heads})[а-я]{{0,4}})")

    def as_body(self, told: Word, word: str) -> Word:
        """Return an unknown name as that of a body where it is built as one, in the case of its last part."""
        match = self._pattern.fullmatch(word) if told.letter in "kKp" and not self._forms[word].known else None
        if match is None:
            return told
        head = self._forms[match[1]]
        return told._replace(letter="Y", name=titled(word[: match.start(1)] + head.lemma), case=case_of(head.case, head.plural))
