"""Which of the two sides of a Chinese text an office without a state cannot be of: that which its holder meets, thanks, asks or blames.

荷兰大使拜会市委主席; 国务秘书与佛得角国务秘书签署协议; 州长感谢韩方; 对方首席代表; 挪威大臣访问马拉维。县长….
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cached_property

from detente.languages import Language, is_aimed, is_named
from detente.records import Record, Tokens

SIDES, NAMED = frozenset("SM"), frozenset("SMY")
ENDS = frozenset(".\n")
CLAUSE_ENDS = frozenset(",;:.\n")
TITLE = frozenset("njxkvmIYhaw")
OWNS = frozenset("ekKTYhnISM")  # behind a state: 韩国企业, 中国公民
DESCRIBING = frozenset("veunj")  # before a state in a title: 来访的佛得角国务秘书
LONGEST_TITLE, LONGEST_REPORT, LONGEST_SENTENCE, LONGEST_PLACE = 8, 8, 60, 3
SENTENCES = 3  # in which a visit is looked for


class Bearing(Record, frozen=True):
    """The tokens `first` to `last` of an office, the one behind its holder's name, and the party that is near."""

    first: int
    last: int
    stop: int
    party: str | None


class Facing:
    """The two sides that a text names most, and for whom the person named last speaks."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._tokens, self._language, self._known = tokens, language, language.lexicon.words
        self._last: str | None = None

    def saw(self, party: str | None) -> None:
        """Take note of a person who speaks for a party."""
        self._last = party or self._last

    def side(self, office: Bearing) -> str | None:
        """Return the party of an office that no word beside it tells: the one near it, unless its holder faces that one."""
        if self._is_opposite(office):
            return self._other(self._last or office.party) or office.party
        if visited := self._visited(office):
            return visited
        faced = self._aimed(office.stop) or self._met_by(office) or self._meeting(office.stop)
        return self._other(faced) or office.party if faced and office.party in (None, faced) else office.party

    @cached_property
    def _main(self) -> tuple[str, ...]:
        parties = (self._party(i) for i, letter in enumerate(self._tokens.classes) if letter in NAMED and len(self._tokens.words[i]) > 1)
        return tuple(party for party, _ in Counter(filter(None, parties)).most_common(2))

    def _other(self, party: str | None) -> str | None:
        """The other of the two main sides."""
        return next((one for one in self._main if one != party), None) if party in self._main else None

    def _party(self, i: int) -> str | None:
        return self._language.gazetteer.party_of(self._tokens.words[i])

    def _is_opposite(self, office: Bearing) -> bool:
        """Whether an office is said to be of the other side: 对方首席代表."""
        words = self._tokens.words[max(0, office.last - LONGEST_TITLE) : office.last]
        at = next((i for i, word in enumerate(words) if word in self._known["interlocutor"]), None)
        start = office.last - len(words) + (at or 0)
        return at is not None and TITLE.issuperset(self._tokens.classes[start : office.last])

    def _aimed(self, stop: int) -> str | None:
        """The side that somebody thanks, asks or blames, or says to be something: 感谢韩方, 称东京是“…”."""
        tokens = self._tokens
        for i in range(stop, min(stop + LONGEST_REPORT, len(tokens.words) - 2)):
            if tokens.classes[i] in CLAUSE_ENDS:
                return None
            if tokens.classes[i] == "c" and tokens.classes[i + 1] in SIDES:
                cue = self._language.lexicon.cues.get(tokens.words[i])
                owned = tokens.classes[i + 1] == "S" and tokens.classes[i + 2] in OWNS
                aimed = (is_aimed(cue) and not owned) or self._is_judged(i + 2)
                return self._party(i + 1) if aimed else None
        return None

    def _is_judged(self, at: int) -> bool:
        return is_named(self._tokens.words[at], self._tokens.classes[at + 1 : at + 2], self._language)

    def _met_by(self, office: Bearing) -> str | None:
        """The side whose person meets the holder of an office: 荷兰驻越南大使到芹苴市拜会|市人民委员会主席, 向|市长辞行."""
        tokens, at = self._tokens, office.last
        while at and office.last - at < LONGEST_TITLE and tokens.classes[at - 1] in TITLE and tokens.words[at - 1] not in self._known["encountering"]:
            at -= 1
        if not at or tokens.words[at - 1] not in self._known["encountering", "telling"]:
            return None
        return self._leading(self._sentence(at), at)

    def _leading(self, start: int, stop: int) -> str | None:
        """The party of the state or body that is named first between two tokens."""
        named = (self._party(i) for i in range(start, stop) if self._tokens.classes[i] in NAMED)
        return next(filter(None, named), None)

    def _meeting(self, stop: int) -> str | None:
        """The side whose official somebody meets, by the sentence of his name: 18日在普拉亚与佛得角国务秘书…签署协议."""
        tokens = self._tokens
        for i in range(stop, min(stop + LONGEST_SENTENCE, len(tokens.words) - 1)):
            if tokens.classes[i] in "c,;:.\n":
                return None
            contact = tokens.words[i] in self._known["encountering", "companion_during"]
            if contact and (party := self._owner_behind(i + 1)):
                return party
        return None

    def _owner_behind(self, at: int) -> str | None:
        """The party of the state or body that begins a title at a token: 来访的|佛得角国务秘书."""
        classes = self._tokens.classes
        start = next((i for i in range(at, min(at + LONGEST_PLACE, len(classes))) if classes[i] in NAMED), None)
        if start is None or not DESCRIBING.issuperset(classes[at:start]):
            return None
        title = classes[start : start + LONGEST_TITLE]
        return self._party(start) if "T" in title or "Y" in title else None

    def _visited(self, office: Bearing) -> str | None:
        """The main side where somebody of another has just gone whom a local official there receives: 挪威大臣访问马拉维卡龙加县。…县长."""
        if not self._tokens.words[office.last].endswith(tuple(self._known["local_office"])):
            return None
        start, stop = self._sentence(office.first), office.first
        for _ in range(SENTENCES):
            places = (self._party(i) for i in range(max(start, 1), stop) if self._tokens.classes[i] in SIDES and self._is_reached(i))
            if party := next((place for place in places if place in self._main and place != office.party), None):
                return party if self._leading(start, stop) == office.party else None
            start, stop = self._sentence(start - 1), start
        return None

    def _is_reached(self, i: int) -> bool:
        """Whether a state is where somebody goes or is: 访问了黎巴嫩, 在塞内加尔."""
        at = i - 1 - (self._tokens.classes[i - 1] == "e")
        return self._tokens.classes[at] == "P" or self._tokens.words[at] in self._known["arriving"]

    def _sentence(self, at: int) -> int:
        """Where the sentence of a token begins."""
        first = max(at, 0)
        while first and at - first < LONGEST_SENTENCE and self._tokens.classes[first - 1] not in ENDS:
            first -= 1
        return first


def token_behind(tokens: Tokens, stop: int) -> int:
    """Return the first token that starts at a place of the text or behind it."""
    return bisect_left(tokens.starts, stop)
