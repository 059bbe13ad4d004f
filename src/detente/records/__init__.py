"""The types. This folder imports nothing else of the package; read it to learn the domain."""

from .actor import Actor, Mention, Role
from .base import Record, Span, record_id
from .document import Caption, Document, Page
from .draft import Draft
from .event import Event
from .map import RELATIONS, Cell, DialogueMap, Side, Words
from .parse import Name, Parse, Tokens
from .position import Position
from .reading import FailedDocument, FailedReading, Failure, MadeBy, Reading, Reason
from .reliability import Reliability
from .statement import Cue, Relay, Speaker, Statement

__all__ = [
    "RELATIONS",
    "Actor",
    "Caption",
    "Cell",
    "Cue",
    "DialogueMap",
    "Document",
    "Draft",
    "Event",
    "FailedDocument",
    "FailedReading",
    "Failure",
    "MadeBy",
    "Mention",
    "Name",
    "Page",
    "Parse",
    "Position",
    "Reading",
    "Reason",
    "Record",
    "Relay",
    "Reliability",
    "Role",
    "Side",
    "Span",
    "Speaker",
    "Statement",
    "Tokens",
    "Words",
    "record_id",
]
