"""Headlines: their parts stand apart by spaces, as clauses do by commas."""

from __future__ import annotations

from msgspec import structs

from detente.records import Tokens

SPACE, CLAUSE = " ", ","


def with_pauses(tokens: Tokens, first: int, last: int) -> Tokens:
    """Return the tokens with the spaces of a headline at `first` to `last` (exclusive) as marks between clauses.

    甲方抗議乙方動議 乙方領事館:尊重議會 is read as 甲方抗議乙方動議,乙方領事館:尊重議會.
    """
    if SPACE not in tokens.classes[first:last]:
        return tokens
    parts = tokens.classes[:first], tokens.classes[first:last].replace(SPACE, CLAUSE), tokens.classes[last:]
    return structs.replace(tokens, classes="".join(parts))
