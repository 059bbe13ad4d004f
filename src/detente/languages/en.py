"""English: words by pattern, names and offices of several words as one, one class letter a word.

| letter | class | letter | class |
|---|---|---|---|
| S | state or its people | M | side, seat or capital that stands for a state |
| G | organisation | Y | ministry or other body of a state |
| T | office | t | private office (professor, analyst) |
| K | person | k | other word with a capital |
| j | honorific (Mr.) | J | joint subject (both sides) |
| O | outlet | h | human noun |
| I | institution | x | anything else |
| R | pronoun | u | object pronoun |
| d | determiner | e | 's |
| c | form of a reporting verb | N | noun that reports (claim) |
| v | auxiliary | V | other verb that shows as one |
| z | not | a | adverb |
| D, m | time, number | i | who, which |
| l | that | q | question word |
| b | to | o | of |
| P | preposition | w | and, or |
| B | but, while, because | | |

Marks stand for themselves, sentence ends for `.`, dashes for `-`.
"""

from __future__ import annotations

import re
from itertools import accumulate, compress, count
from operator import add

from detente.records import Tokens
from detente.resources.gazetteer import load_gazetteer
from detente.resources.lexicon import load_lexicon
from detente.resources.verbs import Verbs, load_verbs
from detente.text.articles import LATIN_ARTICLE
from detente.text.kept import Kept
from detente.text.match import Matcher

from .openings import is_no_outlet, soften_openings
from .places import place_at

KINDS = {"state": "S", "side": "M", "person": "K", "organisation": "G", "body": "Y", "office": "T",
         "private-office": "t", "outlet": "O"}  # fmt: skip
# Classes of words by their name in language.toml; a word of several goes by the first.
WORDS = (("that", "l"), ("to", "b"), ("of", "o"), ("relative", "i"), ("question", "q"), ("not", "z"), ("pronoun", "R"),
         ("object_pronoun", "u"), ("determiner", "d"), ("auxiliary", "v"), ("with_preposition", "w"),
         ("in_preposition", "P"), ("boundary", "B"), ("time", "D"), ("time_noun", "D"), ("adverb", "a"),
         ("honorific", "j"), ("human", "h"), ("institution", "I"))  # fmt: skip
MARKS = {",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "(": "(", ")": ")", "[": "(", "]": ")", "“": "“",
         "”": "”", "‘": "‘", "’": "’", "'": "’", "''": "\"", "\n": "\n", "\r": "\n", "—": "-", "–": "-", "--": "-", "…": "-", "...": "-",
         "-": "-"}  # fmt: skip
TOKEN = re.compile(
    r"([A-Za-z]++(?=[ ,\n])"  # what most words are, first of all
    r"|''|(?:[A-Z][a-z]{0,4}\.?-)?(?:Gen|Adm|Col)\."
    r"|(?:Mr|Mrs|Ms|Dr|Dkt|Sen|Rep|Gov|Lt|Sgt|St|Prof|Rev|Maj|Brig|Cmdr|Cdr|Capt|Eng|Engr|Amb|Hon|Msgr|Cllr|Cde|Supt|Insp|Atty|Rtd|Retd|[Rr]et|Jr|Sr)\."
    r"|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec|vs)\."
    r"|No\.(?=\s\d)|(?:[A-Za-z]\.){2,}|(?:[CSTKZ]h|Ts|Y[aeu]|[A-Z])\.(?:(?=\s[A-Z])|[A-Z][a-z]++)"
    r"|['’](?:s|re|ve|ll|m|d)\b|[^\W\d_]+(?:['’]t\b|(?:-|['’](?!(?:s|re|ve|ll|m|d)\b))[^\W_]+|\d+)*"
    r"|[$€£]?\d+(?:[.,:]\d+)*(?:st|nd|rd|th|%)?|\.{3}|--|\n|\r|[^\w\s])"
)
# An apostrophe behind a plural or a name in s: Cyprus' president
POSSESSIVE = re.compile("(?<=[SMkKxThC])’(?=[SMkKxTtYGhN])")
OF_STATE = re.compile("(?<=k)[cC](?=[TtYhKk,.)])")  # Lagos state governor
THERE = re.compile("(?<=[xYhTkI])R(?=[acvV])")  # the consulate there accused
LONGEST_QUOTED = 80
NAME_VERB = re.compile("[kKj]c(?=k)")  # Salim Said Kharusi
RETIRED = re.compile("\\(j\\)")  # Brig. (Rtd) Ana Ruiz
SERVING = re.compile("(?<=T)t(?=[kK])")  # Navy spokesman Captain Ana Ruiz
EXECUTIVE = re.compile("t(?=[oP]d?[xk]{0,3}Y)")  # the chief executive of the labour ministry
HOUR = re.compile("(?<=m)T")  # 6:12 PM
MONTH = re.compile("(?<=[PobDx])v|v(?=m)")  # on May 26, in late May
RANK = re.compile("(?<=[,edS])a(?=T)")  # First Admiral
CURRENCY = re.compile("S(?=[mx])")  # US$18 million
STATE_NAME = re.compile("S(?=k)|(?<=k)S")
NAME_FORM = re.compile("[kKS]C")
# Ministry for Works; of Transport, Works and Infrastructure
FIELD_FORM = re.compile("(?<=[YkMT][Po])[VcC]|(?<=[YkMT][Po]d)[VcC]|(?<=[Po]k,)[VcC](?=[w,])|(?<=[Po]kw)[VcC](?=[,k])")
# A form that is also a noun is one behind a determiner or a possessive, also with a word between.
PART_OF_NAME = re.compile("(?<=d)[cC](?=k)")  # the Far North Region
NOUN_FORM = re.compile(
    r"(?<=[deom])C|(?<=P)C|(?<=[deom][xkSTmDGMY])C(?![dRlqub])|(?<=[de][xk][xk])C(?![dRlquba])|(?<=[de]xS)C(?![dRqub])|(?<=dV)C"
    r"|(?<=x)C(?=[.,;)ivoqBV])|(?<=c)C(?=x)|(?<=Y)C(?=[cv])"
)
MINUTES = re.compile("(?<![mx])D(?=[o,cCVx])")  # minutes of the meeting show
QUOTED = re.compile("x(?=[^.,;]{1,12}Bc)")  # the Intercept quotes the ambassador as warning
PHONE = re.compile("xC")  # on a conference call that
ITEM = re.compile("d[kKOeS]{1,4}C")  # a Haaretz report that quoted two officials
# Two sides or more that a headline lists without a conjunction: Oslo, Riga agree; US, Japanese envoys to meet
LISTED = re.compile("(?:\\A|(?<=\\n)|(?<=\\n[x-])|(?<=[:;]))[SM](?:,[SM])+(?=[xTYhIk]{0,2}[cCvVb])")
ENDING = re.compile(r"(?P<a>[\w-]{2,}ly)$|(?P<V>\w{2,}ed)$")

LOUD = re.compile("\\b[A-Z]{4,}(?=['\u2019]S\\b| [a-z])")  # NAMIBIA and Botswana have agreed: no dateline


class English:
    """The English language: lexicon, gazetteer and segmenter."""

    code = "en"
    joint = " "
    short_forms: frozenset[str] = frozenset()

    def __init__(self) -> None:
        self.is_spaced = True
        self.lexicon = load_lexicon(self.code)
        self.gazetteer = load_gazetteer(self.code)
        verbs = load_verbs(self.code)
        self.verbs: Verbs | None = verbs
        named = self._named()
        self._lower = self._lower_classes(verbs)
        long = {w: c for w, c in named.items() if not w.isalpha()}
        self._named_classes = {w: c for w, c in named.items() if w not in self._lower} | MARKS | long
        self._matcher = Matcher(long)
        self._classes = Kept(self._told)
        words = self.lexicon.words
        self._in_body = tuple(f"{head} {of} " for head in sorted(words["body_head"]) for of in sorted(words["field_preposition"]))

    def _named(self) -> dict[str, str]:
        """Names with their classes, offices and bodies also with capitals."""
        found: dict[str, str] = {}
        for name, entry in self.gazetteer.entries.items():
            letter = KINDS[entry.kind]
            found[name] = letter
            if letter in "TtY" and name[0].islower():
                for form in (_titled(name), _titled(name, parts=True), name[0].upper() + name[1:]):
                    found.setdefault(form, letter)
        found |= {name: "h" for name in self.lexicon.words["counterpart"] if " " in name}
        found |= {name: "I" for name in self.lexicon.words["institution"] if " " in name}
        found |= {name: "j" for name in self.lexicon.words["honorific"] if name[0].isupper()}
        for name in self.lexicon.words["joint"]:
            for form in (name, _titled(name)):
                found |= {form: "J", form[0].upper() + form[1:]: "J"}
        return found

    def _lower_classes(self, verbs: Verbs) -> dict[str, str]:
        lower: dict[str, str] = {}
        words = self.lexicon.words
        for name, letter in WORDS:
            for word in words[name]:
                lower.setdefault(word, letter)
        for form in verbs.forms:
            lower.setdefault(form, "C" if form in words["noun_form"] else "c")
        for word in words["verb"]:
            lower.setdefault(word, "V")
        for word in words["not_adverb"]:
            lower.setdefault(word, "x")
        for noun in verbs.nouns:
            lower.setdefault(noun, "N")
        return lower | {"'s": "e", "'re": "v", "'ve": "v", "'ll": "v", "'m": "v", "'d": "v"}

    def word_class(self, word: str) -> str:
        """Return the class letter of a word."""
        return self._classes[word]

    def _told(self, word: str) -> str:
        """The class letter of a word; that of one that no list has is told from its form."""
        plain = word.lower().replace("’", "'")
        if known := self._named_classes.get(word) or self._lower.get(plain):
            return known
        if word[0].isalpha():
            if word[0].isupper() or LATIN_ARTICLE.match(word):  # al-Rubaiawi
                return "k"
            ending = ENDING.match(plain)
            return (ending.lastgroup or "x") if ending else "x"
        return "m" if any(map(str.isdigit, word)) else "x"

    def is_short_form(self, word: str) -> bool:
        """Return whether a word is a side's short form; English has none."""
        return False

    def lemmatise(self, folded: str) -> None:
        """Terms are matched as they stand."""

    def is_place(self, word: str) -> bool:
        """Return whether a word names a state or a capital."""
        entry = self.gazetteer.entries.get(word)
        if entry is None or word in self.gazetteer.peoples:
            return False
        return entry.kind == "state" or word in self.gazetteer.capitals

    def segment(self, folded: str) -> Tokens:
        """Cut a folded text into words with their classes."""
        folded = soften_openings(folded, self._lower, self._named_classes)
        starts: list[int] = []
        words: list[str] = []
        at = 0
        for number, start, stop in self._matcher.matches(folded):
            if start < at or not _is_whole(folded, start, stop) or self._is_none(folded, start, stop):
                continue
            _cut(folded, at, start, starts, words)
            starts.append(start)
            words.append(self._matcher.words[number])
            at = stop
        _cut(folded, at, len(folded), starts, words)
        if loud := {word for word in LOUD.findall(folded) if self.is_place(word.title())}:
            words = [word.title() if word in loud else word for word in words]
        letters = self._settled("".join(map(self._classes.__getitem__, words)), words)
        return Tokens(tuple(starts), tuple(map(add, starts, map(len, words))), tuple(words), letters)

    def _is_none(self, folded: str, start: int, stop: int) -> bool:
        """Whether a name is none here, as in the Department for Foreign Affairs."""
        return folded.endswith(self._in_body, 0, start) or is_no_outlet(folded, start, stop, self.gazetteer.entries, self._classes)

    def _is_province(self, words: list[str], at: int) -> bool:
        """Whether a state's name begins that of a province: British Columbia."""
        found = place_at(words[at : at + 3], 0, self)
        return found is not None and found[1] > 1

    def _settled(self, letters: str, words: list[str]) -> str:
        """The classes with forms that are also nouns told apart, and marks of two apostrophes opened and closed."""
        if "\"" in letters:
            letters = _alternate(letters)
        letters = letters.replace(".)", "x)").replace(".,", "x,")
        letters = HOUR.sub(lambda m: "D" if words[m.start()] == "PM" else "T", RETIRED.sub("jjj", letters))
        letters = SERVING.sub(lambda m: "j" if words[m.start()].lower() in self.lexicon.words["rank"] else "t", letters)
        letters = EXECUTIVE.sub(lambda m: "T" if words[m.start()].lower().startswith("chief executive") else "t", letters)
        letters = THERE.sub(lambda m: "a" if words[m.start()] == "there" else "R", letters)
        letters = POSSESSIVE.sub(lambda m: "e" if _stands_alone(letters, m.start()) else m[0], letters)
        marked = list(letters)
        for at in self._parts_of_names(letters, words):
            marked[at + 1] = "k"
        self._mark_nouns(marked, letters, words)
        letters = NOUN_FORM.sub("x", "".join(marked))
        return QUOTED.sub(lambda m: "c" + m[0][1:] if words[m.start()] == "quotes" else m[0], letters).replace("C", "c")

    def _parts_of_names(self, letters: str, words: list[str]) -> list[int]:
        """The tokens before those that are parts of names though their words have another class."""
        named = [m.start() for m in NAME_FORM.finditer(letters) if words[m.end() - 1][0].isupper()]
        named += [m.start() - 1 for m in PART_OF_NAME.finditer(letters) if words[m.start()][0].isupper() and words[m.start() - 1].lower() == "the"]
        named += [m.start() - 1 for m in FIELD_FORM.finditer(letters) if words[m.start()][0].isupper()]
        named += [m.start() - 1 for m in STATE_NAME.finditer(letters) if self._is_province(words, m.start() - (letters[m.start() - 1 : m.start()] == "k"))]
        named += [m.start() for m in NAME_VERB.finditer(letters) if words[m.end() - 1] == "Said"]
        return named

    def _mark_nouns(self, marked: list[str], letters: str, words: list[str]) -> None:
        """Mark what is no side, no body and no report where it stands: the state budget, May, a phone call."""
        known = self.lexicon.words
        nouns = [at for at in compress(count(), map(("state", "State").__contains__, words[:-1])) if words[at + 1].lower() in known["medium"]]
        nouns += [m.start() for m in OF_STATE.finditer(letters) if words[m.start()] in ("state", "State")]
        nouns += [m.start() for m in CURRENCY.finditer(letters) if words[m.end()][0] == "$"]
        nouns += [m.start() for m in MINUTES.finditer(letters) if _is_paper(words, letters, m.start(), known["counting"])]
        nouns += [m.start() + 1 for m in PHONE.finditer(letters) if words[m.start()] in known["by_phone"] and words[m.start() + 1] in ("call", "calls")]
        for at in nouns:
            marked[at] = "x"
        months = (m.start() for m in MONTH.finditer(letters) if words[m.start()] == "May")
        ranks = (m.start() for m in RANK.finditer(letters) if words[m.start()][0].isupper())
        for at, letter in (*((at, "D") for at in months), *((at, "k") for at in ranks)):
            marked[at] = letter
        for at in (m.end() - 1 for m in ITEM.finditer("".join(marked)) if words[m.start()].lower() in ("a", "an")):
            marked[at] = "x"
        for at in (at for m in LISTED.finditer(letters) if self._are_several(words[m.start() : m.end() : 2]) for at in range(m.start() + 1, m.end(), 2)):
            marked[at] = "w"

    def _are_several(self, names: list[str]) -> bool:
        """Whether names are those of as many sides, not of a city and its state."""
        sides = [self.gazetteer.entries[name].party for name in names]
        return None not in sides and len(set(sides)) == len(sides)


def _is_paper(words: list[str], letters: str, at: int, counting: frozenset[str]) -> bool:
    """Whether minutes are those of a meeting: minutes of the session show, the minutes record."""
    before = words[at - 1].lower()
    return words[at].lower() == "minutes" and before not in counting and (letters[at + 1] == "o" or (at > 0 and before == "the"))


def _stands_alone(letters: str, at: int) -> bool:
    """Whether no quotation is open that a mark might close."""
    return letters.rfind("‘", max(0, at - LONGEST_QUOTED), at) <= letters.rfind("’", 0, at)


def _alternate(letters: str) -> str:
    """Open and close the marks that do not tell, by turns within each line."""
    lines = []
    for line in letters.split("\n"):
        parts = line.split("\"")
        lines.append(parts[0] + "".join("“”"[i % 2] + part for i, part in enumerate(parts[1:])))
    return "\n".join(lines)


def _titled(name: str, *, parts: bool = False) -> str:
    """Foreign Minister, Ministry of Defence: small words keep their case; the parts of one with a dash: Consul-General."""
    titled = " ".join(w if w in ("of", "the", "for", "and", "to") else w[0].upper() + w[1:] for w in name.split(" "))
    return "-".join(w[:1].upper() + w[1:] for w in titled.split("-")) if parts else titled


def _is_whole(folded: str, start: int, stop: int) -> bool:
    before, after = folded[start - 1 : start], folded[stop : stop + 1]
    return not (before.isalnum() or before == "-" or after.isalnum() or (after == "-" and folded[stop - 1].isalpha()))


def _cut(folded: str, first: int, last: int, starts: list[int], words: list[str]) -> None:
    """Add the words of a stretch; the pattern's group makes them every second part."""
    parts = TOKEN.split(folded[first:last])
    words += parts[1::2]
    starts += list(accumulate(map(len, parts), initial=first))[1:-1:2]


LANGUAGE = English
