"""Whom one chain of nouns names, and for which party: a rule a kind of chain, the first answer decides."""

from __future__ import annotations

import re
from itertools import compress

from detente.languages import Language, leads_body, names_region, sits_for_party, speaks_for_none, state_of_place
from detente.records import Name, Record
from detente.resources.gazetteer import Entry, entry_of
from detente.text.classes import edges
from detente.text.outlets import outlet_noun_stop
from detente.text.rules import ByClasses

from .case import Attribution
from .professions import is_national, is_of_trade, is_private, serves

NAME, UPRIGHT, PERSON = re.compile("K"), re.compile("(?<![PoB])K"), re.compile("[Kk]")  # the chairman of the team at Mercosur, Ana Ruiz
FROM = re.compile("P[SM]")  # his colleague from Baku
IN_PLACE = re.compile("[hxkn][Po]")
SURNAMED = re.compile("[xknjv][Tt]{1,2}")
BODIES, OFFICIAL, SPEAKING = frozenset("YT"), frozenset("KTh"), frozenset("SMGYT")

Named = tuple[str | None, str]


class Chain(Record, frozen=True):
    """A chain under judgement: its words with their classes, and the party of an office without a state of its own."""

    words: tuple[str, ...]
    letters: str
    near: str | None
    case: Attribution

    @property
    def entries(self) -> dict[str, Entry]:
        return self.case.language.gazetteer.entries

    @property
    def actor(self) -> str:
        return actor_of(self.words, self.case.language)

    @property
    def is_apart(self) -> bool:
        """Whether its words are written apart and have no cases."""
        return self.case.language.is_spaced and not self.case.parse.tokens.cases

    @property
    def head(self) -> str:
        """Its last word, where words are written apart the one before what tells the place: students in Toronto."""
        place = IN_PLACE.search(self.letters) if self.is_apart else None
        return self.words[place.start() if place else -1].lower()

    @property
    def made_up(self) -> str:
        """The id of an actor that no list knows."""
        return f"actor:{self.case.language.joint.join(self.words)}"

    @property
    def state(self) -> Entry | None:
        """The first state, body or office of the chain that has a party; not the state where one serves (驻波黑代表)."""
        behind, before = self.case.words(("posted", "field_first")), ("", *self.words)
        spoken = zip(self.words, self.letters, before, (*self.words[1:], ""), strict=False)
        dealt = self.case.words("field_last")  # deputy director for US Affairs; Канцелярия по делам Косова is not of Kosovo either
        opens = self.case.words("field_opens")  # the Secretary of State for Trade
        named = ((w, c) for w, c, b, n in spoken if c in SPEAKING and not (b in behind or n in dealt if c in "SM" else c == "T" and n in opens))
        told = ((entry_of(w, self.entries), c) for w, c in named)
        found = [(entry, c) for entry, c in told if entry and entry.party]
        if self.case.parse.tokens.cases and found and (found[0][1] == "T" or "YS" in self.letters):
            found.sort(key=lambda pair: pair[1] != "S")  # госсекретарь Испании is of Spain, Служба внешней разведки Эстонии of Estonia
        return found[0][0] if found else None

    @property
    def person(self) -> Name | None:
        """The person of the document that the chain names: as a whole, by its name, or by its unknown words."""
        find, joint = self.case.people.find, self.case.language.joint
        if whole := find(joint.join(self.words)):
            return whole
        if len(self.words[0]) == len(self.words) == 1 and self.letters in ("k", "x", "n") and not joint:
            return self.case.people.of_surname(self.words[0])  # 赖:…
        if named := UPRIGHT.search(self.letters) or NAME.search(self.letters):
            return find(self.words[named.start()])
        if parts := [match.start() for match in PERSON.finditer(self.letters)]:
            return next((name for i in parts if (name := find(self.words[i]))), None)
        if SURNAMED.fullmatch(self.letters) and (named_so := self.case.people.of_surname(self.words[0])):
            return named_so
        unknown = joint.join(compress(self.words, map("x".__eq__, self.letters)))
        return find(unknown) if unknown else None

def is_de_facto(words: tuple[str, ...], letters: str) -> bool:
    """Return whether an office is of no state that is named: Astamur Tarnava, the de facto foreign minister."""
    return "S" not in letters and "de facto" in " ".join(words).lower()


def opposition(chain: Chain) -> Named | None:
    """在野党领袖: no side of the state."""
    names = chain.case.words("opposition")
    if not chain.case.language.is_spaced:
        fused = edges(names)
        return _of_no_side(chain) if any(word.startswith(fused) for word in chain.words) else None
    field = chain.letters.find("TP") + 1 if chain.is_apart else 0  # assistant secretary for African Affairs
    apart = field and chain.words[field].lower() == "for"
    words = (*chain.words[:field], *filter(str.islower, chain.words[field:])) if apart else chain.words
    named = (i for i, word in enumerate(words) if not _is_listed(word, chain) and not names_region(words, i, chain.case.language))
    parts = (part for i in named for part in words[i].split(" "))
    opposed = not names.isdisjoint(parts) or (chain.is_apart and is_de_facto(chain.words, chain.letters))
    return _of_no_side(chain) if opposed else None


def _of_no_side(chain: Chain) -> Named:
    """Whom a chain names who is on no side of his state."""
    person = chain.person
    return None, person.actor_id if person else chain.made_up

def _is_listed(word: str, chain: Chain) -> bool:
    """The African Union, the Arab League; of states South Africa, the Syrian Arab Republic; Minister for European Affairs."""
    if chain.is_apart and " for " in word:
        return True
    entry = entry_of(word, chain.entries) if chain.is_apart else chain.entries.get(word)
    if entry and entry.kind == "office" and entry.party is None:
        return word[0].isupper() and " " in word and word.lower() not in chain.case.words("opposition") and not word.endswith("Opposition")
    return entry is not None and entry.party is not None and (entry.kind == "organisation" or " " in word)

def counterpart(chain: Chain) -> Named | None:
    """Zarif's Russian counterpart: of the state that stands before the word."""
    met = chain.case.parse.tokens.cases and chain.words[0] in chain.case.words("singular")  # его словацкий собеседник
    whose = chain.case.words("counterpart") | (chain.case.words("interlocutor") if met else frozenset())
    if whose.isdisjoint(chain.words):
        return None
    at = next(i for i, word in enumerate(chain.words) if word in whose)
    beside = at - 1 if chain.letters[at - 1 : at] == "S" else at + 2 if FROM.match(chain.letters, at + 1) else None
    entry = chain.entries.get(chain.words[beside]) if beside is not None else None
    return (entry.party, chain.made_up) if entry and entry.party else None

def outlet(chain: Chain) -> Named | None:
    """《海岸时报》: passes on, and is on no side."""
    if _is_spoken_for(chain):
        return None
    return None, actor_of(chain.words[chain.letters.index("O") :], chain.case.language)

def of_outlet(chain: Chain) -> Named | None:
    """AA spokesman Khaing Razar: of an outlet, or of a group that shares its short form, in English."""
    return (None, chain.made_up) if chain.is_apart and chain.words[chain.letters[0] == "d"].isupper() else None

def _is_spoken_for(chain: Chain) -> bool:
    """Whether somebody of an outlet speaks, or its source; an official agency is one itself."""
    if not chain.case.language.is_spaced:
        return not OFFICIAL.isdisjoint(chain.letters)
    people = OFFICIAL - {"h"} if "h" not in (chain.letters[0], chain.letters[-1]) and "i" not in chain.letters else OFFICIAL
    kind = chain.case.words("medium")
    letters = "".join([c for c, word in zip(chain.letters, chain.words, strict=True) if word.lower() not in kind])
    return not people.isdisjoint(letters) or not chain.case.words("source").isdisjoint(chain.words)

def outlet_by_kind(chain: Chain) -> Named | None:
    """The Icelandic broadcaster RUV, норвежская газета: an outlet of no list, on no side whatever country it is of."""
    if "G" in chain.letters:
        return None
    nouns, named = chain.case.words("outlet_noun"), chain.case.words("outlet_noun_named")
    stop = outlet_noun_stop(chain.words, chain.letters, nouns, named)
    if stop is None:
        return None
    name = [w for w, c in zip(chain.words[stop:], chain.letters[stop:], strict=True) if c in "kK"] or chain.words
    return None, f"outlet:{chain.case.language.joint.join(name)}"

def titled(chain: Chain) -> Named:
    """希腊《每日报》: a title that no list knows is on no side either, whatever stands before it."""
    at = chain.letters.index("《")
    return None, f"outlet:{chain.case.language.joint.join(chain.words[at + 1 : -1])}"

def quoted_title(chain: Chain) -> Named | None:
    """希腊“每日报”: likewise, where what stands in quotation marks ends as titles do."""
    endings = tuple(chain.case.words("press_ending"))
    return (None, f"outlet:{chain.words[-2]}") if chain.words[-2].endswith(endings) else None

def insider(chain: Chain) -> Named | None:
    """外交部消息人士, 日本政府一名知情人士: a source inside a government speaks for it, named or not."""
    named = (chain.words[-1], *(word.lower().split(" ")[0] for word in chain.words[:2])) if chain.case.language.is_spaced else chain.words[-1:]
    if chain.case.words("source").isdisjoint(named) or not _is_official(chain):
        return None
    party = chain.state.party if chain.state else chain.near
    return (party, chain.made_up) if party else None

def _is_official(chain: Chain) -> bool:
    """Whether a body or a seat is named, or a state with what its bodies are called: the Russian Investigative Committee."""
    official = chain.case.words("official_body")
    return not {"Y", "M"}.isdisjoint(chain.letters) or not official.isdisjoint(map(str.lower, chain.words))

def of_place(chain: Chain) -> Named | None:
    """The mayor of Lagos, 柔佛州政府: of the state of the province or the city, where no state is named."""
    party = state_of_place(chain.words, chain.letters, chain.case.language) if chain.state is None else None
    return (party, chain.made_up) if party else None

def of_unknown(chain: Chain) -> Named | None:
    """The SNP's spokesperson: of a body that no list knows."""
    return (None, chain.made_up) if chain.is_apart and chain.state is None and chain.person is None else None

def private_person(chain: Chain) -> Named | None:
    """大学教授, 消息人士: nobody's side."""
    official = chain.is_apart and "G" in chain.letters and chain.head in chain.case.words(("official_body", "headed"))  # the United Nations refugee agency
    led = not chain.case.language.is_spaced and leads_body(chain.words, chain.letters, chain.case.language)
    private = is_private(chain.letters) and not led and not official and not is_national(chain.words, chain.letters, chain.case)
    private = private or chain.letters in ("O", "b") or (chain.is_apart and is_of_trade(chain.words, chain.letters, chain.case))
    if not private and not {chain.head, f"{chain.head}s" if chain.is_apart else ""} & chain.case.words("private"):
        return None
    person = chain.person
    company = chain.case.words(("interlocutor", "host"))
    met = person is not None and (serves(person, chain.letters, chain.case) or "Ie" in chain.letters or not company.isdisjoint(chain.words))
    return person.party if person and met else None, person.actor_id if person else chain.actor

def pleader(chain: Chain) -> Named | None:
    """Counsel for Guyana, lawyers for Chile: who pleads for a state."""
    pleads = chain.is_apart and chain.words[-2] == "for" and chain.words[-3].lower() in chain.case.words("pleader")
    return (chain.state.party, chain.made_up) if pleads and chain.state else None

def of_nobody(chain: Chain) -> Named | None:
    """西方外交官, 人权观察中国部主任, 绿党议员: of a party, a group or a region, in Chinese."""
    if chain.case.language.is_spaced or not speaks_for_none(chain.words, chain.letters, 0, len(chain.words) - 1, chain.case.language):
        return None
    return None, chain.made_up

def of_party(chain: Chain) -> Named | None:
    """Депутат Сейма от «Конфедерации»: elected for a party, in a language with cases."""
    return _of_no_side(chain) if chain.case.parse.tokens.cases and sits_for_party(chain.words, chain.letters, chain.case.language) else None

def known_person(chain: Chain) -> Named | None:
    """Somebody whom the document introduces."""
    person = chain.person
    return (person.party, person.actor_id) if person else None

def office_holder(chain: Chain) -> Named | None:
    """美国总统, the French president: whom the document introduces so, else who held the office on its day."""
    office = entry_of(chain.words[chain.letters.index("T")], chain.entries)
    party = chain.state.party if chain.state else chain.near
    if office is None or party is None:
        return None
    own = {name.actor_id for name in chain.case.parse.names if name.party == party and office.actor_id in name.offices}
    if len(own) > 1:
        return None
    person = min(own) if own else chain.case.language.gazetteer.holders.get((office.actor_id, party))
    return (party, person) if person else None

def state(chain: Chain) -> Named | None:
    """伊朗外交部发言人: the first of the chain that has a party."""
    if (entry := chain.state) is None:
        return None
    return entry.party, entry.actor_id if len(chain.words) == 1 else chain.made_up

def listed(chain: Chain) -> Named | None:
    """A name that a list knows, unless it is only the last part of a longer one."""
    entry = chain.entries.get(chain.words[-1])
    part = len(chain.words) > 1 and chain.letters[-1] == "K" and chain.letters[-2] in "kx"
    return (entry.party, entry.actor_id) if entry and entry.party and entry.kind != "outlet" and not part else None

def bare_body(chain: Chain) -> Named:
    """外交部发言人: the side that is near."""
    return chain.near, chain.actor

def anybody(chain: Chain) -> Named:
    """Someone of whom nothing is known."""
    return None, chain.actor

# Classes of words, and whom a chain of them may name. An office is of one state, before or behind it: the president of France.
RULES: ByClasses[Chain, Named] = ByClasses(
    [
        (r"", opposition),
        (r"TP|T.+P", of_party),
        (r"[^Kk]\Z", counterpart),
        (r"^d?OT", of_outlet),
        (r"O", outlet),
        (r"^[^Tt]*\Z", outlet_by_kind),
        (r"《.*》\Z", titled),
        (r"^.{2,}”\Z", quoted_title),
        (r"[YMS]", insider),
        (r"[tThx]PS\Z", pleader),
        (r"", private_person),
        (r"", known_person),
        (r".[Tth]\Z", of_nobody),
        (r"[YTh].|.[YTh]|ke[xk]*x\Z", of_place),
        (r"^(?=.*T).*ke", of_unknown),
        (r"^d?(?:[SMG]e?)?T(?:o?d?[SMG])?\Z", office_holder),
        (r"[SMGYT]", state),
        (r"", listed),
        (r"[YT]", bare_body),
        (r"", anybody),
    ]
)

def named_by(chain: Chain) -> Named:
    """Return the party of a chain and the actor that it names."""
    return RULES.first(chain.letters, chain) or (None, chain.actor)

def actor_of(words: tuple[str, ...], language: Language) -> str:
    """Return the id of the actor that words name, made of the words where none is known.

    >>> from detente.languages import load_language
    >>> actor_of(("波兰", "外长"), load_language("zh")), actor_of(("灯塔",), load_language("zh"))
    ('state:PL', 'actor:灯塔')
    """
    entry = next((e for w in words if (e := language.gazetteer.entries.get(w))), None)
    return entry.actor_id if entry else f"actor:{language.joint.join(words)}"
