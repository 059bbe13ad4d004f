"""BibTeX and CSL-JSON: every document is read back from them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from detente.desk.corpus import Corpus
from detente.export.bibtex import entry
from detente.export.csl import item

ENTRY = re.compile(r"@(\w+)\{([^,\s]+),")
COMMANDS = {
    r"\textbackslash{}": "\\", r"\textbraceleft{}": "{", r"\textbraceright{}": "}", r"\textasciitilde{}": "~", r"\textasciicircum{}": "^",
}  # fmt: skip


def read_bibtex(text: str) -> dict[str, dict[str, str]]:
    """Read entries as BibTeX does: values in balanced braces, or bare."""
    found: dict[str, dict[str, str]] = {}
    for start in ENTRY.finditer(text):
        at, fields = start.end(), dict[str, str]()
        while match := re.compile(r"\s*(\w+) = ").match(text, at):
            at, depth, first = match.end(), 0, match.end()
            while depth or text[at] != ",":
                depth += {"{": 1, "}": -1}.get(text[at], 0)
                at += 1
            fields[match[1]], at = text[first:at], at + 1
        assert text[at:].lstrip().startswith("}")
        assert start[2] not in found
        found[start[2]] = fields
    return found


def read_tex(value: str) -> str:
    """Return what a value shows."""
    for command, sign in COMMANDS.items():
        value = value.replace(command, sign) if sign not in "{}" else value.replace(command, f"\0{sign}")
    value = re.sub(r"\\([&%$#_])", r"\1", value)
    return re.sub(r"(?<!\0)[{}]", "", value).replace("\0", "")


def test_bibtex_has_every_document(corpus: Corpus, tmp_path: Path) -> None:
    corpus.export(tmp_path / "a.bib", "bibtex")
    found = read_bibtex((tmp_path / "a.bib").read_text("utf-8"))
    shown = [{name: read_tex(value) for name, value in fields.items()} for fields in found.values()]
    rows = corpus.documents().to_rows()
    assert [(each.get("title"), each["date"], each.get("journal"), each.get("url"), each["langid"][:2]) for each in shown] == [
        (row["title"], row["day"], row["outlet"], row["url"], {"zh": "ch"}.get(row["language"], row["language"])) for row in rows
    ]
    assert list(found)[1].startswith("globaltimes2031-")
    assert [each["month"] for each in shown] == ["mar", "mar", "may"]


@pytest.mark.parametrize("title", ["{", "}}{", "a\\b {c} %d", "~^_#$&", "two\nlines", '"quoted", = ,'])
def test_titles_of_all_kinds_are_read_back(corpus: Corpus, title: str) -> None:
    document = replace(next(corpus.store.readings()).document, title=title, url="https://x.example/{a}%20b\\c")
    (fields,) = read_bibtex(entry(document, None)).values()
    assert read_tex(fields["title"]) == " ".join(title.split())
    assert fields["url"] == "{https://x.example/%7Ba%7D%20b%5Cc}"


def test_csl_has_every_document(corpus: Corpus, tmp_path: Path) -> None:
    corpus.export(tmp_path / "a.json", "csl")
    found = json.loads((tmp_path / "a.json").read_text("utf-8"))
    rows = corpus.documents().to_rows()
    assert [(each["title"], each["issued"]["date-parts"], each.get("container-title"), each.get("URL")) for each in found] == [
        (row["title"], [[int(part) for part in row["day"].split("-")]], row["outlet"], row["url"]) for row in rows
    ]
    assert {each["type"] for each in found} == {"article-newspaper"}
    assert len({each["id"] for each in found}) == len(found)


@pytest.mark.parametrize(
    ("published", "parts", "month"), [("2031", [2031], None), ("2031-05", [2031, 5], "may"), ("2031-05-20T10:00+08:00", [2031, 5, 20], "may")]
)
def test_days_are_as_precise_as_they_are_known(corpus: Corpus, published: str, parts: list[int], month: str | None) -> None:
    document = replace(next(corpus.store.readings()).document, published=published)
    assert item(document, None)["issued"] == {"date-parts": [parts]}
    assert next(iter(read_bibtex(entry(document, None)).values())).get("month") == month
    undated = replace(document, published=None)
    assert "issued" not in item(undated, None)
    assert "year" not in next(iter(read_bibtex(entry(undated, None)).values()))


def test_an_empty_export_is_an_empty_list(corpus: Corpus, tmp_path: Path) -> None:
    corpus.export(tmp_path / "a.json", "csl", since="2050")
    corpus.export(tmp_path / "a.bib", "bibtex", since="2050")
    assert json.loads((tmp_path / "a.json").read_text("utf-8")) == []
    assert (tmp_path / "a.bib").read_text("utf-8") == ""
