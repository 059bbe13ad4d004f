"""The fields of heads are counted as the gold has them; the article is invented."""

from __future__ import annotations

import json
from pathlib import Path

from heads import head_scores

TEXT = "World > Europe\nNorway opens a crossing\nBy Birna Olsdottir, Reuters\n18 June 2025\n\nNorway said on Tuesday that the crossing would open again.\n"
GOLD = {"headline": "Norway opens a crossing", "section": ["World", "Europe"], "source_credit": "AFP", "published": "2025-06-18T09:00"}


def test_each_field_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps({"source": "a.txt", "document": GOLD}), encoding="utf-8")
    assert head_scores([tmp_path / "a.json"]) == {"title": 100.0, "section": 100.0, "credit": 0.0, "published": 100.0}
