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

from functools import cache
from itertools import accumulate

import rjieba

from detente.records import Tokens
from detente.resources.gazetteer import load_gazetteer
from detente.resources.lexicon import load_lexicon

KINDS = {"state": "S", "side": "M", "person": "K", "organisation": "G", "body": "Y", "office": "T",
         "private-office": "t", "outlet": "O"}  # fmt: skip
FRAMES = {"joint": "g", "stand": "g"}
WORDS = (("joint", "J"), ("attribute", "j"), ("pronoun", "R"), ("relay", "r"), ("passive", "B"), ("of", "u"), ("aspect", "e"), ("with_preposition", "w"),
         ("in_preposition", "P"), ("adverb", "a"), ("to_preposition", "p"), ("localiser", "L"), ("human", "h"), ("media", "i"),
         ("institution", "I"), ("inanimate", "n"))  # fmt: skip
MARKS = {",": ",", ";": ";", ":": ":", "。": ".", "!": ".", "?": ".", "…": ".", "、": "w", "(": "(", ")": ")", "“": "“",
         "”": "”", "‘": "‘", "’": "’", "《": "《", "》": "》", "\n": "\n", "\r": "\n", " ": " ", "·": "x"}  # fmt: skip
TAGS = {"n": "n", "v": "v", "d": "a", "a": "j", "p": "p", "c": "w", "m": "m", "q": "m", "t": "D", "r": "n", "f": "L", "u": "e",
        "s": "n", "b": "j", "e": "E", "z": "j", "l": "n", "i": "n", "j": "n"}  # fmt: skip
FREQUENCY = 20_000
BEFORE_SHORT = frozenset("对访驻赴亲反援抗涉在留旅抵离向与和同跟及以对输从")
AFTER_SHORT = frozenset("方媒军国政关边境港制防贸双两")
CLOCK = frozenset("年月日时点分周季号")


class Chinese:
    """The Chinese language: lexicon, gazetteer and segmenter."""

    code = "zh"

    def __init__(self) -> None:
        self.lexicon = load_lexicon("zh")
        self.gazetteer = load_gazetteer("zh")
        self._classes = self._word_classes()
        joints = (word for word, letter in self._classes.items() if letter == "J")
        self._openers = frozenset(word[0] for word in (*self.gazetteer.shorts, *joints))
        self._jieba = rjieba.Jieba()
        for word in self._classes:
            if len(word) > 1 and self._jieba.cut(word, False) != [word]:
                self._jieba.add_word(word, FREQUENCY, "n")

    def _word_classes(self) -> dict[str, str]:
        classes = dict(MARKS)
        words = self.lexicon.words
        for name, letter in WORDS:
            for word in words[name]:
                classes.setdefault(word, letter)
        for lemma, cue in self.lexicon.cues.items():
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

    def segment(self, folded: str) -> Tokens:
        """Cut a folded text into words with their classes."""
        words: list[str] = []
        letters: list[str] = []
        known, openers = self._classes, self._openers
        for word, tag in self._jieba.tag(folded, False):
            letter = known.get(word)
            if letter is None and word[0] in openers and (parts := self._parts(word)):
                words += parts
                letters += [known[part] for part in parts]
                continue
            words.append(word)
            letters.append(letter or _class_of_tag(tag))
        self._split_ministers(words, letters)
        self._settle_shorts(words, letters)
        _join_times(words, letters)
        stops = tuple(accumulate(map(len, words)))
        return Tokens((0, *stops[:-1]) if stops else (), stops, tuple(words), "".join(letters))

    def _split_ministers(self, words: list[str], letters: list[str]) -> None:
        """A ministry before 长 is a minister: 波兰外交部 + 长 is 波兰 + 外交部长."""
        for i in range(len(words) - 1):
            if words[i + 1] != "长" or letters[i] != "Y":
                continue
            at = next((n for n in range(len(words[i]) - 1, 0, -1) if self._classes.get(words[i][:n]) == "S"), 0)
            if self._classes.get(words[i][at:] + "长") == "T":
                words[i : i + 2] = [words[i][:at], words[i][at:] + "长"]
                letters[i : i + 2] = ["S", "T"]

    def _parts(self, word: str) -> tuple[str, ...]:
        """Parts of a dictionary word: short states (美俄), one and an office (俄总统), a joint subject and a cue (双方同意)."""
        known, shorts = self._classes, self.gazetteer.shorts
        if 1 < len(word) < 6 and all(c in shorts for c in word):
            return tuple(word)
        if word[0] in shorts and known.get(word[1:], "x") in "TYMh":
            return word[0], word[1:]
        joint = known.get(word[:2]) == "J" and known.get(word[2:], "x") in "cg"
        return (word[:2], word[2:]) if joint else ()

    def _settle_shorts(self, words: list[str], letters: list[str]) -> None:
        """A one-character state that is mostly an ordinary word (中, 以, 日) counts only in the company of its like."""
        weak = self.gazetteer.weak
        for i, letter in enumerate(letters):
            if letter == "S" and words[i] in weak and not self._has_company(words, letters, i):
                letters[i] = _ordinary(words[i], self.lexicon.words)

    def _has_company(self, words: list[str], letters: list[str], i: int) -> bool:
        """Whether a state, an office, a ministry or a word such as 对, 访, 方, 媒 stands beside item `i`."""
        before = words[i - 1] if i else ""
        after = words[i + 1] if i + 1 < len(words) else ""
        following = letters[i + 1] if after else ""
        if (len(before) == 1 and letters[i - 1] == "S") or (len(after) == 1 and following == "S"):
            return True
        if before in BEFORE_SHORT and words[i] in self.lexicon.words["localiser"]:
            return False
        return following in ("T", "Y") or before in BEFORE_SHORT or (after != "" and after[0] in AFTER_SHORT)


def _ordinary(word: str, lexicon: dict[str, frozenset[str]]) -> str:
    return next((letter for name, letter in WORDS if word in lexicon[name]), "x")


@cache
def _class_of_tag(tag: str) -> str:
    return "k" if tag[:2] == "nr" else TAGS.get(tag[0], "x")


def _join_times(words: list[str], letters: list[str]) -> None:
    """Numbers with their units of time are times."""
    for i, letter in enumerate(letters):
        if letter in "mxS" and words[i][-1] in CLOCK and (letter == "m" or (i and letters[i - 1] == "m")):
            letters[i] = "D"
            if i and letters[i - 1] == "m":
                letters[i - 1] = "D"
