"""Acts by what was learned of words: what no rule finds, where a rule is spoken against, and what counts in a map."""

from __future__ import annotations

import msgspec

from detente.api import read
from detente.records import Reading, Statement
from detente.resources.actwords import load_act_words
from detente.resources.heads import load_heads
from detente.resources.topicwords import UNIT
from detente.stages.acts.learned import LEAST, OVER, Ruled, features_of, learned
from detente.stages.maps import Deed, deed_of
from detente.text.packed import numbers_of

ARTICLE = "Ministers of Norway and Iceland met in Oslo on Monday. Icelandic Foreign Minister Jon Hallsson said {content}.\n"
WORDS = load_act_words("en")
assert WORDS is not None
SAID = Ruled("the berths will be dredged", "say", "", False, False, None, "")


def _said(content: str) -> Statement:
    reading = read(ARTICLE.format(content=content))
    assert isinstance(reading, Reading)
    return reading.statements[-1]


def test_words_tell_an_act_that_no_rule_finds() -> None:
    statement = _said("Norwegian trawlers empty the bank every spring")
    assert (statement.act, "act:learned " in statement.method) == ("ACCUSE", True)


def test_an_act_that_only_words_tell_counts_in_a_map_as_a_position_that_is_not_known() -> None:
    statement = _said("Norwegian trawlers empty the bank every spring")
    assert deed_of(statement) == Deed(None, 0, "", None)
    over = msgspec.structs.replace(statement, method="finite/phrase act:learned-over-demand topic:none")
    assert deed_of(over) == Deed("ACCUSE", -1, "guess", None)


def test_nothing_is_learned_of_who_speaks_for_no_side() -> None:
    reading = read(ARTICLE.format(content="so") + "\nTrawlermen said Norwegian trawlers empty the bank every spring.\n")
    assert isinstance(reading, Reading)
    assert "act:no-party" in reading.statements[-1].method


def test_a_rule_is_only_spoken_against_by_what_is_likelier_than_most() -> None:
    bare = msgspec.structs.replace(SAID, told="")
    assert LEAST < OVER
    assert all(learned(msgspec.structs.replace(bare, act=act), WORDS) is None for act in ("AGREE", "COOPERATE", "REJECT"))


def test_weights_are_hundredths_of_a_nat_beside_the_average_of_all_acts() -> None:
    known = [word for word in features_of(SAID, WORDS.letters) if WORDS.known(word)]
    for word in known:
        weights = numbers_of(WORDS.rows[word], len(WORDS.acts))
        assert abs(sum(weights)) < UNIT * len(weights) / 10
    assert "rule=" in known


def test_a_language_that_was_not_taught_goes_by_its_rules() -> None:
    assert load_heads("zh").words is None
