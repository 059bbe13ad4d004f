"""A document's people, by how its language tells names: by case, by capitals, or by the words around them.

Each way is imported for the languages that need it: the others do not wait for it.
"""

from __future__ import annotations

from detente.languages import Language
from detente.records import Name, Parse, Tokens

from .join import join_names


def find_people(folded: str, tokens: Tokens, language: Language, home: str | None) -> Parse:
    """Return the parse of a folded text with its people, whose names are one token each."""
    if tokens.cases:
        from .declined import find_declined

        return Parse(folded, tokens, find_declined(folded, tokens, language, home))
    tokens, names = _named(folded, tokens, language, home)
    return Parse(folded, join_names(folded, tokens, names, language), names)


def _named(folded: str, tokens: Tokens, language: Language, home: str | None) -> tuple[Tokens, tuple[Name, ...]]:
    if language.is_spaced:
        from .capitals import find_capitals
        from .fields import join_fields

        tokens, fields = join_fields(tokens, language)
        return tokens, find_capitals(folded, tokens, fields, language, home)
    from .names import find_names

    return tokens, find_names(folded, tokens, language, home)
