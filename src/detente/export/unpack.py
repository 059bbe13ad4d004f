"""A data package, read: its checksums first, then what a store kept, document by document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from detente.records import FailedReading, Reading, record_id
from detente.store import Fetch, Holding, Source

from .package import DESCRIPTOR, DOCUMENTS, FAILURES, FETCHES, SUMS, VERSION, Kept, Unread, sha256_of
from .writing import ExportError

Type = TypeVar("Type")
NEEDED = (DESCRIPTOR, DOCUMENTS, FAILURES, FETCHES)


class Package:
    """A package whose files are as they were made. Raises `ExportError` for what is none, or was changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        _check(folder)
        about = self._decoded(self._folder / DESCRIPTOR, (self._folder / DESCRIPTOR).read_bytes(), dict[str, Any]).get("detente", {})
        if about.get("package") != VERSION:
            raise ExportError(f"{folder}: this package is of version {about.get('package')}; this D\xe9tente reads version {VERSION}")

    def without_text(self) -> frozenset[str]:
        """Return the hashes of the texts that are not in the package."""
        documents = (each.reading.document for each in self._lines(DOCUMENTS, Kept))
        return frozenset(each.text_sha256 for each in documents if hash_of(each.text) != each.text_sha256)

    def holdings(self, texts: Mapping[str, str]) -> Iterator[Holding]:
        """Yield the documents whose texts are there, in the package or among those given by their hashes."""
        for each in self._lines(DOCUMENTS, Kept):
            document = each.reading.document
            text = document.text if hash_of(document.text) == document.text_sha256 else texts.get(document.text_sha256)
            if text is not None:
                reading = replace(each.reading, document=replace(document, text=text))
                if not is_sound(reading) or not each.places:
                    raise ExportError(f"{self._folder / DOCUMENTS}: {document.id} is not as D\xe9tente reads it; get the package again")
                yield Holding(reading, each.page, tuple(Source(place.source, place.sha256) for place in each.places))

    def unread(self) -> Iterator[tuple[FailedReading, Source]]:
        """Yield what could not be read."""
        for each in self._lines(FAILURES, Unread):
            yield each.reading, Source(each.place.source, each.place.sha256)

    def fetched(self) -> Iterator[Fetch]:
        """Yield how addresses answered."""
        for each in self._lines(FETCHES, dict[str, Any]):
            try:
                yield Fetch(**each)
            except TypeError:
                raise ExportError(f"{self._folder / FETCHES}: a line that is no answer of an address") from None

    def _lines(self, file: str, kind: type[Type]) -> Iterator[Type]:
        with (self._folder / file).open("rb") as lines:
            for number, line in enumerate(lines, 1):
                yield self._decoded(f"{self._folder / file}:{number}", line, kind)

    def _decoded(self, where: object, content: bytes, kind: type[Type]) -> Type:
        try:
            return msgspec.json.decode(content, type=kind)
        except msgspec.MsgspecError as error:
            raise ExportError(f"{where}: cannot be read ({error}); was it made by another version of D\xe9tente?") from None


def _check(folder: Path) -> None:
    """Raise `ExportError` where a file is not as the checksums have it."""
    if not (folder / SUMS).is_file():
        raise ExportError(f"{folder}: this is no data package (it has no {SUMS}); `detente export --format package` makes one")
    lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    sums = {file: digest for digest, _, file in (line.partition("  ") for line in lines)}
    for file in (*NEEDED, *sums):
        inside = (folder / file).resolve()
        if file not in sums or not inside.is_relative_to(folder.resolve()) or not inside.is_file():
            raise ExportError(f"{folder}: {file} is missing, or is not among its checksums")
        if sha256_of(inside) != sums[file]:
            raise ExportError(f"{folder / file}: was changed since the package was made; get the package again")


def is_sound(reading: Reading) -> bool:
    """Return whether a document is named by its text, and whether what is told of it stands in the text and on its statements."""
    document, last = reading.document, len(reading.document.text)
    said = {statement.id for statement in reading.statements}
    places = [(each.start, each.stop) for statement in reading.statements for each in statement.content]
    places += [(statement.cue.start, statement.cue.stop) for statement in reading.statements]
    places += [(event.start, event.stop) for event in reading.events]
    return (
        document.id == record_id("document", document.url or "", document.text_sha256)
        and all(0 <= start <= stop <= last for start, stop in places)
        and all(position.evidence_id in said for position in reading.positions)
    )


def hash_of(text: str) -> str:
    """Return the hash by which a text is known."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
