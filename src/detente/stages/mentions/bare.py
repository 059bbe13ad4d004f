"""Whose an office is that is named without a state, in a language that writes names with capitals."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from operator import itemgetter

from detente.languages import Language, home_in, usual_owners
from detente.records import Tokens
from detente.resources.gazetteer import entry_of
from detente.text.classes import edges
from detente.text.datelines import dateline_places

STATES, BLOCS = re.compile("[SM]"), re.compile("G")
LEADING = re.compile("(?:^|[.\\n])d?([SMY])")
PAIR = re.compile("[SM]wd?([SM])")
PLACED = re.compile("(?:^|[.\\n])P([SM]),")
INTRODUCED = re.compile("(?:^|[.\\n])[PVcaD][^.,\\n“]{0,8},d?([SM])(?=[evVcaTYh])")  # Interviewed on television, Sudan's army chief
OUTLETS = re.compile("(?:^|[.\\n])[^.,\\n]{0,6}([SM])([xk][xk]?)[^.,\\n]{0,4},(?=[da]?T)")
ANNOUNCED = re.compile("[SM]e?(T)(?![kK])")
OFFICE = re.compile("[SMG]e?([xk]{0,2}T)(?![kK])")  # Norway's fisheries minister
FORCES = re.compile("[SM]e?[xk]{0,2}?[Yx]")
SEAT = re.compile("P(M)")  # meeting in Conakry
HOUSED = re.compile("[xYTh]P(M)")  # the palace in Nicosia
CALLED = re.compile("([SM])[aDv]{0,2}([cV])d?(T)")  # Quito summoned the ambassador
FACED = re.compile("d([SM])x?h")  # her Algerian counterpart
UNNAMED = re.compile("(?:^|[.\\n-])d[xkw]{0,6}T(?=[aD]?[vVcP])|(?:^|[.\\n])dk(?=v?c)")  # The home secretary has hailed …; the Taoiseach said
DEMANDS = re.compile("v?a?c")  # Uruguay has demanded that
LONGEST_ACROSS = 9
ENDS = frozenset(".\n")
NAMING = frozenset("dkO")  # what stands before an office and belongs to it: the Foreign Affairs minister
LONGEST_SENTENCE = 80
LONGEST_QUOTATION = 120
LONGEST_UNNAMED, FARTHEST_FACED = 160, 60


class Bare:
    """The sides that may own an office: who opened the sentence before, held it so far, or is at home in the dateline.

    `sides` are the two that the text names most.
    """

    def __init__(self, folded: str, tokens: Tokens, language: Language, home: str | None) -> None:
        self._tokens, self._language = tokens, language
        self._counts = self._counted()
        self.sides = tuple(party for party, _ in self._counts.most_common(2))
        self._main = frozenset(self.sides)
        self._blocs = frozenset(self._party(match.start()) for match in BLOCS.finditer(tokens.classes))
        self._leading = self._sides()
        self._owners = self._owned()
        self._told = self._unnamed()
        self._dated = self._dateline(folded)
        self._home = self._dated or home
        self._last: tuple[int, str | None] = (-1, None)

    def saw(self, at: int, party: str | None) -> None:
        """Take note of a person who speaks for a party at a token."""
        if party:
            self._last = (at, party)

    def is_named(self, party: str) -> bool:
        """Return whether the text speaks of a state."""
        return party in self._counts or party == self._home

    @property
    def home(self) -> str | None:
        """The side at home in the text."""
        return self._home

    def near(self, at: int) -> str | None:
        """Return the side named last: in the paragraph of a token, at home, or else anywhere before.

        Of a sentence that a side opens it is that one, not a person of the sentence; in a text with a dateline no person counts.
        """
        classes = self._tokens.classes
        behind = bisect_left(self._leading, (at,))
        leading = self._leading[max(0, behind - 1) : behind]
        place, party = max(((-1, None) if self._home else self._last, *leading), key=itemgetter(0))
        if leading and place - leading[0][0] < LONGEST_SENTENCE and ENDS.isdisjoint(classes[leading[0][0] : place]):
            place, party = leading[0]
        if (pair := PAIR.match(classes, max(place, 0))) and self._party(pair.start(1)) == self._home:
            party = self._home  # Cuba and Jamaica signed it. Health Minister Ana Ruiz, at home, …
        if self._is_across(at):
            return self.opposite(self._home or party)
        if party and (classes.find("\n", place, at) < 0 or self._is_elaborated(leading, at)):
            return party
        return self._home or self._seated(at) or party

    def led(self, at: int) -> str | None:
        """Return the side that opened a sentence last before a token."""
        behind = bisect_left(self._leading, (at,))
        return self._leading[behind - 1][1] if behind else None

    def _is_across(self, at: int) -> bool:
        """Whether the sentence of a token opens on the other side: Across the border, Trade Minister Ana Ruiz …"""
        first = self._sentence(at)
        comma = self._tokens.classes.find(",", first, min(at, first + LONGEST_ACROSS))
        opening = " ".join(self._tokens.words[first:comma]).lower() if comma > first else ""
        words = self._language.lexicon.words
        return opening.startswith(edges(words["across"])) and opening.endswith(edges(words["frontier"]))

    def _is_elaborated(self, leading: list[tuple[int, str]], at: int) -> bool:
        """Whether a quotation opens the paragraph behind a sentence that a main side opens by what it demands: “…,” said Trade Minister Ana Ruiz."""
        classes, opened = self._tokens.classes, self._quoted_from(at)
        if not leading or leading[0][1] not in self._main or opened == at or classes[opened - 1 : opened] != "\n":
            return False
        stop = opened - 1
        return self._sentence(stop - 1) <= leading[0][0] and DEMANDS.match(classes, leading[0][0] + 1) is not None

    def _seated(self, at: int) -> str | None:
        """The main side in whose capital the sentence before has its seat: the hilltop palace in Nicosia. The president, …"""
        stop = self._sentence(at)
        while stop > 0 and self._tokens.classes[stop - 1] == ".":
            stop -= 1
        found = [m.start(1) for m in HOUSED.finditer(self._tokens.classes, self._sentence(stop), stop)] if stop else []
        party = self._party(found[-1]) if found and self._tokens.words[found[-1] - 2] in self._language.lexicon.words["seat_noun"] else None
        return party if party in self._main else None

    def side_of_visit(self, *, comes: bool | None) -> str | None:
        """Return the other side than that at home for who comes, that at home for who does not, none where neither is told."""
        return None if comes is None or not self._home else self.opposite(self._home) if comes else self._home

    def spoke(self, at: int) -> str | None:
        """Return the party of the person named last in the paragraph of a token: her opposite number is of the other one."""
        place, party = self._last
        return party if place >= 0 and self._tokens.classes.find("\n", place, at) < 0 else None

    def owned(self, at: int) -> str | None:
        """Return whose an office is that a pronoun owns: of the state named first in the sentence (its minister), or of the person (her deputy)."""
        owner = self._tokens.words[at - 1].lower()
        if owner in self._language.lexicon.words["singular"]:
            return self.spoke(at)
        found = [m.start() for m in STATES.finditer(self._tokens.classes, self._sentence(at), at)] if owner == "its" else ()
        return self._party(found[0]) if found else None

    def answering(self, at: int) -> str | None:
        """Return the side of a minister who answers a person of another: that of the dateline or else of the two main ones."""
        said = self.spoke(at)
        if said in self._main and not self._home:
            return self.opposite(said)
        return self._dated if said and self._dated and said != self._dated else self.near(at)

    def opposite(self, party: str | None) -> str | None:
        """Return the side named most besides a party, of two the one named first: his host, the interior minister, is of the other one."""
        others = [other for other in self._counts if other != party] if party else []
        return max(others, key=self._counts.__getitem__, default=party)

    def opposite_of_main(self, party: str | None) -> str | None:
        """Return the other of the two sides named most, of one of them: the finance minister, Sarita Rai, has asked China …"""
        return self.opposite(party) if party in self._main else None

    def faced(self, at: int) -> str | None:
        """Return the other side than that of whose counterpart the next words make a person: Nadia Ferrand, with her Algerian counterpart."""
        stop = self._tokens.classes.find("\n", at)
        match = FACED.search(self._tokens.classes, at, min(stop if stop >= 0 else at + FARTHEST_FACED, at + FARTHEST_FACED))
        words, lexicon = self._tokens.words, self._language.lexicon.words
        if match is None or "T" in self._tokens.classes[at : match.start()] or words[match.start()] not in lexicon["owning"]:
            return None
        party = self._party(match.start(1)) if words[match.end() - 1] in lexicon["counterpart"] else None
        other = self.opposite(party)
        return other if party in self._main and other != party else None

    def facing(self, first: int) -> str | None:
        """Return the other side than that of whom an office meets or stands beside: Mexico's foreign secretary met Trade Minister Ana Ruiz."""
        tokens, facing, before = self._tokens, self._language.lexicon.words["facing"], first
        while before > 0 and tokens.words[before] not in facing and (before == first or tokens.classes[before] in NAMING):
            before -= 1
        if tokens.words[before] not in facing:
            return None
        start, stop = self._sentence(before), before
        while stop < len(tokens.classes) and tokens.classes[stop] not in ENDS:
            stop += 1
        named = [m.start() for m in STATES.finditer(tokens.classes, start, stop)]
        sides = [*reversed([i for i in named if i < before]), *[i for i in named if i > before]]
        party = self._party(sides[0]) if sides else self.spoke(first)
        return self.opposite(party) if party in self._main else None

    def seat(self, at: int) -> str | None:
        """Return the main side in whose capital the text last says that somebody is, before a token."""
        found = [m.start(1) for m in SEAT.finditer(self._tokens.classes, max(0, at - LONGEST_SENTENCE), at)]
        return next((party for i in reversed(found) if (party := self._party(i)) in self._main), None)

    def met(self, word: str, at: int) -> str | None:
        """Return the side of a host where two meet, or of his guest: The host, Alpha Diarra."""
        seat = self.seat(at)
        return seat if word in self._language.lexicon.words["host"] else self.opposite(seat)

    def called(self, word: str, at: int) -> str | None:
        """Return the side of an envoy whom a state summoned, which is the other one, or recalled."""
        words, lexicon = self._tokens.words, self._language.lexicon.words
        for match in CALLED.finditer(self._tokens.classes, max(0, at - LONGEST_SENTENCE), at):
            verb, party = words[match.start(2)], self._party(match.start(1))
            if words[match.start(3)].lower() == word and party in self._main and verb in lexicon["summoning"] | lexicon["recalling"]:
                return self.opposite(party) if verb in lexicon["summoning"] else party
        return None

    def owner(self, office: str, held: set[tuple[str, str | None]], at: int) -> str | None:
        """Return the one state whose holder of an office the paragraph tells of without a name, unless it has one in `held`."""
        told = self._owners.get(office, [])
        first, last = (bisect_left(told, (place,)) for place in (self._tokens.classes.rfind("\n", 0, at), at))
        owners = {party for _, party in told[first:last] if (office, party) not in held}
        return min(owners) if len(owners) == 1 else None

    def told_of(self, first: int, last: int, taken: set[str | None]) -> str | None:
        """Return the one state of whose holder of an office, in the same words, the text told before without a name; none that is taken."""
        office = " ".join(self._tokens.words[first : last + 1]).lower()
        owners = {party for place, party in self._told.get(office, ()) if place < first} - taken
        return min(owners) if len(owners) == 1 else None

    def of_forces(self, at: int) -> str | None:
        """Return the state of the body named last in the paragraph: Nicaragua's army denied it. Gen. Oscar Pineda said …"""
        first = self._tokens.classes.rfind("\n", 0, at) + 1
        bodies, words = self._language.lexicon.words["official_body"], self._tokens.words
        found = [m.start() for m in FORCES.finditer(self._tokens.classes, first, at) if words[m.end() - 1] in bodies or m[0][-1] == "Y"]
        return self._party(found[-1]) if found else None

    def usual(self, words: Sequence[str]) -> str | None:
        """Return the one main side or bloc that has an office or a body by its name: the Foreign Office minister, the cabinet secretary."""
        title = f" {' '.join(words).lower()} "
        of = (states for name, states in usual_owners(self._language) if f" {name} " in title)
        fitting = ([state for state in states if state in self._main or state in self._blocs] for states in of)
        return next((states[0] for states in fitting if len(states) == 1), None)

    def unnamed(self, first: int, last: int) -> str | None:
        """Return the side at home of a whole name that reports with no office, where its sentences tell of an office there without a name.

        The home secretary has hailed the deal. … Ana Ruiz said …; says Ana Ruiz. The water minister said …
        """
        classes = self._tokens.classes
        reports = classes[last : last + 1] in ("c", "v") or (classes[first - 1 : first] in ("c", "j") and classes[last : last + 1] == ".")
        if last - first < 2 or not reports or self._home is None:
            return None
        behind = classes.find(".", last, last + LONGEST_SENTENCE)
        told = [m.end() - 1 for m in UNNAMED.finditer(classes, max(0, first - LONGEST_UNNAMED), first)]
        told += [m.end() - 1 for m in (UNNAMED.match(classes, k) for k in (behind, behind + 1) if behind > 0) if m]
        return self._home if any(self._is_office(i) for i in told) else None

    def _is_office(self, i: int) -> bool:
        entry = entry_of(self._tokens.words[i], self._language.gazetteer.entries)
        return entry is not None and entry.kind == "office" and entry.party in (None, self._home)

    def _quoted_from(self, at: int) -> int:
        """Where the quotation opens that ends before a token, or the token itself: “…,” Ana Ruiz said."""
        closed = self._tokens.classes.rfind("”", max(0, at - 2), at)
        opened = self._tokens.classes.rfind("“", max(0, at - LONGEST_QUOTATION), at) if closed >= 0 else -1
        return opened if opened >= 0 else at

    def _sentence(self, at: int) -> int:
        first = at
        while first > 0 and at - first < LONGEST_SENTENCE and self._tokens.classes[first - 1] not in ENDS:
            first -= 1
        return first

    def _party(self, i: int) -> str | None:
        return self._language.gazetteer.party_of(self._tokens.words[i])

    def _counted(self) -> Counter[str]:
        named = [self._party(match.start()) for match in STATES.finditer(self._tokens.classes)]
        return Counter([party for party in named if party])

    def _sides(self) -> list[tuple[int, str]]:
        """The states and seats that open a sentence, also as the place of one that the text names again."""
        opening = [m.start(1) for pattern in (LEADING, INTRODUCED) for m in pattern.finditer(self._tokens.classes)]
        opening += self._told_to_own()
        placed = [m.start(1) for m in PLACED.finditer(self._tokens.classes)]
        told = [(i, party) for i in opening if (party := self._party(i))]
        told += [(i, party) for i in placed if (party := self._party(i)) and self._counts[party] > 1]
        return sorted(told)

    def _told_to_own(self) -> list[int]:
        """In an interview with the Argentine daily La Nación, the defence minister, …: to an outlet of his own country."""
        nouns, words = self._language.lexicon.words["outlet_noun", "outlet_noun_named"], self._tokens.words
        found = OUTLETS.finditer(self._tokens.classes)
        return [match.start(1) for match in found if not nouns.isdisjoint(words[match.start(2) : match.end(2)])]

    def _owned(self) -> dict[str, list[tuple[int, str]]]:
        found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        tokens, entries = self._tokens, self._language.gazetteer.entries
        for match in ANNOUNCED.finditer(tokens.classes):
            office, party = entry_of(tokens.words[match.start(1)], entries), self._party(match.start())
            if office and party:
                found[office.actor_id].append((match.start(), party))
        return found

    def _unnamed(self) -> dict[str, list[tuple[int, str]]]:
        """The states by the words of their offices that the text tells of without a name, each with its place."""
        found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for match in OFFICE.finditer(self._tokens.classes):
            if party := self._party(match.start()):
                office = " ".join(self._tokens.words[match.start(1) : match.end(1)]).lower()
                found[office].append((match.start(), party))
        return found

    def _dateline(self, folded: str) -> str | None:
        """The state of the city that a dateline names, one of the two named most: MANILA (AFP) -; not of ANKARA/BAGHDAD (Reuters) -"""
        homes = {home_in(place, self._language) for place in dateline_places(folded, self._language.code)} & self._main
        return next(iter(homes)) if len(homes) == 1 else None
