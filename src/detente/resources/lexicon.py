"""A language's lexicon: its cues and its classes of words."""

from __future__ import annotations

from functools import cache

from detente.records import Record

from .cues import NAME, load_cues
from .load import DATA, Classes, DataError, JoinedClasses, load_toml, load_tsv, load_words

ALPHABETS = "\u2e7f"  # behind it come the signs of Chinese
FRAMES = ("say", "think", "act", "tell", "joint", "stand", "agree")


class CueEntry(Record, frozen=True):
    """A reporting expression: its frame, and the act and polarity of its class (empty: the content decides)."""

    lemma: str
    frame: str
    act: str
    polarity: str


class PlaceTerms(Record, frozen=True):
    """Words around places: leads (in), verbs (towards), where one goes (into), what may stand between two, and suffixes."""

    leads: frozenset[str]
    towards: frozenset[str]
    into: frozenset[str]
    between: frozenset[str]
    suffixes: frozenset[str]


class Lexicon(Record, frozen=True):
    """Cues by word, word classes by name, and the characters that build names.

    A noun of stands.tsv is a cue under `stand:`, `joint:`, `predicate:` or `take:` and its word, under `of:` where its
    own words are the content, and under `not-` and its lemma where a negation turns it round; `light` gives the prefix
    that a light word calls for, or the whole lemma.

    `homes` gives the states at home in a script, `pairs` the two parties that a joint subject names, `parts` the part
    in the talk (S, O or B) that a word names; `relations` is a pattern of talk about relations as such.
    """

    code: str
    cues: dict[str, CueEntry]
    agree: frozenset[str]
    light: dict[str, str]
    words: JoinedClasses
    surnames: frozenset[str]
    transliteration: frozenset[str]
    homes: dict[str, list[str]]
    pairs: dict[str, str]
    parts: dict[str, str]
    relations: str
    places: PlaceTerms


def _cues(code: str) -> tuple[dict[str, CueEntry], frozenset[str]]:
    cues: dict[str, CueEntry] = {}
    agree = set()
    for row in load_cues(code, ("cue", "frame", "act", "polarity", "example")):
        if row["frame"] not in FRAMES:
            raise DataError(f"{NAME} of {code}: {row['cue']}: no frame {row['frame']!r}; there are {', '.join(FRAMES)}")
        entry = CueEntry(row["cue"], row["frame"], row["act"], row["polarity"])
        if entry.frame == "agree":
            agree.add(entry.lemma)
        cues.setdefault(entry.lemma, entry)
        for form in row.get("forms", "").split():
            cues.setdefault(form, entry)
    return cues, frozenset(agree)


LIGHT = (("light_verb", "stand:"), ("joint_verb", "joint:"), ("stance_noun", "predicate:"),
         ("taking_verb", "take:"))  # fmt: skip
NOUN_FRAMES = {"stand": "stand", "joint": "joint", "predicate": "joint", "take": "act"}
TURNED = {"AGREE": ("REJECT", "-"), "REJECT": ("AGREE", "+")}


def _stands(code: str) -> dict[str, CueEntry]:
    path = DATA / "languages" / code / "stands.tsv"
    found: dict[str, CueEntry] = {}
    for row in load_tsv(path, ("noun", "frame", "act", "polarity", "example")):
        lemma = f"{row['frame']}:{row['noun']}"
        frame = NOUN_FRAMES[row["frame"]]
        found[lemma] = CueEntry(lemma, frame, row["act"], row["polarity"])
        if frame == "stand":
            found[f"of:{row['noun']}"] = CueEntry(f"of:{row['noun']}", "act", row["act"], row["polarity"])
        elif frame == "joint":
            found[f"not-{lemma}"] = CueEntry(f"not-{lemma}", "joint", *TURNED[row["act"]])
    return found


def _light(words: JoinedClasses, stands: dict[str, CueEntry]) -> dict[str, str]:
    """Prefixes by light word, and lemmas by what the dictionary may hold as one word (深表遗憾)."""
    light = {word: prefix for name, prefix in LIGHT for word in words[name]}
    nouns = [(*lemma.partition(":"), lemma) for lemma in stands if not lemma.startswith("not-")]
    fused = {
        word + noun: lemma
        for word, prefix in light.items()
        for kind, colon, noun, lemma in nouns
        if prefix == kind + colon
    }
    return fused | light


def _surnames(code: str) -> frozenset[str]:
    """Surnames; a word of more than four characters that are no letters of an alphabet is a row of single characters."""
    found: set[str] = set()
    for word in load_words(DATA / "languages" / code / "surnames.txt"):
        found |= set(word) if len(word) > 4 and word[0] > ALPHABETS else {word}
    return frozenset(found)


@cache
def load_lexicon(code: str) -> Lexicon:
    """Return the lexicon of a language that is supported (`zh`).

    >>> lexicon = load_lexicon("zh")
    >>> lexicon.cues["敦促"].act, lexicon.light["深表遗憾"]
    ('REQUEST', 'stand:遗憾')
    """
    folder = DATA / "languages" / code
    file = folder / "language.toml"
    raw = load_toml(file)
    words, places = JoinedClasses(file, raw["words"]), Classes(file, {name: frozenset(listed) for name, listed in raw["places"].items()})
    cues, agree = _cues(code)
    light = _light(words, stands := _stands(code))
    letters = frozenset("".join(load_words(folder / "transliteration.txt")))
    return Lexicon(code, cues | stands, agree, light, words, _surnames(code), letters, raw["homes"], raw["pairs"],
                   raw["parts"], raw["relations"], PlaceTerms(**places))  # fmt: skip
