"""The client against a real server: every method, what goes wrong, and the example of the documentation."""

from __future__ import annotations

import doctest
import re
import socket
import zipfile
from pathlib import Path

import pytest

from detente.client import Client, ClientError
from detente.client.jobs import Job, Step

ROOT = Path(__file__).parent.parent.parent
TEXT = "Talks in Vienna\n\n21 May 2031\n\n" \
    "Russia's foreign minister, Kirill Sobin, met US secretary of state Harlan Price in Vienna on May 21, 2031. " \
    "Sobin said Russia would resume talks on arms control by 5 July 2031. Price said the United States rejected Russia's demands on trade.\n"  # fmt: skip
AGAIN = "Talks go on\n\n23 May 2031\n\nSobin said Russia would resume talks on trade. Price said the United States accused Russia of delays on trade.\n"


def test_the_example_of_the_documentation_runs(address: str) -> None:
    (example,) = re.findall(r"^```pycon\n(.*?)^```$", (ROOT / "docs" / "web.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    test = doctest.DocTestParser().get_doctest(example.replace("http://127.0.0.1:8765", address), {}, "web.md", None, None)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    runner.run(test)
    assert runner.summarize(verbose=False).failed == 0


def test_every_method_answers_by_its_type(address: str, tmp_path: Path) -> None:
    packed = tmp_path / "news.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", TEXT)
        archive.writestr("b.txt", AGAIN)
    with Client(address) as server:
        assert server.health().status == "ok"
        told = list(server.events(server.add(files=[packed]).id))
        assert [event.outcome for event in told if isinstance(event, Step)] == ["new", "new"]
        assert isinstance(told[-1], Job) and told[-1].state == "done" and told[-1].outcomes == {"new": 2}
        found = server.map("Russia", "US")
        assert found.parties == ("RU", "US") and {row.topic for row in found.rows} >= {"trade"} and found.read.documents == 2
        readings = list(server.documents())
        assert len(readings) == 2
        assert server.cell("trade", "RU", "US").relation and len(list(server.evidence("trade", "RU", "US"))) >= 2
        assert server.document(readings[0].document.id) == readings[0]
        assert server.search("talks", language=["en", "ru"]).hits and not server.search("talks", language="ru").hits
        assert server.timeline("RU", "US").rows and server.actors().rows and server.topics().rows
        assert {row.evidence[0].partition(":")[0] for row in server.profile("RU").rows if row.section == "topic"} == {"statement"}
        assert {each.key for row in server.actors().rows for each in row.parties} == {"RU", "US"}
        assert server.topics(parties="RU,US").pair == ("RU", "US") and all(each.number for row in server.topics().rows for each in row.parties)
        days = [row for row in server.timeline("RU", "US").rows if row.kind == "statements"]
        assert all(row.evidence and row.topics[0].relation and [each.key for each in row.statements] == ["RU", "US"] for row in days)
        assert len(server.network(rows="party").networks[0].nodes) == 2 and server.sources().records
        assert {node.id for node in server.drawing(rows="party").nodes} == {"RU", "US"}
        assert server.meetings()[0].parties == "RU+US" and server.accounts("1").rows
        assert server.commitments().commitments
        assert server.failures() == () and server.feeds() == ()


def test_what_goes_wrong_is_the_servers_sentence(address: str) -> None:
    with Client(address, ui="ru") as server:
        with pytest.raises(ClientError, match="добавьте статьи") as nothing:
            server.map()
        assert nothing.value.status == 404
        with pytest.raises(ClientError, match="только адреса http") as refused:
            server.follow("ftp://news.example/feed")
        assert refused.value.status == 400
        with pytest.raises(ClientError, match="не отслеживается"):
            server.unfollow("http://news.example/feed")
        with pytest.raises(ClientError, match="задания none нет"):
            server.cancel("none")
        with pytest.raises(ClientError, match="больше 32 МБ") as large:
            server.add("x" * (33 << 20))
        assert large.value.status == 413


def test_a_file_that_cannot_be_read_is_told_of_its_job(address: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01")
    with Client(address, ui="zh-Hans") as server:
        (step,) = [event for event in server.events(server.add(files=[tmp_path / "a.txt"]).id) if isinstance(event, Step)]
    assert step.outcome == "failed" and "二进制文件" in step.sentence


def test_a_server_that_does_not_answer_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with Client(f"http://127.0.0.1:{port}") as server, pytest.raises(ClientError, match="start `detente serve`"):
        server.health()
