"""What a reader is told to do where a page cannot be shown: words of the interface, by what went wrong."""

from __future__ import annotations

from http import HTTPStatus

from starlette.exceptions import HTTPException

from detente.api import NothingToMap
from detente.index import QueryError
from detente.store import StoreError
from detente.text.nearest import UnknownName

KINDS: tuple[tuple[type[Exception], str], ...] = ((NothingToMap, "empty"), (UnknownName, "unknown"), (QueryError, "query"), (StoreError, "store"))
BY_STATUS = {404: "unknown", 405: "method"}


def advice_for(error: Exception) -> str:
    """Return the key of the advice under `web.error`.

    >>> advice_for(UnknownName("no party")), advice_for(HTTPException(404)), advice_for(ValueError("no day"))
    ('unknown', 'page', 'value')
    """
    if isinstance(error, HTTPException):
        is_nowhere = error.status_code == 404 and error.detail == HTTPStatus.NOT_FOUND.phrase
        return "page" if is_nowhere else BY_STATUS.get(error.status_code, "value")
    return next((advice for kind, advice in KINDS if isinstance(error, kind)), "value")
