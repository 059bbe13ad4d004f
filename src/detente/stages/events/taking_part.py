"""Who takes part in an event: those of its clause, else who is named earlier in its sentence."""

from __future__ import annotations

from bisect import bisect_left

from detente.records import Parse
from detente.resources.events import NEVER, EventWords

from .actors import Actors, Participant
from .sites import Site

ONE_SIDED = frozenset({"visit", "press-conference", "mobilize", "withdrawal", "protest", "vote"})
NEAR = 30  # characters; who speaks at a press conference is named no farther behind it
PRONOUN = "R"
CUE = "c"
UNKNOWN = "k"
VERBS = "Vv"
GOING = "going"
TOGETHER = frozenset({"meeting", "call"})


def participants(site: Site, parse: Parse, actors: Actors) -> list[Participant]:
    """Return those before the trigger in its clause, and behind it where another side has a part.

    A visitor stands behind 来访的. Else it is those before the clause, who speak and need not take part where it ends in a cue; at a press
    conference, who speaks next.
    """
    if site.trigger.type == "visit" and site.after.startswith("的") and (guests := actors.between(site.next, site.last)):
        return guests[:1]
    found = actors.between(site.first, site.at if site.trigger.type in ONE_SIDED else site.last)
    if not found and site.trigger.type == "press-conference":
        return actors.between(site.next, bisect_left(parse.tokens.starts, site.stop + NEAR))[:1]
    opening = bisect_left(parse.tokens.starts, site.opening)
    if found and PRONOUN in parse.tokens.classes[site.first : site.at]:
        return list(dict.fromkeys(actors.between(opening, site.first)[:1] + found))
    if found or (site.first > 1 and parse.tokens.classes[site.first - 2] == CUE):
        return found
    return actors.between(opening, site.first)


def participants_apart(site: Site, parse: Parse, actors: Actors, words: EventWords) -> list[Participant]:
    """Return the same where words are written apart: those before the trigger, and who stands behind it as its doer.

    Before it are those behind the last cue of its clause, else who speaks there, else who is named earlier. Where one
    side of a meeting is not named, it is the other of the two that the document is about.
    """
    cue = parse.tokens.classes.rfind(CUE, site.first, site.at)
    invited = cue >= 0 and words.before.get("inviting", NEVER).search(site.before) is not None
    here = actors.between(cue + 1, site.at) if cue >= 0 and not invited else []
    if cue >= 0 and site.trigger.type in TOGETHER and words.before.get("occasion", NEVER).search(site.before):
        here = _talkers(actors.between(site.first, cue)) or here
    here = here or actors.between(site.first, site.at)
    behind = actors.between(site.next, site.last)
    earlier = [] if here else actors.between(bisect_left(parse.tokens.starts, site.opening), site.first)
    if site.trigger.type in ONE_SIDED:
        is_noun = parse.tokens.classes[site.at] not in VERBS
        doers = behind[:1] if is_noun and words.after.get("doer", NEVER).match(site.after) else []
        comes = behind[:1] if parse.tokens.cases and site.trigger.frame == GOING else []  # в Лиму приедет премьер Чада
        return doers or here or comes or earlier or _hosts(site, parse, actors)
    found = list({actor.actor_id: actor for actor in here + earlier + behind}.values())
    if site.trigger.type in TOGETHER and not here and not earlier:
        found += _next(site, parse, actors)
    is_named = not behind and words.after.get("companion", NEVER).match(site.after)  # but known to nobody
    return found if is_named else found + _unnamed(site, parse, actors, found)


def _talkers(found: list[Participant]) -> list[Participant]:
    """Two sides that discuss something in a call."""
    return found if len({actor.party for actor in found}) > 1 else []


def _next(site: Site, parse: Parse, actors: Actors) -> list[Participant]:
    """Who is named first behind the clause: in a call with the premier, the president said."""
    return actors.between(site.last + 1, bisect_left(parse.tokens.starts, site.ending))[:1]


def _hosts(site: Site, parse: Parse, actors: Actors) -> list[Participant]:
    """Who speaks at a press conference that opens its sentence, with whom stands beside; before whose mission a crowd protests."""
    if site.trigger.type == "protest":
        return actors.between(site.next, site.last)[:1]
    if site.trigger.type != "press-conference":
        return []
    return actors.between(site.next, site.last) + _next(site, parse, actors)


def _unnamed(site: Site, parse: Parse, actors: Actors, found: list[Participant]) -> list[Participant]:
    """The other of the two main sides at a meeting where nobody else is named."""
    parties, sides = {actor.party for actor in found}, {actor.party for actor in actors.joint}
    if site.trigger.type != "meeting" or len(sides) < 2 or len(parties) > 1 or not parties <= sides:
        return []
    behind_cue = max(site.first, parse.tokens.classes.rfind(CUE, site.first, site.at))
    is_other = UNKNOWN in parse.tokens.classes[behind_cue : site.at]
    return [] if is_other else [actor for actor in actors.joint if actor.party not in parties]
