"""Surnames that a text itself explains: beside a first name in the nominative their written form is the dictionary form.

Кемаль Эрсой tells that Эрсой is no form of Эрса, Томаш Веховский that Веховский is no adjective.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from detente.text.articles import CYRILLIC_ARTICLE

from .syllables import ENDINGS
from .words import Columns, Row

VOWELS = frozenset("аеиоуыэюя")
SHORTEST = 4
LONGEST_INITIALS = 5  # И. О.
FAMILY = ("ов", "ев", "ин", "ын")
MEN = (("o", 2, ("ом", "ым", "ем")), ("g", 1, ("а",)), ("d", 1, ("у",)))  # case letter, length of an ending, endings
OF_MEN = "ом"
OF_WOMEN = ("ой", "ей")  # Динарой; a man's name that ends so is in the dictionary
INSTRUMENTAL = ("ом", "ем", "ым", "им")
# Endings of the cases by how a surname ends: what is cut off, and endings with their case letters (see `forms.Form.case`).
DECLENSIONS = (
    (("ский", "цкий", "ый", "ой", "ий"), 2, (("ого", "g"), ("ому", "d"), ("ым", "o"), ("им", "o"), ("ом", "o"))),
    (("ая",), 2, (("ой", "g"), ("ую", "o"))),
    (("й", "ь"), 1, (("я", "g"), ("ю", "d"), ("ем", "o"), ("е", "o"))),
    (("ова", "ева", "ина", "ына"), 1, (("ой", "g"), ("у", "o"))),
    (("а",), 1, (("ы", "g"), ("и", "g"), ("е", "d"), ("у", "o"), ("ой", "o"), ("ей", "o"))),
    (("я",), 1, (("и", "g"), ("е", "d"), ("ю", "o"), ("ей", "o"))),
)
MASCULINE = (("а", "g"), ("у", "d"), ("ом", "o"), ("ым", "o"), ("ем", "o"), ("е", "o"))
PATRONYMIC = ("вич", "вна", "ична", "оглы", "кызы", ".")
NO_NAMES = frozenset("SMGYTtOPBwalz")
TITLED = frozenset("SMGYTtIhjnp")  # what may stand between the head of an office and the name of who holds it
OFFICES = frozenset("Tth")
LONGEST_TITLE = 12
ACTING = "врио"
DECLINED = frozenset("ыиую")
ARTICLES = "аэ"  # how small ones begin


def settle_surnames(columns: Columns, folded: str, leading: frozenset[str]) -> Columns:
    """Return tokens with the surnames that the text explains in their dictionary form, wherever they stand.

    Names of families in `leading` stand before the given name.
    """
    single = list(_single(columns, folded))
    full = list(_explained(columns, folded, leading, Counter([word for _, word in single])))
    families = (name.split(" ")[0] for name in columns.names if " " in name)
    whole = (surname for _, _, row in full for surname in surnames_of(row.name, leading))
    first = [part for _, _, row in full if len(part := row.name.split(" ")[0]) >= SHORTEST and "." not in part]  # Хирасава Мидори; Хирасавы
    surnames = dict.fromkeys([*first, *whole, *(family for family in families if family in leading)])
    forms = {form: (name, case) for name in surnames for form, case in declined(name)} | {n: (n, "b") for n in surnames}
    settled = {first for first, _, _ in full}
    alone = [
        (i, i + 1, columns.row(i)._replace(name=forms[word][0], letter="K", case=_case(columns.cases[i], forms[word][1])))
        for i, word in single
        if word in forms and i not in settled
    ]
    return columns.replaced(sorted([*full, *alone], key=lambda part: part[0]))


def surnames_of(name: str, leading: frozenset[str]) -> tuple[str, ...]:
    """Return what may be the surname of a whole name: its last part, the first if it may be a family's, the first of two.

    >>> surnames_of("Пак Чжун Хо", frozenset(("Пак",))), surnames_of("Марсело Киспе Арансибия", frozenset())
    (('Хо', 'Пак'), ('Арансибия', 'Киспе'))
    """
    first, *middle, last = name.split(" ")
    if first in leading:
        return last, first
    return (last, middle[-1]) if middle and may_be_surname(middle[-1]) else (last,)


def may_be_surname(part: str) -> bool:
    """Whether a part inside a name may be the first of two surnames: no patronymic, no particle.

    >>> [may_be_surname(part) for part in ("Киспе", "Петрович", "ван", "А.")]
    [True, False, False, False]
    """
    return len(part) >= SHORTEST and part[0].isupper() and not part.endswith(PATRONYMIC)


def _case(found: str, told: str) -> str:
    """The case of a surname alone: what its form tells, of one that may be the nominative what was found."""
    return found if told == "b" and found in "nb" else told


def _explained(
    columns: Columns, folded: str, leading: frozenset[str], alone: Counter[str]
) -> Iterator[tuple[int, int, Row]]:
    """The names of several parts with the dictionary form of their surname: as written, or as those that stand `alone` tell."""
    people = [i for i, letter in enumerate(columns.letters) if letter == "K"]
    names = frozenset([folded[columns.starts[i] : columns.stops[i]].replace("ё", "е") for i in people])
    for i, name in [(i, columns.names[i]) for i in people if " " in columns.names[i]]:
        parts = folded[columns.starts[i] : columns.stops[i]].split()
        if len(parts) < 2 or (len(parts[-1]) < SHORTEST and parts[0] not in leading) or not parts[-1].replace("-", "").isalpha():
            continue
        row = columns.row(i)
        name = _with_given(name, parts[0])
        row = row._replace(name=name)
        if parts[0] in leading and (upright := _written_upright(parts, names)):
            yield i, i + 1, row._replace(name=upright)  # с Сунь Лицзюнем, where Сунь Лицзюнь stands elsewhere
            continue
        if parts[0] in leading and row.case == "o" and parts[-1] in {name.rsplit(' ', 1)[1] + ending for ending in ENDINGS}:
            continue  # с Чо Сон Хваном
        if row.case != "n" and all(len(part) >= LONGEST_INITIALS and part.endswith(OF_MEN) for part in (parts[0], parts[-1])):
            yield i, i + 1, row._replace(name=" ".join(part[:-2] if part.endswith(OF_MEN) else part for part in parts), case="o")  # Ержаном Токтаром
        elif _is_nominative(parts, row.case) or _is_upright(columns, i, parts[-1]):
            written = " ".join(parts).replace("ё", "е")
            yield i, i + 1, row._replace(name=written, case=row.case if row.case in "nb" else "b")
        elif surname := _undeclined(parts, row.case) or _told_alone(parts[-1].replace("ё", "е"), name.rsplit(" ", 1)[1], alone):
            yield i, i + 1, row._replace(name=f"{name.rsplit(' ', 1)[0]} {surname}")


def _written_upright(parts: list[str], names: frozenset[str]) -> str:
    """The dictionary form of a name behind that of a family, if the text has it as a whole; else empty."""
    *families, given = (part.replace("ё", "е") for part in parts)
    return next((whole for name in nominatives(given) if (whole := " ".join((*families, name))) in names), "")


def _is_upright(columns: Columns, i: int, last: str) -> bool:
    """Whether the office before a name is a nominative, or the verb behind it has it for a subject."""
    letters, first = columns.letters, i
    while first and i - first < LONGEST_TITLE and letters[first - 1] in TITLED:
        first -= 1
    heads = [k for k in range(first, i) if letters[k] in OFFICES]
    if not heads:
        opens = i == 0 or letters[i - 1] in ".\n"
        return opens and columns.cases[i] in "nb" and columns.cases[i + 1 : i + 2] in (["m"], ["w"], ["s"]) and letters[i + 1] in "cV"
    own = [k for k in heads if columns.names[k] != ACTING] or heads  # врио has no cases
    if columns.cases[own[0]] != "n":
        return False
    return last[-1] not in DECLINED or (columns.cases[heads[-1]] == "n" and columns.cases[i] in "nb")


def _told_alone(last: str, found: str, alone: Counter[str]) -> str:
    """The dictionary form of a surname of which the text has most forms alone, or one that ends as no case does; else empty."""
    options = dict.fromkeys((found, last, *nominatives(last)))
    weights = {name: alone[name] + sum(alone[form] for form, _ in declined(name)) for name in options}
    best = max(options, key=weights.__getitem__)
    if weights[best]:
        return best
    return last if last.endswith("и") else ""


def _undeclined(parts: list[str], case: str) -> str:
    """The dictionary form of a man's surname in another case, where his first name tells which; empty where it may be another."""
    last = parts[-1].replace("ё", "е")
    for told, cut, endings in MEN:
        stem = last[:-cut]
        if told == case and last.endswith(endings) and stem[-1:] not in VOWELS and (not last.endswith("ым") or stem.endswith(FAMILY)):
            return stem
    return ""


def _with_given(name: str, written: str) -> str:
    """The name with the first part that an instrumental tells, where it is longer than what is written: Ботиром is no form of Ботирома."""
    given, _, others = name.partition(" ")
    longer = len(given) > len(written) >= LONGEST_INITIALS and written.endswith(OF_MEN)
    return f"{written[:-2]} {others}" if longer else name


def _is_nominative(parts: list[str], case: str) -> bool:
    """Whether a name is one by its case, or its first part ends as only one does, or is a woman's before a bare surname."""
    first, last = parts[0], parts[-1]
    if len(first) < 3 or first.endswith("."):
        return False
    upright = first[-1] not in VOWELS and (case in "nb" or not first.endswith(INSTRUMENTAL)) and not first.endswith(OF_WOMEN)
    return case == "n" or upright or (first[-1] in "ая" and last[-1] not in VOWELS)


def _single(columns: Columns, folded: str) -> Iterator[tuple[int, str]]:
    """The words that begin with a capital, as they are written; of a name with initials the surname."""
    capitals = [(i, start) for i, start in enumerate(columns.starts) if folded[start].isupper() or folded[start] in ARTICLES]
    for i, start in capitals:
        written = folded[start : columns.stops[i]]
        named = written[0] not in ARTICLES or ("-" in written and CYRILLIC_ARTICLE.match(written) is not None)  # аль-Рубаи
        if named and (columns.letters[i] not in NO_NAMES or _is_small(columns, i)):
            initials, dot, surname = written.rpartition(".")
            if " " not in columns.names[i] or (dot and len(initials) < LONGEST_INITIALS):
                yield i, surname.strip().replace("ё", "е")


def _is_small(columns: Columns, i: int) -> bool:
    """Whether a preposition, a conjunction or an adverb with a capital may be a surname: по словам Со; Со отказался; Ку отметил."""
    opens = i == 0 or columns.letters[i - 1] in ".\n\u201c-:"
    verb = columns.letters[i] in "Pa" and columns.letters[i + 1 : i + 2] and columns.letters[i + 1] in "cVvz"
    return bool(verb) or (columns.letters[i] in "PB" and not opens)


def declined(surname: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of a surname besides the nominative, each with its case letter.

    >>> [form for form, _ in declined("Полозов")][:3]
    ['Полозова', 'Полозову', 'Полозовом']
    """
    found = False
    for endings, cut, forms in DECLENSIONS:
        if surname.endswith(endings):
            found = True
            yield from ((surname[:-cut] + ending, case) for ending, case in forms)
    if not found and surname[-1] not in VOWELS:
        yield from ((surname + ending, case) for ending, case in MASCULINE)


def nominatives(form: str) -> Iterator[str]:
    """Yield the surnames of which a word may be another form.

    >>> list(nominatives("Мориокой"))
    ['Мориокая', 'Мориока']
    """
    for endings, cut, forms in DECLENSIONS:
        stems = [form[: -len(ending)] for ending, _ in forms if form.endswith(ending)]
        names = dict.fromkeys(stem + ending[-cut:] for stem in stems for ending in endings)
        yield from (name for name in names if name.endswith(endings))
    yield from (form[: -len(e)] for e, _ in MASCULINE if form.endswith(e) and form[: -len(e)][-1:] not in VOWELS)
