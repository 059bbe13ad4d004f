"""Word forms of Russian: what pymorphy3 knows of one, boiled down to a few letters and kept."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pymorphy3

from detente.text.kept import Kept

LIKELY = 0.02  # of readings of a form; below it they are left out
PARTS = {"NOUN": "n", "ADJF": "j", "PRTF": "j", "ADJS": "V", "PRTS": "V", "PRED": "V", "VERB": "V", "INFN": "v",
         "GRND": "g", "ADVB": "a", "COMP": "a", "PRCL": "a", "INTJ": "a", "PREP": "P", "CONJ": "B", "NPRO": "R",
         "NUMR": "m"}  # fmt: skip
VERBS = frozenset("Vvg")
# forms of which another word is less likely (прислать, премьера, Иза)
LIKELIER = {
    "нем": "он", "из": "из", "тем": "тем", "любой": "любой", "закроем": "закрыть", "перекроем": "перекрыть", "раскроем": "раскрыть", "вели": "вести",
    "пришли": "прийти", "нашли": "найти", "премьеры": "премьер", "премьера": "премьер",
}
OF_WOMEN = ("ой", "ей")
SHORT_ENDINGS = ("а", "о", "ы")
SHORT = {"намерен": "намеренный"}  # whose other short forms look like a verb's
NAMES = (("Patr", "p"), ("Name", "f"), ("Surn", "s"), ("Geox", "g"), ("Orgn", "o"))
GENDERS = (("masc", "m"), ("femn", "w"), ("neut", "u"))


class Form(NamedTuple):
    """A form of a word.

    `part` is its part of speech (letters of `PARTS`), `lemmas` all that it may be a form of, the likeliest first.
    `case` is n nominative, b nominative or another, g genitive, d dative, o another one, -
    none; of an adjective a capital.
    Of a verb it tells the subject that agrees: p plural, m, w or u singular past, s singular present, f singular future, 1 first or second
    person, i infinitive, d gerund. `names` says what name it may be: f first name, s surname, p patronymic, g place, o
    organisation; `named` whether that is likelier than any other reading, `known` whether the dictionary has it, and
    `human` whether it is animate.
    """

    lemma: str
    part: str
    case: str
    lemmas: tuple[str, ...]
    names: str
    gender: str
    plural: bool
    named: bool
    known: bool
    human: bool


class Tag(NamedTuple):
    """The letters of a grammatical tag."""

    part: str
    case: str
    names: str
    gender: str
    plural: bool
    agreement: str
    human: bool


def lower(word: str) -> str:
    """Return a word in small letters with е for ё."""
    return word.lower().replace("ё", "е")


Reading = tuple[Tag, pymorphy3.analyzer.Parse]


class Forms(Kept[Form]):
    """Forms by word as written, each analysed when it is first asked for."""

    def __init__(self) -> None:
        super().__init__(self._settled)
        self._shorts = {f"{short}{ending}": lemma for short, lemma in SHORT.items() for ending in SHORT_ENDINGS}
        self._morph = pymorphy3.MorphAnalyzer()

    def of_the_same(self, word: str) -> tuple[str, ...]:
        """Return all forms of what a word may be a form of, in small letters with е for ё.

        >>> Forms().of_the_same("посла")[:4]
        ('посол', 'посла', 'послу', 'послом')
        """
        likely = set(self[word].lemmas)
        readings = [r for r in self._morph.parse(word.lower()) if lower(r.normal_form) in likely]
        return tuple(dict.fromkeys(lower(form.word) for reading in readings for form in reading.lexeme))

    def settled(self, cue: str) -> str:
        """Return the dictionary form of a word; where it is a short adjective, so are its other forms that look like a verb's.

        >>> kept = Forms()
        >>> kept.settled("убежден"), kept["убеждены"].lemma, kept["убеждены"].case
        ('убежденный', 'убежденный', 'p')
        """
        lemma, part = self[cue].lemma, self[cue].part
        if lemma.startswith(cue) and part == "V":
            self._shorts |= dict.fromkeys([f"{cue}{ending}" for ending in SHORT_ENDINGS], lemma)
        return lemma

    def _settled(self, word: str) -> Form:
        form = self._analysed(word)
        if not form.known and form.case == "n" and form.lemma != lower(word) and word.endswith(OF_WOMEN):
            form = form._replace(case="o")  # с Шоимзодой: a nominative would be its own dictionary form
        short = self._shorts.get(lower(word))
        return form._replace(lemma=short, lemmas=(short,)) if short and form.part == "V" else form

    def _analysed(self, word: str) -> Form:
        readings = [(_tag(r.tag), r) for r in self._morph.parse(word.lower())]
        if likelier := LIKELIER.get(word.lower()):
            readings = [pair for pair in readings if pair[1].normal_form == likelier]
        named = bool(readings) and bool(readings[0][0].names)
        capital = word[0].isupper()
        kept = [pair for pair in readings if pair[1].score >= LIKELY or (capital and pair[0].names)] or readings[:1]
        if capital:
            kept.sort(key=lambda pair: not pair[0].names)
        if not kept or not kept[0][0].part:
            return Form(lower(word), "x", "b", (lower(word),), "", "", False, False, False, False)
        kept = _adjective_first(kept)
        first = kept[0][0]
        lemmas = tuple(dict.fromkeys([lower(reading.normal_form) for _, reading in kept]))
        alike = [tag for tag, _ in kept if tag.part == first.part]
        case = _agreeing(alike) if first.part in VERBS else _case(alike)
        names = "".join(dict.fromkeys("".join([tag.names for tag, _ in kept])))
        return Form(lemmas[0], first.part, case, lemmas, names, first.gender, _plural(alike), named,
                    kept[0][1].is_known, first.human)  # fmt: skip


def of_woman(surname: str) -> str:
    """Return a woman's surname, given a man's.

    >>> of_woman("Стрельцов"), of_woman("Заславский"), of_woman("Надь")
    ('Стрельцова', 'Заславская', 'Надь')
    """
    if surname.endswith(("ский", "цкий")):
        return f"{surname[:-2]}ая"
    return f"{surname}а" if surname.endswith(("ов", "ев", "ин", "ын")) else surname


def titled(word: str) -> str:
    """Return a name with its capitals.

    >>> titled("салтыков-щедрин")
    'Салтыков-Щедрин'
    """
    return "-".join([part[:1].upper() + part[1:] for part in word.split("-")])


@cache
def _tag(tag: pymorphy3.tagset.OpencorporaTag) -> Tag:
    grammemes = tag.grammemes
    return Tag(
        part=_part(str(tag.POS or ""), grammemes),
        case=str(tag.case or ""),
        names="".join(letter for name, letter in NAMES if name in grammemes),
        gender=next((letter for name, letter in GENDERS if name in grammemes), ""),
        plural="plur" in grammemes,
        agreement=_agreement(str(tag.POS), grammemes),
        human="anim" in grammemes and tag.POS == "NOUN",
    )


def _adjective_first(kept: list[Reading]) -> list[Reading]:
    """Readings with those of an adjective before those of a noun made of it: старший, военный."""
    if kept[0][0].part != "n" or (kept[0][0].names and kept[0][0].names != "g") or not any(tag.part == "j" and r.score > 0.1 for tag, r in kept):
        return kept
    return sorted(kept, key=lambda pair: pair[0].part != "j")


def _part(name: str, grammemes: frozenset[str]) -> str:
    """The letter of a part of speech; an abbreviated adjective (порт for портовый) is none of ours."""
    return "x" if name == "ADJF" and "Abbr" in grammemes else PARTS.get(name, "x") if name else ""


def _agreement(part: str, grammemes: frozenset[str]) -> str:
    if part in ("INFN", "GRND"):
        return "i" if part == "INFN" else "d"
    if grammemes & {"1per", "2per", "impr"}:
        return "1"
    if "plur" in grammemes:
        return "p"
    if "futr" in grammemes:
        return "f"
    return next((letter for name, letter in GENDERS if name in grammemes), "s")


def _agreeing(readings: list[Tag]) -> str:
    """The subject that agrees with a verb; what may be a present or a future is a present in news: констатирует, признает."""
    first = readings[0].agreement
    return "s" if first == "f" and any(tag.agreement == "s" for tag in readings) else first


def _case(readings: list[Tag]) -> str:
    letter = _case_letter({tag.case for tag in readings} - {""})
    return letter.upper() if readings[0].part == "j" else letter


def _case_letter(cases: set[str]) -> str:
    if not cases:
        return "-"
    if "nomn" in cases:
        return "b" if cases & {"accs", "gent"} else "n"
    if cases & {"gent", "gen2"}:
        return "g"
    return "d" if "datv" in cases else "o"


def _plural(readings: list[Tag]) -> bool:
    """Whether a form may be a plural subject; of one that is no nominative, whether it is plural; пресс-атташе is one person."""
    nominative = [tag for tag in readings if tag.case == "nomn"]
    if readings[0].human and not all(tag.plural for tag in nominative):
        return False
    return any(tag.plural for tag in nominative) if nominative else readings[0].plural
