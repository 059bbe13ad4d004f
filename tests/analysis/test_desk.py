"""Who speaks, what is spoken of, days and portraits: small sums worked out by hand."""

from __future__ import annotations

from detente.analysis.portrait import Sums, addressed, latest_on, portrait
from detente.analysis.relations import Related
from detente.analysis.speaking import Share, Speaking, Subject, speakers, subjects
from detente.analysis.timeline import Day, On, days_of_sayings, latest, moments
from detente.records import Cue, Heard, Office, Saying, Speaker, Statement

from .test_happenings import happenings, told

PRO, CON = '["COOPERATE",1,"",null]', '["REJECT",-1,"",null]'


def saying(day: str, number: int, party: str, topic: str, deed: str = PRO, *, utterance: str = "", own: bool = True, sure: bool = True, at: str = "") -> Saying:
    return Saying(day, at or day, f"d{at or day}", f"d{at or day}", number, utterance or f"s{number}", party, party, topic, own, deed, sure)


SAYINGS = [  # from the latest report back
    saying("2031-03-05", 6, "JP", "trade", CON),
    saying("2031-03-05", 5, "CN", "trade"),
    saying("2031-03-04", 5, "CN", "trade", utterance="s1", at="2031-03-05"),
    saying("2031-03-04", 4, "CN", "visas"),
    saying("2031-03-04", 3, "JP", "energy", sure=False),
    saying("2031-03-04", 2, "US", "energy"),
    saying("2031-03-04", 1, "CN", "trade", utterance="s1"),
    saying("", 7, "CN", "trade", at="2031-03-02"),
    saying("2031-03-01", 8, "CN", "trade"),
]


def test_speakers() -> None:
    whole = [Heard(("person:a",), 3, 2), Heard(("person:b",), 1, 1)]
    parties = [Heard(("person:a", "CN"), 3, 0), Heard(("person:b", ""), 1, 0)]
    topics = [Heard(("person:a", "iran"), 1, 0), Heard(("person:a", "trade"), 2, 0), Heard(("person:c", "trade"), 9, 0)]
    outlets = [Heard(("person:a", "outlet:x"), 0, 1), Heard(("person:a", "outlet:y"), 0, 2)]
    found = speakers(whole, parties, topics, outlets, {"person:a": ("2031-03-01", "2031-03-05")}, most=1)
    assert found == (
        Speaking("person:a", 3, 2, (Share("CN", 3),), (Share("trade", 2),), (Share("outlet:y", 2),), "2031-03-01", "2031-03-05"),
        Speaking("person:b", 1, 1, (), (), (), "", ""),
    )


def test_subjects() -> None:
    found = subjects([Heard(("trade",), 3, 2), Heard(("iran",), 1, 1)], [Heard(("trade", "CN"), 2, 0)], {"trade": Related("one-sided", "CN")})
    assert found == (Subject("trade", 3, 2, (Share("CN", 2),), "one-sided", "CN"), Subject("iran", 1, 1, (), "", ""))


def test_days() -> None:
    undated, first, fourth, fifth = days_of_sayings(SAYINGS, ("CN", "JP"))
    assert (undated.date, first.date) == ("", "2031-03-01")
    sides = (Share("CN", 2), Share("JP", 1))
    topics = On("energy", 1, "one-sided", "JP"), On("trade", 1, "one-sided", "CN"), On("visas", 1, "one-sided", "CN")
    assert fourth == Day("2031-03-04", sides, topics, 2, ("s1", "s4", "s3"))
    assert fifth.topics == (On("trade", 2, "divergence", ""),)


def test_a_joint_statement_counts_once_on_its_topic() -> None:
    both = [saying("2031-03-04", 1, party, "trade")._replace(sides="CN+JP") for party in ("CN", "JP")]
    (day,) = days_of_sayings(both, ("CN", "JP"))
    assert day.sides == (Share("CN", 1), Share("JP", 1)) and day.topics == (On("trade", 1, "common-ground", ""),)


def test_only_what_others_tell_is_no_day() -> None:
    assert days_of_sayings([saying("2031-03-04", 1, "CN", "trade", own=False)], ("CN", "JP")) == ()


def test_the_latest_days() -> None:
    read: list[Saying] = []

    def reading() -> object:
        for each in SAYINGS:
            read.append(each)
            yield each

    assert {each.day for each in latest(reading(), 1)} == {"2031-03-05"} and len(read) == 4  # type: ignore[arg-type]
    assert {each.day for each in latest(SAYINGS, 2)} == {"2031-03-04", "2031-03-05"}
    assert latest(SAYINGS, 0) == SAYINGS == latest(SAYINGS, 9)


def test_events_come_before_the_statements_of_their_day() -> None:
    events = happenings([told(1, "2031-03-04", "2031-03-04"), told(2, "2031-03-04", "2031-04", kind="visit")])
    found = moments(events, days_of_sayings(SAYINGS, ("CN", "JP")))
    assert [(type(each).__name__, each.date) for each in found] == [
        ("Day", ""), ("Day", "2031-03-01"), ("Happening", "2031-03-04"), ("Day", "2031-03-04"), ("Day", "2031-03-05"), ("Happening", "2031-04"),
    ]  # fmt: skip
    assert len(moments(events, (), 1)) == 1


def test_a_portrait() -> None:
    sums = Sums(
        [Heard(("person:a",), 3, 2)], [Heard(("person:a", "trade"), 3, 0)], [Heard(("person:a", "outlet:x"), 0, 2)],
        [Heard(("person:a", "CN"), 3, 0)], [Heard(("REJECT",), 2, 0), Heard(("none",), 1, 0)],
    )  # fmt: skip
    office = Office("CN", ("office:president",), 2, "2031-03-01", "2031-03-05")
    found = portrait("person:a", {"en": "A"}, sums, ("2031-03-01", "2031-03-05"), [office], {"trade": ("d", 1)}, (), ())
    assert (found.statements, found.reports, found.parties, found.speakers) == (3, 2, (Share("CN", 3),), ())
    assert found.topics[0].latest == ("d", 1) and found.acts == (Share("REJECT", 2), Share("none", 1)) and found.offices == (office,)
    party = portrait("CN", {}, Sums([], [], [], [Heard(("CN", "person:a"), 3, 0)], []), ("", ""), [], {}, (), ())
    assert (party.statements, party.parties, party.speakers) == (0, (), (Share("person:a", 3),))


def test_latest_words_and_addressees() -> None:
    assert latest_on(SAYINGS, ["trade", "energy", "iran"]) == {"trade": ("d2031-03-05", 6), "energy": ("d2031-03-04", 3)}
    to = Speaker(0, 1, "state:US", "US", "US")
    said = Statement("s", None, Cue(0, 1, "say"), (), "direct", to, (), None, None, None, None, None, (), 1.0, "m")
    assert addressed([said, said]) == (Share("state:US", 2),)
