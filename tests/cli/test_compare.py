"""The command compare: the list of meetings, two accounts side by side, and what cannot be asked."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import Result

from detente.render.interface import interface
from detente.resources.codebook import DEFAULT
from detente.views.maps import labels_of

KAZAKH = """Kazakhstan, Mongolia agree on water talks
Kazinform
May 6, 2031

Kazakhstan's foreign minister Daulet Serikov met his Mongolian counterpart Ganzorig Bat in Astana on Tuesday.

Serikov said the two sides had agreed to set up a commission on the water level of the border rivers.

Serikov said Kazakhstan would issue visas to Mongolian students within three days.
"""
MONGOLIAN = """No deal on rivers, says Mongolia
Montsame
May 7, 2031

Mongolia's foreign minister Ganzorig Bat met his Kazakh counterpart Daulet Serikov in Astana on May 6.

Bat said no commission on the water level of the border rivers had been agreed.
"""
Run = Callable[..., Result]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Return a folder with a report of each side."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "kz.txt").write_text(KAZAKH, encoding="utf-8")
    (folder / "mn.txt").write_text(MONGOLIAN, encoding="utf-8")
    return folder


@pytest.fixture(params=["files", "store"])
def source(request: pytest.FixtureRequest, reports: Path, tmp_path: Path, run: Run) -> tuple[object, ...]:
    """Return how the command is told what to read: files, or a store that keeps them."""
    if request.param == "files":
        return (reports,)
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    assert run("add", reports, "--store", url).exit_code == 0
    return "--store", url


def test_the_list_of_meetings(source: tuple[object, ...], run: Run) -> None:
    found = run("compare", *source)
    assert found.exit_code == 0
    assert found.stdout.splitlines()[2].split() == ["1", "2031-05-06", "meeting", "Kazakhstan", "\u2013", "Mongolia", "Astana", "2"]
    listed = json.loads(run("compare", *source, "--format", "json").stdout)
    assert listed == [{"number": 1, "date": "2031-05-06", "type": "meeting", "parties": "KZ+MN", "place": "Astana", "places": "Astana", "accounts": 2}]
    assert run("compare", *source, "--format", "csv").stdout.splitlines()[1] == "1,2031-05-06,meeting,KZ+MN,Astana,Astana,2"


def test_both_accounts_side_by_side(source: tuple[object, ...], run: Run) -> None:
    found = run("compare", "Astana meeting", *source)
    assert found.exit_code == 0 and max(map(len, found.stdout.splitlines())) <= 80
    assert "Accounts of the meeting of Kazakhstan and Mongolia, 6 May 2031, Astana" in found.stdout
    assert "Water: one tells as agreed what the other denies" in found.stdout
    assert "Serikov, Kazinform" in found.stdout
    told = " ".join(found.stdout.split())
    assert re.search(r"They contradict each other: 1 \(\d+–\d+\)", told) and re.search(r"Only Kazakhstan tells: 1 \(\d+–\d+\)", told)
    assert re.search(r"unseen meetings: contradicted \d+ % \(\d+–\d+\); in one account \d+ % \(\d+–\d+\)\.", told)


@pytest.mark.parametrize("event", ["1", "2031-05-06", "2031-05", "the talks of Kazakhstan and Mongolia", "\u4f1a\u8c08", "Kazakh-Mongolian meeting in Astana"])
def test_a_meeting_goes_by_number_day_and_words(event: str, reports: Path, run: Run) -> None:
    assert "Water" in run("compare", event, reports).stdout


def test_files_hold_rows(reports: Path, tmp_path: Path, run: Run) -> None:
    file = tmp_path / "accounts.csv"
    assert run("compare", "1", reports, "-o", file).exit_code == 0
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    assert {(row["topic"], row["account"], row["party"]) for row in rows} == {
        ("water", "contradicted", "KZ"), ("water", "contradicted", "MN"), ("visas", "one", "KZ"),
    }  # fmt: skip
    told = json.loads(run("compare", "1", reports, "--format", "json").stdout)
    assert told["reports"] == {"KZ": 1, "MN": 1} and len(told["rows"]) == len(rows)
    assert {account: each["found"] for account, each in told["accounts"].items()} == {"contradicted": 1, "both": 0, "one": 1}
    assert all(float(row["sure"]) == told["accounts"][row["account"]]["sure"]["value"] for row in rows)
    text = (reports / "mn.txt").read_text(encoding="utf-8")
    assert all(text[int(row["start"]) : int(row["stop"])] == row["words"] for row in rows if row["party"] == "MN")


@pytest.mark.parametrize("ui", ["en", "ru", "zh-Hans", "zh-Hant"])
def test_a_picture_has_topics_words_and_how_sure_they_are(ui: str, reports: Path, tmp_path: Path, run: Run) -> None:
    files = [tmp_path / name for name in ("a.svg", "b.svg", "a.png", "b.png")]
    for file in files:
        assert run("compare", "1", reports, "-o", file, "--ui", ui).exit_code == 0
    one, again, *dots = (file.read_bytes() for file in files)
    assert one == again and dots[0] == dots[1] and dots[0].startswith(b"\x89PNG")
    told = "".join(ElementTree.fromstring(one).itertext())
    words = interface(ui)
    assert all(words.text(f"accounts.{key}", party=labels_of(DEFAULT, ui).party("KZ")) in told for key in ("contradicted", "one"))
    assert labels_of(DEFAULT, ui).topic("water") in told and "Serikov" in told and re.search(r"\d+ %.*\d+–\d+", told, re.DOTALL)


def test_a_picture_is_of_one_meeting(reports: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    found = run("compare", reports, "--format", "svg")
    assert found.exit_code == 2 and "a picture is of one meeting" in found.output
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    found = run("compare", "1", reports, "--format", "png")
    assert found.exit_code == 1 and "pip install 'detente[analysis]'" in found.output


def test_behind_a_topic(source: tuple[object, ...], run: Run) -> None:
    found = run("compare", "1", *source, "--evidence", "water")
    assert "Kazakhstan: " in found.stdout and "Kazinform, " in found.stdout and "Montsame, " in found.stdout
    assert "Visas" not in found.stdout and "Visas" in run("compare", "1", *source, "--evidence", "all").stdout


def test_topics_parties_and_labels(reports: Path, run: Run) -> None:
    assert "Visas" not in run("compare", "1", reports, "--topic", "water").stdout
    assert "\u65e0" not in run("compare", reports, "--parties", "Kazakhstan,\u8499\u53e4\u56fd", "--ui", "zh-Hans").stdout
    assert "No meeting" in run("compare", reports, "--parties", "Kazakhstan,Japan").stdout
    assert "No meeting" in run("compare", reports, "--since", "2031-06").stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("compare", "Almaty summit"), "no meeting 'Almaty summit' was found; the nearest: 1 2031-05-06, meeting, Kazakhstan \u2013 Mongolia, Astana"),
        (("compare", "7"), "7: meetings are numbered from 1 to 1"),
        (("compare", "1", "--topic", "chess"), "no topic 'chess'"),
        (("compare", "1", "--parties", "Ruritania"), "no party 'Ruritania'"),
        (("compare", "1", "--since", "yesterday"), "'yesterday' is no date"),
        (("compare", "1", "--evidence", "trade"), "The accounts have no topic"),
        (("compare", "--evidence", "water"), "--evidence is of one meeting"),
        (("compare", "1", "--evidence", "water", "--format", "csv"), "--evidence is text"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked(words: tuple[str, ...], sentence: str, reports: Path, run: Run) -> None:
    command, *rest = words
    event, rest = ([rest[0]], rest[1:]) if rest and not rest[0].startswith("-") else ([], rest)
    found = run(command, *event, reports, *rest)
    assert found.exit_code == 2 and sentence in found.stderr and "Traceback" not in found.stderr


def test_neither_files_nor_a_store(run: Run) -> None:
    found = run("compare", "Astana meeting")
    assert found.exit_code == 2 and "or a store" in found.stderr
