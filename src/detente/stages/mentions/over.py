"""Sides that a Chinese title stands under or beside: 台北方面，外交部发言人; 负责与土耳其关系的特别代表."""

from __future__ import annotations

import re

from detente.languages import Language, side_led, side_of_body, side_of_pointed
from detente.records import Tokens

SIDE_OVER = re.compile(r"[wa]?(?:([SM])L|P([SM])),")


def side_over(tokens: Tokens, first: int, language: Language) -> str | None:
    """Return the side that opens the sentence of a title: 台北方面，外交部发言人; 在台北，外交部发言人."""
    begin = max(tokens.classes.rfind(mark, 0, first) for mark in ".\n") + 1
    opened = SIDE_OVER.match(tokens.classes, begin, first)
    if opened is None or (opened[0][0] != "P" and tokens.words[opened.end() - 2] not in language.lexicon.words["trailing"]):
        return None
    return language.gazetteer.party_of(tokens.words[opened.start(1) if opened[1] else opened.start(2)])


def led_side(tokens: Tokens, first: int, language: Language, but: frozenset[str] = frozenset()) -> str | None:
    """Return the side, `but` for some, that leads the sentence before a title; none for a host: 印度代表团结束谈判。商务部长…"""
    host = tokens.words[first] in language.lexicon.words["host"]
    return None if language.is_spaced or host else side_led(tokens, first, language, but)


def pointed_side(tokens: Tokens, first: int, language: Language) -> str | None:
    """Return the side of the body that a text takes up before a title: 该部发言人."""
    return None if language.is_spaced or not first else side_of_pointed(tokens, first - 1, language)


def body_side(tokens: Tokens, last: int, language: Language, home: str | None) -> str | None:
    """Return the side of the body of a title that the text named before with its state: 印尼海洋渔业部…。海洋渔业部总司长."""
    return None if language.is_spaced else side_of_body(tokens, last, language, home)


def is_dealt_with(tokens: Tokens, i: int, language: Language) -> bool:
    """Return whether a state is what somebody has to do with: 负责与土耳其关系正常化谈判的特别代表."""
    words = language.lexicon.words
    beside = i > 1 and tokens.words[i - 1] in words["with_preposition", "telling"]
    return beside and tokens.classes[i] == "S" and not words["duty"].isdisjoint(tokens.words[max(0, i - 3) : i - 1])
