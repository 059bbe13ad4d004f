"""What tellings of a meeting are on, and which sentences are tellings: short invented reports, one for each kind."""

from __future__ import annotations

import pytest

from detente.analysis.accounts import Telling, told_in
from detente.analysis.accounts.sides import press_of
from detente.analysis.accounts.subjects import matters_of, on_topics
from detente.analysis.accounts.tellings import tellings_in, tells
from detente.analysis.press import home_of
from detente.resources.accounts import load_accounts
from detente.resources.codebook import DEFAULT, load_codebook
from detente.resources.load import DATA, load_tsv
from detente.resources.tongues import languages
from detente.resources.weights import load_weights

from .reports import report

TOPICS = frozenset(topic.id for topic in load_codebook().topics)
MET = "Ruslan Akhmetov, Kazakhstan's foreign minister, met Mongolia's foreign minister Ganzorig Bat in Astana on Tuesday.\n\n"


def read(text: str, outlet: str = "Kazinform", pair: tuple[str, str] = ("KZ", "MN")) -> tuple[Telling, ...]:
    """Return the tellings of a report of a meeting."""
    reading = report(text, outlet, "2031-05-06")
    return tellings_in(reading, pair, press_of([reading], pair), "2031-05-06", frozenset())


def topics(text: str, outlet: str = "Kazinform", pair: tuple[str, str] = ("KZ", "MN")) -> set[str]:
    """Return what a report surely tells of."""
    told = on_topics(read(text, outlet, pair), {}, DEFAULT, pair, load_weights())
    return {topic for telling in told for topic, share in telling.topics if share >= 0.5}


@pytest.mark.parametrize("language", languages())
def test_a_matter_matches_its_example(language: str) -> None:
    rows = list(load_tsv(DATA / "languages" / language / "matters.tsv", ("topic", "pattern", "example")))
    assert [row["example"] for row in rows if row["topic"] not in matters_of(row["example"], language, {row["topic"]})] == []
    assert {topic for row in rows for topic in (row["topic"], *row["over"].split())} <= TOPICS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("they would let go the eleven fishermen", {"consular"}),
        ("a fisheries commission would meet", set()),
        ("free movement of nationals", set()),
        ("the ban on onion exports would end", {"food"}),
        ("the prime minister would visit in june", {"leaders-meeting"}),
        ("the reports of the press were read", set()),
    ],
)
def test_words_show_a_topic_together(text: str, found: set[str]) -> None:
    assert set(matters_of(text, "en", TOPICS)) == found


def test_only_topics_of_the_codebook_are_shown() -> None:
    assert matters_of("they would let go the eleven fishermen", "en", {"fisheries"}) == {}


def test_a_sentence_in_which_nobody_is_quoted_tells_what_will_be() -> None:
    assert topics(MET + "Mongolia will free eleven Kazakh drivers by Friday.\n") == {"consular"}
    assert topics(MET + "Eleven Kazakh drivers were arrested at the border in March.\n") == set()
    assert not tells("Asked about the ferry", "en")


def test_a_clause_before_who_is_quoted_is_told() -> None:
    text = MET + "Mongolia will free eleven Kazakh drivers by Friday, the foreign ministry said late on Tuesday after the talks.\n"
    assert "consular" in topics(text)


def test_what_follows_goes_by_the_topic_of_what_is_before() -> None:
    text = MET + 'Akhmetov said the ban on imports of Mongolian mutton would stay. "The ban is fair," Akhmetov said.\n'
    assert topics(text) == {"food"}


def test_experts_speak_for_nobody() -> None:
    text = MET + "Former Kazakh ambassador Marat Seitov said Kazakhstan would reopen the eastern crossing.\n"
    assert not any(telling.statement_id for telling in read(text))


def test_one_who_is_named_alike_speaks_for_the_same_side() -> None:
    text = (
        "Iraq's foreign minister Karim al-Amin met his Kuwaiti counterpart Fahad al-Sabri in Basra.\n\n"
        "Karim al-Amin said Iraq would reopen the crossing.\n\n"
        "Al-Amin said the bridge would open in May. He said the road would be closed.\n"
    )
    told = [telling for telling in read(text, "INA", ("IQ", "KW")) if telling.statement_id]
    assert [telling.sides for telling in told] == [("IQ",)] * 3


def test_a_short_agreement_goes_on_behind_its_comma() -> None:
    text = "\u4e2d\u56fd\u5916\u957f\u674e\u5e73\u8868\u793a\uff0c\u53cc\u65b9\u540c\u610f\uff0c\u6e14\u4e1a\u70ed\u7ebf\u4e94\u6708\u8d77\u5f00\u901a\u3002\n"
    assert any("\u70ed\u7ebf" in telling.content for telling in read(text, "Xinhua", ("CN", "VN")))


def test_namesakes_and_endings_of_sites_tell_the_state_of_an_outlet() -> None:
    journal = "outlet:world-journal"
    assert home_of(journal, ("PH", "TW")) == "PH" and home_of(journal, ("CN", "VN")) == "US"
    assert home_of("outlet:Daily.Example.lv", ("BY", "LV")) == "LV" and home_of("outlet:Example.io", ("BY", "LV")) == ""


def test_parts_of_a_sentence_are_told_apart_but_a_denial_stays_with_what_it_is_of() -> None:
    text = MET + "The contract for the railway bridge is to be signed in May, and police of the two countries will patrol the lower river together.\n"
    assert [telling.content.split()[0] for telling in read(text)] == ["The", "police"]
    assert {"transport", "crime"} <= topics(text)
    denied = MET + "Akhmetov said exports of wheat would be looked at in autumn, and no tonnage had been offered to anybody.\n"
    assert any("wheat" in telling.content and "tonnage" in telling.content for telling in read(denied))


def test_where_when_and_to_whom_somebody_spoke_is_no_telling() -> None:
    text = "ASTANA, May 6 (Kazinform) - Kazakhstan will reopen the crossing, Ruslan Akhmetov told reporters at the airport before boarding.\n"
    assert all("Kazinform" not in telling.content and "airport" not in telling.content for telling in read(text))


def test_of_what_is_said_to_be_agreed_the_act_is_that_of_agreeing() -> None:
    told = read(MET + "Akhmetov said the two sides had agreed to reopen the crossing in May.\n")
    assert "AGREE" in {telling.act for telling in told}


def test_a_meeting_of_one_named_state_is_with_that_of_the_press() -> None:
    text = "Minister back from talks\n\nThe minister held talks with Mongolia's foreign minister Ganzorig Bat on May 5.\n\n"
    named = report(text + "Kazakhstan will buy mutton.\n", "Kazinform", "2031-05-06")
    assert {told.parties for told in told_in(named)} == {("KZ", "MN")} and not list(told_in(report(text, "Kazinform", "2031-05-06")))


def test_a_phrase_in_front_tells_what_is_talked_about_and_other_states_alone_nothing() -> None:
    fronted, *_ = read("On the export of mutton, Akhmetov said the quota would be raised in June.\n")
    assert "mutton" in fronted.front
    assert not any("Fiji" in telling.content for telling in read(MET + "The minister will travel on to Fiji for a summit on May 9.\n"))


@pytest.mark.parametrize(
    ("language", "denied", "told"),
    [
        ("en", "The price is still under negotiation", "The plan was considered a success by both sides"),
        ("en", "The talks did not touch on the islands", "Nobody will need a visa from May"),
        ("en", "Inspectors will come first, and only then will the ministry decide", "The bridge will reopen in May"),
        ("ru", "Дату визита согласуют позднее", "Поезд пойдет с июня"),
        ("ru", "Речь о кредите не шла", "Министры обсудили и вопросы торговли"),
        ("ru", "Вопрос о цене остается предметом переговоров", "До конца года будет построен мост"),
        ("zh", "访问日期将通过外交渠道另行商定", "双方商定五月重开口岸"),
        ("zh", "日期尚未确定", "双方同意不再收取签证费"),
        ("zh", "贷款问题要视评估结果而定", "泰方将在审查后公布名单"),
    ],
)
def test_what_is_left_open_is_not_agreed(language: str, denied: str, told: str) -> None:
    open_kinds = ("none-agreed", "not-raised", "denied")
    patterns = load_accounts(language)
    assert any(patterns[kind].search(denied.casefold()) for kind in open_kinds)
    assert not any(patterns[kind].search(told.casefold()) for kind in open_kinds)
