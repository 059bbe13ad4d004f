"""People: a first name, a patronymic, initials and a surname as one token with its dictionary form."""

from __future__ import annotations

from .forms import Forms, titled
from .words import Row

LONGEST = 4


def join_people(rows: list[Row], folded: str, forms: Forms) -> list[Row]:
    """Return tokens with the parts of each person's name as one of class K."""
    found: list[Row] = []
    i = 0
    while i < len(rows):
        if rows[i].letter not in "kK" and not _leads(rows, i, folded):
            found.append(rows[i])
            i += 1
            continue
        last = i + 1
        while last < len(rows) and last - i < LONGEST and _goes_on(rows, i, last, folded):
            last += 1
        found.append(_person(rows[i:last], rows[i - 1].letter if i else ".", forms))
        i = last
    return found


def _leads(rows: list[Row], i: int, folded: str) -> bool:
    """Whether a common noun with a capital inside a sentence is the first part of a name: Хакан Йылдыз."""
    if i + 1 >= len(rows) or rows[i].letter not in "hV" or not folded[rows[i].start].isupper():
        return False
    after = rows[i + 1]
    inside = i > 0 and rows[i - 1].letter not in ".\n“-"
    named = after.letter == "k" and after.word is not None and "g" not in after.word.names
    return inside and named and after.start - rows[i].stop == 1


def _goes_on(rows: list[Row], first: int, at: int, folded: str) -> bool:
    """Whether a part belongs to the name before it: one space between, in a case that agrees."""
    row, before = rows[at], rows[at - 1]
    if row.letter not in "kK" or folded[before.stop : row.start].strip(" ") or row.start - before.stop > 1:
        return False
    return not any(_disagree(other.case, row.case) for other in rows[first:at])


def _disagree(left: str, right: str) -> bool:
    return (left in "np") != (right in "np") and "b" not in (left, right) and "q" not in (left, right)


def _person(parts: list[Row], before: str, forms: Forms) -> Row:
    """One name; of a single word at the head of a sentence that is mostly another word it is none."""
    first = parts[0]
    if len(parts) == 1:
        word = first.word
        if first.letter == "K" or word is None:
            return first
        if before in ".\n“-" and not word.named and word.names:
            return first._replace(letter="n")
        return first._replace(name=titled(first.name), letter="K" if _is_personal(word.names) else "k")
    named = " ".join(_nominative(parts, forms))
    case = next((row.case for row in parts if row.case not in "b"), "b")
    return Row(first.start, parts[-1].stop, named, "K", case, None)


def _is_personal(names: str) -> bool:
    return bool(set(names) & set("fs")) and "g" not in names


def _nominative(parts: list[Row], forms: Forms) -> list[str]:
    """The parts in their dictionary forms; surnames of women, told by the names beside them, as women's."""
    words = [row.word for row in parts]
    woman = any(word and set(word.names) & set("fp") and word.gender == "w" for word in words)
    out = []
    for row, word in zip(parts, words, strict=True):
        plain = titled(row.name)
        out.append(forms.woman(plain) if woman and word and "s" in word.names and "f" not in word.names else plain)
    return out
