"""The drawn picture: well-formed, readable, the same for eye and ear."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import msgspec
import pytest

from detente.render.interface import UI_LANGUAGES, asset, interface
from detente.render.layout import PHONE, WIDE, cells_in, pixels
from detente.render.picture import Half
from detente.render.report import Report
from detente.render.shapes import thickness
from detente.render.svg import Pen, _two_lines, render_svg

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    """Return the texts of a picture."""
    return [element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("ui", UI_LANGUAGES)
def test_it_is_well_formed_and_has_real_text(report: Report, ui: str) -> None:
    shown = texts(render_svg(msgspec.structs.replace(report, ui=ui)))
    assert "Fisheries <b>" in shown
    assert "我們願意恢複聯合巡邏" in " ".join(shown)


def test_it_is_titled_and_described(report: Report) -> None:
    root = ET.fromstring(render_svg(report))
    assert root.findtext(f"{SVG}title") == "Dialogue map: France – Japan"
    assert "common ground" in (root.findtext(f"{SVG}desc") or "")
    assert root.get("aria-labelledby") == "picture-1180-title"


def test_each_cell_is_a_sentence_for_those_who_hear_it(report: Report) -> None:
    labels = [group.get("aria-label") for group in ET.fromstring(render_svg(report)).iter(f"{SVG}g")]
    assert (
        "finance: One side only. France: 1 statement, “=SUM(1)…We will not pay for the patrols alone”; "
        "through Coast Wire. Japan: no position found."
    ) in labels


@pytest.mark.parametrize("phone", [False, True])
def test_words_stay_on_their_side(report: Report, phone: bool) -> None:  # noqa: FBT001 a parameter of the test
    layout = PHONE if phone else WIDE
    root = ET.fromstring(render_svg(report, phone=phone))
    for element in root.iter(f"{SVG}text"):
        if element.get("class") == "words":
            room = pixels(element.text or "", float(element.get("font-size", "0")))
            assert room <= layout.words + 1, element.text


def test_words_that_do_not_fit_on_a_phone_say_so() -> None:
    words = "Казахстан не присоединялся к санкциям, но и не позволит обходить их через свою территорию"
    half = Half("KZ", "Kazakhstan", "arrow", hollow=False, words=words, statements=1, per=None, sources=())
    for room in range(110, 260, 10):
        pen = Pen(msgspec.structs.replace(PHONE, words=room), interface("ru"), live=False)
        shown = " ".join(_two_lines(half, pen, 13.5))
        assert shown == words or shown.endswith("…"), room


def test_more_statements_make_a_thicker_line() -> None:
    assert [thickness(n) for n in (1, 2, 4, 8)] == sorted({thickness(n) for n in (1, 2, 4, 8)})


def test_cells_fit_the_room_they_are_computed_for() -> None:
    assert cells_in(pixels("協商abc", 14), "協商abc", 14) == 7


def test_an_empty_map_is_a_picture_that_says_so(empty: Report) -> None:
    assert "No topic on which either side is reported was found." in texts(render_svg(empty))


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb (WCAG 2.2)."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def palettes() -> list[dict[str, str]]:
    """Return the light and the dark colours of the page."""
    found: list[dict[str, str]] = [{}, {}]
    for sheet in ("picture.css", "page.css"):
        blocks = re.findall(r":root \{(.*?)\}", asset(sheet), re.DOTALL)[:2]
        for palette, block in zip(found, blocks, strict=True):
            palette.update(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
    return found


@pytest.mark.parametrize("palette", palettes(), ids=["light", "dark"])
def test_text_has_the_contrast_that_wcag_aa_asks_for(palette: dict[str, str]) -> None:
    grounds = {"paper", "sheet", "hover"}
    for ink in ("ink", "soft", "quiet", "left", "right", "common", "mixed"):
        for ground in grounds:
            assert contrast(palette[ink], palette[ground]) >= 4.5, (ink, ground)
    for wash in ("left-wash", "right-wash", "both-wash", "other-wash"):
        assert contrast(palette["ink"], palette[wash]) >= 4.5, wash
    for side, wash in (("left", "left-wash"), ("right", "right-wash"), ("common", "both-wash")):
        assert contrast(palette[side], palette[wash]) >= 3, wash
