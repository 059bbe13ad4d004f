"""Light words with their nouns as one cue: 表示严重关切, 没有任何共识, 立场明显对立, 表达合作的意愿."""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress, count

from detente.records import Tokens
from detente.resources.lexicon import Lexicon

from .view import SENTENCE_MARKS

LONGEST = 6
LONGEST_GAP = 30
BRACKETS = frozenset("()")
JOINT = ("joint:", "predicate:")


def join_stands(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """Return the tokens with each light word and its noun as one of class `g` whose word is the lemma.

    Quotation marks around nothing else fall away: 对此“深表遗憾”.
    """
    places = compress(count(), map(lexicon.light.__contains__, tokens.words))
    found = [stand for i in places if (stand := _stand(tokens, i, lexicon))]
    if not found:
        return tokens
    starts: list[int] = []
    stops: list[int] = []
    words: list[str] = []
    classes = ""
    at = 0
    for first, last, lemma in found:
        if first >= at and tokens.classes[first:last] != "g":
            marks = first > at and tokens.classes[first - 1] + tokens.classes[last : last + 1] == "“”"
            before = first - marks
            starts += tokens.starts[at : before + 1]
            stops += (*tokens.stops[at:before], tokens.stops[last - 1 + marks])
            words += (*tokens.words[at:before], lemma)
            classes += tokens.classes[at:before] + "g"
            at = last + marks
    return Tokens((*starts, *tokens.starts[at:]), (*stops, *tokens.stops[at:]), (*words, *tokens.words[at:]),
                  classes + tokens.classes[at:])  # fmt: skip


def move(tokens: Tokens, paragraph: tuple[int, int], joined: Tokens) -> tuple[int, int]:
    """Return the range of the joined tokens that a range of the plain ones has become."""
    first, last = paragraph
    stop = tokens.starts[last] if last < len(tokens.starts) else tokens.stops[-1]
    return bisect_left(joined.starts, tokens.starts[first]), bisect_left(joined.starts, stop)


def _stand(tokens: Tokens, i: int, lexicon: Lexicon) -> tuple[int, int, str] | None:
    """The range of a light word with its noun, and the lemma; a noun far behind leaves its own words as the content."""
    kind = lexicon.light[tokens.words[i]]
    if kind in lexicon.cues:
        return (i, i + 1, _turned(kind, lexicon, turned=_is_negated(tokens, i, lexicon))) if _closes(tokens, i + 1, lexicon) else None
    if kind == "take:":
        return _distant(tokens, i, lexicon, kind)
    negations = lexicon.words["negation"] if kind in JOINT else frozenset()
    if kind == "stand:" and (quoted := _quoted(tokens, i, lexicon)):
        return quoted
    for k in range(i + 1, min(i + LONGEST, len(tokens.words))):
        word = tokens.words[k]
        if (noun := _noun(word, kind, lexicon)) and _closes(tokens, k + 1, lexicon):
            between = not negations.isdisjoint(tokens.words[i + 1 : k])
            return i, _last(tokens, k + 1, lexicon), _lemma(tokens, i, noun, lexicon, turned=between)
        if word not in lexicon.words["degree"] and word not in negations:
            break
    return _distant(tokens, i, lexicon, "of:") if kind == "stand:" else None


def _quoted(tokens: Tokens, i: int, lexicon: Lexicon) -> tuple[int, int, str] | None:
    """对此表示“强烈不满”: the noun alone stands in quotation marks."""
    stop = tokens.classes.find("”", i + 2, i + LONGEST)
    if tokens.classes[i + 1 : i + 2] != "“" or stop < 0 or not _closes(tokens, stop + 1, lexicon):
        return None
    inside = tokens.words[i + 2 : stop]
    noun = _noun(inside[-1], "stand:", lexicon)
    if noun is None or not lexicon.words["degree"].issuperset(inside[:-1]):
        return None
    return i, stop + 1, f"stand:{noun}"


def _noun(word: str, kind: str, lexicon: Lexicon) -> str | None:
    """The noun of a stand that a word is, alone or behind an adjective that the dictionary joins to it (强烈抗议)."""
    if f"{kind}{word}" in lexicon.cues:
        return word
    return word[2:] if word[:2] in lexicon.words["degree"] and f"{kind}{word[2:]}" in lexicon.cues else None


def _closes(tokens: Tokens, k: int, lexicon: Lexicon) -> bool:
    """Whether a phrase ends before token `k`, or another noun of a stand goes on there (和坚决反对)."""
    letter = tokens.classes[k : k + 1]
    if letter in SENTENCE_MARKS or letter in ("u", "L", "e"):
        return True
    return letter == "w" and _last(tokens, k, lexicon) > k


def _last(tokens: Tokens, k: int, lexicon: Lexicon) -> int:
    """Where the coordinated nouns of a stand end."""
    last = k
    while tokens.classes[last : last + 1] == "w":
        at = last + 1
        while at < len(tokens.words) and tokens.words[at] in lexicon.words["degree"]:
            at += 1
        if at >= len(tokens.words) or not _noun(tokens.words[at], "stand:", lexicon):
            break
        last = at + 1
    return last


def _lemma(tokens: Tokens, i: int, noun: str, lexicon: Lexicon, *, turned: bool) -> str:
    """The lemma of a stand; each negation, before, in or behind its light word, turns a joint one round."""
    kind = lexicon.light[tokens.words[i]]
    lacking = tokens.words[i] in lexicon.words["lacking"]
    odd = (lacking + _is_negated(tokens, i, lexicon) + turned) % 2 == 1
    return _turned(f"{kind}{noun}", lexicon, turned=odd)


def _turned(lemma: str, lexicon: Lexicon, *, turned: bool) -> str:
    """The lemma, or that of its opposite."""
    return f"not-{lemma}" if turned and f"not-{lemma}" in lexicon.cues else lemma


def _is_negated(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether a negation stands just before a light word, or before the preposition that it is about (未能就X达成一致)."""
    negations, governors = lexicon.words["negation"], lexicon.words["stand_governor"]
    if any(word in negations for word in tokens.words[max(0, i - 2) : i]):
        return True
    for k in range(i - 1, max(0, i - LONGEST_GAP), -1):
        if tokens.classes[k] in SENTENCE_MARKS and tokens.words[k] not in BRACKETS:
            return False
        if tokens.words[k] in governors:
            return tokens.words[k - 1] in negations
    return False


def _distant(tokens: Tokens, i: int, lexicon: Lexicon, kind: str) -> tuple[int, int, str] | None:
    """表达…的意愿, 接受…的建议: the light word alone is the cue when a noun of its kind ends its clause."""
    for k in range(i + 1, min(i + LONGEST_GAP, len(tokens.words))):
        if tokens.classes[k + 1 : k + 2] in SENTENCE_MARKS:
            lemma = f"{kind}{tokens.words[k]}"
            if lemma in lexicon.cues and (kind == "take:" or _has_own_words(tokens, i, k, lexicon)):
                return i, i + 2 if tokens.classes[i + 1] == "e" else i + 1, lemma
            return None
        if tokens.classes[k] in SENTENCE_MARKS:
            return None
    return None


def _has_own_words(tokens: Tokens, i: int, noun: int, lexicon: Lexicon) -> bool:
    """Whether words with 的 before a noun say what it is about."""
    behind = tokens.classes[noun - 1] == "u" or tokens.words[noun - 1] in lexicon.words["degree"]
    return behind and "u" in tokens.classes[i + 2 : noun]
