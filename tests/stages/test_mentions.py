"""Mentions: names, metonyms, offices, joint subjects and pronouns of an invented report."""

from __future__ import annotations

from detente.api import read
from detente.records import Reading

TEXT = "波兰外交部长科瓦尔奇克星期一与捷克外长会谈。\n华沙表示,双方讨论了航班问题。科瓦尔奇克说,波兰愿意让步。他还说,会谈是坦诚的。\n"


def test_what_names_an_actor() -> None:
    reading = read(TEXT)
    assert isinstance(reading, Reading)
    found = {TEXT[m.start : m.stop]: (m.kind, m.party) for m in reading.mentions}
    assert found["波兰"] == ("name", "PL")
    assert found["华沙"] == ("metonym", "PL")
    assert found["科瓦尔奇克"] == ("name", "PL")
    assert found["双方"] == ("joint", "CZ+PL")
    assert found["他"] == ("pronoun", "PL")


def test_mentions_are_in_order_and_do_not_overlap() -> None:
    reading = read(TEXT)
    assert isinstance(reading, Reading)
    stops = [m.stop for m in reading.mentions]
    assert all(m.start >= stop for m, stop in zip(reading.mentions[1:], stops, strict=False))


def test_the_outlet_that_opens_the_path_of_sections_is_at_home() -> None:
    text = "星洲网 > 国内\n边境墙费用谈不拢\n2026-07-09 10:00\n\n　　马来西亚与泰国同意增设联合巡逻站。\n　　外交部副部长林国强会后说，大马并不反对筑墙。\n"
    reading = read(text)
    assert isinstance(reading, Reading)
    assert [s.speaker and s.speaker.party for s in reading.statements] == ["MY+TH", "MY"]


def test_sums_in_dollars_name_no_state_and_groups_in_persons_names_do_not_count() -> None:
    sums = read("Lusaka, May 6\n\nZambia said it would pay the US$18 million by June.\n")
    persons = read("尼泊尔外长比什努·巴塔拉伊星期一与中国副外长会谈。\n巴塔拉伊说，口岸五月开放。\n")
    bare = read("尼泊尔外长巴塔拉伊星期一与中国副外长会谈。\n巴塔拉伊说，口岸五月开放。\n")
    assert all(isinstance(each, Reading) and not {"US", "TTP"} & {m.party for m in each.mentions} for each in (sums, persons, bare))
