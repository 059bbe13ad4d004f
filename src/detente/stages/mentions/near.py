"""Whose an office without a state is, in a language with cases: by the states and bodies named before it, and by the home of the text.

What the name of its holder tells of the two sides decides later (`usual`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.languages import Language, may_mean
from detente.records import Tokens
from detente.resources.gazetteer import state_codes

from .meeting import Meeting

UPRIGHT = frozenset("nb")
AIMED = re.compile("Ka?ca?P?([SM])")
LONGEST_REPLY = 4  # words behind a verb of reply in which the question stands

Office = tuple[int, int]


class Near:
    """The states named so far: last, last as a subject, in any form, as that of a body in the paragraph, and who acted last."""

    def __init__(self, home: str | None, meeting: Meeting) -> None:
        self._home, self._meeting = home, meeting
        self._named: str | None = None
        self._subjects: tuple[str, ...] = ()
        self._recent: str | None = None
        self._acted: str | None = None
        self._body: str | None = None
        self._ended = False
        self._met: dict[str, None] = {}
        self._mission: str | None = None

    def leave(self) -> None:
        """Take note of the end of a paragraph: its body is forgotten when another state is named."""
        self._ended = True

    def saw(self, party: str | None) -> None:
        """Take note of a person who speaks for a party."""
        self._acted = party or self._acted

    def hear(self, party: str) -> None:
        """Take note of a party whose body speaks in the paragraph: МИД Ирана."""
        self._body, self._subjects, self._ended = party, (party,), False

    def meet(self, party: str, case: str, *, is_state: bool, is_joined: bool) -> None:
        """Take note of a party that is named, joined to the one before it or not."""
        self._recent = party
        self._met.pop(party, None)
        self._met[party] = None
        if not is_state:
            return
        if self._ended and party != self._body:
            self._body = None
        self._named = party
        if case in UPRIGHT:
            self._subjects, self._acted = (*self._subjects, party) if is_joined else (party,), party
        if case == "n" and party != self._body:
            self._body = None

    def send(self, party: str) -> None:
        """Take note of a party whose embassy or consulate is told of."""
        self._mission = party

    @property
    def mission(self) -> str | None:
        """The party whose embassy or consulate was told of last."""
        return self._mission

    @property
    def acting(self) -> str | None:
        """The party that acted last, as a state or by a person."""
        return self._acted

    def met(self) -> tuple[str, ...]:
        """The parties named so far, the last one behind."""
        return tuple(self._met)

    def of(self, tokens: Tokens, office: Office, at: int, language: Language) -> str | None:
        """Whose an office without a state is: of the country (глава МИД республики), of the ministry (представитель ведомства), of home."""
        words, lexicon = tokens.words[office[0] : office[1] + 1], language.lexicon.words
        if kind := next((word for word in words if word in lexicon["country"]), None):
            return self._country(kind, language, is_own=not lexicon["own_state"].isdisjoint(words))
        if not lexicon["agency"].isdisjoint(words):
            return self._body or self._recent
        body = None if self._ended and self._home else self._body
        guess = body or self._home or self._acted or self._named or self._recent
        if guess and guess not in state_codes() and _is_of_state(words, language):
            guess = next((party for party in (self._named, self._recent, *self._meeting.main) if party in state_codes()), guess)
        faced = guess if _replies(tokens, at, language) else _aimed_at(tokens, at, language)
        return self._meeting.other(faced) or guess if faced and guess in (None, faced) else guess

    def _country(self, kind: str, language: Language, *, is_own: bool) -> str | None:
        """The state that a word for one means: home where it is a subject or ours, else the last subject, else the last that is of its kind."""
        subject = self._subjects[-1] if self._subjects else self._named
        usual = self._home if self._home and (is_own or self._home in self._subjects) else subject
        likely = (usual, *reversed(self._subjects), self._named, *reversed(self._met), *self._meeting.main)
        return next((party for party in likely if party and may_mean(kind, party, language)), usual)


def _is_of_state(words: Sequence[str], language: Language) -> bool:
    """Whether an office is one that only states have: министр здравоохранения, губернатор; an organisation told of before has none."""
    return any(word.split(" ")[0] in language.lexicon.words["minister"] for word in words)


def _replies(tokens: Tokens, at: int, language: Language) -> bool:
    """Whether a verb behind a name answers somebody else's words, not a question."""
    verb = at + 1
    if tokens.words[verb : verb + 1] == () or tokens.words[verb] not in language.lexicon.words["replying"]:
        return False
    return language.lexicon.words["asked"].isdisjoint(tokens.words[verb + 1 : verb + 1 + LONGEST_REPLY])


def _aimed_at(tokens: Tokens, at: int, language: Language) -> str | None:
    """The state to which the verb behind a name is done: Пак Чжун Хо призвал Пхеньян …; потребовал от Москвы; поблагодарил чешскую сторону."""
    match = AIMED.match(tokens.classes, at)
    entry = language.gazetteer.entries.get(tokens.words[match.start(1)]) if match and tokens.cases[match.start(1)] != "n" else None
    return entry.party if entry else None
