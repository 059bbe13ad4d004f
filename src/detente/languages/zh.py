"""Chinese: words by dictionary (rjieba without its name guesser), our lexicon laid over it, one class letter a word.

| letter | class | letter | class |
|---|---|---|---|
| S | state | M | side, seat or capital that stands for a state |
| G | organisation | Y | ministry or other body of a state |
| T | office | t | private office (professor, analyst) |
| K | person | O | outlet |
| h | human noun | I | institution |
| R | pronoun | J | joint subject (双方) |
| c | cue | g | joint cue, or light verb with noun (stand) |
| a | adverb | D, m | time, number |
| P | in-preposition | p | to-preposition |
| w | conjunction of nouns | L | localiser |
| u | 的 | e | aspect |
| r | relay | B | passive |
| n, v, j | noun, verb, adjective | x | anything else |

Marks stand for themselves, sentence ends for `.`.
"""

from __future__ import annotations

from itertools import accumulate, product

import rjieba

from detente.records import Tokens
from detente.resources.gazetteer import load_gazetteer
from detente.resources.lexicon import load_lexicon
from detente.resources.places import load_places
from detente.resources.verbs import Verbs
from detente.text.kept import Kept

from .joins import Row, join_local_times, join_times
from .outlet_joins import OutletJoins

KINDS = {"state": "S", "side": "M", "person": "K", "organisation": "G", "body": "Y", "office": "T",
         "private-office": "t", "outlet": "O"}  # fmt: skip
FRAMES = {"joint": "g", "stand": "g"}
# Classes of words by their name in language.toml; a word of several goes by the first.
WORDS = (("joint", "J"), ("attribute", "j"), ("pronoun", "R"), ("relay", "r"), ("passive", "B"), ("of", "u"),
         ("aspect", "e"), ("with_preposition", "w"), ("in_preposition", "P"), ("adverb", "a"), ("to_preposition", "p"),
         ("localiser", "L"), ("human", "h"), ("media", "i"), ("deed", "v"), ("institution", "I"),
         ("inanimate", "n"))  # fmt: skip
MARKS = {",": ",", ";": ";", ":": ":", "。": ".", "!": ".", "?": ".", "…": ".", "、": "w", "(": "(", ")": ")", "【": "(", "】": ")", "“": "“",
         "”": "”", "‘": "‘", "’": "’", "《": "《", "》": "》", "\n": "\n", "\r": "\n", " ": " ", "·": "x"}  # fmt: skip
# First letters of the dictionary's tags, for words that no list of ours has.
TAGS = {"n": "n", "v": "v", "d": "a", "a": "j", "p": "p", "c": "w", "m": "m", "q": "m", "t": "D", "r": "n", "f": "L",
        "u": "e", "s": "n", "b": "j", "e": "E", "z": "j", "l": "n", "i": "n", "j": "n"}  # fmt: skip
DAY = "\u65e5"  # 6日电: the day, and how the report came
DIVIDED = "/"  # the letter, for a moment, of a word that falls into its parts
FREQUENCY = 5_000  # makes a word of ours win over its parts; with more, words of the dictionary would win over theirs the more, the more words we add
SELDOM = 20  # lets a short form win over its two characters, not over words around it
PLACE_TAG = "ns"
SHORT_PLACE = 2  # characters: short names of places may be a part of something else
# Classes of two words of two characters each that the dictionary may hold as one.
PAIRS = frozenset({"Jc", "Jg", "ST", "SY", "SM", "Sh", "Sj", "It", "IT"})


class Chinese:
    """The Chinese language: lexicon, gazetteer and segmenter."""

    code = "zh"
    joint = ""
    verbs: Verbs | None = None

    def __init__(self) -> None:
        self.is_spaced = False
        self.lexicon = load_lexicon("zh")
        self.gazetteer = load_gazetteer("zh")
        self._classes = self._word_classes()
        firsts = (word for word, letter in self._classes.items() if letter in "JILS")
        joining = (*self.lexicon.words["coordinator"], *self.lexicon.words["contrast"], *self.lexicon.words["dividing"])
        cues = (word for word in self.lexicon.cues if len(word) == 1)
        openers = (*cues, *self.lexicon.words["posted"], *self.gazetteer.shorts, *joining, *firsts)
        self._openers = frozenset(word[0] for word in openers)
        self._office_endings = tuple(self.lexicon.words["office_ending"])
        self._heads = tuple(self.lexicon.words["head_of_body"])
        self._office_bodies = tuple(self.lexicon.words["official_body"])
        self._human_endings = tuple(self.lexicon.words["human_word_ending"])
        # The instance that the package makes when it is imported: a second one costs 0.17 s and 20 MB.
        self._jieba = rjieba
        self.short_forms = self._sides() - self.gazetteer.first_names
        self._outlets = OutletJoins(self.lexicon)
        self._ordinary = {word: letter for name, letter in reversed(WORDS) for word in self.lexicon.words[name]}
        self._letters = Kept(self._letter)
        self._places = Kept(self._in_dictionary_of_places)
        kept = self.lexicon.words["kept_whole"]
        for word in (*self._classes, *sorted(kept.difference(self._classes))):
            if word in kept or (len(word) > 1 and (self._classes[word] == "S" or self._jieba.cut(word, False) != [word])):
                self._jieba.add_word(word, FREQUENCY, "n")
        for name in load_places("zh"):
            if len(name) > 1 and name not in self._classes and self._jieba.cut(name, False) != [name]:
                self._jieba.add_word(name, FREQUENCY if len(name) > SHORT_PLACE else SELDOM, PLACE_TAG)
        for form in sorted(self._sides()):
            if self._jieba.cut(form, False) != [form]:
                self._jieba.add_word(form, SELDOM, "x")

    def _sides(self) -> frozenset[str]:
        """The first character of each state's name with 方 or 国."""
        return frozenset(map("".join, product(self.gazetteer.initials, self.lexicon.words["side_ending"])))

    def _word_classes(self) -> dict[str, str]:
        classes = dict(MARKS)
        words = self.lexicon.words
        for name, letter in WORDS:
            for word in words[name]:
                classes.setdefault(word, letter)
        for lemma, cue in self.lexicon.cues.items():
            if ":" not in lemma:
                classes[lemma] = FRAMES.get(cue.frame, "c")
        for name, entry in self.gazetteer.entries.items():
            if len(name) > 1 or name not in classes or name in self.gazetteer.shorts:
                classes[name] = KINDS[entry.kind]
        for word in words["joint"]:
            classes[word] = "J"
        return classes

    def word_class(self, word: str) -> str:
        """Return the class letter of a word, `x` where it is not known."""
        return self._classes.get(word, "x")

    def is_short_form(self, word: str) -> bool:
        """Return whether a word is one character and 方 or 国, which may be of several states, and no first name (中国)."""
        return word in self.short_forms

    def lemmatise(self, folded: str) -> None:
        """Terms are matched as they stand."""

    def is_place(self, word: str) -> bool:
        """Return whether a word names a state, a capital or another place of the dictionary."""
        entry = self.gazetteer.entries.get(word)
        if entry:
            return entry.kind == "state" or word in self.gazetteer.capitals
        return len(word) > 1 and self._places[word]

    def _in_dictionary_of_places(self, word: str) -> bool:
        return bool(self._jieba.tag(word, False) == [(word, PLACE_TAG)])

    def segment(self, folded: str) -> Tokens:
        """Cut a folded text into words with their classes."""
        row = self._classified(self._jieba.cut(folded, False))
        self._join_bracketed(row)
        self._join_heads(row)
        self._divide_pairs(row)
        self._join_suffixes(row)
        self._outlets.join(row)
        self._settle_shorts(row)
        self._outlets.settle(row)
        join_times(row, self.lexicon.words["unit_of_time"])
        join_local_times(row, self.lexicon.words["local_time"])
        for i in row.places(" "):
            if row.letters[i + 1 : i + 2] == ["r"]:
                row.name(i, ",")  # 参考消息网5月3日报道 据法新社5月2日电
        stops = tuple(accumulate(map(len, row.words)))
        return Tokens((0, *stops[:-1]) if stops else (), stops, tuple(row.words), row.classes)

    def _classified(self, words: list[str]) -> Row:
        """The words with their class letters; one that the lexicon lacks falls into its parts, or goes by its tag."""
        row = Row(words, list(map(self._letters.__getitem__, words)))
        divided = [(i, self._parts(words[i])) for i in row.places(DIVIDED)]
        return self._divided(row, divided) if divided else row

    def _letter(self, word: str) -> str:
        """The class letter of a word of the dictionary, whose tag is the same wherever it stands."""
        if letter := self._classes.get(word):
            return letter
        if word[0] in self._openers and self._parts(word):
            return DIVIDED
        tag = self._jieba.tag(word, False)[0][1]
        if tag[0] == "n" and word[2:] and word.endswith(self._office_endings):
            return "T"
        if tag[0] == "n" and word.endswith(self._human_endings):
            return "h"
        return "k" if tag[:2] == "nr" else TAGS.get(tag[0], "x")

    def _divided(self, row: Row, divided: list[tuple[int, tuple[str, ...]]]) -> Row:
        """The words and letters with the words at some places replaced by their parts."""
        words, letters = row.words, row.letters
        new_words: list[str] = []
        new_letters: list[str] = []
        done = 0
        for i, parts in divided:
            new_words += (*words[done:i], *parts)
            new_letters += (*letters[done:i], *(self._classes.get(part, "S" if len(part) == 1 else "v") for part in parts))
            done = i + 1
        return Row(new_words + words[done:], new_letters + letters[done:])

    def _join_bracketed(self, row: Row) -> None:
        """刚果(金) is one name."""
        for i in reversed(row.places("[(]")):
            name = "".join(row.words[max(i - 1, 0) : i + 3])
            if i and name.endswith(")") and self._classes.get(name) == "S":
                row.put(i - 1, [name], "S", i + 3)

    def _join_heads(self, row: Row) -> None:
        """澳大利亚外交部 and 长 are a state and its minister."""
        known, words, letters = self._classes, row.words, row.letters
        for i in row.places("Y"):
            body, head = words[i], words[i + 1] if i + 1 < len(words) else ""
            if head in self.lexicon.words["head_of_body"]:
                states = (k for k in range(2, len(body)) if known.get(body[:k]) == "S")
                if at := next(states, 0):
                    row.put(i, (body[:at], body[at:] + head), "ST", i + 2)
                elif body.endswith(self._office_bodies):
                    row.put(i, [body + head], "T", i + 2)  # 农业部|长
            elif letters[i + 1 : i + 2] == ["t"] and head[-1] in self.lexicon.words["head_of_body"]:
                row.name(i + 1, "T")

    def _divide_pairs(self, row: Row) -> None:
        """韩|美财长 are two states and an office."""
        for i in reversed(row.places("ST")):
            word = row.words[i + 1]
            if len(row.words[i]) == 1 and word[0] in self.gazetteer.shorts and self._classes.get(word[1:]) == "T":
                row.put(i + 1, [word[0], word[1:]], "ST", i + 2)

    def _join_suffixes(self, row: Row) -> None:
        """环境部长|官 is one office: a Korean minister."""
        words = row.words
        for i in reversed(row.places("T")):
            if words[i + 1 : i + 2] and words[i + 1] in self.lexicon.words["office_suffix"] and words[i].endswith(self._heads):
                row.put(i, [words[i] + words[i + 1]], "T", i + 2)

    def _parts(self, word: str) -> tuple[str, ...]:
        """The parts of a dictionary word, none where it is one: short states (美俄), one and an office (俄总统), a state and an office (日本首相),
        a joint subject and a cue (双方同意), an adverb and a cue (时说, 并称), an institution and an office (大学教授), a cue and a deed (要求归还)."""
        known = self._classes
        if self._is_states(word):
            return tuple(word)
        if word[0] == DAY and known.get(word[1:]) == "i":
            return word[0], word[1:]
        if word[0] in self.gazetteer.shorts and known.get(word[1:], "x") in "TYMh":
            return word[0], word[1:]
        if known.get(word[:2], "x") + known.get(word[2:], "x") in PAIRS:
            return word[:2], word[2:]
        if word[0] in self.lexicon.words["posted"] and word[1:2] in self.gazetteer.shorts and known.get(word[2:], "x") in "TYh":
            return word[0], word[1], word[2:]  # 驻华大使
        if len(word) == 2 and known.get(word[0]) == "c" and word[1] in self.lexicon.words["intending"]:
            return word[0], word[1]  # 称愿
        if len(word) == 4 and word[:2] in self.lexicon.words["dividing"] and self._jieba.tag(word[2:], False)[0][1][:1] == "v":
            return word[:2], word[2:]
        adverb = known.get(word[0]) == "L" or word[0] in self.lexicon.words["coordinator", "contrast"]
        return (word[0], word[1:]) if adverb and known.get(word[1:]) == "c" else ()

    def _is_states(self, word: str) -> bool:
        """Whether a word is short states: of two only those listed, for most are parts of names (罗德, 约法)."""
        shorts = self.gazetteer.shorts
        if len(word) == 2:
            return word in self.lexicon.words["state_pair"]
        return 2 < len(word) < 6 and len(set(word)) == len(word) and all(c in shorts for c in word)

    def _settle_shorts(self, row: Row) -> None:
        """A one-character state that is mostly an ordinary word (中, 以, 日) counts only in the company of its like."""
        weak, words, letters = self.gazetteer.weak, row.words, row.letters
        for i in row.places("S"):
            if words[i] in weak and not self._has_company(words, letters, i):
                row.name(i, self._ordinary.get(words[i], "x"))

    def _has_company(self, words: list[str], letters: list[str], i: int) -> bool:
        """Whether a state, an office, a ministry or a word such as 对, 访, 方, 媒 stands beside item `i`."""
        known = self.lexicon.words
        before = words[i - 1] if i else ""
        after = words[i + 1] if i + 1 < len(words) else ""
        following = letters[i + 1] if after else ""
        if (len(before) == 1 and letters[i - 1] == "S") or (len(after) == 1 and following == "S"):
            return True
        if self._is_headline(words, letters, i):
            return True
        if before in known["before_short"] and words[i] in known["localiser"]:
            return False
        return following in ("T", "Y") or before in known["before_short"] or after[:1] in known["after_short"]

    def _is_headline(self, words: list[str], letters: list[str], i: int) -> bool:
        """印称…, 美促伊…: a cue of one character stands behind a short state that opens a clause, or between two."""
        opens = i == 0 or letters[i - 1] in ",.;:\n "
        if opens and letters[i + 1 : i + 2] == ["c"] and len(words[i + 1]) == 1:
            return True
        return i > 1 and letters[i - 1] == "c" and len(words[i - 1]) == 1 and letters[i - 2] == "S"


LANGUAGE = Chinese
