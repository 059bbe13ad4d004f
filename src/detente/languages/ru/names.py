"""People: a first name, a patronymic, initials and a surname as one token with its dictionary form."""

from __future__ import annotations

import re

from detente.text.classes import WordClasses

from .forms import of_woman, titled
from .introduced import take_introduced
from .syllables import take_middle, take_syllables
from .words import Columns, Row

NAME = re.compile("[hnaVjPB]?[kK]+[hnajV]?")
EXPECTED = frozenset("TthYIGSMc")  # classes behind which a name stands
FUNCTION = frozenset("PB")  # prepositions and conjunctions, some of which are also names of families
LONGEST, LONGEST_TITLE, LONGEST_ABBREVIATION = 5, 8, 3
FIELDS = frozenset("njhIP")
DESCRIBING = tuple(f"{stem}{end}" for stem in ("ск", "цк") for end in ("ого", "ой", "ому", "ом", "их", "ие", "ая", "ое", "ую", "им", "ий"))
ADJECTIVES = ("ый", "ий", "ой")
UNDECLINED = ("их", "ых")  # of surnames
FAMILY = ("ов", "ев")
OTHERWISE = frozenset("najhp")


def join_people(columns: Columns, folded: str, leading: frozenset[str], known: WordClasses) -> Columns:
    """Return tokens with the parts of each person's name as one of class K; names of families in `leading` open one."""
    _take_particles(columns, folded, known["name_particle"], known["name_opening"])
    take_syllables(columns, folded, leading)
    take_middle(columns, folded)
    take_introduced(columns, folded, known["introducing"], leading, known["place_office"])
    letters = "".join(columns.letters)
    found: list[tuple[int, int, Row]] = []
    done = 0
    for match in NAME.finditer(letters):
        i = max(match.start(), done)
        led = letters[i] not in "kK" and i < match.end() - 1 and _leads(columns, i, folded, leading)
        i += letters[i] not in "kK" and not led
        while i < match.end() and (letters[i] in "kK" or led):
            led = False
            last = i + 1
            while last < min(match.end(), i + LONGEST) and _goes_on(columns, i, last, folded):
                last += 1
            parts = [columns.row(k) for k in range(i, last)]
            if columns.letters[i] in FUNCTION:
                parts[0] = parts[0]._replace(name=folded[parts[0].start : parts[0].stop])
            if last == i + 1 and _describes(columns, i, folded, known["of_named_party"]):
                found.append((i, last, parts[0]._replace(letter="j", case=columns.cases[last].upper())))
            else:
                found.append((i, last, _person(parts, letters[i - 1] if i else ".")))
            i = done = last
    return columns.replaced(found)


def _describes(columns: Columns, i: int, folded: str, parties: frozenset[str]) -> bool:
    """Whether a word that looks like a surname describes the noun behind it: Подляшского отдела, Гальский район."""
    after = i + 1
    while columns.letters[after : after + 1] == ["j"] and folded[columns.starts[after]].islower():
        after += 1  # Валкской краевой думы
    if after >= len(columns.letters) or columns.letters[after] not in "nhIp" or columns.cases[after] not in "nbgdoq":
        return False
    small = folded[columns.starts[after]].islower() and columns.starts[i + 1] - columns.stops[i] == 1
    word = columns.words[i]
    adjective = word is not None and any(lemma.endswith(ADJECTIVES) for lemma in word.lemmas)
    if small and adjective and columns.names[after] in parties:
        return True  # представитель Левой партии
    return small and folded[columns.starts[i] : columns.stops[i]].endswith(DESCRIBING)


def _take_particles(columns: Columns, folded: str, particles: frozenset[str], opening: frozenset[str]) -> None:
    """Count the small words inside names as names: Аннике ван Дорен, Мартейн ван дер Берг; behind some any word is a name: бен Хамад."""
    done = 0
    for i in range(1, len(columns.letters) - 1):
        if i < done or columns.letters[i - 1] not in "kK" or not _is_particle(columns, i, particles):
            continue
        done = i + 1
        while done < len(columns.letters) and _is_particle(columns, done, particles):
            done += 1
        named = done < len(columns.letters) and folded[columns.starts[done]].isupper()
        if named and columns.letters[done] in OTHERWISE and folded[columns.starts[done - 1] : columns.stops[done - 1]] in opening:
            columns.letters[done], columns.cases[done], columns.names[done] = "k", "b", folded[columns.starts[done] : columns.stops[done]]  # бен Хамад
        if named and columns.letters[done] in "kK" and folded[columns.starts[i - 1]].isupper():
            columns.letters[i:done] = "k" * (done - i)
            columns.cases[i:done] = "b" * (done - i)


def _is_particle(columns: Columns, i: int, particles: frozenset[str]) -> bool:
    word = columns.words[i]
    return word is not None and word.lemma in particles


def _leads(columns: Columns, i: int, folded: str, leading: frozenset[str]) -> bool:
    """Whether a common noun with a capital inside a sentence is the first part of a name: Хакан Йылдыз; or a family's: Пак Чжун Хо."""
    if folded[columns.starts[i] : columns.stops[i]] in leading:
        return _may_be_family(columns, i) and columns.starts[i + 1] - columns.stops[i] == 1 and folded[columns.starts[i + 1]].isupper()
    if columns.letters[i] in FUNCTION:
        return False
    if not folded[columns.starts[i]].isupper() or folded[columns.starts[i] + 1].isupper() or i == 0 or columns.letters[i - 1] in ".\n“-":
        return False
    after = columns.words[i + 1]
    expected = columns.letters[i - 1] in EXPECTED or (columns.letters[i] == "n" and _is_titled(columns, i))
    if columns.letters[i] in "naj" and not expected:
        return False
    word = columns.words[i]
    if columns.letters[i] == "j" and not (word and word.named):
        return False
    return after is not None and (expected or "g" not in after.names) and columns.starts[i + 1] - columns.stops[i] == 1


def _is_titled(columns: Columns, i: int) -> bool:
    """Whether a noun that is no genitive stands behind an office and its fields: министр обороны Роза Кара."""
    at = i - 1
    while at > 0 and i - at < LONGEST_TITLE and columns.letters[at] in FIELDS:
        at -= 1
    return columns.letters[at] in "Tt" and columns.cases[i] in "nb" and columns.cases[i + 1] in "nb"


def _may_be_family(columns: Columns, i: int) -> bool:
    """Whether a word that is also a surname is one here: Со Чжун Хо, but Со Славковым; глава МИД Но Тхэ Су, but Но Иванов."""
    if columns.letters[i] == "B":
        return i > 0 and columns.letters[i - 1] not in ".\n\u201c-:"
    return columns.letters[i] != "P" or columns.cases[i + 1] in "nb"


def _goes_on(columns: Columns, first: int, at: int, folded: str) -> bool:
    """Whether a part belongs to the name before it: one space between, in a case that agrees."""
    place = columns.words[first]
    if at == first + 1 and place and set(place.names) == {"g"} and columns.cases[first] in "gdo" and columns.cases[at] in "nb":
        return False  # консул в Измире | Йоргос Мавридис
    if _is_abbreviation(columns, at - 1, folded) and _is_abbreviation(columns, at, folded):
        return False  # комиссия НС РА
    between = folded[columns.stops[at - 1] : columns.starts[at]]
    if between not in ("", " ") or (columns.letters[at] not in "kK" and not _ends(columns, first, at, folded)):
        return False
    if _is_of_family(columns, at, folded):
        return columns.cases[at - 1] in "nb"
    if columns.letters[at] == "V" or folded[columns.starts[at] : columns.stops[at]].endswith(UNDECLINED):
        return True  # Лилиана Чеботарь, Тимур Ряжских
    return _is_undeclined(columns, at) or not any(_disagree(case, columns.cases[at]) for case in columns.cases[first:at])


def _is_abbreviation(columns: Columns, at: int, folded: str) -> bool:
    """Whether a word is one of a few capitals: НС, РА."""
    word = folded[columns.starts[at] : columns.stops[at]]
    return 1 < len(word) <= LONGEST_ABBREVIATION and word.isalpha() and word.isupper()


def _is_undeclined(columns: Columns, at: int) -> bool:
    """Whether a name no dictionary has stands behind a given name in the nominative: Мехмет Сарыоглу is no form of Сарыогла."""
    given, surname = columns.words[at - 1], columns.words[at]
    upright = given is not None and given.named and "f" in given.names and columns.cases[at - 1] == "n"
    return upright and surname is not None and surname.named and not set(surname.names) - {"s"}


def _is_of_family(columns: Columns, at: int, folded: str) -> bool:
    """Whether a common noun in another case is written as a surname is: Семен Полозков."""
    return columns.letters[at] in "nkK" and columns.cases[at] in "gq" and folded[columns.starts[at] : columns.stops[at]].endswith(FAMILY)


def _ends(columns: Columns, first: int, at: int, folded: str) -> bool:
    """Whether another word with a capital goes on with a name: Ян Новотный, профессор Ким Ен Су."""
    before = columns.words[at - 1]
    named = before is not None and bool(set(before.names) & set("fip"))
    expected = first > 0 and columns.letters[first - 1] in EXPECTED
    return (named or expected) and folded[columns.starts[at]].isupper()


def _disagree(left: str, right: str) -> bool:
    left, right = left.lower(), right.lower()
    return (left in "np") != (right in "np") and "b" not in (left, right) and "q" not in (left, right)


def _person(parts: list[Row], before: str) -> Row:
    """One name; of a single word at the head of a sentence that is mostly another word it is none."""
    first = parts[0]
    if len(parts) == 1:
        word = first.word
        if first.letter == "K" or word is None:
            return first
        if before in ".\n“-" and not word.named and word.names:
            return first._replace(letter="n")
        return first._replace(name=titled(first.name), letter=_kind(word.names))
    named = " ".join(_nominative(parts))
    case = next((row.case for row in parts if row.case in "npqgdo"), "b")
    return Row(first.start, parts[-1].stop, named, "K", case, None)


def _kind(names: str) -> str:
    """The class of a single name: a place, a person, or one that may be either."""
    if "g" in names:
        return "p" if "s" not in names and "f" not in names else "k"
    return "K" if set(names) & set("fs") else "k"


def _nominative(parts: list[Row]) -> list[str]:
    """The parts in their dictionary forms; surnames of women, told by the names beside them, as women's."""
    words = [row.word for row in parts]
    woman = any(word and set(word.names) & set("fp") and word.gender == "w" for word in words)
    out = []
    for row, word in zip(parts, words, strict=True):
        plain = titled(row.name)
        out.append(of_woman(plain) if woman and word and "s" in word.names and "f" not in word.names else plain)
    return out
