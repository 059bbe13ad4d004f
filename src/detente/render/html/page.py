"""The whole page: one file that asks nothing of a network and runs nothing but its own script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from html import escape

from detente.render.interface import asset
from detente.render.report import Report
from detente.render.summary import failure_lines, not_understood, trust
from detente.render.svg import render_svg

from .article import render_article
from .cards import SIGNS, render_cards, render_cell_notes
from .edition import Edition, edition_of


def render_html(report: Report) -> str:
    """Return the map as one self-contained HTML file: picture, articles and evidence."""
    edition = edition_of(report)
    style, script = asset("picture.css") + asset("page.css"), asset("page.js")
    title = escape(edition.words.text("map.title", left=_party(edition, 0), right=_party(edition, 1)))
    return (
        f'<!DOCTYPE html>\n<html lang="{report.ui}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="referrer" content="no-referrer">\n<title>{title}</title>\n'
        f"<style>{style}</style>\n</head>\n"
        f"<body>\n{_skips(edition)}\n<h1>{title}</h1>\n{_picture(edition)}\n{_reading(edition)}\n"
        f"{_evidence(edition)}\n{_footer(edition)}\n"
        f'<p id="live" class="unseen" role="status" aria-live="polite"></p>\n<script>{script}</script>\n'
        "</body>\n</html>\n"
    )


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _party(edition: Edition, place: int) -> str:
    return edition.report.labels.party(edition.report.map.parties[place])


def _skips(edition: Edition) -> str:
    links = (("#map", "page.skip_picture"), ("#articles", "page.skip_reading"))
    return "".join(f'<a class="skip" href="{target}">{escape(edition.words.text(key))}</a>' for target, key in links)


def _picture(edition: Edition) -> str:
    wide = render_svg(edition.report, standalone=False)
    phone = render_svg(edition.report, standalone=False, phone=True)
    label = escape(edition.words.text("page.map"))
    keys = escape(edition.words.text("page.keys"))
    return (
        f'<section id="map" aria-label="{label}" tabindex="-1"><div class="wide">{wide}</div>'
        f'<div class="phone">{phone}</div><p class="hint">{escape(edition.words.text("page.hint"))} '
        f'<span class="keys">{keys}</span></p></section>'
    )


def _reading(edition: Edition) -> str:
    articles = "".join(
        render_article(edition, reading, number) for number, reading in enumerate(edition.report.readings, 1)
    )
    label = escape(edition.words.text("page.articles"))
    return (
        f'<main id="articles" tabindex="-1"><h2 class="unseen">{label}</h2>{_bar(edition)}'
        f'<div class="columns"><div class="sheets">{articles}</div>{_panel(edition)}</div></main>'
    )


def _bar(edition: Edition) -> str:
    words = edition.words
    names = {"left": _party(edition, 0), "right": _party(edition, 1)}
    names |= {"both": words.text("page.both"), "other": words.text("page.others")}
    legend = "".join(
        f'<li><mark class="content {side}">{SIGNS[side]} {escape(name)}</mark></li>' for side, name in names.items()
    )
    label = escape(words.text("page.highlights"))
    return f'<div class="bar"><ul class="legend" aria-label="{label}">{legend}</ul>{_switch(edition)}</div>'


def _switch(edition: Edition) -> str:
    if not any(reading.document.language.startswith("zh") for reading in edition.report.readings):
        return ""
    words = edition.words
    choices = (("", "published"), ("hans", "simplified"), ("hant", "traditional"))
    inputs = "".join(
        f'<label><input type="radio" name="script" value="{value}"{"" if value else " checked"}>'
        f"<span>{escape(words.text(f'script.{key}'))}</span></label>"
        for value, key in choices
    )
    return f'<fieldset class="scripts"><legend>{escape(words.text("script.label"))}</legend>{inputs}</fieldset>'


def _panel(edition: Edition) -> str:
    words = edition.words
    buttons = "".join(
        f'<button type="button" id="{name}" aria-label="{escape(words.text(f"page.{key}"))}">{sign}</button>'
        for name, key, sign in (("previous", "previous", "←"), ("next", "next", "→"), ("close", "close", "✕"))
    )
    position, copied = (
        escape(words.text("page.position", i="{i}", n="{n}")),
        escape(words.text("page.copied")),
    )
    heads = "".join(f'<p class="{side}">{escape(_party(edition, n))}</p>' for n, side in enumerate(("left", "right")))
    return (
        f'<aside id="panel" tabindex="-1" hidden aria-labelledby="panel-title" data-position="{position}"'
        f' data-copied="{copied}" data-statement="{escape(words.text("page.evidence"))}">'
        f'<header><h2 id="panel-title"></h2><div class="steps"><span id="position"></span>{buttons}</div>'
        f'<p id="panel-meaning"></p></header><div class="sides" aria-hidden="true">{heads}</div>'
        '<ol class="facing"></ol></aside>'
    )


def _evidence(edition: Edition) -> str:
    words = edition.words
    return (
        f'<section id="evidence"><h2>{escape(words.text("page.evidence"))}</h2>'
        f'<div class="cell-notes">{render_cell_notes(edition)}</div>'
        f"<h2>{escape(words.text('page.all_statements'))}</h2>{render_cards(edition)}</section>"
    )


def _footer(edition: Edition) -> str:
    return "<footer>" + "".join(f"<p>{escape(sentence)}</p>" for sentence in _sentences(edition)) + "</footer>"


def _sentences(edition: Edition) -> Iterator[str]:
    report, words = edition.report, edition.words
    colon, semicolon = words.text("list.colon"), words.text("list.semicolon")
    yield words.text("map.trust") + colon + semicolon.join(trust(report)) + words.text("list.stop")
    yield words.text("map.absence")
    if unknown := not_understood(report):
        yield words.text("map.not_understood") + colon + semicolon.join(unknown)
    for line in failure_lines(report):
        yield words.text("map.failed") + colon + line
    makers = dict.fromkeys((reading.made_by.detente, reading.made_by.codebook) for reading in report.readings)
    for version, codebook in makers:
        yield words.text("page.made_by", version=version, codebook=codebook)
