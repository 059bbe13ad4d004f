"""For which of the two sides of a text somebody speaks by his name, where no word beside it tells."""

from __future__ import annotations

from collections.abc import Iterable

from detente.resources.name_stocks import are_alike, likelihood

TOLD = 3.7  # how much likelier a name has to be in another state, as a logarithm: fitted to the short reports
ACTED = 1.5  # the same of the side that acted last


def likelier(name: str, guess: str | None, sides: Iterable[str], language: str, acting: str | None = None) -> str | None:
    """Return the side in whose state a name is far more usual than in the one guessed, else the guess; no guess is none.

    Of the side that is `acting` it need only be more usual.

    >>> likelier("Zbigniew Rolnicki", "IL", ("IL", "PL"), "en"), likelier("Ana Ruiz", "MX", ("MX", "CO"), "en")
    ('PL', 'MX')
    """
    told = likelihood(language, guess, name) if guess else None
    if guess is None or told is None:
        return guess
    near = (*sides, acting) if acting else sides
    apart = [side for side in dict.fromkeys(near) if side != guess and not are_alike(language, guess, side)]
    others = ((found - (ACTED if side == acting else TOLD), side) for side in apart if (found := likelihood(language, side, name)) is not None)
    best, side = max(others, default=(told, guess))
    return side if best > told else guess


def likeliest(name: str, sides: tuple[str, ...], language: str) -> str | None:
    """Return the one of two sides in whose state a name is far more usual than in the other; none where it is not.

    >>> likeliest("Zbigniew Rolnicki", ("IL", "PL"), "en"), likeliest("Ana Ruiz", ("MX", "CO"), "en")
    ('PL', None)
    """
    told = {likelier(name, side, sides, language) for side in sides}
    return next(iter(told)) if len(told) == 1 and len(sides) > 1 else None
