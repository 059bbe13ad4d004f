"""The web application: a corpus in a browser, over what a store keeps.

`create_app` makes it, `detente serve` runs it. Each page has one file in `pages`, and the same address with `.json` and `.csv`.
"""

from .app import create_app

__all__ = ["create_app"]
