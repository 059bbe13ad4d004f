"""Two accounts of one meeting: which mentions are of one, what each side tells, and what is contradicted."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from accounts import Compared, agreement  # the scorer

import detente
from detente.analysis.accounts import Telling, Told, compare, gatherings, told_in
from detente.analysis.accounts.alike import alike
from detente.analysis.accounts.denials import Pair, contradicts
from detente.records import Reading, Span
from detente.resources.accounts import KINDS, load_accounts
from detente.resources.codebook import DEFAULT
from detente.resources.load import DATA, load_tsv
from detente.resources.tongues import languages

from .reports import JAPANESE, KAZAKH, MONGOLIAN, astana, report, sapporo

MET = "Mongolia's foreign minister Ganzorig Bat told Kazakhstan's foreign minister Daulet Serikov that"


def told(number: int, date: str, *, place: str = "", status: str = "held", published: str = "2031-05-06", kind: str = "meeting", first: bool = True) -> Told:
    """Return a mention of a meeting of two invented reports' parties."""
    return Told(f"document:{number}", f"event:{number}", kind, ("KZ", "MN"), date, place, "en", status, published, first)


def rows_of(readings: Sequence[Reading]) -> dict[str, tuple[str, str | None, str]]:
    """Return account, side and rule by topic, of the first meeting in some readings."""
    found = gatherings(mention for reading in readings for mention in told_in(reading))
    return {row.topic: (row.account, row.by, row.method) for row in compare(found[0], readings, DEFAULT).rows}


def test_mentions_of_one_meeting_a_day_apart_are_one() -> None:
    found = gatherings([told(1, "2031-05-06"), told(2, "2031-05-05"), told(3, "2031-05-20", published="2031-05-21")])
    assert [(each.date, len(each.mentions)) for each in found] == [("2031-05-05", 2), ("2031-05-20", 1)]


def test_a_plan_is_no_meeting_until_it_has_been() -> None:
    plan = told(1, "2031-05-06", status="agreed", published="2031-05-02")
    assert gatherings([plan]) == ()
    (found,) = gatherings([plan, told(2, "2031-05-06")])
    assert (found.accounts, found.others) == (("document:2",), ("document:1",))


def test_what_was_called_off_was_not_held() -> None:
    assert gatherings([told(1, "2031-05-06", status="postponed")]) == ()


def test_a_mention_without_a_day_is_of_the_latest_meeting_in_that_place() -> None:
    (found,) = gatherings([told(1, "2031-05-06", place="Astana"), told(2, "", place="Astana", published="2031-06-30")])
    assert (found.date, found.others) == ("2031-05-06", ("document:2",))
    other = gatherings([told(1, "2031-05-06", place="Astana"), told(2, "", place="Almaty", published="2031-06-30")])
    assert [each.date for each in other] == ["2031-05-06", "2031-06-30"]


def test_calls_are_not_meetings() -> None:
    assert [each.type for each in gatherings([told(1, "2031-05-06"), told(2, "2031-05-06", kind="call")])] == ["call", "meeting"]


def test_both_accounts_of_a_meeting() -> None:
    assert rows_of(astana()) == {
        "water": ("contradicted", None, "agreed-and-denied"),
        "food": ("contradicted", None, "differing-numbers"),
        "visas": ("one", "KZ", ""),
        "transport": ("one", "MN", ""),
    }


def test_accounts_in_two_languages() -> None:
    assert rows_of(sapporo()) == {"kuril-islands": ("contradicted", None, "raised-and-not")}


def test_a_third_states_press_gives_the_account_of_those_who_speak() -> None:
    readings = [report(text, "Reuters", "2031-05-06") for text in (KAZAKH, MONGOLIAN)]
    assert rows_of(readings)["visas"] == ("one", "KZ", "") and rows_of(readings)["transport"] == ("one", "MN", "")


def test_what_only_one_report_tells_is_of_one_side() -> None:
    assert rows_of([report(JAPANESE, "Kyodo News", "2031-06-05")]) == {"kuril-islands": ("one", "JP", "")}


def test_a_side_without_a_word_for_the_meeting_is_still_heard() -> None:
    title, _, rest = MONGOLIAN.split("\n\n", 2)
    silent = f"{title}\n\n{rest.replace('Bat said', MET, 1)}"
    view = detente.compare([report(KAZAKH, "Kazinform", "2031-05-06"), report(silent, "Montsame", "2031-05-07")], "Astana meeting")
    assert set(view.shown.comparison.reports.values()) == {1}


def test_a_plan_that_a_report_of_the_day_tells_first_is_the_meeting() -> None:
    plan = told(2, "", status="agreed", published="2031-05-07")
    (found,) = gatherings([told(1, "2031-05-06"), plan])
    assert found.accounts == ("document:1", "document:2")
    (late,) = gatherings([told(1, "2031-05-06"), told(2, "", status="agreed", published="2031-05-20")])
    assert late.accounts == ("document:1",) and late.others == ()


def telling(text: str, *, act: str | None = None, side: str = "KZ", language: str = "en") -> Telling:
    """Return a statement of an account."""
    return Telling(f"statement:{text}", f"document:{side}", f"statement:{text}", (side,), (Span(0, len(text)),), text, text, language, side, (), act)


@pytest.mark.parametrize(
    ("one", "other", "share", "rule"),
    [
        ("said nothing was agreed on the dam", "said they had agreed on the dam", 0.9, "agreed-and-denied"),
        ("denied reports of a deal on the dam", "said they had agreed on the dam", 0.0, "agreed-and-denied"),
        ("denied the accusation on the dam", "said they had agreed on the dam", 0.0, ""),
        ("said the dam was not discussed", "said he had raised the dam", 0.0, "raised-and-not"),
        ("said 40 engineers would come to the dam", "said 60 engineers would come to the dam", 0.9, "differing-numbers"),
        ("said the dam would open in May", "said the dam would open in July", 0.9, "differing-numbers"),
        ("said 40 engineers would come to the dam", "said 60 engineers would come to the dam", 0.2, ""),
        ("said the dam would open in May", "welcomed the dam", 0.9, ""),
        ("said they had agreed on the dam", "said they had agreed on the dam", 0.9, ""),
    ],
)  # fmt: skip
def test_contradictions(one: str, other: str, share: float, rule: str) -> None:
    assert contradicts(Pair(telling(one), telling(other, side="MN"), share, False)) == rule


def test_a_denial_of_something_else_contradicts_nothing_that_is_confirmed() -> None:
    pair = Pair(telling("said no deal was reached on the dam"), telling("agreed on the bridge", act="AGREE", side="MN"), 0.0, True)
    assert contradicts(pair) == ""


def test_tellings_of_the_same_are_alike_and_names_of_the_two_tell_nothing() -> None:
    ours = [telling("Kazakhstan would send engineers to repair the railway"), telling("Kazakhstan and Mongolia are friends")]
    theirs = [telling("engineers will repair the old railway", side="MN"), telling("Mongolia and Kazakhstan trade", side="MN")]
    assert [(one.text, other.text) for one, other, _ in alike(ours, theirs, ("KZ", "MN"))] == [(ours[0].text, theirs[0].text)]
    dated = telling("40 engineers would come to Sapporo by June 10", side="MN")
    russian = telling("\u0432 \u0421\u0430\u043f\u043f\u043e\u0440\u043e \u043f\u0440\u0438\u0435\u0434\u0443\u0442 40", language="ru")
    assert [share for *_, share in alike([russian], [dated], ("KZ", "MN"), "2031-05-06")] == [1.0]
    foreign = [telling("engineers will repair the old railway", side="MN", language="ru")]
    assert not list(alike(ours, foreign, ("KZ", "MN")))


@pytest.mark.parametrize("language", languages())
def test_a_pattern_matches_its_example(language: str) -> None:
    patterns = load_accounts(language)
    rows = list(load_tsv(DATA / "languages" / language / "accounts.tsv", ("kind", "example", "source")))
    assert {row["kind"] for row in rows} <= set(KINDS)
    assert [row["example"] for row in rows if not patterns[row["kind"]].search(row["example"].casefold())] == []


def test_the_score_counts_a_row_with_its_side() -> None:
    found, gold = frozenset({("water", "one", "KZ")}), frozenset({("water", "one", "MN")})
    assert agreement([Compared(found, gold)])["precision"] == 0
