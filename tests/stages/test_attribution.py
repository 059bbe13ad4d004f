"""For whom speakers speak, and who is told. All officials are invented."""

from __future__ import annotations

import pytest

from detente.api import read
from detente.records import Reading, Statement

PARTIES = (
    ("边境增设岗哨\n2025-09-12 19:04 星洲日报\n（古晋5日讯）内政部副部长拿督山苏亚努亚指出，我国已在与印尼接壤的边境增设岗哨。", "MY"),
    ("捷克議長來訪\n〔記者 陳鈺／台北報導〕\n捷克議長今拜會外交部。外交部次長吳志中感謝捷克國會支持。中國國台辦指捷克「玩火」。", "TW CN"),
    ("与乌干达重开边界\n2022年1月31日 卢旺达新时代报\n外交部宣布，将重开与乌干达的加图纳口岸。", "RW"),
    ("俄防长别洛戈罗夫称，演习按计划进行。", "RU"),
    ("白宫发言人格林说，总统没有改变主意。", "US"),
    ("印度驻华大使说，两国应恢复直航。", "IN"),
    ("美国驻以色列大使说，华盛顿支持停火。", "US"),
    ("美国财政部负责制裁事务的官员说，名单会扩大。", "US"),
    ("前美国国务卿说，制裁没有用。", None),
    ("三天前美国国务卿说，制裁没有用。", "US"),
    ("清华大学教授周维说，关系难以改善。", None),
    ("挪威首相与瑞典首相共同表示，北欧将加强防务。", "NO+SE"),
    ("欧盟外交与安全政策高级代表维尔特曼说，制裁不变。", "EU"),
    ("约旦外交部发言人说，安曼反对。该部还说，口岸保持开放。", "JO JO"),
    ("秘鲁总统卡斯特说，边界不变。这位总统还说，利马不怕诉讼。", "PE PE"),
    ("伊拉克总理和土耳其总统在巴格达会谈。双方商定开放边境。", "IQ+TR"),
    ("乌兹别克斯坦外长来访。乌兹别克斯坦代表团随行。乌方表示，水库数据已经公布。", "UZ"),
    ("秘鲁《海岸早报》在社评中写道，信任不行。", None),
    ("乌兹别克斯坦总理来访。乌国农业部说，洋葱合格。", "UZ"),
    ("乌克兰总理来访。乌国农业部说，洋葱合格。", "UA"),
    ("塞尔维亚和科索沃谈判。普里什蒂纳代表来了。普方说，执照会发放。", "XK"),
    ("经济产业大臣早川悠说，企业会留下。", "JP"),
    ("匈牙利外交部一名知情人士透露，签字会推迟。该人士承认，时间不多。", "HU HU"),
    ("多名外交消息人士说，签字会推迟。", None),
    ("哥伦比亚卡拉马尔电台说，签字会推迟。", None),
    ("秘鲁外长卡斯特利说，利马欢迎。卡斯特里还说，边境重开。", "PE PE"),
)


def _read(text: str) -> tuple[Statement, ...]:
    reading = read(f"一个标题\n\n{text}\n")
    assert isinstance(reading, Reading)
    return reading.statements


@pytest.mark.parametrize(("text", "parties"), PARTIES)
def test_parties(text: str, parties: str | None) -> None:
    found = [s.speaker.party if s.speaker else None for s in _read(text)]
    assert found == (parties.split() if parties else [None])


def test_addressee_is_named() -> None:
    (statement,) = _read("澳洲總理提醒北京，貿易不是武器。")
    assert statement.addressee
    assert (statement.addressee.name, statement.addressee.party) == ("北京", "CN")


def test_what_a_stand_is_about_is_nobody_told() -> None:
    (statement,) = _read("菲律宾政府对中国海警船撞击渔船表示强烈不满。")
    assert statement.addressee is None


def test_own_side_is_not_told_twice() -> None:
    (statement,) = _read("中国外交部发言人说，中方敦促有关国家停止对台军售。")
    assert statement.speaker and statement.speaker.party == "CN"


@pytest.mark.parametrize(
    "heading",
    [
        "Иран и Азербайджан провели переговоры. Об этом сообщили заместители министров двух стран Бехруз Азади и Эльмар Гулиев.",
        "Министры энергетики Ирана и Азербайджана Бехруз Азади и Эльмар Гулиев провели переговоры.",
    ],
)
def test_two_who_are_named_together_speak_each_for_the_own_state(heading: str) -> None:
    reading = read(f"{heading}\n\nАзади заявил, что газ дорог. Гулиев сказал, что зима близко.\n")
    assert isinstance(reading, Reading)
    assert [s.speaker.party for s in reading.statements if s.speaker][-2:] == ["IR", "AZ"]
