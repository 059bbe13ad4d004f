"""The types. This folder imports nothing else of the package; read it to learn the domain."""

from .base import Record, Span, record_id, span_ids
from .claim import Claim, agreement_of
from .difference import Changed, Difference
from .document import Caption, Document
from .draft import Draft
from .event import Event
from .heard import Came, Done, Heard, Office, Saying, Told
from .joined import Joined
from .map import RELATIONS, Cell, DialogueMap, Side, Words
from .mention import Mention
from .page import Block, Page
from .parse import Name, Parse, Tokens, by_form
from .position import Position
from .reading import SKIPPED, FailedDocument, FailedReading, Failure, MadeBy, Reading, Reason
from .reliability import Gold, Meetings, Reliability, Tried
from .statement import Cue, Relay, Speaker, Statement

__all__ = [
    "RELATIONS",
    "SKIPPED",
    "Block",
    "Caption",
    "Cell",
    "Changed",
    "Came",
    "Claim",
    "Cue",
    "DialogueMap",
    "Difference",
    "Document",
    "Done",
    "Draft",
    "Event",
    "FailedDocument",
    "FailedReading",
    "Failure",
    "Gold",
    "Heard",
    "Joined",
    "MadeBy",
    "Meetings",
    "Mention",
    "Name",
    "Office",
    "Page",
    "Parse",
    "Position",
    "Reading",
    "Reason",
    "Record",
    "Relay",
    "Reliability",
    "Saying",
    "Side",
    "Span",
    "Speaker",
    "Statement",
    "Told",
    "Tokens",
    "Tried",
    "Words",
    "agreement_of",
    "by_form",
    "record_id",
    "span_ids",
]
