"""A store of invented articles with invented officials, on SQLite, to export."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from detente.desk.corpus import Corpus
from detente.pipeline import read_page, weigh_pairs
from detente.records import Page
from detente.resources.codebook import DEFAULT
from detente.store import Source, Store, open_store

PAGES = {
    "/news/a.txt": Page(
        "俄美谈军控\n2031-03-04 09:30　来源:环球网\n\n俄方3月3日表示,俄方愿意同美方恢复军控谈判。美方表示,美方反对俄方的贸易做法。\n"
        "俄罗斯外交部发言人奥列格·瓦宁说,俄方反对美方的贸易限制。\n"
    ),
    "/news/b.txt": Page(
        "Norway and Iceland meet: 50% \U0001f41f & more\n\n21 May 2031\n\nNorway's foreign minister, Halvor Strand, said \U0001f41f that Norway "
        "rejects the trade restrictions of Iceland. Iceland's foreign minister, Birna Hauksdottir, told TASS that Iceland supports "
        "trade with Norway.\r\nThe ministers met in Oslo on 20 May.\r\n",
        url="https://news.example/b?x=1&y=2",
    ),
    "/news/old/c.txt": Page(
        "Министры встретились\n\n5 марта 2030\n\nГлава МИД Армении Тигран Овсепян заявил, что Армения готова к переговорам "
        "с Грузией о железной дороге. МИД Грузии заявил, что отвергает обвинения Армении.\n"
    ),
}


def fill(store: Store) -> None:
    """Keep the articles in a store."""
    for source, page in PAGES.items():
        reading = read_page(page, DEFAULT, path=source)
        store.write(reading, Source(source, source.encode().hex()), weigh_pairs(reading.statements), page)


@pytest.fixture(scope="session")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of the store."""
    address = f"sqlite:///{tmp_path_factory.mktemp('export') / 'store.sqlite'}"
    with open_store(address, make=True) as store:
        fill(store)
    return address


@pytest.fixture
def corpus(url: str) -> Iterator[Corpus]:
    """Return the store, opened."""
    with Corpus(open_store(url)) as opened:
        yield opened
