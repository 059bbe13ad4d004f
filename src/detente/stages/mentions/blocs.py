"""Which organisation a common noun means, in a language with cases: представитель альянса, гендиректор агентства, посланник генсека."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from detente.languages import Language

USUAL = "*"


def of_kind(words: Sequence[str], named: Collection[str], language: Language) -> str | None:
    """Return the party of the organisation that a word of an office may mean: the one `named` last of those, else the usual one of what stands last."""
    rows = {kind: codes.split() for kind, _, codes in (row.partition(": ") for row in language.lexicon.words["bloc_kind"])}
    at = next((i for i, word in enumerate(words) if word in rows), None)
    if at is None:
        return None
    codes, usual = [code.strip(USUAL) for code in rows[words[at]]], rows[words[at]][0].startswith(USUAL)
    if not usual and not language.lexicon.words["upon_field"].isdisjoint(words[at + 1 : at + 2]):
        return None
    likely = next((party for party in reversed(list(named)) if party in codes), None)
    return likely or (codes[0] if at and usual else None)
