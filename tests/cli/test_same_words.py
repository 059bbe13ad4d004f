"""From Python a store answers by the words of the commands, with the same tables; what is named wrong is a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

import detente

Run = Callable[..., Result]
PAIR = "RU,US"
ASKED: dict[str, tuple[tuple[str, ...], Callable[[detente.Corpus], Any]]] = {
    "map": (("--parties", PAIR), lambda corpus: corpus.map(["RU", "US"])),
    "map of a topic": (("--topic", "trade"), lambda corpus: corpus.map(topics=["trade"])),
    "map in time": (("--parties", PAIR, "--every", "month"), lambda corpus: corpus.periods(["RU", "US"], every="month")),
    "map and why": (("--parties", PAIR, "--why", "trade"), lambda corpus: corpus.map(["Russia", "US"]).why("trade")),
    "timeline": (("--parties", PAIR), lambda corpus: corpus.timeline(["RU", "US"])),
    "actors": (("--party", "RU"), lambda corpus: corpus.actors(parties=["RU"])),
    "topics": ((), lambda corpus: corpus.topics()),
    "profile": (("Russia",), lambda corpus: corpus.profile("Russia")),
    "sources": (("--parties", PAIR), lambda corpus: corpus.sources(between=["RU", "US"])),
    "commitments": (("--parties", PAIR), lambda corpus: corpus.commitments(["RU", "US"])),
}


@pytest.fixture
def url(articles: Path, tmp_path: Path, run: Run) -> str:
    """Return the address of a store with two articles."""
    address = f"sqlite:///{tmp_path / 'store.sqlite'}"
    assert run("add", articles, "--store", address).exit_code == 0
    return address


@pytest.mark.parametrize("name", ASKED)
def test_a_store_answers_by_the_words_of_the_commands(name: str, url: str, run: Run) -> None:
    words, asked = ASKED[name]
    shown = run(name.split()[0], *words, "--store", url, "--ui", "ru").stdout
    with detente.open(url, ui="ru") as corpus:
        assert len(shown) > 100 and str(asked(corpus)).rstrip() == shown.rstrip()


def test_a_map_takes_what_the_other_words_take(url: str) -> None:
    with detente.open(url) as corpus:
        asked = {"topics": ["trade"], "since": "2031-03"}
        told = corpus.map(["RU", "US"], **asked)
        for given in (corpus, corpus.store):
            assert detente.map(given, ("Russia", "US"), **asked).to_csv() == told.to_csv() and str(detente.map(given)) == str(corpus.map())
        assert "trade" in told.to_csv() and detente.map(corpus.store.readings(), ["RU", "US"], **asked).to_csv() == told.to_csv()
        with pytest.raises(detente.UnknownName, match="no party 'Ruritania'"):
            detente.map(corpus, ["RU", "Ruritania"])


def test_networks_and_searches_too(url: str, run: Run) -> None:
    pytest.importorskip("networkx", reason="networks need detente[analysis]")
    with detente.open(url) as corpus:
        assert str(corpus.network(mode="two")).rstrip() == run("network", "--mode", "two", "--store", url).stdout.rstrip()
        assert corpus.search("贸易") == detente.search("贸易", url)
        readings = list(corpus.store.readings())
        assert detente.periods(corpus, ["RU", "US"]).to_csv() == corpus.periods(["RU", "US"]).to_csv()
    printed = run("network", "--mode", "two", "--store", url, "--format", "csv").stdout
    assert detente.network(readings, mode="two").to_csv().splitlines() == printed.splitlines()


def test_what_cannot_be_exported_is_a_sentence(url: str, tmp_path: Path) -> None:
    with detente.open(url) as corpus:
        with pytest.raises(detente.UnknownName, match="no format 'xlsx'; there are .*graphml"):
            corpus.export(tmp_path / "a.xlsx", "xlsx")
        for form in ("csv", "brat", "graphml"):
            with pytest.raises(ValueError, match="there is no folder .*nowhere; make it first"):
                corpus.export(tmp_path / "nowhere" / "a", form)
