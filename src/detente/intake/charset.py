"""The encoding of bytes: by what declares it, and by what they read as."""

from __future__ import annotations

import codecs
import re

# First and last lead byte of the characters that an encoding's makers sorted as common (GB 2312 level 1, Big5 level 1).
COMMON = {"gb18030": (0xB0, 0xD7), "big5": (0xA4, 0xC6)}
CYRILLIC = ("cp1251", "koi8-r", "cp866", "iso8859-5")
READABLE = ((" ", "~"), ("\u2010", "\u2030"), ("\u3000", "\u303f"), ("\u4e00", "\u9fff"), ("\uff01", "\uff5e"))
NEARLY_ALL = 0.95
# Beyond ASCII, bytes of another encoding read as UTF-8 are mostly bad; those of a damaged text are mostly not.
MOST_BAD = 0.25
# Share of the letters beyond ASCII that stand in words of small letters, or with one capital at their head.
MOSTLY_WORDS = 0.8
# Bytes that are looked at to find the encoding; an even number.
SAMPLE = 8192
# Pages declare their encoding in the first kilobyte; some put it behind long titles.
DECLARED_WITHIN = 4096
# What browsers take a declared name for: the larger set that contains it.
LARGER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "iso8859-1": "cp1252", "ascii": "cp1252"}

_META = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w:.-]+)""")
_HEADER = re.compile(r"""charset\s*=\s*["']?([\w:.-]+)""", re.IGNORECASE)
_BEYOND_ASCII = re.compile(rb"[\x80-\xff][\x40-\xff]*")
_TAGS = re.compile(rb"<[^>]*>")
_CYRILLIC_WORD = re.compile("[\u0401\u0410-\u042f]?[\u0430-\u044f\u0451]+")


def _known(name: str) -> str | None:
    """The codec of a declared name, or nothing when there is none."""
    try:
        plain = codecs.lookup(name).name
    except LookupError:
        return None
    return LARGER.get(plain, plain)


def declared(body: bytes, content_type: str = "") -> str | None:
    """Return the encoding that a header or the page itself declares.

    >>> declared(b"<meta charset=gb2312>"), declared(b"<p>", "text/html; charset=windows-1251")
    ('gb18030', 'cp1251')
    """
    start = body[:DECLARED_WITHIN]
    names = [match[1] for match in (_HEADER.search(content_type),) if match]
    names += [match[1].decode() for match in (_META.search(start), _XML.match(start)) if match]
    return next((known for name in names if (known := _known(name))), None)


def _is_readable(character: str) -> bool:
    """A character that Chinese text is made of: ASCII, general punctuation, Han, full-width forms."""
    return character in "\n\r\t" or any(low <= character <= high for low, high in READABLE)


def utf16(body: bytes) -> str | None:
    """Return the text of UTF-16: by its mark, else if nearly all is then readable, which other bytes never are."""
    if body[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return body.decode("utf-16", errors="replace")
    for name in ("utf-16-le", "utf-16-be"):
        sample = body[:SAMPLE].decode(name, errors="replace")
        if sum(map(_is_readable, sample)) >= NEARLY_ALL * len(sample) and any(c > "\u2e80" for c in sample):
            return body.decode(name, errors="replace")
    return None


def _utf16_markup(body: bytes) -> str | None:
    """The text of a page in UTF-16 without a mark: every second byte of the tag that opens it is zero."""
    start = body.lstrip(b" \r\n\t\x00")[:1]
    for name, zeros in (("utf-16-le", body[1:8:2]), ("utf-16-be", body[0:8:2])):
        if start == b"<" and zeros and not any(zeros):
            return body.decode(name, errors="replace")
    return None


def utf8(body: bytes) -> str | None:
    """Return the text of UTF-8, also with a few bad bytes, each U+FFFD; nothing for other encodings."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        text = body.decode("utf-8", errors="replace")
    few = text.count("\ufffd") < MOST_BAD * sum(not character.isascii() for character in text)
    return text if few else None


def _commonness(body: bytes, name: str) -> float:
    """How much of a sample is common characters if the bytes are of this encoding, less what is none at all."""
    text = body.decode(name, errors="replace")
    low, high = COMMON[name]
    leads = (c.encode(name, errors="replace")[0] for c in text if "\u4e00" <= c <= "\u9fff")
    wrong = text.count("\ufffd") + sum("\ue000" <= c <= "\uf8ff" for c in text)
    return (sum(low <= lead <= high for lead in leads) - 3 * wrong) / max(1, len(text))


def _wordiness(body: bytes, name: str) -> float:
    """How much of what is beyond ASCII stands in Cyrillic words if the bytes are of this encoding."""
    text = body.decode(name, errors="replace")
    beyond = sum(not character.isascii() for character in text)
    return sum(map(len, _CYRILLIC_WORD.findall(text))) / max(1, beyond)


def guess(body: bytes) -> str:
    """Return which encoding bytes that are not UTF-8 read best in: Cyrillic words, else common Chinese characters.

    >>> guess("переговоры продолжатся".encode("koi8-r")), guess("外長說願意談判".encode("big5"))
    ('koi8-r', 'big5')
    """
    sample = body[:SAMPLE]
    words = {name: _wordiness(sample, name) for name in CYRILLIC}
    best = max(CYRILLIC, key=lambda name: words[name])
    if words[best] >= MOSTLY_WORDS:
        return best
    return max(COMMON, key=lambda name: _commonness(sample, name))


def visible(body: bytes) -> bytes:
    """Return a sample of what is beyond ASCII in a page, each stretch with the bytes of its characters."""
    found = b""
    for match in _BEYOND_ASCII.finditer(_TAGS.sub(b" ", body)):
        found += match.group() + b" "
        if len(found) > SAMPLE:
            break
    return found


def _fits(body: bytes, name: str) -> bool:
    """Whether bytes read as text in the encoding that is declared for them."""
    text = body.decode(name, errors="replace")
    beyond = sum(not character.isascii() for character in text)
    if text.count("\ufffd") * 20 > beyond:
        return False
    if name.startswith(("cp125", "iso8859", "koi8", "cp866")):
        return guess(body) in CYRILLIC if _wordiness(body, name) < MOSTLY_WORDS else True
    return True


def decode_page(body: bytes, content_type: str = "") -> str:
    """Return the text of a page's bytes.

    Valid UTF-8 is UTF-8 whatever is declared; then what the header or the page declares, when the bytes read as text in
    it; then what they read best in.

    >>> decode_page("<meta charset=utf-8><p>外长说".encode("gbk"))
    '<meta charset=utf-8><p>外长说'
    """
    wide = utf16(body) if body[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else _utf16_markup(body)
    if wide is not None:
        return wide.removeprefix("\ufeff")
    plain = body.removeprefix(codecs.BOM_UTF8)
    if (text := utf8(plain)) is not None:
        return text
    sample, name = visible(plain), declared(plain, content_type)
    if name and not name.startswith("utf") and _fits(sample, name):
        return plain.decode(name, errors="replace")
    return plain.decode(guess(sample), errors="replace")
