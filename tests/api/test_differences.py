"""Two readings of one document: what the later one has gained, lost and changed."""

from __future__ import annotations

from msgspec.structs import replace

from detente import read
from detente.pipeline import differences
from detente.records import Reading, Span, Statement

TEXT = "中方发言人表示,中方愿与日方就渔业保持对话。日方外相表示,日方同意继续谈判。美方发言人说,美方反对加征关税。"


def reading(text: str = TEXT) -> Reading:
    """Return the reading of three statements."""
    found = read(text)
    assert isinstance(found, Reading) and len(found.statements) >= 3
    return found


def with_statements(whole: Reading, *statements: Statement) -> Reading:
    """Return a reading with other statements, and the positions that rest on them."""
    kept = {statement.id for statement in statements}
    return replace(whole, statements=statements, positions=tuple(p for p in whole.positions if p.evidence_id in kept))


def test_the_same_reading_has_no_differences() -> None:
    found = differences(reading(), reading())
    assert (found.gained, found.lost, found.changed) == ((), (), ())


def test_statements_are_gained_and_lost() -> None:
    whole = reading()
    one, two, three = whole.statements
    found = differences(with_statements(whole, one, two), with_statements(whole, two, three))
    assert (found.gained, found.lost, found.changed) == ((three,), (one,), ())
    assert found.document_id == whole.document.id


def test_a_changed_field_is_named() -> None:
    whole = reading()
    one = replace(whole.statements[0], act="REJECT", polarity=-1.0)
    (changed,) = differences(whole, with_statements(whole, one, *whole.statements[1:])).changed
    assert (changed.before, changed.after, changed.fields) == (whole.statements[0], one, ("act", "polarity"))


def test_a_statement_is_known_again_by_its_cue_and_by_its_content() -> None:
    whole = reading()
    one, two, three = whole.statements
    span = one.content[0]
    shorter = replace(one, id="statement:1", content=(Span(span.start, span.stop - 1),))
    elsewhere = replace(two, id="statement:2", cue=replace(two.cue, start=two.cue.start - 1))
    found = differences(with_statements(whole, one, two, three), replace(whole, statements=(shorter, elsewhere, three)))
    assert (found.gained, found.lost) == ((), ())
    assert [set(each.fields) - {"positions"} for each in found.changed] == [{"content"}, {"cue"}]


def test_positions_that_differ_are_told() -> None:
    whole = reading()
    assert whole.positions
    before = replace(whole, positions=whole.positions[1:])
    fields = [each.fields for each in differences(before, whole).changed]
    assert fields == [("positions",)]


def test_many_statements_take_linear_time() -> None:
    one = reading().statements[0]
    many = tuple(replace(one, id=f"statement:{i}", cue=replace(one.cue, start=i, stop=i + 1)) for i in range(20_000))
    moved = tuple(replace(each, id=f"{each.id}x") for each in many)
    found = differences(replace(reading(), statements=many, positions=()), replace(reading(), statements=moved, positions=()))
    assert (found.gained, found.lost, found.changed) == ((), (), ())
