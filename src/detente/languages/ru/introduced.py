"""Names behind an office: министр энергетики Виорика Мунтяну, министр Йорам Баркан, с послом Мамаду Сайду Бангурой.

Whatever the words of such a name may be otherwise, they are the parts of one name; behind a nominative they stand in the dictionary form.
"""

from __future__ import annotations

import re

from .words import Columns

OFFICES = frozenset("Tt")
KNOWN = frozenset("SMGYTtOIzmD")  # classes of words that are no part of a name
OPENING, OTHERWISE = frozenset("kKn"), frozenset("jVah")
FIELDS = frozenset("SMGYTtIhjnpkKPwdO")  # what may stand between an office and the name of who holds it
OBLIQUE = frozenset("gdoPQNBGDOpq")
BARE = tuple("бгджзклнпрстфцчшщ")  # how words end that no case has an ending for
ACTING = "врио"
GENITIVE = tuple("аяыи")
FARTHEST, LONGEST, LONGEST_GIVEN = 12, 4, 2  # words


def take_introduced(columns: Columns, folded: str, titled: frozenset[str], leading: frozenset[str], local: frozenset[str]) -> None:
    """Count the words with capitals behind an office, or one of the nouns `titled`, as parts of a name; `leading` are names of families, `local` offices
    over a place, which stands behind them.
    """
    found: dict[str, tuple[str, ...]] = {}
    for i, letter in enumerate(columns.letters):
        head = letter in OFFICES or (letter == "h" and columns.names[i] in titled)
        upright = columns.cases[i] == "n" or columns.names[i - 1 : i] == [ACTING]  # врио генерального консула
        if head and (first := _opens(columns, folded, i)):
            _take_place(columns, i, first, local)
            last = _closes(columns, folded, first)
            first += last - first > LONGEST_GIVEN and _is_family(columns, folded, first, leading)
            governs = columns.names[i] in local and first == i + 1
            if upright and _is_owner(columns, folded, first, last, governs=governs):
                columns.cases[first] = "g"
                first += 1
            if last - first > 1 + (not upright):
                _join(columns, folded, first, last, upright=upright)
                if upright:
                    found[columns.names[first]] = tuple(columns.names[first:last])
    if found:
        _join_again(columns, folded, found)


def _opens(columns: Columns, folded: str, office: int) -> int:
    """The word with which a name opens behind an office; 0 where none does."""
    for at in range(office + 1, min(office + FARTHEST, len(columns.letters) - 1)):
        if _is_pronoun(columns, folded, at):
            return at
        if columns.letters[at] not in FIELDS or _is_another(columns, office, at):
            return 0
        if _is_capital(columns, folded, at) and _is_first(columns, at, folded):
            return at
    return 0


def _take_place(columns: Columns, office: int, first: int, local: frozenset[str]) -> None:
    """Count a genitive between an office over a place and a name as that place: бургомистр Гёрлица Уве Кранц."""
    if columns.names[office] in local and first == office + 2 and columns.letters[office + 1] in OPENING and columns.cases[office + 1] in OBLIQUE:
        columns.letters[office + 1] = "p"


def _is_pronoun(columns: Columns, folded: str, at: int) -> bool:
    """Whether what else is a pronoun opens a name: генконсул Оно Сигэки."""
    return columns.letters[at] == "R" and _is_capital(columns, folded, at) and _is_capital(columns, folded, at + 1) and folded[columns.stops[at]] == " "


def _is_another(columns: Columns, office: int, at: int) -> bool:
    """Whether a word is an office that does not belong to the one before it: дипломат на встрече с министром …; but заместитель министра."""
    return columns.letters[at] in OFFICES and (columns.cases[at] not in "ng" or "P" in columns.letters[office:at])


def _is_first(columns: Columns, at: int, folded: str) -> bool:
    """Whether a word with a capital may open a name: no place where somebody is, and nothing in another case that a dictionary has."""
    word = columns.words[at]
    unknown = columns.letters[at] in OTHERWISE and word is not None and word.named  # Яркко Таммела
    if not (columns.letters[at] in OPENING or unknown) or columns.letters[at - 1] == "P":
        return False
    place = word is not None and "g" in word.names and columns.cases[at] in OBLIQUE
    if folded[columns.starts[at] : columns.stops[at]].endswith(BARE):
        return not place  # Хамад, Роз: no genitive of one
    return not place and columns.cases[at] != "g" and not (columns.letters[at] == "n" and columns.cases[at] in OBLIQUE)


def _closes(columns: Columns, folded: str, first: int) -> int:
    """Where the words with capitals end that go on with a name, one space between."""
    last = first + 1
    while last < min(first + LONGEST, len(columns.letters)) and folded[columns.stops[last - 1] : columns.starts[last]] == " ":
        if columns.letters[last] in KNOWN or not (_is_capital(columns, folded, last) or columns.letters[last] == "k"):
            break
        last += 1
    while last > first + 1 and (not _is_capital(columns, folded, last - 1) or (last - first > LONGEST_GIVEN and _opens_next(columns, folded, last))):
        last -= 1
    return last


def _opens_next(columns: Columns, folded: str, last: int) -> bool:
    """Whether the word before one belongs to that and to no name: сказал министр Иван Петров Общественному телевидению."""
    if last >= len(columns.letters) or not folded[columns.starts[last]].islower():
        return False
    return columns.letters[last - 1] == "j" and columns.cases[last - 1] in OBLIQUE and columns.cases[last].lower() == columns.cases[last - 1].lower()


def _is_capital(columns: Columns, folded: str, at: int) -> bool:
    """Whether a word has one capital, its first letter, or one behind a hyphen."""
    word = folded[columns.starts[at] : columns.stops[at]]
    return word[0].isupper() and word[1:2].islower() and word.replace("-", "").replace("'", "").isalpha() and word[0] > "Z"


def _is_family(columns: Columns, folded: str, first: int, leading: frozenset[str]) -> bool:
    """Whether a place stands before the name of a family: начальник таможни Урумчи Сунь Лицзюнь."""
    place, family = (folded[columns.starts[i] : columns.stops[i]] for i in (first, first + 1))
    return place not in leading and family in leading


def _is_owner(columns: Columns, folded: str, first: int, last: int, *, governs: bool) -> bool:
    """Whether a name of several words opens with a genitive: of a place (мэр Згожельца Рафал Новак), of a name of the text (коллега Озолса Грета Норкайте)."""
    word = folded[columns.starts[first] : columns.stops[first]]
    given = columns.words[first]
    if governs and last - first > LONGEST_GIVEN and word.endswith(GENITIVE) and (given is None or not set(given.names) & set("fp")):
        return True
    return last - first > LONGEST_GIVEN and word.endswith("а") and re.search(rf"\b{word[:-1]}\b", folded) is not None


def _join(columns: Columns, folded: str, first: int, last: int, *, upright: bool) -> None:
    """Count words as the parts of a name; of one in another case only those inside."""
    for at in range(first, last) if upright else range(first + 1, last - 1):
        columns.letters[at], columns.cases[at], columns.words[at] = "k", "b", None
        columns.names[at] = folded[columns.starts[at] : columns.stops[at]].replace("ё", "е")
    columns.letters[first] = "K"
    if upright:
        columns.cases[first] = "n"


def _join_again(columns: Columns, folded: str, found: dict[str, tuple[str, ...]]) -> None:
    """Count the names that were found also as names where they stand without an office; by their first words."""
    written = [folded[start:stop].replace("ё", "е") for start, stop in zip(columns.starts, columns.stops, strict=True)]
    for i, word in enumerate(written):
        parts = found.get(word, ())
        if parts and columns.words[i] is not None and tuple(written[i : i + len(parts)]) == parts:
            _join(columns, folded, i, i + len(parts), upright=True)
