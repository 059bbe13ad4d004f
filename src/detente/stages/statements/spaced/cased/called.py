"""What somebody is called, or something, whose name stands before the verb: обвинения посол назвал выдумкой."""

from __future__ import annotations

from ..contents import Content
from ..hits import Hit
from ..items import Items
from .phrases import phrase_at


def _calls_it(items: Items, hit: Hit) -> bool:
    """Whether what a verb calls something stands before it, and a word that points behind it: шантажом назвал это посол."""
    pointed = items.words[hit.last : hit.last + 1] and items.words[hit.last] in items.known["all_this", "whom"] and items.letters[hit.last] in "ad"
    return bool(pointed and "called" in hit.form.takes and items.cases[hit.first - 1 : hit.first] in (["o"], ["O"], ["g"], ["q"]))


def judged_until(items: Items, hit: Hit, last: int) -> int:
    """Behind what an object before the verb is called: обвинения посол назвал выдумкой; приветствовал как добрый знак."""
    if _calls_it(items, hit):
        return hit.last + 1
    as_what = not items.known["as_told"].isdisjoint(items.words[hit.last : hit.last + 1])
    if "called" not in hit.form.takes and not as_what:
        return 0
    judged = phrase_at(items, hit.last + as_what, last)
    quoted = hit.last + as_what < last and items.letters[hit.last + as_what] == "Q"
    return judged.last if judged else hit.last + as_what + 1 if quoted else 0


def explains(items: Items, hit: Hit, content: Content) -> bool:
    """Whether what stands behind a verb only goes on from its content before it: это предложение считают лишним: …; шантажом назвал это посол."""
    if _calls_it(items, hit):
        return True
    taken = "called" in hit.form.takes or hit.form.frame in ("act", "agree")
    return taken and content.kind == "quote" and items.letters[content.first - 1] == ":" and items.letters[content.first] != "Q"
