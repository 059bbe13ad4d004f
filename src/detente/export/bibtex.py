"""BibTeX in UTF-8: an entry an article, so that whoever quotes a statement can cite where it was printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from detente.records import Document

from .contents import Contents
from .rows import outlet_of
from .writing import write_text

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LANGUAGES = {"zh": "chinese", "en": "english", "ru": "russian"}  # as babel and polyglossia name them
SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#",
    "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
IN_ADDRESSES = {"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"}  # what a field cannot hold as it is
NOT_IN_KEYS = re.compile(r"[^A-Za-z0-9]+")


def write(contents: Contents, path: Path) -> None:
    """Write an entry for every document."""
    write_text(path, (entry(each.reading.document, outlet_of(each.reading.document, contents.names)) for each in contents.chosen()))


def entry(document: Document, outlet: str | None) -> str:
    """Return a document as an entry."""
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(document, outlet))
    return f"@article{{{key_of(document)},\n{fields}}}\n\n"


def key_of(document: Document) -> str:
    """Return the key by which a document is cited: outlet or language, year, and what tells it from all others."""
    name = NOT_IN_KEYS.sub("", (document.outlet or "").partition(":")[2]) or document.language
    return f"{name}{(document.published or '')[:4]}-{document.id.partition(':')[2]}"


def _fields(document: Document, outlet: str | None) -> Iterator[tuple[str, str]]:
    year, _, rest = (document.published or "")[:10].partition("-")
    if document.title:
        yield "title", f"{{{{{escaped(document.title)}}}}}"
    if outlet:
        yield "journal", f"{{{escaped(outlet)}}}"
    if year:
        yield "year", f"{{{year}}}"
    if rest:
        yield "month", MONTHS[int(rest[:2]) - 1]
    if year:
        yield "date", f"{{{(document.published or '')[:10]}}}"
    if document.url:
        yield "url", f"{{{''.join(IN_ADDRESSES.get(sign, sign) for sign in document.url)}}}"
    yield "langid", f"{{{LANGUAGES[document.language]}}}"
    if document.credit:
        yield "note", f"{{{escaped(document.credit)}}}"


def escaped(text: str) -> str:
    r"""Return a text on one line with what TeX would take for commands written out.

    >>> escaped("50% of a {b} & c_d")
    '50\\% of a \\textbraceleft{}b\\textbraceright{} \\& c\\_d'
    """
    return "".join(SPECIAL.get(sign, sign) for sign in " ".join(text.split()))
