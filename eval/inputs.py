"""What the bench reads: articles as they are, more of them made from their paragraphs, and awkward pieces to repeat."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from pages import abe_pages

ROOT = Path(__file__).resolve().parent.parent
PARAGRAPHS = 8
LANGUAGES = {"en": "English", "ru": "Russian"}
AWKWARD = {
    "one line": "俄方表示,俄方愿意同美方恢复谈判。美方则称,美方反对俄方的做法。",
    "joint subjects": "双方表示满意。公报说,谈判将继续。",
    "lines": "俄方表示,俄方愿意同美方恢复谈判。\n",
    "unclosed quotations": "外长说,“我们",
    "many quotations": "外长说:“我们愿意谈判。”“也愿意等待,”他说。",
    "no marks": "外长会见来访的代表团并就双方关心的问题交换意见",
}


def _texts(folder: Path) -> list[str]:
    return [path.read_bytes().decode("utf-8-sig") for path in sorted(folder.glob("*.txt"))]


def _gold(language: str, *batches: str) -> list[str]:
    return [text for batch in batches for text in _texts(ROOT / "tests" / "gold" / language / batch)]


def _own() -> list[str]:
    return _gold("zh", "batch1", "batch2") + _texts(ROOT / "examples")


def sources() -> dict[str, list[str]]:
    """Return the texts of each source: the seed where there is one, and the project's own articles in each language."""
    shared = os.environ.get("DETENTE_GOLD")
    seed = _texts(Path(shared) / "seed") if shared else []
    others = {f"own articles in {name}": _gold(code, "batch1", "batch2") for code, name in LANGUAGES.items()}
    return ({"seed": seed} if seed else {}) | {"own articles": _own()} | others


def page_sources() -> dict[str, list[bytes]]:
    """Return the web pages of each source: the project's own, and those of the data sets where there are any."""
    own = [path.read_bytes() for path in sorted((ROOT / "tests" / "pages").glob("*.html"))]
    shared = os.environ.get("DETENTE_GOLD")
    if not shared:
        return {"own web pages": own}
    chinese = [path.read_bytes() for path in sorted((Path(shared) / "data" / "pages-zh").glob("*.html"))]
    pages = {"own web pages": own, "Chinese web pages": chinese, "ABE": list(abe_pages(Path(shared)).values())}
    return {name: found for name, found in pages.items() if found}


def _pick(*key: object, among: int) -> int:
    return int.from_bytes(sha256(repr(key).encode()).digest()[:8]) % among


def make_articles(folder: Path, number: int) -> int:
    """Write `number` articles of paragraphs drawn from the project's own, the same at every run; returns characters."""
    paragraphs = [line for text in _own() for line in text.splitlines() if len(line) > 60]
    size = 0
    for i in range(number):
        drawn = (paragraphs[_pick(i, k, among=len(paragraphs))] for k in range(PARAGRAPHS))
        text = "\n".join((f"第{i}篇:双方就多个问题交换意见", *drawn, ""))
        (folder / f"{i:05}.txt").write_text(text, encoding="utf-8")
        size += len(text)
    return size
