"""Web pages: how much of their articles is found, by the Article Body Extraction set's own measure."""

from __future__ import annotations

import gzip
import importlib.util
import json
from pathlib import Path
from types import ModuleType

import score

from detente.intake import IntakeError, load_bytes

ABE = "abe"


def _measure(folder: Path) -> ModuleType:
    """The set's own script."""
    found = importlib.util.spec_from_file_location("abe_evaluate", folder / "evaluate.py")
    if found is None or found.loader is None:
        raise SystemExit(f"{folder / 'evaluate.py'} cannot be loaded")
    script = importlib.util.module_from_spec(found)
    found.loader.exec_module(script)
    return script


def abe_pages(shared: Path) -> dict[str, bytes]:
    """Return the set's pages by name."""
    files = sorted((shared / "data" / ABE / "html").glob("*.html.gz"))
    return {file.name.removesuffix(".html.gz"): gzip.decompress(file.read_bytes()) for file in files}


def body_of(body: bytes, name: str) -> tuple[str, str]:
    """Return the article body that is read from a page, without title and captions, and its whole text."""
    try:
        page = load_bytes(body, f"{name}.html")
    except IntakeError:
        return "", ""
    lines = (page.text[block.start : block.stop] for block in page.blocks if block.kind not in ("title", "caption"))
    return "\n".join(lines), page.text


def page_scores(shared: Path) -> dict[str, float]:
    """Return how many pages are read, F1, precision and recall of their bodies, and F1 of their whole texts, in per cent."""
    folder = shared / "data" / ABE
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    measure = _measure(folder).evaluate
    texts = {name: body_of(body, name) for name, body in abe_pages(shared).items()}
    found = measure(gold, {name: {"articleBody": body} for name, (body, _) in texts.items()}, n_bootstrap=1)
    whole = measure(gold, {name: {"articleBody": text} for name, (_, text) in texts.items()}, n_bootstrap=1)
    shares = {"pages": score.ratio(sum(bool(body) for body, _ in texts.values()), len(texts))}
    shares |= {key: round(100 * found[key], 1) for key in ("f1", "precision", "recall")}
    return shares | {"whole": round(100 * whole["f1"], 1)}
