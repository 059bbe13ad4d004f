"""Who speaks without being the subject that a verb agrees with: there, the side of a passive, a name at the head of a clause."""

from __future__ import annotations

from ..hits import Hit
from ..items import Items
from ..subjects import Subject
from .phrases import phrases


def named_first(items: Items, hit: Hit, first: int) -> Subject | None:
    """Мвила добавил: a name at the head of a clause before its verb, whatever case its ending looks like."""
    at = hit.first - 1
    named = at >= first and items.letters[at] in "Kk" and items.cases[hit.at] in "mws"
    return Subject(at, at + 1, at, "named") if named and (at == first or items.letters[at - 1] in ",;.-Q") else None


def there(items: Items, hit: Hit, last: int) -> Subject | None:
    """объяснили там; там пояснили: the place named before."""
    if items.cases[hit.at] != "p":
        return None
    around = (*range(max(hit.first - 1, 0), hit.at), *range(hit.last, min(hit.last + 1, last)))
    at = next((k for k in around if items.words[k] in items.known["there"]), None)
    return Subject(at, at + 1, min(at, hit.first), "there") if at is not None else None


def of_side(items: Items, hit: Hit, first: int) -> Subject | None:
    """С российской стороны отмечена важность; сирийской стороной выражена готовность: the side that a passive tells."""
    for phrase in phrases(items, first, hit.first):
        sided = items.words[phrase.head] in items.known["side_noun"] and items.letters[phrase.head - 1 : phrase.head] == "S"
        if sided and (phrase.preposition in items.known["side_preposition"] or (not phrase.preposition and items.cases[phrase.head] == "o")):
            return Subject(phrase.first, phrase.last, phrase.first - bool(phrase.preposition), "place")
    return None
