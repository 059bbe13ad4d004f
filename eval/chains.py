"""Whether the chain of sources of a statement is read: who said it first, and who passed it on, hop by hop.

    chains.py [--errors]      score the chains of `tests/chains` and of its open folders; print those that are not right
    chains.py --fresh         score those of `tests/chains/fresh`, which nobody has looked at; only figures are printed

A statement is found where what is read covers at least half of its words; of several the one that covers it most closely
counts. Its first source is right where the speaker is; the whole chain where every hop of relays is right as well, each with
as many relays as the marked one. Two texts name the same where, without marks, determiners and all behind the first
preposition or comma, one holds the other and both end in the same head word (in Chinese the same two characters), so that an
office or a state before a name counts for nothing: the minister Cem Aksoylu is Aksoylu, 法新社 is 法國法新社. A name behind
a comma is a head, too. What is read is known by its words in the text, or by the name that it was given.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from score import ratio

from detente.api import read
from detente.records import Reading, Relay, Speaker, Statement

CHAINS = Path(__file__).resolve().parent.parent / "tests" / "chains"
OPEN, FRESH = ("second", "third", "fourth", "fifth"), CHAINS / "fresh"
NONE = "There are no fresh chains: put marked ones into tests/chains/fresh/LANGUAGE.toml."
LANGUAGES = ("zh", "en", "ru")
NAME = "chains"
LEAST = 0.5
MARKS = re.compile(r"[\"'“”‘’«»「」『』《》〈〉]+")
DETERMINERS = re.compile(
    r"(?:the|an?|her|his|its|their|this|that)\s+|(?:один|одна|эт[а-я]+|его|ее|их)\s+|(?:该|該|一名|一位|一个|一個|一份|这|這)"
)
CUT = re.compile(r"\s*,\s*|\s+(?:to|of|in|at|for|from|with|on|by|в|во|на|из|при|от|по|с|со|у)\s+")
NAMED = re.compile(r",\s*([^,]+)$")
CJK = re.compile(r"[\u3400-\u9fff]")


class Right(NamedTuple):
    """Whether a marked statement is found, its first source is right, and the whole chain."""

    found: bool
    first: bool = False
    whole: bool = False


def load_chains(language: str, folder: Path = CHAINS) -> list[dict[str, Any]]:
    """Return the marked chains of a language in a folder, none where it has no file of them."""
    file = folder / f"{language}.toml"
    marked: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["chain"] if file.exists() else []
    return marked


def heads(text: str) -> list[str]:
    """Return a name without marks and determiners, cut at its first preposition or comma, and the name behind a comma.

    >>> heads("The Estonian ambassador to Ankara, Triin Laasik"), heads("一位前白宮幕僚")
    (['estonian ambassador', 'triin laasik'], ['前白宮幕僚'])
    """
    bare = MARKS.sub("", text.strip()).lower()
    behind = NAMED.search(bare)
    found = [CUT.split(DETERMINERS.sub("", bare, count=1) if DETERMINERS.match(bare) else bare)[0], *([behind[1]] if behind else [])]
    return [" ".join(head.split()) for head in found]


def is_same(one: str, other: str) -> bool:
    """Whether two texts name the same.

    >>> is_same("Canadian Trade Minister Claire Beausoleil", "Beausoleil"), is_same("日本《讀賣新聞》", "《讀賣新聞》")
    (True, True)
    >>> is_same("a senior Pentagon official", "the Pentagon"), is_same("Reuters", "AP")
    (False, False)
    """
    return any(_ends_alike(a, b) for a in heads(one) for b in heads(other))


def _ends_alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if not shorter or not longer.endswith(shorter):
        return False
    before = longer[: -len(shorter)]
    return not before or not before[-1].isalnum() or (bool(CJK.match(shorter) or CJK.match(before[-1])) and len(shorter) > 1)


def right(chain: dict[str, Any]) -> Right:
    """Return what of a marked chain is read as it is marked."""
    reading = read(chain["text"])
    assert isinstance(reading, Reading)
    statement = nearest(chain, reading.statements)
    if statement is None:
        return Right(found=False)
    first = statement.speaker is not None and _is(statement.speaker, chain["speaker"], chain["text"])
    return Right(found=True, first=first, whole=first and _passed_on(statement, chain))


def nearest(chain: dict[str, Any], statements: tuple[Statement, ...]) -> Statement | None:
    """Return the statement that covers the marked one most closely."""
    start = chain["text"].index(chain["statement"])
    marked = set(range(start, start + len(chain["statement"])))
    alike = [(_alike(marked, statement), -i, statement) for i, statement in enumerate(statements)]
    best = max(alike, default=None, key=lambda each: each[:2])
    return best[2] if best and best[0] > 0 else None


def _alike(marked: set[int], statement: Statement) -> float:
    content = {at for span in statement.content for at in range(span.start, span.stop)}
    shared = len(marked & content)
    return shared / len(marked | content) if shared >= LEAST * len(marked) else 0.0


def _is(named: Speaker | Relay, marked: str, text: str) -> bool:
    return is_same(text[named.start : named.stop], marked) or is_same(named.name, marked)


def _passed_on(statement: Statement, chain: dict[str, Any]) -> bool:
    """Whether the relays are those that are marked, hop by hop."""
    return len(statement.via) == len(chain["via"]) and all(
        len(hop) == len(marked) and all(any(_is(relay, name, chain["text"]) for relay in hop) for name in marked)
        for hop, marked in zip(statement.via, chain["via"], strict=True)
    )


def chain_scores(folder: Path = CHAINS, name: str = NAME) -> dict[str, dict[str, float]]:
    """Return, by language, the shares of statements found, of first sources and of whole chains that are right, in per cent."""
    found = {}
    for language in LANGUAGES:
        if told := [right(chain) for chain in load_chains(language, folder)]:
            shares = (ratio(sum(each), len(told)) for each in zip(*told, strict=True))
            found[f"{language} {name}"] = dict(zip(("found", "first source", "whole chain"), shares, strict=True))
    return found


def open_scores() -> dict[str, dict[str, float]]:
    """Return the scores of all chains whose errors may be read, each further set by a name of its own."""
    scores = chain_scores()
    for folder in OPEN:
        scores |= chain_scores(CHAINS / folder, f"{NAME} {folder}")
    return scores


def _told(chain: dict[str, Any]) -> str:
    """What is read of a chain that is not right, beside what is marked."""
    reading = read(chain["text"])
    assert isinstance(reading, Reading)
    rows = [f"  {'>' if s is nearest(chain, reading.statements) else ' '} {told_of(s, chain['text'])}" for s in reading.statements]
    marked = f"{chain['speaker']} | {chain['statement']} | {' > '.join('+'.join(hop) for hop in chain['via'])}"
    return "\n".join((chain["text"], f"  = {marked}", *rows))


def told_of(statement: Statement, text: str) -> str:
    """Return a statement as speaker, content and relays."""
    speaker = text[statement.speaker.start : statement.speaker.stop] if statement.speaker else "-"
    content = " … ".join(text[span.start : span.stop] for span in statement.content)
    via = " > ".join("+".join(text[relay.start : relay.stop] for relay in hop) for hop in statement.via)
    return f"{speaker} | {content} | {via} [{statement.method}]"


def main(argv: list[str]) -> int:
    """Print the scores."""
    fresh = "--fresh" in argv
    if "--errors" in argv and not fresh:
        marked = (chain for folder in ("", *OPEN) for code in LANGUAGES for chain in load_chains(code, CHAINS / folder))
        print(*(_told(chain) for chain in marked if not all(right(chain))), sep="\n\n")
    scores = chain_scores(FRESH) if fresh else open_scores()
    for name, values in scores.items():
        print(name, *(f"{key} {value:g}" for key, value in values.items()), sep="  ")
    if not scores:
        print(NONE)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
