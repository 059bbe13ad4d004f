"""What is a copy of what: across scripts, edits, cuts and heads; and what is none."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from itertools import permutations

import msgspec
import pytest

from detente.api import read
from detente.copies import METHOD, Fingerprint, Member, changes_between, fingerprint_of, group, member_of
from detente.copies.body import folded_body
from detente.copies.printed import credits_another
from detente.records import Document, Reading
from detente.text.fold import convert

ZH = (
    "挪威外长斯特兰三日在奥斯陆表示，挪方愿意同冰岛恢复有关鲭鱼配额的谈判，但不会接受任何先决条件。",
    "冰岛渔业部长豪克斯多蒂尔当天在雷克雅未克回应说，冰方对对话持开放态度，同时要求挪威先修复联合巡查机制。",
    "双方没有就下一轮会谈的日期达成一致，两国专家将于本月底前在托尔斯港交换今年的捕捞数据。",
    "渔民协会负责人认为，若秋季之前仍无安排，北部港口的加工厂将不得不裁减一半工人。",
)
EN = (
    "Norway is ready to resume talks with Iceland on mackerel quotas but will accept no conditions, Foreign Minister Halvor Strand said in Oslo on Monday.",
    "Iceland's fisheries minister, Birna Hauksdottir, answered from Reykjavik that her government was open to talks once joint inspections were restored.",
    "No date was set for another round, though experts from both sides will exchange this year's catch figures in Torshavn before the month is out.",
    "Should nothing be settled by autumn, the fishermen's union warned, plants in the northern harbours would have to let half of their workers go.",
)
RU = (
    "Норвегия готова возобновить переговоры с Исландией о квотах на скумбрию, но не примет предварительных условий, заявил в Осло министр Халвор Странд.",
    "Министр рыболовства Исландии Бирна Хёйксдоттир ответила из Рейкьявика, что её правительство открыто к диалогу, если вернётся совместный надзор.",
    "Дату нового раунда не назвали, однако эксперты обеих сторон ещё до конца месяца обменяются в Торсхавне данными об улове.",
)


def _document(*paragraphs: str, head: str = "Talks\n4 March 2031 10:00\n", foot: str = "") -> Document:
    found = read(head + "\n" + "\n".join(paragraphs) + "\n" + foot)
    assert isinstance(found, Reading)
    return found.document


def _bare(text: str, language: str) -> Document:
    """A document of which nothing is known but its text and language."""
    return Document("document:1", "", None, language, None, None, (), None, None, None, None, (), (), (), "", text)


def _are_one(one: Document, other: Document) -> bool:
    assert one.id != other.id
    return len(set(_group((one, other)).values())) == 1


def _group(documents: Iterable[Document]) -> dict[str, str]:
    by_id = {each.id: each for each in documents}
    return group([(key, fingerprint_of(each)) for key, each in by_id.items()], lambda key: member_of(by_id[key]))


@pytest.mark.parametrize("text", [ZH, EN, RU], ids=["zh", "en", "ru"])
def test_another_head_and_foot_make_no_other_report(text: tuple[str, ...]) -> None:
    other = _document(*text, head="Ministers speak of fish\nBy our staff\n5 March 2031 08:15\n1,204 views\n", foot="All rights reserved.\n")
    assert _are_one(_document(*text), other)


@pytest.mark.parametrize("text", [ZH, EN, RU], ids=["zh", "en", "ru"])
def test_shuffled_and_shortened_copies_are_copies(text: tuple[str, ...]) -> None:
    assert _are_one(_document(*text), _document(*reversed(text)))
    assert _are_one(_document(*text), _document(*text[:2]))


def test_chinese_is_one_in_both_scripts_and_badly_converted() -> None:
    badly = ["".join(convert(character, "s2t") for character in paragraph) for paragraph in ZH]
    properly = [convert(paragraph, "s2tw") for paragraph in ZH]
    assert badly != properly
    assert _are_one(_document(*ZH), _document(*badly))
    assert _are_one(_document(*properly), _document(*badly))


def test_russian_is_one_with_and_without_its_dots() -> None:
    plain = [paragraph.replace("ё", "е") for paragraph in RU]
    assert fingerprint_of(_document(*RU)) == fingerprint_of(_document(*plain))


def test_words_changed_here_and_there_leave_a_copy() -> None:
    edited = [paragraph.replace("said", "declared").replace("talks", "negotiations").replace("month", "week") for paragraph in EN]
    assert _are_one(_document(*EN), _document(*edited))


def test_one_quotation_in_two_reports_makes_no_copies() -> None:
    mine = ("The visit lasted two days and ended with a walk along the harbour of Bergen.", "Trade between the two rose by a tenth last year.",
            "Ferries to the Faroes will sail twice a week from May on, a company in Stavanger announced.")  # fmt: skip
    theirs = ("In Akureyri the cabinet discussed the price of electricity and two new tunnels.", "A poll had the prime minister ahead by four points.",
              "Her rivals asked for an inquiry into the sale of a shipyard in the east of the island.")  # fmt: skip
    quoted = "“We shall talk,” Strand said."
    assert not _are_one(_document(*mine, quoted), _document(*theirs, quoted))


def test_a_sentence_said_again_makes_no_copy() -> None:
    said = "The spokesman said Norway opposes the tariffs."
    assert not _are_one(_document(said), _document(said, head="Another day\n9 May 2031 10:00\n"))


def test_a_digest_does_not_join_what_it_tells_of() -> None:
    rest = [" ".join(f"{word}{i}" for word in EN[0].split()[:-1]) + " ended." for i in range(7)]
    assert _are_one(_document(*EN[:2], *rest[:4]), _document(*EN[:2]))
    assert not _are_one(_document(*EN[:2], *rest), _document(*EN[:2]))


def test_what_is_compared_is_the_body() -> None:
    body = folded_body(_document(*EN[:1], head="Talks on fish\nBy Our Staff\n4 March 2031 10:00\n", foot="All rights reserved.\n"))
    assert body.startswith("norway is ready")
    assert "staff" not in body


def test_groups_do_not_depend_on_the_order() -> None:
    texts = [_document(*EN), _document(*EN[:3]), _document(*EN[1:]), _document(*RU), _document(*ZH)]
    found = [_group(order) for order in permutations(texts)]
    assert all(each == found[0] for each in found)
    assert len(set(found[0].values())) == 3


def _printed(id: str, published: str | None = None, **known: str) -> Member:
    told = {"id": id, "published": published, **known}
    return member_of(msgspec.structs.replace(_bare("", "en"), **told))


def test_who_printed_first_goes_by_day_then_time_then_credit_then_id() -> None:
    in_order = [
        _printed("9", "2031-03-03T23:00"),
        _printed("8", "2031-03-04T09:00+08:00"),
        _printed("7", "2031-03-04T06:00+03:00"),
        _printed("6", "2031-03-04T08:30"),
        _printed("5", "2031-03-04", credit="Xinhua", outlet="outlet:xinhua", url="https://www.xinhuanet.com/a"),
        _printed("2", "2031-03-04", credit="Xinhua", outlet="outlet:xinhua", url="https://paper.example/a"),
        _printed("3", "2031-03-04", credit="Harbour Agency", outlet="outlet:Harbour Post"),
        _printed("1", "2031-03-05"),
        _printed("0"),
    ]
    assert sorted(in_order) == in_order
    assert all(min(some).id == some[0].id for i in range(len(in_order)) for some in [in_order[i:]])


@pytest.mark.parametrize(
    ("credit", "outlet", "url", "expected"),
    [
        (None, "outlet:xinhua", "https://paper.example/a", False),
        ("新華社", "outlet:xinhua", "http://www.news.cn/a", False),
        ("新華社", "outlet:xinhua", "https://news.sina.com.cn/a", True),
        ("新华社", "outlet:xinhua", None, False),  # a text that was saved: its own outlet, as far as anybody knows
        ("harbour post", "outlet:Harbour Post", "https://harbourpost.example/a", False),
        ("Harbour Agency", "outlet:Harbour Post", None, True),
    ],
)  # fmt: skip
def test_who_credits_another(credit: str | None, outlet: str, url: str | None, expected: bool) -> None:
    document = msgspec.structs.replace(_bare("", "en"), credit=credit, outlet=outlet, url=url)
    assert credits_another(document) is expected


def test_an_empty_article_is_no_copy() -> None:
    empty = fingerprint_of(_bare("", "en"))
    assert empty == Fingerprint(0, empty.least, ())
    assert group([("1", empty), ("2", empty)], lambda key: Member.of(None, key)) == {"1": "1", "2": "2"}


def test_signatures_change_only_with_their_method() -> None:
    """They are kept: a change here needs another `METHOD`, and a migration that has stores made anew."""
    made = [fingerprint_of(_bare("\n".join(text), code)) for text, code in ((ZH, "zh"), (EN, "en"), (RU, "ru"))]
    told = repr((METHOD, [(each.size, each.least.tolist(), each.bands) for each in made]))
    assert sha256(told.encode()).hexdigest()[:16] == "e46a140303ff0f69"


def test_who_changed_what() -> None:
    shorter = (EN[1], EN[0].replace("on Monday", "on Tuesday"), "Nobody in Oslo would say more.")
    found = changes_between(_document(*EN), _document(*shorter))
    assert (found.kept, found.dropped, found.added) == (1, EN[2:], ("Nobody in Oslo would say more.",))
    assert [(change.before, change.after) for change in found.changed] == [(EN[0], shorter[1])]
