"""Invented reports of one meeting from the press of both sides, with invented officials."""

from __future__ import annotations

from detente.pipeline import read_page
from detente.records import Page, Reading

KAZAKH = """Kazakhstan, Mongolia agree on water talks

Kazakhstan's foreign minister Daulet Serikov met his Mongolian counterpart Ganzorig Bat in Astana on Tuesday.

Serikov said the two sides had agreed to set up a commission on the water level of the border rivers.

He said Kazakhstan would lift the ban on imports of Mongolian mutton on June 10.

Serikov said Kazakhstan would issue visas to Mongolian students within three days.
"""
MONGOLIAN = """No deal on rivers, says Mongolia

Mongolia's foreign minister Ganzorig Bat met his Kazakh counterpart Daulet Serikov in Astana on Tuesday.

Bat said no commission on the water level of the border rivers had been agreed.

He said Kazakhstan would lift the ban on imports of Mongolian mutton on June 20.

Bat said Mongolia would send 40 engineers to repair the railway at the border.
"""
EARLIER = """Mongolian minister to visit Kazakhstan

Mongolia's foreign minister Ganzorig Bat will meet his Kazakh counterpart Daulet Serikov in Astana on May 6, the Mongolian foreign ministry said.
"""
RUSSIAN = """Россия и Япония провели консультации в Саппоро

Замминистра иностранных дел России Глеб Орлов и заместитель министра иностранных дел Японии Такаси Мори встретились в Саппоро 5 июня.

Орлов заявил, что тема Южных Курил на встрече не обсуждалась.
"""
JAPANESE = """Japan raises islands with Russia

Japan's deputy foreign minister Takashi Mori met his Russian counterpart Gleb Orlov in Sapporo on Thursday.

Mori said he had raised the sovereignty of the Kuril islands.
"""


def report(text: str, outlet: str, published: str, path: str = "") -> Reading:
    """Return the reading of a report."""
    reading = read_page(Page(text, outlet=outlet, published=published), path=path)
    assert isinstance(reading, Reading)
    return reading


def astana() -> tuple[Reading, ...]:
    """Return the reports of a meeting in Astana: one before it, and one of each side."""
    return (
        report(EARLIER, "Montsame", "2031-05-02", "before.txt"),
        report(KAZAKH, "Kazinform", "2031-05-06", "kz.txt"),
        report(MONGOLIAN, "Montsame", "2031-05-07", "mn.txt"),
    )


def sapporo() -> tuple[Reading, ...]:
    """Return the reports of a meeting in Sapporo, in two languages."""
    return report(RUSSIAN, "\u0422\u0410\u0421\u0421", "2031-06-05"), report(JAPANESE, "Kyodo News", "2031-06-05")
