"""Chinese names of outlets that no list has, made of several words of the dictionary."""

from __future__ import annotations

from detente.resources.lexicon import Lexicon

from .joins import LONGEST_OUTLET, NAMING, Row, name_before

NAMED = NAMING | {"m", "a"}
OPENING = ",.;\n ("
WEBSITE = "\u7f51"


class OutletJoins:
    """Joins the words of names of outlets, by the ends of such names in a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = self._words = lexicon.words
        self._press_endings = tuple(words["press_ending"])
        self._outlet_ends = tuple(words["outlet_last"])
        self._press_finals = frozenset(ending[-1] for ending in self._press_endings)
        self._outlet_finals = self._press_finals | {ending[-1] for ending in self._outlet_ends}

    def join(self, row: Row) -> None:
        """Make one word, of class O, of each name of an outlet."""
        self._join_behind_states(row)
        self._join_where_they_report(row)
        self._join_suffixes(row)

    def settle(self, row: Row) -> None:
        """外交事务 is an outlet only as a title, or before 杂志."""
        words, letters = row.words, row.letters
        for i in row.places("O"):
            if words[i] in self._words["only_titled"] and letters[i - 1 : i] not in (["《"], ["“"], ["‘"]):
                row.name(i, "O" if "".join(words[i + 1 : i + 2]).endswith(self._press_endings) else "n")

    def _join_behind_states(self, row: Row) -> None:
        """卢旺达新时报, 肯尼亚公民电视台: what stands between a state and a word for the press."""
        words, letters = row.words, row.letters
        joined = len(words)  # the first word of what was joined last
        for i in reversed(row.places("[hinx]")):
            if i < joined and words[i][-1] in self._press_finals and words[i].endswith(self._press_endings) and (first := name_before(letters, i)) < i:
                first -= len(words[first - 1]) == 1  # 中广新闻网
                _join(row, first, i + 1)
                joined = first

    def _join_where_they_report(self, row: Row) -> None:
        words, letters = row.words, row.letters
        for i in reversed(row.places("[nhi]")):
            if words[i][-1] not in self._outlet_finals:
                continue
            ends = self._press_endings if i and letters[i - 1] == "E" else self._outlet_ends  # NOW新闻台引述
            if words[i].endswith(ends) and (first := self._begun(words, letters, i)) < i:
                _join(row, first, i + 1)

    def _join_suffixes(self, row: Row) -> None:
        """观察者网|站 is one outlet."""
        words = row.words
        for i in reversed(row.places("O")):
            if words[i + 1 : i + 2] and words[i + 1] in self._words["outlet_suffix"] and words[i][-1] == WEBSITE:
                _join(row, i, i + 2)

    def _begun(self, words: list[str], letters: list[str], i: int) -> int:
        """Where the name of an outlet begins that ends with item `i`, opens its clause and quotes or reports: 红星新闻援引, 第一财经报道; `i` for none."""
        first, following, pointing = i, words[i + 1] if i + 1 < len(words) else "", self._words["pointing"]
        while first and i - first < LONGEST_OUTLET and letters[first - 1] in NAMED:
            if words[first - 1][0] in pointing or words[first - 1] in self._words["nearby"]:
                break
            first -= 1
        opens = first == 0 or letters[first - 1] in OPENING or words[first - 1] in self._words["according"]
        does = any(following in self._words[name] for name in ("quoting", "media", "carrying"))
        return first if opens and does and words[first][0] not in pointing else i


def _join(row: Row, first: int, stop: int) -> None:
    row.put(first, ["".join(row.words[first:stop])], "O", stop)
