"""What a cell hangs on, worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence

from detente.analysis.why import Why, why
from detente.stages.maps import Deed, Doing, Told

PAIR = ("GR", "TR")
AGREE, OFFER, ACCUSE, REJECT = Deed("AGREE", 1, "", None), Deed("COOPERATE", 1, "", None), Deed("ACCUSE", -1, "", None), Deed("REJECT", -1, "", None)


def said(name: str, sides: str, deed: Deed, *outlets: str, of: str = "", own: bool = True, sure: bool = True, again: bool = False) -> Told:
    """Return a report by its name; `of` is the utterance that it reports, if another's, and `again` says that a copy repeats it."""
    return Told("trade", name, of or name, "2031-01-02", Doing(frozenset(sides.split("+")), own, deed), sure, again, outlets, "en")


def found(rows: Sequence[Told], *, is_sure: bool = False) -> Why:
    return why(rows, PAIR, "trade", is_sure=is_sure)


def changes(rows: Sequence[Told]) -> list[tuple[tuple[tuple[str, ...], ...], str, str | None]]:
    return [(each.statements, each.after.relation, each.after.by) for each in found(rows).changes]


def test_the_only_word_of_a_side_decides() -> None:
    rows = [said("a", "GR", ACCUSE), said("b", "GR", ACCUSE), said("c", "TR", REJECT)]
    assert found(rows).now.relation == "divergence"
    assert changes(rows) == [((("c",),), "one-sided", "GR")]


def test_every_single_statement_that_decides_is_named() -> None:
    rows = [said("a", "GR", ACCUSE), said("c", "TR", REJECT)]
    assert changes(rows) == [((("a",),), "one-sided", "TR"), ((("c",),), "one-sided", "GR")]


def test_where_none_decides_alone_the_smallest_set_is_named() -> None:
    """Both speak for the other; without all of one side only the other speaks: TR has two statements, GR three."""
    rows = [said(name, side, OFFER) for name, side in (("a", "GR"), ("b", "GR"), ("c", "GR"), ("d", "TR"), ("e", "TR"))]
    assert changes(rows) == [((("d",), ("e",)), "one-sided", "GR")]


def test_a_statement_goes_with_all_its_reports() -> None:
    rows = [said("a", "GR", ACCUSE), said("c", "TR", REJECT), said("d", "TR", REJECT, of="c")]
    assert changes(rows)[-1] == ((("c", "d"),), "one-sided", "GR")
    assert found(rows).statements == 2


def test_without_all_that_makes_the_topic_sure_there_is_no_row() -> None:
    rows = [said("a", "GR", ACCUSE), said("b", "GR", ACCUSE, sure=False)]
    assert changes(rows) == [((("a",),), "", None)]
    assert [each.after.relation for each in found(rows, is_sure=True).changes] == ["mentioned"]


def test_outlets_take_what_came_through_them_alone() -> None:
    """TR's rejection is in two outlets; GR's accusation in one, which an agency passed on."""
    rows = [said("a", "GR", ACCUSE, "outlet:x", "outlet:agency"), said("c", "TR", REJECT, "outlet:x"), said("d", "TR", REJECT, "outlet:y", of="c")]
    assert [(each.outlet, each.gone, each.of, each.after.relation, each.after.by) for each in found(rows).outlets] == [
        ("outlet:agency", 1, 2, "one-sided", "TR"), ("outlet:x", 1, 2, "one-sided", "TR"), ("outlet:y", 0, 2, "divergence", None),
    ]  # fmt: skip


def test_a_copy_takes_the_place_of_what_it_repeats() -> None:
    rows = [said("a", "GR", ACCUSE, "outlet:x"), said("b", "GR", ACCUSE, "outlet:y", of="a", again=True), said("c", "TR", REJECT, "outlet:z")]
    assert [(each.outlet, each.gone, each.after.relation) for each in found(rows).outlets] == [
        ("outlet:x", 0, "divergence"), ("outlet:y", 0, "divergence"), ("outlet:z", 1, "one-sided"),
    ]  # fmt: skip


def test_a_copy_of_nothing_that_is_there_counts_nothing() -> None:
    rows = [said("a", "GR", ACCUSE), said("b", "TR", REJECT, again=True)]
    assert (found(rows).now.relation, found(rows).statements) == ("one-sided", 1)


def test_joint_words_and_others_words() -> None:
    """An agreement of both beside an accusation is mixed; TR's words that a third one told count nothing."""
    rows = [said("a", "GR+TR", AGREE), said("b", "GR", ACCUSE), said("c", "TR", REJECT, own=False)]
    assert found(rows).now.relation == "mixed"
    assert changes(rows) == [((("a",),), "one-sided", "GR"), ((("b",),), "common-ground", None)]


def test_where_neither_speaks_nothing_hangs_on_anything() -> None:
    empty = found([], is_sure=True)
    assert (empty.now.relation, empty.statements, empty.changes, empty.outlets) == ("mentioned", 0, (), ())


def test_the_order_of_rows_does_not_matter() -> None:
    rows = [said(f"s{i}", "GR" if i % 2 else "TR", (OFFER, ACCUSE, REJECT)[i % 3], f"outlet:{i % 4}") for i in range(10)]
    one, other = ({(frozenset(each.statements), each.after) for each in found(some).changes} for some in (rows, rows[::-1]))
    assert one == other
    assert found(rows).outlets == found(rows[::-1]).outlets
