"""A document's words, as columns."""

from __future__ import annotations

from .base import Record


class Tokens(Record, frozen=True):
    """Words of a folded text, one column a property; `classes` holds one letter a token (see `languages`).

    `starts` and `stops` are code points; token *i* is `words[i]`. `cases` holds one letter a token where a language tells
    its subjects by case, and is empty in others.
    """

    starts: tuple[int, ...]
    stops: tuple[int, ...]
    words: tuple[str, ...]
    classes: str
    cases: str = ""


class Name(Record, frozen=True):
    """A person of a document: the names it goes by, the title it was introduced with, its party, and the offices named.

    `told` is whether words beside the name tell the party: one that is only likely (Foreign Minister Ana Ruiz) is not told.
    """

    actor_id: str
    forms: tuple[str, ...]
    title: str
    party: str | None
    offices: tuple[str, ...] = ()
    told: bool = True


class Parse(Record, frozen=True):
    """The folded text, its tokens with names joined, and who is who."""

    folded: str
    tokens: Tokens
    names: tuple[Name, ...]


def by_form(names: tuple[Name, ...]) -> dict[str, Name]:
    """Return the people of a document by every name that they go by; who was named first keeps a name.

    >>> by_form((Name("person:x", ("约翰·哈特利", "哈特利"), "外长", "GB"),))["哈特利"].party
    'GB'
    """
    return {form: name for name in reversed(names) for form in name.forms}
