"""What is known of Russian words: their classes, the phrases that they may open, and names by how they are written."""

from __future__ import annotations

import re
from collections.abc import Mapping

from detente.resources.gazetteer import Entry
from detente.resources.lexicon import Lexicon
from detente.resources.places import load_places
from detente.text.articles import CYRILLIC_ARTICLE
from detente.text.classes import edges
from detente.text.kept import Kept

from .compounds import Compounds
from .forms import VERBS, lower, titled
from .known import forms
from .surnames import declined, nominatives
from .words import Phrase, Word, case_of

KINDS = {"state": "S", "side": "M", "person": "K", "organisation": "G", "body": "Y", "office": "T",
         "private-office": "t", "outlet": "O"}  # fmt: skip
# Classes of words by their name in language.toml; a word of several goes by the first.
WORDS = (("that", "l"), ("question", "q"), ("relative", "i"), ("not", "z"), ("joint", "J"), ("according", "A"),
         ("relay", "r"), ("pronoun", "R"), ("determiner", "d"), ("with_preposition", "w"), ("in_preposition", "P"),
         ("boundary", "B"), ("time", "D"), ("adverb", "a"), ("human", "h"), ("institution", "I"))  # fmt: skip
MARKS = {",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "(": "(", ")": ")", "[": "(", "]": ")", "“": "“",
         "”": "”", "‘": "‘", "’": "’", "\n": "\n", "\r": "\n", "—": "-", "–": "-", "--": "-", "-": "-", "…": ".",
         "...": "."}  # fmt: skip
TOKEN = re.compile(
    r"([а-яА-ЯA-Za-z]++(?=[ ,\n])"  # what most words are, first of all
    r"|(?:[А-Я]|Дж|Ю)\.(?=\s?[А-Я])"
    r"|\b[Ии]\.\s?о\.|\b(?:т\.\s?[едпкн]|им|гг?|ул|руб|млн|млрд|тыс|трлн|проф|акад|др|св|см|стр|ст|п|пос)\."
    r"|\b[A-Za-z]+(?:\.co)?\.(?:RU|Ru|ru|com|org|net|ua|il|kz|uz|am|az|by|kg|md|ge)\b|[^\W\d_]+(?:[-'’][^\W_]+)*|\d+(?:[.,:]\d+)*(?:-[а-я]{1,3})?%?|\.{3}|--|\n|\r|[^\w\s])"
)
ACTING = re.compile(r"[Ии]\.\s?о\.")
INITIAL = re.compile(r"[А-Я][а-я]?\.")
# Endings of unknown names that are not in the nominative.
OBLIQUE = ("а", "я", "у", "ю", "ом", "ем", "ым", "е", "ой", "ей")
UNDECLINED = ("е", "еску")  # of names in one form: Юодвирше, Добреску
UPRIGHT = ("а", "я")  # of these the ones that a nominative may have too
CAPITALS = re.compile("[А-Я]{3,}")
INSTRUMENTAL = re.compile("([А-Я][а-я]+(?<![сц]к))ом")  # Никосом Пападопулосом: no adjectives
SHORT_NAME = re.compile("([А-Я]{2,})(а|у|ом|е|ы|ов|ам)")  # a name in capitals that is declined: МИДа
SHORT_CASES = {"а": "g", "у": "d", "ам": "d", "ов": "g"}
AGREEING, GENITIVE = frozenset("mwusf1i"), ("ов", "ев")
DEPUTY = "зам"  # before a genitive it makes an office that is not declined: замминистра
SURE = frozenset("SMKG")  # names of one word that any reading of a form may mean
PRONOUNS = ("R", "d")
NOUNS = frozenset("SMGYTtOhI")
ADJECTIVE = ("ий", "ый")  # of a place: алматинский


class Dictionary:
    """The words of the lexicon and the names of the gazetteer by their dictionary forms; `words` gives what is known of one as it is written.

    `quoted` are names of outlets that are ordinary words, by the dictionary form.
    """

    def __init__(self, lexicon: Lexicon, entries: Mapping[str, Entry]) -> None:
        self._lexicon, self._forms = lexicon, forms()
        self._classes: dict[str, str] = {}
        self._cues: dict[str, str] = {}
        self._phrases: dict[str, list[tuple[str, Phrase]]] = {}
        self.quoted: dict[str, str] = {}
        self._take_words()
        self._take_cues()
        self._take_names(entries)
        self._compounds = Compounds(self._forms, lexicon.words)
        self._places = frozenset(name.rsplit(" ", 1)[-1] for name in load_places("ru"))
        self.words = Kept(self._tell)

    def _take_words(self) -> None:
        for name, letter in WORDS:
            for word in sorted(self._lexicon.words[name]):
                if " " in word:
                    self._take_phrase(word, letter)
                else:
                    self._classes.setdefault(lower(word), letter)

    def _take_cues(self) -> None:
        """Reporting verbs by the dictionary form, of a short form (согласен) its own; of several words as a phrase."""
        for cue in self._lexicon.cues:
            if " " in cue:
                self._take_phrase(cue, "c")
            elif ":" not in cue:
                self._cues.setdefault(self._forms.settled(cue), cue)

    def _take_names(self, entries: Mapping[str, Entry]) -> None:
        """Names of the gazetteer, without those that are mostly ordinary words: Страна and Правда count in quotation marks."""
        for name, entry in entries.items():
            letter = KINDS[entry.kind]
            if " " not in name and letter not in "SMK" and self._is_ordinary(name, letter):
                if letter == "O":
                    self.quoted.setdefault(self._forms[name.lower()].lemma, name)
                continue
            self._take_phrase(name, letter)
            if letter == "Y" and name.startswith(edges(self._lexicon.words["clipped_body"])) and " " not in name:
                self._take_phrase(name, letter, name.lower())

    def _is_ordinary(self, name: str, letter: str) -> bool:
        plain = self._forms[name.lower()]
        return plain.part == "j" or (letter == "O" and plain.known and not name.isupper() and "o" not in plain.names)

    def _take_phrase(self, name: str, letter: str, written: str = "") -> None:
        """Keep a phrase under the dictionary form of its first word, as it is written if otherwise than the name."""
        words = [match[0] for match in TOKEN.finditer((written or name).replace("ё", "е").replace("Ё", "Е"))]
        if not words:
            return
        lemmas = [self._forms[word].lemma for word in words]
        if self._classes.get(lemmas[0], "") in PRONOUNS:
            lemmas[0] = lower(words[0])  # Того is no form of тот
        self._phrases.setdefault(lemmas[0], []).append((_shape(words[0]), Phrase(tuple(lemmas[1:]), name, letter)))

    def _tell(self, word: str) -> Word:
        """Return what is known of a word as it is written."""
        if word in MARKS:
            return Word(word, word, MARKS[word], "-", (word,), "", "", False, ())
        if not word[0].isalpha():
            letter, case = ("m", "q") if word[0].isdigit() else ("x", "-")
            return Word(word, word, letter, case, (word,), "", "", False, ())
        if INITIAL.fullmatch(word):
            return Word(word, word, "k", "b", (word,), "i", "", True, ())
        if ACTING.fullmatch(word):
            return Word("врио", "врио", "h", "n", ("врио",), "", "", False, ())
        if short := SHORT_NAME.fullmatch(word):
            return self._tell(short[1])._replace(case=SHORT_CASES.get(short[2], "o"))
        told = self._compounds.as_body(self._told(word), word)
        return self._named(word, self._placed(word, told) if told.letter in "kp" else told)

    def _placed(self, word: str, told: Word) -> Word:
        """The word as the name of a place, where it may be a form of one and is no known name of people: Хатая."""
        is_known = self._forms[word].known
        if is_known and set(told.names) != {"g"}:
            return told
        options = map(lower, (word, *told.lemmas, *nominatives(word)))
        place = next((option for option in options if option in self._places), None)
        if place is None:
            return told
        if place.endswith(ADJECTIVE):
            return told._replace(name=place, letter="j")
        case = told.case if is_known else next((case for form, case in declined(place) if form == lower(word)), "b")
        return told._replace(name=titled(place), letter="p", case=case)

    def _told(self, word: str) -> Word:
        if CYRILLIC_ARTICLE.match(word):
            word = titled(word)  # Хасан аль-Масри
        form, letter = self._forms[word], self._letter(word)
        if letter == "k" and not form.known and CAPITALS.fullmatch(word):
            return Word(form.lemma, word, "p", "b", form.lemmas, "", "", False, ())
        if letter == "j" and not form.known and (named := INSTRUMENTAL.fullmatch(word)):
            plain = lower(named[1])
            return Word(plain, plain, "k", "o", (plain, *form.lemmas), "s", "", True, ())
        if letter == "k" and not form.known and (not word.endswith(OBLIQUE) or form.part in VERBS or (word.endswith(UPRIGHT) and form.case in "go")):
            plain = lower(word)
            lemmas = tuple(dict.fromkeys((plain, *form.lemmas)))
            return Word(plain, plain, "k", "b", lemmas, form.names, form.gender, True, ())
        if letter == "k" and not form.known and word.endswith(UNDECLINED):  # Юодвирше: a form, or a name that has but one
            return Word(form.lemma, lower(word), letter, "b", form.lemmas, form.names, form.gender, True, ())
        name = self._cues.get(form.lemma, form.lemma) if letter == "c" else form.lemma
        return Word(form.lemma, name, letter, case_of(form.case, form.plural), form.lemmas, form.names, form.gender,
                    form.named or not form.known, ())  # fmt: skip

    def _named(self, word: str, told: Word) -> Word:
        """The word with the phrases that it may open; a name of one word is what it counts as."""
        rows = [
            phrase
            for lemma in told.lemmas
            for shape, phrase in self._phrases.get(lemma, ())
            if _fits(word, shape)
            and not (phrase.letter == "J" and self._is_one(word, told, phrase))
            and (phrase.rest or lemma == told.lemma or word == phrase.name or phrase.letter in SURE)
        ]
        rows.sort(key=lambda phrase: -len(phrase.rest))
        single = next((phrase for phrase in rows if not phrase.rest), None)
        phrases = tuple(phrase for phrase in rows if phrase.rest)
        told = told._replace(phrases=phrases, seconds=frozenset(phrase.rest[0] for phrase in phrases))
        if single is None:
            return told._replace(case="b") if told.letter == "T" and told.case == "g" and word[:3].lower() == DEPUTY else told
        fixed = single.letter == "T" and told.case == "g" and word[:3].lower() == DEPUTY
        fixed = fixed or (word == single.name and told.case in "gdo-")
        upright = single.letter in "Tt" and told.case == "b" and lower(word) == lower(single.name) and self._forms[word].human
        case = "n" if upright else told.case
        if single.letter in "SMG" and told.case in AGREEING:
            case = "g" if word.endswith(GENITIVE) else "b"  # хуситов: no verb
        if single.letter == "S" and single.name.endswith(ADJECTIVE):
            case = case.upper()  # Намибийская: no noun, as a dictionary without the word may guess
        return told._replace(name=single.name, letter=single.letter, case="b" if fixed else case)

    def _is_one(self, word: str, told: Word, phrase: Phrase) -> bool:
        """Whether the word is singular, so that it names nobody of both sides: участник встречи."""
        return told.case == "n" or (bool(phrase.rest) and told.case in "gdo" and (form := self._forms[word]).human and not form.plural)

    def _letter(self, word: str) -> str:
        form, plain = self._forms[word], lower(word)
        known = self._classes.get(plain)
        if known:
            return "k" if word[0].isupper() and plain in self._lexicon.words["never_opening"] else known
        if form.part in VERBS and form.lemma in self._cues:
            return "c"
        if plain.startswith(DEPUTY) and not form.known and form.part == "n":
            return "T"
        if (word[0].isupper() or (word.isascii() and not word.islower())) and form.part != "j" and (set(form.names) & set("fspg") or not form.known):
            return "k"
        known = self._classes.get(form.lemma)
        if known and (known not in NOUNS or form.part == "n"):
            return known
        if form.part == "n" and form.lemma in self._lexicon.words["report_noun"]:
            return "N"
        return "h" if form.human else form.part


def _shape(word: str) -> str:
    """How a word must be written: A in capitals, a with a capital, or as it comes."""
    if word.isupper() and len(word) > 1:
        return "A"
    return "a" if word[0].isupper() else ""


def _fits(word: str, shape: str) -> bool:
    return not shape or (word.isupper() if shape == "A" else word[0].isupper())

