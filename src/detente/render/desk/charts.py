"""What the pictures of actors, topics and profiles show as bars."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from detente.analysis.portrait import Portrait
from detente.analysis.speaking import Share, Speaking, Subject

from .bars import Bar, Group, group_of, render_bars
from .people import told, topics_title
from .profile import MOST_SHOWN, Words, act_name, name_of, profile_title, summary
from .shown import Shown

MOST = 60  # bars of actors and topics


def render_actors(found: Sequence[Speaking], shown: Shown, limit: int, form: str) -> bytes:
    """Return how much each actor says as a picture; below each for whom and on what. Of `limit` there may be more (0: these are all)."""
    words = shown.words
    bars = (
        Bar(
            shown.labels.actor(each.actor_id), each.statements, shown.bounds(each.statements),
            words.text("list.dot").join(filter(None, (words.text("list.comma").join(shown.labels.party(share.key) for share in each.parties),
                                                      shown.topics(each.topics)))),
        )
        for each in found
    )  # fmt: skip
    return _of_statements(words.text("desk.actors"), bars, shown, limit, form)


def render_topics(found: Sequence[Subject], shown: Shown, pair: tuple[str, str] | None, limit: int, form: str) -> bytes:
    """Return how much is said on each topic as a picture; below each the relation of a pair, and which parties speak. Of `limit` there may be more."""
    words = shown.words
    bars = (
        Bar(
            shown.labels.topic(each.topic), each.statements, shown.bounds(each.statements),
            words.text("list.dot").join(filter(None, (shown.relation(each.relation, each.by) if pair else "", shown.parties(each.parties)))),
        )
        for each in found
    )  # fmt: skip
    return _of_statements(topics_title(shown, pair), bars, shown, limit, form)


def _of_statements(title: str, bars: Iterable[Bar], shown: Shown, limit: int, form: str) -> bytes:
    group = group_of(shown.words.text("desk.statements"), bars, MOST)
    cut = (shown.words.text("web.limits.limit", n=limit),) if limit and len(group.bars) + group.more >= limit else ()
    return render_bars(title, (*told(shown), *cut), (group,), shown, form)


def render_profile(found: Portrait, latest: Mapping[str, Words], shown: Shown, form: str) -> bytes:
    """Return a profile as a picture: by section what is counted, and below each topic the latest words."""
    topics = (Bar(shown.labels.topic(each.topic), each.statements, shown.bounds(each.statements), _said(latest.get(each.topic))) for each in found.topics)
    groups = (
        _section("parties", "statements", _named(found.parties, shown), shown),
        _section("speakers", "statements", _named(found.speakers, shown), shown),
        _section("on", "statements", topics, shown),
        _section("acts", "claims", (Bar(act_name(each, shown), each.number, shown.bounds(each.number)) for each in found.acts), shown),
        _section("addressees", "statements", _named(found.addressees, shown), shown),
        _section("outlets", "reports", (Bar(name_of(each.key, shown), each.number) for each in found.outlets), shown),
    )
    return render_bars(profile_title(found, shown), (summary(found, shown), *told(shown)), groups, shown, form)


def _named(shares: Iterable[Share], shown: Shown) -> Iterable[Bar]:
    return (Bar(name_of(each.key, shown), each.number, shown.bounds(each.number)) for each in shares)


def _section(section: str, unit: str, bars: Iterable[Bar], shown: Shown) -> Group:
    """The first bars of a section of a profile, and what they count."""
    head = shown.words.text("map.counted", what=shown.words.text(f"desk.{section}"), where=shown.words.text(f"desk.{unit}"))
    return group_of(head, bars, MOST_SHOWN)


def _said(words: Words | None) -> str:
    return f"\u201c{words.words}\u201d" if words else ""
