"""People whom an office introduces with what it deals with between it and the name, in a language that writes names with capitals.

Minister of Food, Agriculture and Light Industry Ulzii Batsaikhan; the director of Serbia's Office for Kosovo, Marko Petrov, said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from detente.languages import Language
from detente.records import Tokens

BODY = re.compile("Y(?=[oPw,])")
HEAD = re.compile("[Th](?=[oPb,wx])")
NAME = re.compile("[kK]+(?:x[kK]+)*")
ADDED, NAMING = frozenset("oPb"), frozenset("kKO")
QUALIFIES, STANDS = frozenset("dSMem"), frozenset("YGITxO")
DESCRIBED = re.compile("(?:(?!w[dSxeka]{0,3}[Th])[^.,;:\\n“”civqlRV()-])*")
BEHIND = frozenset(",.)\nc(")
LISTED = re.compile(",w|,d?[kxYG]{1,4}(?:,[kxYG]{1,4})*,?w")  # of Investments, Trade and Industry
BEFORE = re.compile("(?<=[kOx])w(?=[kx]{0,3}T)")  # Industry and Commerce Minister
TITLED = re.compile("[kxSe]{0,3}[Th]")
GOVERNED = re.compile("(?:[Po]|(?<=[.\n])[cVx])[dxkjeSM]{0,4}$")  # after a tour with his counterpart from Gaborone, Chirenje said; Addressing envoys in Oslo, …
LONGEST, LONGEST_NAME = 18, 5

Office = tuple[int, int]


def join_fields(tokens: Tokens, language: Language) -> tuple[Tokens, Fields]:
    """Return the tokens with what joins the fields of one office as plain words (Minister of Food, Agriculture and Trade), and their fields."""
    found, fields, words = Fields(tokens, language), language.lexicon.words["office_field"], tokens.words
    before = [m.start() for m in BEFORE.finditer(tokens.classes)]
    joints = {i for i in before if words[i + 1].split(" ")[0] in fields and words[i - 1].split(" ")[-1] in fields}
    joints |= found.joints
    if not joints:
        return tokens, found
    classes = list(tokens.classes)
    for i in joints:
        classes[i] = "x"
        if classes[i - 1] == "O":
            classes[i - 1] = "k"
    joined = replace(tokens, classes="".join(classes))
    return joined, Fields(joined, language)


class Fields:
    """The offices before names that stand apart from them, by the first token of the name, and the tokens that are no name."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._tokens, self._language = tokens, language
        self._words = language.lexicon.words["office_field"]
        self.before: dict[int, Office] = {}
        self.covered: set[int] = set()
        self.joints: set[int] = set()
        for match in HEAD.finditer(tokens.classes):
            self._read(match.start())
        for match in BODY.finditer(tokens.classes):
            self._join(match.start(), *self._walk(match.start() + 1))

    def stop(self, head: int) -> int:
        """Return the token behind the field of an office: of Investments, Trade and Industry of Kenya."""
        return self._walk(head + 1)[0]

    def _read(self, head: int) -> None:
        """Take note of the field of an office, and of the person behind it."""
        stop, opened = self._walk(head + 1)
        self.covered.update(self._field(head + 1, stop))
        self._join(head, stop, opened)
        described = DESCRIBED.match(self._tokens.classes, head + 1, head + 1 + LONGEST)
        apart = {end for end in (stop, described.end() if described else stop) if end > head + 1 and self._tokens.classes[end : end + 1] == ","}
        named = {first: end for end in sorted(apart) if (first := self.name_at(end + 1)) and self._is_apposed(head, end + 1, first)}
        first = self.name_at(stop)
        if not named and stop > head + 1 and not opened and first and (self._is_field(stop - 1) or stop < first):
            named = {first: stop}
        for first, end in named.items():
            self.before.setdefault(first, (head, end - 1))
            self.covered.update(range(head + 1, end))

    def _join(self, head: int, stop: int, opened: bool) -> None:
        """Take note of what joins the fields of an office or a ministry, none of which is still to come."""
        if not opened:
            self.joints.update(i for i in range(head + 1, stop) if self._tokens.classes[i] in "w,")

    def name_at(self, at: int) -> int:
        """Return the first token of the name that begins at a token or behind the ranks there, 0 where there is none."""
        tokens, rank = self._tokens, self._language.lexicon.words["rank"]
        at += tokens.classes[at : at + 2] == "dj"  # the Hon. Ana Ruiz
        while tokens.classes[at : at + 1] == "j" or (tokens.classes[at : at + 1] in ("T", "t", "k") and tokens.words[at].lower() in rank):
            at += 1
        return at if tokens.classes[at : at + 1] in ("k", "K") and not self._names_field(at) else 0

    def _is_apposed(self, head: int, at: int, first: int) -> bool:
        """Whether a name of more than one word, or behind a rank, stands between a comma and what ends an apposition; not who speaks behind a phrase."""
        match = NAME.match(self._tokens.classes, first)
        last = match.end() if match else first
        named = first + 1 < last <= first + LONGEST_NAME or at < first < last
        behind = self._tokens.classes[last : last + 1]
        return named and behind in BEHIND and not (behind == "c" and GOVERNED.search(self._tokens.classes, max(0, head - LONGEST_NAME), head))

    def _walk(self, at: int) -> tuple[int, bool]:
        """Where a field that begins at a token ends, and whether a noun is still to come."""
        first, opened, classes = at, False, self._tokens.classes
        while at < len(classes) and at - first < LONGEST:
            letter = classes[at]
            if letter in ADDED or (letter == "e" and not opened):
                opened = True
            elif (letter == "w" or LISTED.match(classes, at)) and (further := self._further(at)):
                at, opened = further - 1, True
            elif letter in QUALIFIES and (opened or (letter == "S" and self._is_before_field(at))):
                opened = letter != "S" or self._tokens.words[at] in self._language.gazetteer.peoples
            elif letter in STANDS and (opened or letter != "T") or (letter in NAMING and (opened or self._is_field(at))):
                opened = False
            else:
                break
            at += 1
        return at, opened

    def _is_before_field(self, at: int) -> bool:
        """Whether a state stands inside a field: for the West Philippine Sea."""
        return self._tokens.classes[at - 1] in NAMING and self._tokens.classes[at + 1 : at + 2] == "k" and self._is_field(at + 1)

    def _further(self, at: int) -> int:
        """Where a list of fields goes on behind "and" or a comma: Trade, and Industry; 0 where it does not."""
        classes = self._tokens.classes
        behind = at + 1 + (classes[at : at + 2] == ",w")
        behind += classes[behind : behind + 1] == "d"
        adjective = classes[behind : behind + 2] == "kk" and self._tokens.words[behind + 1] in self._words  # Light Industry
        listed = adjective or (classes[behind : behind + 1] not in ("", *"SMG") and self._names_field(behind))
        named = self._tokens.words[behind].split(" ")[0].capitalize() if listed else ""
        return behind if adjective or named in self._words else 0

    def _names_field(self, at: int) -> bool:
        """Whether a token begins what an office deals with: a word for it, but before no office (Foreign Minister)."""
        return self._is_field(at) and not TITLED.match(self._tokens.classes, at + 1)

    def _is_field(self, at: int) -> bool:
        word = self._tokens.words[at]
        return word in self._words or self._tokens.classes[at] in "YGISM" or (self._tokens.classes[at] == "x" and word.capitalize() in self._words)

    def _field(self, first: int, stop: int) -> Iterator[int]:
        """The tokens of a field up to the last one that is known as one."""
        known = [i for i in range(first, stop) if self._is_field(i)]
        yield from range(first, known[-1] + 1 if known else first)
