"""Which offices are of citizens and of no state: the chairman of a fishermen's cooperative, the growers' representative."""

from __future__ import annotations

import re

from detente.languages import Language
from detente.records import Tokens

OF_BODY = re.compile("[Tth][xk]{0,2}[oP]((?:[^oP,.]|P(?=d?x))+)")
OWNED = re.compile("([xk]|k)e?[xk]{0,2}?T")
BEHIND = re.compile("o[xk]+")

Office = tuple[int, int]


def is_of_citizens(tokens: Tokens, office: Office, language: Language) -> bool:
    """Return whether somebody heads or speaks for a body of citizens, or for people of a trade."""
    return _is_of_body(tokens, office, language) or _is_of_people(tokens, office, language)


def is_of_any_side(tokens: Tokens, office: Office, language: Language) -> bool:
    """Return whether an office is one that the government's people and its opponents both have (a Green politician), or a people's: Chief Ana Ruiz."""
    head = tokens.classes.rfind("T", office[0], office[1] + 1)
    if office[0] == office[1] and tokens.words[head].lower() in language.lexicon.words["traditional"]:
        return True
    return head >= 0 and tokens.words[head].lower().rsplit(" ", 1)[-1] in language.lexicon.words["of_any_side"]


def _is_of_body(tokens: Tokens, office: Office, language: Language) -> bool:
    """The president of the Nador chamber of commerce; a spokesman for the drivers' union; not of the Union."""
    of = OF_BODY.search(tokens.classes, office[0], office[1] + 1)
    if of is None or (tokens.words[of.end(1) - 1].istitle() and of.end(1) - of.start(1) - (tokens.classes[of.start(1)] == "d") < 2):
        return False
    behind = BEHIND.match(tokens.classes, of.end(1), office[1] + 1)
    named = " ".join(tokens.words[of.end(1) - 1 : behind.end() if behind else of.end(1)]).lower()
    return named in language.lexicon.words["private_body"] or tokens.words[of.end(1) - 1].lower() in language.lexicon.words["private_body"]


def _is_of_people(tokens: Tokens, office: Office, language: Language) -> bool:
    """The growers' representative, a union leader: of those whose trade or body stands before the office."""
    head = tokens.classes.find("T", office[0], office[1] + 1)
    at = head - 1 - tokens.classes.startswith("e", head - 1) if head > 0 else -1
    known = language.lexicon.words["private", "private_body"]
    if at < max(0, office[0] - 2) or tokens.classes[at] not in "xk" or tokens.words[at].lower() not in known:
        return False
    return tokens.words[at].islower() or tokens.classes[at + 1] == "e"
