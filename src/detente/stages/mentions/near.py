"""Whose an office without a state is, in a language with cases: by the states, bodies and people named before it.

What stands around the name decides first: the place where its holder speaks (министр в Анкаре заявил), a name as only one of
the two sides has them (Левон Бочоришвили), a reply to the other side.
"""

from __future__ import annotations

from detente.languages import Language, may_mean
from detente.records import Tokens
from detente.resources.endings import states_of_name

from .meeting import INTO, Meeting

UPRIGHT = frozenset("nb")
SPEAKS = ("c", "V")
LONGEST_REPLY = 4  # words behind a verb of reply in which the question stands

Office = tuple[int, int]


class Near:
    """The states named so far: last, last as a subject, in any form, and as that of a body in the paragraph."""

    def __init__(self, home: str | None, meeting: Meeting) -> None:
        self._home, self._meeting = home, meeting
        self._named: str | None = None
        self._subjects: tuple[str, ...] = ()
        self._recent: str | None = None
        self._abroad: str | None = None
        self._body: str | None = None
        self._ended = False
        self._met: dict[str, None] = {}

    def leave(self) -> None:
        """Take note of the end of a paragraph: its body is forgotten when another state is named."""
        self._ended = True

    def hear(self, party: str) -> None:
        """Take note of a party whose body speaks in the paragraph: МИД Ирана."""
        self._body, self._subjects, self._ended = party, (party,), False

    def hear_own(self) -> None:
        """Take note of a body of the state that the text is about: МИД королевства."""
        self._body, self._ended = self._subject or self._named, False

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
            self._subjects = (*self._subjects, party) if is_joined else (party,)
        if case == "n" and party != self._body:
            self._body = None
        self._abroad = self._abroad if party == self._home else party

    def met(self) -> tuple[str, ...]:
        """The parties named so far, the last one behind."""
        return tuple(self._met)

    @property
    def _subject(self) -> str | None:
        return self._subjects[-1] if self._subjects else None

    def of(self, tokens: Tokens, office: Office, at: int, language: Language) -> str | None:
        """Whose an office without a state is: of the country (глава МИД республики), of the ministry (представитель ведомства), of home.

        A person whose name is foreign at home holds an office abroad.
        """
        words, name = tokens.words[office[0] : office[1] + 1], tokens.words[at]
        if kind := next((word for word in words if word in language.lexicon.words["country"]), None):
            return self._country(kind, language)
        if not language.lexicon.words["agency"].isdisjoint(words):
            return self._body or self._recent
        native = states_of_name(language.code, name)
        placed = _speaks_in(tokens, at, language) if not _is_of_home(name, self._home, language) else None
        guess = placed or self._guess(name, language)
        if native:
            return guess if guess in native else self._named_like(native) or guess
        return guess if placed or not _replies(tokens, at, language) else self._meeting.other(guess) or guess

    def _country(self, kind: str, language: Language) -> str | None:
        """The state that a word for one means: home where it is a subject, else the last subject, else the last that is of its kind."""
        usual = self._home if self._home in self._subjects else self._subject or self._named
        likely = (usual, *reversed(self._subjects), self._named, *reversed(self._met), *self._meeting.main)
        return next((party for party in likely if party and may_mean(kind, party, language)), usual)

    def _guess(self, name: str, language: Language) -> str | None:
        body = None if self._ended and self._home else self._body
        if body is None and self._home and _is_foreign(name, self._home, language):
            return self._abroad or self._home
        return body or self._home or self._subject or self._named

    def _named_like(self, native: frozenset[str]) -> str | None:
        """The one state met whose people have such names: one of the two that the text is about, else the last."""
        return next((party for party in (*self._meeting.main, *reversed(self._met)) if party in native and party in self._met), None)


def _speaks_in(tokens: Tokens, at: int, language: Language) -> str | None:
    """The state in whose capital somebody speaks, where that stands between his name and the verb."""
    told = tokens.classes[at + 1 : at + 3] == "PM" and tokens.words[at + 1] in INTO and tokens.classes[at + 3 : at + 4] in SPEAKS
    entry = language.gazetteer.entries.get(tokens.words[at + 2]) if told else None
    return entry.party if entry else None


def _replies(tokens: Tokens, at: int, language: Language) -> bool:
    """Whether a verb behind a name answers somebody else's words, not a question."""
    verb = at + 1
    if tokens.words[verb : verb + 1] == () or tokens.words[verb] not in language.lexicon.words["replying"]:
        return False
    return language.lexicon.words["asked"].isdisjoint(tokens.words[verb + 1 : verb + 1 + LONGEST_REPLY])


def _is_of_home(name: str, home: str | None, language: Language) -> bool:
    """Whether a whole name begins with a given name of the state at home in the language."""
    given, *rest = name.split(" ")
    return bool(rest) and home in language.lexicon.homes.get(language.code, ()) and given in language.lexicon.words["home_given"]


def _is_foreign(name: str, home: str, language: Language) -> bool:
    """Whether a whole name does not begin with a given name of the state at home in the language."""
    given, *rest = name.split(" ")
    at_home = home in language.lexicon.homes.get(language.code, ())
    return bool(rest) and at_home and not given.endswith(".") and given not in language.lexicon.words["home_given"]
