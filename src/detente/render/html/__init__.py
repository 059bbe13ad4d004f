"""The map as one self-contained HTML file."""

from .page import render_html

__all__ = ["render_html"]
