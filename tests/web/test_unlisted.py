"""An article of an outlet that is in no list, with a long sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from detente.desk.keeping import keep_all
from detente.engine import Reader
from detente.intake import Article
from detente.store import open_store
from detente.web import create_app

QUOTAS = (
    "Ministers argue over quotas\n21 May 2031\n\nSource: The Fjord Lantern\n\n"
    "Norwegian Foreign Minister Halvor Strand and the delegation of shipowners, trawlermen and cannery owners of the northern ports "
    "who had come with him to the capital said that Norway will cut its quota of herring by July 2031.\n"
    "Icelandic Foreign Minister Birna Hauksdottir said that Iceland rejects the quota of herring which Norway proposed. "
    "The two sides agreed to hold talks on herring in Oslo in June 2031. Strand promised that Norway would open its ports to Icelandic trawlers by July 2031.\n"
)


@pytest.fixture
def lantern(tmp_path: Path) -> Iterator[TestClient]:
    """Return a client over one article of an outlet that is in no list."""
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}", make=True) as store:
        keep_all(store, [Article("/news/quotas.txt", QUOTAS.encode())], Reader(), 1, print)
        with TestClient(create_app(store), base_url="http://127.0.0.1") as asked:
            yield asked


def _shown(client: TestClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return str(html.fromstring(answer.text).text_content())


def test_an_outlet_of_no_list_goes_by_its_name(lantern: TestClient) -> None:
    for path in ("/search?query=herring", "/commitments?parties=NO,IS"):
        shown = _shown(lantern, path)
        assert "Fjord Lantern" in shown and "outlet:" not in shown, path


def test_what_stands_before_the_words_begins_with_a_whole_word(lantern: TestClient) -> None:
    shown = _shown(lantern, "/map/fisheries?parties=NO,IS")
    begun = re.findall(r"…(\w+)", shown)
    assert begun and all(re.search(rf"\b{word}\b", QUOTAS) for word in begun)
