"""The inventory of a language that declines names: its tokens hold each name in the dictionary form.

An office stands before a name (глава МИД Турции Хакан Йылдыз) or behind it (Хакан Йылдыз, глава МИД Турции,).
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from detente.languages import Language, place_at
from detente.records import Name, Tokens
from detente.text.articles import CYRILLIC_ARTICLE
from detente.text.outlets import outlet_noun_stop

from .announced import announced
from .blocs import of_kind
from .headed import headed
from .meeting import Meeting
from .names import chain_party, offices_named
from .near import Near
from .offices import office_beside
from .paired import pair_named
from .usual import likelier, likeliest

NAMING = re.compile("[KkSMYGp\n]")
OWNER = re.compile("[SMG]K")  # председатель Госкомитета Беларуси Константин Мельник: no person before the state
JOINED = re.compile("[SM]w[SM]")
FROM_BODY = re.compile("KP[YM]")
LATIN = re.compile("[A-Za-z]")
ENDING = re.compile("(?:ом|ем|ым|ой|ей|[аяуюыие])$")  # of a name in another case
OF_WOMAN = re.compile("(?:[ое]в|[иы]н)а$|[сц]кая$")
ALIKE = 4  # letters that the same part of a name has in every case
ADJECTIVAL = frozenset("NBGDOPQ")

Office = tuple[int, int]


def find_declined(folded: str, tokens: Tokens, language: Language, home: str | None) -> tuple[Name, ...]:
    """Return the people that a document introduces by an office or whom the gazetteer knows, each once."""
    found: dict[str, Name] = {}
    scene = _Scene(folded, tokens, language, home)
    for match in NAMING.finditer(tokens.classes):
        at = match.start()
        if match[0] == "\n":
            scene.near.leave()
        elif match[0] == "p":
            scene.open_in(at)
        elif match[0] not in "Kk":
            scene.meet(at)
        elif name := found.get(tokens.words[at]) or _named_otherwise(tokens.words[at], found):
            scene.saw(_told_better(name, scene, at, found))
        elif (match[0] == "K" or not OWNER.match(tokens.classes, at + 1)) and (name := scene.introduced(at, found)):
            scene.saw(name)
            for form in name.forms:
                found.setdefault(form, name)
    return tuple(dict.fromkeys(found.values()))


def _named_otherwise(text: str, found: dict[str, Name]) -> Name | None:
    """The person whose surname and all other parts a whole name shares, with that form: Перейра да Силвейра is Отавиу Перейра да Силвейра."""
    if met := _declined(text, found):
        return _called(met, text, found)
    *others, last = text.split(" ")
    name = found.get(last) if others else None
    parts = name.forms[0].split(" ")[:-1] if name else []
    if name is None or not all(any(_is_alike(part, known) for known in parts) for part in others):
        return None
    return _called(name, text, found)


def _called(name: Name, text: str, found: dict[str, Name]) -> Name:
    """A person with one more form of the name."""
    called = replace(name, forms=(*name.forms, text))
    found.update({form: called for form in called.forms if found.get(form, name) is name})
    return called


def _declined(text: str, found: dict[str, Name]) -> Name | None:
    """The person whose name was met in another case that no dictionary has: принял Родриго Суареса Монкаду; Суарес Монкада."""
    parts = [ENDING.sub("", part) for part in text.split(" ")]
    names = (name for form, name in found.items() if form == name.forms[0] and name.forms[0] != text)
    return next((name for name in names if _ends_in(name.forms[0].split(" "), parts, text)), None)


def _ends_in(known: list[str], parts: list[str], text: str) -> bool:
    """Whether a whole name ends in parts with other endings, in whose last one a woman is not told from a man."""
    ends = [ENDING.sub("", part) for part in known][-len(parts) :] == parts and len(known) > 1
    return ends and known[-1] != text.split(" ")[-1] and not OF_WOMAN.search(known[-1]) and not OF_WOMAN.search(text)


def _is_alike(part: str, known: str) -> bool:
    """Whether two parts of names are forms of one, or the first is the initial of the other: Б. Исламбеков is Ботир Исламбеков."""
    return known.startswith(part[:-1]) if part.endswith(".") else part[:ALIKE].lower() == known[:ALIKE].lower()


def _told_better(name: Name, scene: _Scene, at: int, found: dict[str, Name]) -> Name:
    """A person whom a caption named without a side, as a later office tells the side: мулла Гулям Наби; министр Афганистана Гулям Наби."""
    again = scene.introduced(at, found) if name.party is None and " " in scene.word(at) else None
    if again is None or again.party is None:
        return name
    for form in (*name.forms, *again.forms):
        found[form] = again
    return again


class _Scene:
    """A text that is read from its head on, with the states and people met so far."""

    def __init__(self, folded: str, tokens: Tokens, language: Language, home: str | None) -> None:
        self._folded, self._tokens, self._language = folded, tokens, language
        self.meeting = Meeting(tokens, language)
        self.near = Near(home, self.meeting)
        self._paired = headed(tokens, language)
        self._announced = announced(tokens, language)
        self._alone, self._home = frozenset(tokens.words), home
        self._bloc: str | None = None
        self._blocs: dict[str, None] = {}

    def word(self, at: int) -> str:
        """Return a token in its dictionary form."""
        return self._tokens.words[at]

    def saw(self, name: Name) -> None:
        """Take note of a person."""
        self.meeting.saw(name.party)
        self.near.saw(name.party)

    def open_in(self, at: int) -> None:
        """Take note of a city or a region that a sentence opens in: В Басре сообщили …. Губернатор …"""
        tokens = self._tokens
        opens = not self._language.lexicon.words["inside"].isdisjoint(tokens.words[at - 1 : at]) and tokens.classes[at - 2 : at - 1] in ("", ".", "\n")
        if opens and (place := place_at(tokens.words, at, self._language)):
            self.near.hear(place[0].state)

    def meet(self, at: int) -> None:
        """Take note of a state or a body."""
        tokens, language = self._tokens, self._language
        if (entry := language.gazetteer.entries.get(tokens.words[at])) and entry.party:
            before = tokens.words[at - 1] if at else ""  # …, если Богота не усилит охрану; делегация посетила Кабул
            apart = before in language.lexicon.words["conditional"] or before in language.lexicon.words["arriving"]
            is_object = apart or tokens.classes[at - 1 : at] == "P"  # на переговорах в Баку
            is_joined = JOINED.match(tokens.classes, max(at - 2, 0)) is not None
            is_state = _names_state(tokens, at, language)
            owns = tokens.cases[at] == "g" or (tokens.cases[at] == "b" and tokens.classes[at - 1 : at] in ("T", "Y", "h", "n"))
            case = "" if is_object or owns else tokens.cases[at]
            self.near.meet(entry.party, case, is_state=is_state, is_joined=is_joined)
            if _is_body(tokens, at, language):
                self.near.hear(entry.party)
            behind = tokens.words[at + 1 : at + 2] if tokens.cases[at] in ADJECTIVAL else ()
            if not language.lexicon.words["sent"].isdisjoint((before, *behind)):
                self.near.send(entry.party)
            self.meeting.met(at, entry.party)
            if tokens.classes[at] == "G":
                self._blocs.pop(entry.party, None)
                self._blocs[entry.party] = None
            self._bloc = entry.party if tokens.classes[at] == "G" else None if is_state and tokens.cases[at] in "nb" else self._bloc

    def introduced(self, at: int, found: dict[str, Name]) -> Name | None:
        """Return the person whom the token of a name introduces: by an office, beside another, or as one whom the gazetteer knows."""
        tokens, language, text = self._tokens, self._language, self._tokens.words[at]
        entry = language.gazetteer.entries.get(text)
        known = entry if entry and entry.kind == "person" else None
        if LATIN.match(text) and tokens.classes[at - 1 : at] == "t":
            return None  # журналистка Al-Ahram
        office = office_beside(tokens, at, language) or self.meeting.apposed(at) or self._beside(at, found)
        self._paired |= pair_named(tokens, at, self.near.met(), language)
        bare = office is None or office[0] == office[1]  # генерал Хишам Салех из Минобороны Египта
        serves = _serves(tokens, at, language) if bare else None
        if not (office or serves or at in self._paired or (known and " " in text)):
            return None
        if office and _is_of_outlet(tokens, office, at, language):
            return None
        party, private = self._party(office, at) if office else (None, False)
        of_office = office is not None and self._is_told(office)
        if known and known.party and not private and (party is None or (" " in text and not of_office)):
            party = known.party
        told = private or at in self._paired or bool(serves or known) or of_office
        party = self._paired.get(at, None if private else serves or party)
        party = party if told else self._by_name(text, party, office)
        title = self._folded[tokens.starts[office[0]] : tokens.stops[office[1]]] if office else ""
        offices = offices_named(tokens, *office, language) if office else ()
        return Name(known.actor_id if known else f"person:{text}", _forms(text, language.lexicon.surnames, self._alone), title, party, offices, told)

    def _by_name(self, text: str, party: str | None, office: Office | None) -> str | None:
        """The party that the name of a holder tells: another than the one guessed, or where none is, one of the two sides."""
        sides, language, tokens = self.meeting.main, self._language, self._tokens
        if party:
            return likelier(text, party, sides, language.code, self.near.acting)
        titled = office and (tokens.classes[office[0]] == "T" or tokens.words[office[0]] in language.lexicon.words["honorific"])
        return likeliest(text, sides, language.code) if titled else None

    def _is_told(self, office: Office) -> bool:
        """Whether the words of an office tell its party, not only those near it."""
        return chain_party(self._tokens, *office, self._language, None) != (None, False)

    def _party(self, office: Office, at: int) -> tuple[str | None, bool]:
        """The party of an office, and whether it is a private one: of a host or a guest by where they meet."""
        tokens, language, owned = self._tokens, self._language, self.meeting.is_owned(office[0])
        met = self.meeting.side(office) or self.meeting.owner(office[0])
        bloc = self._of_bloc(office)
        party, private = chain_party(tokens, *office, language, met or bloc or self.near.of(tokens, office, at, language))
        if met and owned:
            return party or met, False
        if (private or not party) and bloc and tokens.classes[office[0]] in "th":
            return bloc, False  # гендиректор агентства, где назван МАГАТЭ
        missions = language.lexicon.words["sent"]
        if not party and not missions.isdisjoint(word.removeprefix("вице-") for word in tokens.words[office[0] : office[1] + 1]):
            return self.near.mission, False  # Генконсульство Италии …; вице-консул Энрико Баньи
        return (party if private else party or met), private

    def _of_bloc(self, office: Office) -> str | None:
        """The organisation named last, of which a noun or a pronoun makes an office: спецпосланник объединения, глава его совета."""
        words, lexicon = self._tokens.words[office[0] : office[1] + 1], self._language.lexicon.words
        pointed = self._bloc if not (lexicon["bloc"] | lexicon["singular"]).isdisjoint(words) else None
        return pointed or of_kind(words, self._blocs, self._language)

    def _beside(self, at: int, found: dict[str, Name]) -> Office | None:
        """The office in the sentence beside that of a whole name, unless somebody else is known to hold it."""
        office = self._announced.get(at) if " " in self._tokens.words[at] else None
        if office is None:
            return None
        held = offices_named(self._tokens, *office, self._language)
        party, _ = self._party(office, at)
        return None if any(name.party == party and name.offices == held for name in found.values()) else office


def _serves(tokens: Tokens, at: int, language: Language) -> str | None:
    """The party of the body or the seat that a person is from: Омер Тезджан из МИД Турции, Мэри Колфакс из Пентагона."""
    if tokens.classes[at - 2 : at] == "jM" and tokens.words[at - 2] in language.lexicon.words["representing"]:
        return language.gazetteer.party_of(tokens.words[at - 1])
    if not FROM_BODY.match(tokens.classes, at) or tokens.words[at + 1] not in language.lexicon.words["sent_from"]:
        return None
    body, gazetteer = tokens.words[at + 2], language.gazetteer
    entry = gazetteer.entries.get(body)
    owner = language.gazetteer.party_of(tokens.words[at + 3]) if tokens.classes[at + 2 : at + 4] == "YS" else None
    return (owner or entry.party) if entry and body not in gazetteer.capitals else None


def _is_body(tokens: Tokens, at: int, language: Language) -> bool:
    """Whether a body of the state that is named speaks: МИД Ирана, власти Бразилии; or the state as a place: В Ереване …"""
    beside = range(max(at - 1, 0), min(at + 2, len(tokens.classes)))
    organs = language.lexicon.words["organ"]
    owned = tokens.cases[at] in ADJECTIVAL and tokens.cases[at + 1 : at + 2] in ("g", "q")
    if owned and tokens.classes[at - 1 : at] in ("T", "h") and tokens.cases[at - 1] == "g":
        return False  # высылает секретаря российского посольства
    if tokens.cases[at] == "D" and tokens.cases[at + 1 : at + 2] == "d":
        return False  # запретил лов испанским судам
    if tokens.cases[at] in ADJECTIVAL and tokens.classes[at - 1 : at + 2] in ("PSh", "PMh"):
        return False  # сбой на китайской стороне
    opens = tokens.classes[at - 1 : at] == "P" and tokens.classes[at - 2 : at - 1] in ("", ".", "\n")
    speaks = (k for k in beside if tokens.words[k] in organs and (tokens.classes[k] != "T" or _is_upright(tokens, k)))
    return opens or any(tokens.classes[k] == "Y" for k in beside) or any(True for _ in speaks)


def _is_upright(tokens: Tokens, k: int) -> bool:
    """Whether an office is a subject, or of one that is: пресс-служба кабинета министров."""
    served = tokens.cases[k] == "g" and tokens.classes[k - 1 : k] == "T"
    return tokens.cases[k - 1 if served else k] in "nbpq"


def _names_state(tokens: Tokens, at: int, language: Language) -> bool:
    """Whether a token names a state itself, not its people, what is its own, or an organisation."""
    return tokens.classes[at] in "SM" and tokens.cases[at] not in ADJECTIVAL and tokens.words[at] not in language.gazetteer.peoples


def _is_of_outlet(tokens: Tokens, office: Office, at: int, language: Language) -> bool:
    """Whether what stands before a name makes it that of an outlet: исландский телеканал."""
    nouns, named = language.lexicon.words["outlet_noun"], language.lexicon.words["outlet_noun_named"]
    first, last = min(office[0], at), max(office[1], at) + 1
    return outlet_noun_stop(tokens.words[first:last], tokens.classes[first:last], nouns, named) is not None


def _forms(text: str, leading: frozenset[str], alone: frozenset[str]) -> tuple[str, ...]:
    """A name, and its surname alone: the last part, with the particles before it, or the first if that may be a family's.

    Of two surnames also the first, where it stands alone in the text: Марсело Киспе Арансибия, Киспе; so the given name: Хильдур.
    """
    first, *rest = text.split(" ")
    at = next((i for i, part in enumerate(rest[:-1]) if part.islower()), len(rest) - 1)
    last = rest[-1] if rest else ""
    whole = " ".join(rest[at:])
    inner = next((part for part in reversed(rest[:-1]) if part in alone and len(part) > 2), "")
    family = first if rest and (first in leading or (first in alone and len(first) > 2)) else ""
    bare = CYRILLIC_ARTICLE.sub("", last)  # Кахтан ар-Рубаи, Рубаи
    short = tuple(part for part in (last, bare) if len(part) > 2)
    opening = tuple(part[:1].upper() + part[1:] for part in (*short, whole))  # Аль-Рубаи сообщил, …
    forms = (text, *short, whole, *opening, inner, family)
    return tuple(dict.fromkeys(filter(None, forms)))
