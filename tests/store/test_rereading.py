"""Documents are kept with what their pages told, so that they can be read again as if they were read anew."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import Engine

from detente.engine import Reader
from detente.intake import Article
from detente.pipeline import read_page, weigh_pairs
from detente.records import MadeBy, Page, Reading
from detente.store import Filter, Source, Store, open_store, prepare, upgrade_store
from detente.store.connect import engine_of
from detente.store.failpoint import PLACES, VARIABLE
from detente.store.tables import metadata
from detente.store.versions import upgrade

from .conftest import TEXTS, fill_tables

OLD = "0.0.1"
HTML = (
    "<!doctype html><html><head><title>挪威谈配额_北方网</title><meta property='og:site_name' content='北方网'></head><body>"
    "<div>首页 > 国际</div><h1>挪威谈配额</h1><p>2031-05-06 09:30 来源:峡湾报 浏览 1,234 次</p><article><h2>外长表态</h2>"
    "<p>挪威外交大臣斯特兰德5月6日表示,挪威愿意同冰岛恢复谈判,并希望双方在夏季结束前就渔业达成一致。</p>"
    "<p>冰岛外交部长豪克斯多蒂尔说,冰岛反对挪威的配额,但愿意继续对话,谈判将在雷克雅未克举行。</p></article></body></html>"
)
ROW = Page("Norway's foreign minister, Halvor Strand, said Norway rejects the quota.", "https://news.example/1", outlet="Fjord", published="2031-05-07")
FOUND = (
    *(Article(name, text.encode()) for name, text in TEXTS.items()),
    Article("https://news.example/2", HTML.encode(), url="https://news.example/2", content_type="text/html"),
    Article("/rows.jsonl:1", b"", page=ROW),
)
Read = dict[str, tuple[Reading, Page]]


@pytest.fixture(scope="module")
def read() -> Read:
    """Return the readings of articles of all kinds, with their pages."""
    found = {article.source: Reader().read_with_page(article) for article in FOUND}
    assert all(isinstance(reading, Reading) and reading.statements and page for reading, page in found.values())
    return {source: (reading, page) for source, (reading, page) in found.items() if isinstance(reading, Reading) and page}


def as_before(reading: Reading) -> Reading:
    """Return what an older version might have read."""
    few = reading.statements[1:]
    kept = {statement.id for statement in few}
    positions = tuple(position for position in reading.positions if position.evidence_id in kept)
    return replace(reading, statements=few, positions=positions, maps=(), made_by=replace(reading.made_by, detente=OLD))


def fill(store: Store, read: Read, *, old: bool) -> None:
    for source, (reading, page) in read.items():
        kept = as_before(reading) if old else reading
        store.write(kept, Source(source, source), weigh_pairs(kept.statements), page)


def is_new(made: MadeBy) -> bool:
    return made.detente != OLD


def read_again(store: Store) -> None:
    for before, page in store.kept(store.outdated(is_new)):
        assert page
        reading = read_page(page, path=before.document.path)
        assert isinstance(reading, Reading)
        store.write_again(prepare(reading, weigh_pairs(reading.statements), page, store.database))


def contents(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all tables, in an order."""
    with engine.connect() as connection:
        return {table.name: sorted(map(tuple, connection.execute(table.select())), key=repr) for table in metadata.sorted_tables}


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """Return the engine of the database of the store."""
    made = engine_of(url)
    yield made
    made.dispose()


def test_pages_come_back_as_they_were(store: Store, read: Read) -> None:
    fill(store, read, old=True)
    kept = {each.reading.document.path: each.page for each in store.kept(store.outdated(is_new))}
    assert kept == {source: replace(page, text=reading.document.text) for source, (reading, page) in read.items()}
    assert kept["https://news.example/2"].blocks and kept["https://news.example/2"].outlet == "北方网"  # type: ignore[union-attr]


def test_reading_again_is_reading_anew(store: Store, read: Read, engine: Engine) -> None:
    fill(store, read, old=False)
    anew = contents(engine)
    store.remove([*read])
    fill(store, read, old=True)
    assert contents(engine) != anew
    read_again(store)
    assert contents(engine) == anew
    assert store.outdated(is_new) == ()


def test_only_what_another_version_read_is_outdated(store: Store, read: Read) -> None:
    fill(store, read, old=False)
    assert store.outdated(is_new) == ()
    old = read["/news/a.txt"][0]
    store.remove(["/news/a.txt"])
    store.write(as_before(old), Source("/news/a.txt", ""), {}, read["/news/a.txt"][1])
    assert store.outdated(is_new) == (old.document.id,)
    assert store.outdated(is_new, Filter(languages=("en",))) == ()


def test_what_was_removed_meanwhile_stays_out(store: Store, read: Read) -> None:
    fill(store, read, old=True)
    keys = store.outdated(is_new)
    store.remove(["/news"])
    assert len(list(store.kept(keys))) == len(read) - len(TEXTS)
    reading, page = read["/news/a.txt"]
    store.write_again(prepare(reading, {}, page, store.database))
    assert reading.document.id not in {each.document.id for each in store.readings()}


def test_a_store_of_the_first_version_keeps_its_readings_and_knows_no_pages(url: str, engine: Engine, read: Read) -> None:
    upgrade(engine, "0001")
    fill_tables(engine, {source: reading for source, (reading, _) in read.items()})
    assert upgrade_store(url)[0] == "0001"
    with open_store(url) as store:
        assert list(store.check()) == []
        assert {each.document.path: each.statements for each in store.readings()} == {
            source: reading.statements for source, (reading, _) in read.items()
        }
        assert [page for _, page in store.kept(store.outdated(lambda _: False))] == [None] * len(read)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, as POSIX has it")
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("nth", [1, 3, 4])
def test_a_kill_while_reading_again_is_made_good_by_the_next_run(
    place: str, nth: int, tmp_path: Path, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    anew, url = (f"sqlite:///{tmp_path / name}" for name in ("anew.sqlite", "store.sqlite"))
    for address, old in ((anew, False), (url, True)):
        with open_store(address, make=True) as store:
            fill(store, read, old=old)
    monkeypatch.setenv(VARIABLE, f"{place}:{nth}")
    if (number := os.fork()) == 0:
        with open_store(url) as store:
            read_again(store)
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(number, 0)[1]) == signal.SIGKILL
    monkeypatch.delenv(VARIABLE)
    with open_store(url) as store:
        assert list(store.check()) == []
        assert store.outdated(is_new)
        read_again(store)
    rows = [contents(engine_of(address)) for address in (anew, url)]
    assert rows[0] == rows[1]
