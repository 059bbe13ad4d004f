"""The ledger of commitments, by invented articles: what commits a side, by when, and what later articles say of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from detente.analysis.commitments import Commitment, Ledger, ledger_of
from detente.analysis.commitments.article import Article
from detente.analysis.commitments.due import due_in
from detente.pipeline import read_page
from detente.records import Page, Reading
from detente.resources.load import load_tsv

DAY = "2031-03-10"


def reading_of(text: str, day: str | None = DAY, path: str = "a.txt") -> Reading:
    """Return the reading of an invented article that was printed on a day."""
    reading = read_page(Page(text, published=day), path=path)
    assert isinstance(reading, Reading)
    return reading


def ledger(pair: tuple[str, str], *articles: tuple[str, str], as_of: str = "2031-12-31") -> Ledger:
    """Return the ledger of articles, each with its day."""
    readings = [reading_of(text, day, f"{number}.txt") for number, (day, text) in enumerate(articles)]
    return ledger_of(readings, pair, date.fromisoformat(as_of))


def only(found: Ledger) -> Commitment:
    """Return the one commitment of a ledger."""
    assert len(found.commitments) == 1, [each.told.words for each in found.commitments]
    return found.commitments[0]


NORDIC, STRAIT, BALTIC = ("FI", "NO"), ("PH", "TW"), ("BY", "LV")
OPENED = {
    NORDIC: "Ministers of Norway and Finland meet in Oslo.",
    STRAIT: "臺灣與菲律賓的外長10日在馬尼拉會談。",
    BALTIC: "Министры Латвии и Белоруссии встретились в Риге.",
}


@pytest.mark.parametrize(
    ("pair", "sentence", "told"),
    [
        (NORDIC, "Norway will reopen the Neiden crossing on May 5, the Norwegian foreign ministry said.", "promise NO 2031-05-05"),
        (NORDIC, "The two sides agreed to set up a working group on salmon by the end of June.", "agreement FI+NO 2031-06-30"),
        (NORDIC, "Finland proposed a joint study of the Arctic railway.", "proposal FI None"),
        (NORDIC, "Finland invited the Norwegian prime minister to Turku in August. He accepted the invitation.", "proposal FI 2031-08"),
        (NORDIC, "The energy ministers of the two countries are to meet in Tromso on April 2.", "agreement FI+NO 2031-04-02"),
        (NORDIC, "Norway has pledged to return the bell within two months, said the Finnish foreign ministry.", "promise NO 2031-05-10"),
        (STRAIT, "菲律賓外長聖托斯承諾，菲方4月15日前釋放被扣押的漁船。", "promise PH 2031-04-15"),
        (STRAIT, "雙方商定6月底前重開漁業熱線。", "agreement PH+TW 2031-06-30"),
        (STRAIT, "臺灣外交部長林承翰提議成立聯合搜救小組。", "proposal TW None"),
        (STRAIT, "臺灣外交部長林承翰邀請聖托斯9月訪問臺北，聖托斯接受了邀請。", "agreement PH+TW 2031-09"),
        (STRAIT, "菲方將在下月中旬前公布香蕉檢疫新規。", "promise PH 2031-04-20"),
        (STRAIT, "菲方年底前派專家赴台檢查香蕉。", "promise PH 2031-12-31"),
        (NORDIC, "A ministry in Oslo said that the power line would be built jointly by May 5.", "agreement FI+NO 2031-05-05"),
        (BALTIC, "Латвия передаст Белоруссии троих осужденных до 20 апреля, сообщил МИД Латвии.", "promise LV 2031-04-20"),
        (BALTIC, "Стороны договорились возобновить поезда Рига — Минск не позднее 1 июня.", "agreement BY+LV 2031-06-01"),
        (BALTIC, "Белорусская сторона предложила создать совместную комиссию по паводкам.", "proposal BY None"),
        (BALTIC, "Рабочая группа по транзиту соберется в Витебске до конца мая.", "agreement BY+LV 2031-05-31"),
    ],
)
def test_who_commits_himself_to_what_by_when(pair: tuple[str, str], sentence: str, told: str) -> None:
    found = only(ledger(pair, (DAY, f"{OPENED[pair]}\n\n{sentence}")))
    assert f"{found.kind} {found.by} {found.due}" == told
    assert found.told.words in sentence


@pytest.mark.parametrize(
    ("pair", "sentence"),
    [
        (NORDIC, "Norway hopes that Finland will lift the ban soon."),
        (NORDIC, "Finland urged Norway to open the Neiden crossing by May 5."),
        (NORDIC, "The two sides agreed to deepen cooperation in trade."),
        (NORDIC, "Norway warned that it would close the border if the smuggling went on."),
        (NORDIC, "Finland denied that the ministers had agreed to share the catch."),
        (NORDIC, "Elections will be held in Norway in September."),
        (NORDIC, "Norway is ready to discuss any proposal, the Norwegian foreign ministry said."),
        (STRAIT, "菲律賓希望臺灣儘快開放芒果進口。"),
        (STRAIT, "雙方同意加強漁業合作。"),
        (STRAIT, "若菲方不放人，我方將採取反制措施。"),
        (STRAIT, "臺灣將繼續支持菲律賓的經濟發展。"),
        (BALTIC, "Латвия требует, чтобы Белоруссия прекратила запуск шаров."),
        (BALTIC, "Стороны договорились развивать сотрудничество."),
        (BALTIC, "Минск готов к диалогу, заявил МИД Белоруссии."),
        (BALTIC, "Если провокации продолжатся, Латвия закроет границу, предупредил МИД Латвии."),
    ],
)
def test_wishes_demands_threats_and_general_words_commit_nobody(pair: tuple[str, str], sentence: str) -> None:
    assert ledger(pair, (DAY, f"{OPENED[pair]}\n\n{sentence}")).commitments == ()


PROMISED = "Norway will reopen the Neiden crossing for lorries on May 5, the Norwegian foreign ministry said."
AGREED = "The two sides agreed to hold talks on salmon quotas in Bergen in June."


@pytest.mark.parametrize(
    ("told", "day", "later", "fate"),
    [
        (PROMISED, "2031-05-07", "Lorries have used the Neiden crossing since Norway reopened it on Monday.", "kept"),
        (PROMISED, "2031-05-01", "Norway has called off the plan to reopen the Neiden crossing for lorries.", "cancelled"),
        (PROMISED, "2031-05-01", "The Neiden crossing for lorries will now reopen on July 1, the Norwegian ministry said.", "postponed"),
        (PROMISED, "2031-05-09", "Lorries still wait: Norway has not reopened the Neiden crossing.", "overdue"),
        (AGREED, "2031-06-20", "Norway and Finland held talks on salmon quotas in Bergen on Wednesday.", "held"),
        (AGREED, "2031-06-02", "The talks on salmon quotas between Norway and Finland were put off to September.", "postponed"),
        (AGREED, "2031-06-20", "Норвегия и Финляндия 18 июня провели в Бергене переговоры о квотах на рыбу.", "held"),
        (AGREED, "2031-06-20", "挪威和芬兰官员6月18日在卑尔根就渔业配额举行会谈。", "held"),
        (AGREED, "2031-06-20", "The concert in Bergen was sold out.", "overdue"),
    ],
)
def test_what_becomes_of_a_commitment(told: str, day: str, later: str, fate: str) -> None:
    found = ledger(NORDIC, (DAY, f"{OPENED[NORDIC]}\n\n{told}"), (day, f"News of the week.\n\n{later}")).commitments[0]
    assert found.fate == fate, found.steps


TOLD_AT = {
    "EE+FI": "Ministers of Estonia and Finland meet in Tampere.",
    "GE+UZ": "Министры Грузии и Узбекистана встретились в Тбилиси.",
    "JP+MY": "日本與馬來西亞的外長10日在東京會談。",
    "KE+TZ": "Ministers of Kenya and Tanzania meet in Mombasa.",
    "BG+RO": "Министры Болгарии и Румынии встретились в Русе.",
    "ID+TH": "印尼与泰国的外长10日在曼谷会谈。",
    "CL+PE": "Ministers of Chile and Peru meet in Tacna.",
    "AZ+KZ": "Министры Азербайджана и Казахстана встретились в Баку.",
    "KR+VN": "韩国与越南的外长10日在河内会谈。",
    "CU+MX": "Ministers of Cuba and Mexico meet in Merida.",
    "KG+TJ": "Министры Киргизии и Таджикистана встретились в Худжанде.",
    "LA+VN": "老挝与越南的外长10日在万象会谈。",
    "LV+PL": "Ministers of Latvia and Poland meet in Jelgava.",
    "KZ+UZ": "Министры Казахстана и Узбекистана встретились в Таразе.",
    "CN+MN": "中国与蒙古国的外长10日在呼和浩特会谈。",
}
FATES = tuple(load_tsv(Path(__file__).parent / "fates.tsv", ("pair", "told", "day", "later", "fate")))


@pytest.mark.parametrize("row", FATES, ids=lambda row: f"{row['fate']}: {row['later'][:40]}")
def test_reports_in_other_words_and_of_other_things(row: dict[str, str]) -> None:
    one, other = row["pair"].split("+")
    found = ledger((one, other), (DAY, f"{TOLD_AT[row['pair']]}\n\n{row['told']}"), (row["day"], f"News of the week.\n\n{row['later']}"))
    assert found.commitments[0].fate == row["fate"], found.commitments[0].steps


@pytest.mark.parametrize(
    ("pair", "articles", "told"),
    [
        (NORDIC, ("Norway agreed to reopen the Neiden crossing in May, the Norwegian foreign ministry said.",), "agreement FI+NO"),
        (NORDIC, ("The Neiden crossing will be open at night from May 5, the Norwegian foreign ministry said.",), "agreement FI+NO"),
        (NORDIC, ("The Neiden crossing will be open at night from May 5, the Norwegian foreign ministry said.",
                  "Finland will open the Neiden crossing at night from May 5, the Finnish foreign ministry said."), "promise FI"),
        (NORDIC, ("Finland will send three experts to the salmon farms of Tromso by May 5, the Finnish foreign ministry said.",
                  "The two sides agreed to send three experts to the salmon farms of Tromso by May 5."), "agreement FI+NO"),
        (BALTIC, ("Министр иностранных дел Латвии Янис Озолс 5 апреля проведет в Минске переговоры с белорусским коллегой.",), "promise LV"),
        (BALTIC, ("Как рассказал министр иностранных дел Белоруссии, латвийская сторона с 1 мая снимет запрет на ввоз яблок.",), "promise LV"),
        (STRAIT, ("臺灣外交部說，兩地直航航線將於5月1日恢復。",), "agreement PH+TW"),
    ],
)  # fmt: skip
def test_whose_it_is_and_which_telling_decides(pair: tuple[str, str], articles: tuple[str, ...], told: str) -> None:
    found = only(ledger(pair, *((DAY, f"{OPENED[pair]}\n\n{each}") for each in articles)))
    assert f"{found.kind} {found.by}" == told


def test_what_both_sides_tell_is_one_commitment() -> None:
    norway = f"Ministers meet in Oslo.\n\n{AGREED}"
    finland = "Министры встретились в Осло.\n\nСтороны договорились провести в июне в Бергене переговоры о квотах на рыбу."
    found = only(ledger(NORDIC, (DAY, norway), (DAY, finland)))
    assert [step.status for step in found.steps] == ["told-again"] and found.steps[0].date == "2031-06"


def test_reports_behind_the_day_are_not_read_and_none_given_is_the_last() -> None:
    articles = (DAY, f"Oslo.\n\n{PROMISED}"), ("2031-05-07", "Border.\n\nLorries have used the Neiden crossing since Norway reopened it on Monday.")
    assert only(ledger(NORDIC, *articles, as_of="2031-04-01")).fate == "unheard"
    readings = [reading_of(text, day, day) for day, text in articles]
    found = ledger_of(readings, NORDIC)
    assert (found.as_of, only(found).fate) == ("2031-05-07", "kept")


def test_every_step_is_an_exact_part_of_its_article() -> None:
    texts = {"0.txt": f"Oslo.\n\n{AGREED}", "1.txt": "Fish.\n\nThe talks on salmon quotas between Norway and Finland were put off to September."}
    found = only(ledger(NORDIC, (DAY, texts["0.txt"]), ("2031-06-02", texts["1.txt"])))
    for passage in (found.told, *(step.passage for step in found.steps)):
        assert texts[passage.path][passage.start : passage.stop] == passage.words


def test_the_same_articles_give_the_same_ledger_in_any_order() -> None:
    one, other = reading_of(f"Oslo.\n\n{PROMISED}"), reading_of("Border.\n\nNorway reopened the Neiden crossing for lorries on Monday.", "2031-05-07", "b.txt")
    assert ledger_of([one, other], NORDIC) == ledger_of([other, one], NORDIC)


@pytest.mark.parametrize(
    ("text", "due"),
    [("by the end of June", "2031-06-30"), ("до конца мая", "2031-05-31"), ("6月底前", "2031-06-30"), ("下月中旬前", "2031-04-20"),
     ("within two weeks", "2031-03-24"), ("в течение двух недель", "2031-03-24"), ("两个月内", "2031-05-10"), ("in July", "2031-07"),
     ("on March 3", None), ("soon", None)],
)  # fmt: skip
def test_due(text: str, due: str | None) -> None:
    whole = {"en": "Norway will act {}.", "ru": "Норвегия сделает это {}.", "zh": "挪威外长说,挪威将{}公布办法。"}
    language = "zh" if any(sign >= "\u4e00" for sign in text) else "ru" if any("\u0430" <= sign <= "\u044f" for sign in text) else "en"
    article = Article(reading_of(whole[language].format(text)))
    assert due_in(article, 0, len(article.text)) == due


def test_no_articles() -> None:
    assert ledger_of([], NORDIC) == Ledger(NORDIC, None, 0, ())


def test_of_no_named_side_what_has_a_day_is_of_the_side_whose_press_tells_it() -> None:
    text = f"{OPENED[NORDIC]}\n\nThe museum will lend the skis by May 5.\n"
    readings = [read_page(Page(text, outlet=outlet, published=DAY), path="a.txt") for outlet in ("NRK", "Harbour Post")]
    found = [ledger_of([each], NORDIC, date(2031, 12, 31)).commitments for each in readings if isinstance(each, Reading)]
    assert [[each.by for each in its] for its in found] == [["NO"], []]
