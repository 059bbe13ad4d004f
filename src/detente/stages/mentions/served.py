"""The office or the body behind a name that a relative clause says that its bearer holds or heads, where names have capitals.

Meng Lihua, who heads the National Railway Administration, …; Ana Ruiz, who is Chile's minister of mines, …
"""

from __future__ import annotations

import re

from detente.languages import Language
from detente.records import Tokens

CLAUSE = re.compile(",i(?:(v|xB)|[aD]?([cVxT])P?)([dSMe]?[^.,;:\\n“”civVqlR]{0,10})[,.]")
PRIVATE = frozenset("Ih")
PLACING = re.compile("[Po]")

Office = tuple[int, int]


def served(tokens: Tokens, last: int, language: Language) -> Office | None:
    """Return the tokens of the office that the clause behind a name makes its bearer hold, or of the public body that he heads."""
    clause = CLAUSE.match(tokens.classes, last)
    if clause is None:
        return None
    first, stop = clause.span(3)
    first += tokens.classes.startswith("d", first)
    if clause[1]:
        return (first, stop - 1) if "T" in tokens.classes[first:stop] else None
    leads = tokens.words[clause.start(2)] in language.lexicon.words["leading_verb"]
    return (first, stop - 1) if leads and _is_public(tokens, first, stop, language) else None


def _is_public(tokens: Tokens, first: int, stop: int, language: Language) -> bool:
    """Whether what somebody heads is a body of a state: the water commission, the foreign affairs portfolio; no party, no union."""
    apart = PLACING.search(tokens.classes, first, stop)
    head = apart.start() if apart else stop
    if head == first or not PRIVATE.isdisjoint(tokens.classes[first:stop]):
        return False
    return "Y" in tokens.classes[first:head] or tokens.words[head - 1].lower() in language.lexicon.words["public_charge"]
