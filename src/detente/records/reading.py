"""A reading: all records of one document."""

from __future__ import annotations

import msgspec

from .base import Record
from .document import Document
from .event import Event
from .map import DialogueMap
from .mention import Mention
from .position import Position
from .statement import Statement

VERSION = 1
SKIPPED = "skipped"  # the kind of failure of a document in a language that was not wanted


class Failure(Record, frozen=True):
    """Something that could not be read: at which stage, of what kind, and a sentence that says what to do."""

    stage: str
    kind: str
    message: str


class Reason(Record, frozen=True):
    """Which rule of which stage decided what about a record (`read --explain`)."""

    record_id: str
    stage: str
    rule: str
    value: str


class MadeBy(Record, frozen=True):
    """What made a reading: the version, and hashes of the plan and of the codebook."""

    detente: str
    plan: str
    codebook: str


class Reading(Record, frozen=True):
    """Everything read from one document, in the form that `detente read` prints."""

    document: Document
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    positions: tuple[Position, ...]
    maps: tuple[DialogueMap, ...]
    failures: tuple[Failure, ...]
    made_by: MadeBy
    version: int = VERSION
    explanation: tuple[Reason, ...] | msgspec.UnsetType = msgspec.UNSET


class FailedDocument(Record, frozen=True):
    """What is known of a document that could not be read; its language where it was skipped for it."""

    path: str
    language: str | msgspec.UnsetType = msgspec.UNSET


class FailedReading(Record, frozen=True):
    """A file that could not be read at all."""

    document: FailedDocument
    failures: tuple[Failure, ...]
    made_by: MadeBy
    version: int = VERSION
