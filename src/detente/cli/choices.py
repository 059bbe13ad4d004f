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
    png = "png"


class Report(StrEnum):
    """How differences are written."""

    text = "text"
    json = "json"


class LedgerFormat(StrEnum):
    """How a ledger of commitments is written."""

    table = "table"
    json = "json"
    csv = "csv"


class Listing(StrEnum):
    """How a list is written."""

    table = "table"
    json = "json"


class Results(StrEnum):
    """How what was found is written."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


class Accounts(StrEnum):
    """How two accounts of a meeting are written."""

    table = "table"
    json = "json"
    csv = "csv"
    svg = "svg"
    png = "png"


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
    graphml = "graphml"
    gexf = "gexf"
    dl = "dl"


class NetworkFormat(StrEnum):
    """How a network is written."""

    table = "table"
    json = "json"
    csv = "csv"
    graphml = "graphml"
    gexf = "gexf"
    dl = "dl"
    svg = "svg"
    png = "png"


class SourcesFormat(StrEnum):
    """How sources are written."""

    table = "table"
    json = "json"
    csv = "csv"
    graphml = "graphml"
    svg = "svg"
    png = "png"


class DeskFormat(StrEnum):
    """How actors, topics, profiles and timelines are written."""

    table = "table"
    json = "json"
    csv = "csv"
    svg = "svg"
    png = "png"


class NetworkRows(StrEnum):
    """Whose network."""

    actor = "actor"
    party = "party"
    outlet = "outlet"


class Mode(StrEnum):
    """Of how many sorts the nodes of a network are."""

    one = "one"
    two = "two"


class Aggregation(StrEnum):
    """What becomes of agreement and disagreement."""

    ignore = "ignore"
    congruence = "congruence"
    conflict = "conflict"
    subtract = "subtract"
    combine = "combine"


class Normalization(StrEnum):
    """What weights are divided by."""

    none = "none"
    average = "average"
    jaccard = "jaccard"
    cosine = "cosine"
    activity = "activity"
    prominence = "prominence"


class Duplicates(StrEnum):
    """Which claims that are the same count once."""

    include = "include"
    document = "document"
    week = "week"
    month = "month"
    year = "year"
    across = "across"


class Every(StrEnum):
    """How long a period is."""

    month = "month"
    quarter = "quarter"
    year = "year"


class LogForm(StrEnum):
    """How a log is written."""

    text = "text"
    json = "json"
