"""What an option can be."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """How a map is written."""

    table = "table"
    json = "json"
    csv = "csv"
    html = "html"
    svg = "svg"


class Report(StrEnum):
    """How differences are written."""

    text = "text"
    json = "json"


class Listing(StrEnum):
    """How a list is written."""

    table = "table"
    json = "json"


class Results(StrEnum):
    """How what was found is written."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


class Interface(StrEnum):
    """The language of the labels."""

    en = "en"
    zh_Hant = "zh-Hant"
    zh_Hans = "zh-Hans"
    ru = "ru"


class Text(StrEnum):
    """How much of the articles is exported."""

    none = "none"
    evidence = "evidence"
    full = "full"


class Rows(StrEnum):
    """Which table is exported."""

    documents = "documents"
    statements = "statements"
    claims = "claims"
    events = "events"


class Export(StrEnum):
    """The formats of exports."""

    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"
    dna = "dna"
    webanno = "webanno"
    bibtex = "bibtex"
    csl = "csl"
    plover = "plover"
    gdelt = "gdelt"
    brat = "brat"
    package = "package"
