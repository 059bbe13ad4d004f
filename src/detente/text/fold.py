"""Folding: one form for matching, the same length as the text, so that every offset holds in both.

Characters become simplified one for one (OpenCC's t2s), which also undoes bad conversions (修複, 幹涉); punctuation
beside a non-Latin character becomes full-width and quotation marks become “ ” and ‘ ’.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import compress, islice, pairwise
from operator import ne

import opencc

_QUOTES = {
    "\u300c": "“", "\u300d": "”", "\u300e": "‘", "\u300f": "’", "\ufe41": "“", "\ufe42": "”", "\ufe43": "‘",
    "\ufe44": "’", "\u301d": "“", "\u301e": "”", "\xab": "“", "\xbb": "”", "\uff02": '"', "\uff62": "“",
    "\uff63": "”",
}  # fmt: skip
_DOTS = dict.fromkeys("\u2022\u2027\u30fb\uff65\u2219\u22c5\u318d", "\xb7")
_NAME_DOT = re.compile("(?<=[\u3400-\u9fff])\uff0e(?=[\u3400-\u9fff])")  # 荷西．巴倫圖亞, in a text whose sentences end in 。
_YO = {"\u0451": "\u0435", "\u0401": "\u0415"}
_SPACES = dict.fromkeys("\u3000\xa0\u2003\u2002\u202f\t", " ")
_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_FORMS = {**_FULL_WIDTH, **_QUOTES, **_DOTS, **_YO, **_SPACES, "\uff61": "。", "\uff64": "、"}
_FORM = re.compile(f"[{re.escape(''.join(_FORMS))}]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LOW_QUOTED = re.compile("\u201e([^\u201e\u201c\n]*)\u201c")
_LETTER = re.compile(r"[^\W\d_]")
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
SAMPLE = 4000


@cache
def _converter(configuration: str) -> opencc.OpenCC:
    return opencc.OpenCC(configuration)


def convert(text: str, configuration: str) -> str:
    """Convert between scripts by an OpenCC configuration (`t2s`, `s2tw`); lengths may change.

    >>> convert("关系", "s2tw")
    '關係'
    """
    return str(_converter(configuration).convert(text))


def simplified(text: str) -> str:
    """Return the text in simplified characters, one for one.

    >>> simplified("雙方就修複關系達成共識")
    '双方就修复关系达成共识'
    """
    whole = convert(text, "t2s")
    if len(whole) == len(text):
        return whole
    return "".join(c if len(s := convert(c, "t2s")) != 1 else s for c in text)


def proper_traditional(text: str) -> str:
    """Return a rendering in proper traditional characters; badly converted ones are mended.

    >>> proper_traditional("修複關系")
    '修復關係'
    """
    return convert(convert(text, "t2s"), "s2tw")


def fold(text: str) -> str:
    """Return `text` folded for matching; `len(fold(text)) == len(text)` always.

    >>> fold('他說:"雙方願意對話",沒有細節')
    '他说:“双方愿意对话”,没有细节'
    """
    return formed(simplified(text))


def formed(text: str) -> str:
    """Return a text in simplified characters with the marks that it is matched with."""
    if "\u201e" in text:
        text = _LOW_QUOTED.sub("\u201c\\1\u201d", text).replace("\u201e", "\u201c")
    folded = _NAME_DOT.sub("\xb7", text) if "\uff0e" in text and "\u3002" in text else text
    for form in set(_FORM.findall(folded)):
        folded = folded.replace(form, _FORMS[form])
    return _straight_quotes(folded) if '"' in folded else folded


def _straight_quotes(text: str) -> str:
    """Make straight double quotation marks open and close: by the space on one side of them, else by turns in a line."""
    lines = text.split("\n")
    return "\n".join(_alternate(line) if '"' in line else line for line in lines)


def _alternate(line: str) -> str:
    parts = line.split('"')
    folded = [parts[0]]
    opens = True
    for before, part in pairwise(parts):
        spaced = (not before and len(folded) == 1) or before[-1:].isspace(), not part or part[0].isspace()
        opens = spaced[0] if spaced[0] != spaced[1] else opens
        folded += ["“" if opens else "”", part]
        opens = not opens
    return "".join(folded)


def encodable(text: str) -> str:
    """Return `text` with lone surrogates and U+0000, which no file or no database can hold, as U+FFFD, one for one.

    >>> encodable("\\ud83d外长")
    '\ufffd外长'
    """
    return text if text.isascii() and "\x00" not in text else _UNWRITABLE.sub("\ufffd", text)


def sample(text: str) -> slice:
    """Return the place of the 4,000 characters that tell a text's language and script: from its first letter on.

    >>> text = "“" * 5000 + "外长说"
    >>> text[sample(text)]
    '外长说'
    """
    first = _LETTER.search(text)
    return slice(first.start(), first.start() + SAMPLE) if first else slice(0)


def script_of(text: str, simple: str) -> str | None:
    """Return `Hant` or `Hans`: whether more characters are traditional ones or simplified forms of others.

    `simple` is the text in simplified characters.

    >>> [script_of(text, simplified(text)) for text in ("雙方願意對話", "双方愿意对话", "hello")]
    ['Hant', 'Hans', None]
    """
    if not _HAN.search(text):
        return None
    if text == simple:
        return "Hans"
    to_traditional = sum(map(_simplified_forms().__contains__, text))
    to_simplified = compress(text, map(ne, text, simple))
    return "Hant" if next(islice(to_simplified, to_traditional, None), None) else "Hans"


@cache
def _simplified_forms() -> frozenset[str]:
    """Characters that are the simplified form of another."""
    traditional = [chr(code) for code in range(0x4E00, 0xA000)]
    simple = simplified("\n".join(traditional)).split("\n")
    return frozenset(b for a, b in zip(traditional, simple, strict=True) if a != b)
