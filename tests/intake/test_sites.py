"""What is known of sites is well-formed, and says where it is from and what it is for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

import detente.resources.sites as sites
from detente.intake.host import layout_of, site_of
from detente.intake.tree import parse
from detente.resources.load import DATA, DataError

FILES = sorted((DATA / "sites").glob("*.toml"))


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_a_site_says_its_source_and_an_example(file: Path) -> None:
    head = file.read_text("utf-8")
    assert all(word in head for word in ("Source: ", "Licence: ", "Example: "))


@pytest.mark.parametrize("site", sites.load_sites(), ids=lambda s: " ".join(s.domains) or "systems")
def test_places_and_days_are_well_formed(site: sites.Site) -> None:
    for layout in site.layouts:
        for place in (layout.body, layout.drop, layout.title, layout.section, layout.credit, layout.published):
            assert not place or etree.XPath(place)
        assert re.compile(layout.script_published).groups == bool(layout.script_published)
        assert layout.since <= layout.until


def test_an_unknown_field_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / "a.toml").write_text('domain = ["a.example"]\n', "utf-8")
    monkeypatch.setattr(sites, "DATA", tmp_path)
    with pytest.raises(DataError, match=r"a\.toml.*domain"):
        sites.load_sites.__wrapped__()


def test_a_site_is_known_by_address_links_or_name() -> None:
    bare = parse("<html><title>页</title><p>文</p></html>")
    linked = parse("<html><body>" + '<a href="//www.guancha.cn/a">文</a>' * 5 + "</body></html>")
    named = parse("<html><title>文章_观察者网</title><p>文</p></html>")
    found = [site_of("https://www.guancha.cn/a.shtml", bare), site_of(None, linked), site_of(None, named)]
    assert [site.domains for site in found if site] == [("guancha.cn",)] * 3
    assert site_of("https://notguancha.cn/a", linked) is None


@pytest.mark.parametrize(("day", "place"), [("2019-09-07", "endText"), ("2023-01-01", "post_body"), ("", "endText")])
def test_a_layout_holds_in_its_period(day: str, place: str) -> None:
    tree = parse('<div id="endText" class="post_body"><p>文</p></div>')
    layout = layout_of(site_of("https://www.163.com/a", tree), day, tree)
    assert layout and place in layout.body
