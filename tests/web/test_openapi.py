"""OpenAPI describes every address, and nothing that it allows brings a fault of the server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance

from detente.engine import Reader
from detente.fetch import Fetcher, FetchError
from detente.store import Store
from detente.web import create_app
from detente.web.jobs import Jobs

EXAMPLES, PHASES = 5, (Phase.explicit, Phase.generate)
# What readers may well write into an address, right and wrong.
POOL = {
    "parties": ("RU,US", "US", "RU,RU", "RU+US,CN", "Россия,美国", "XX,YY", ","), "topic": ("trade", "arms-control", "Trade,,", "none"),
    "since": ("2031", "2031-05-16", "2031-13", "0000-00", "٢٠٣١", "-"), "until": ("2031-06", "9999-99-99", "1"), "language": ("en,zh", "xx", ","),
    "party": ("RU", "RU+US", "?"), "speaker": ("Sobin", "person:none", "RU", "\x00"), "act": ("REJECT", "reject,none", "NOTHING"),
    "outlet": ("环球网", "outlet:global-times", "\ud7ff"), "country": ("CN", "zz"), "ui": ("ru", "zh-Hant", "xx"), "limit": ("1", "1000", "0", "١", "1e3"),
    "evidence": ("2031-05", "trade", "RU", "all", "\x00"), "query": ("trade", '"', "a OR", "(贸易 AND -美方)", "NOT", "*", "\x00"),
    "within": ("statements", "documents", "x"),
    "rows": ("actor", "outlet", "party"), "mode": ("two",), "aggregation": ("congruence", "combine", "x"), "normalization": ("jaccard", "x"),
    "duplicates": ("month", "x"), "most": ("2", "2000", "1"), "minimum": ("0.5", "nan", "inf", "-1"), "first": ("1", "1000000", "-1"),
    "name": ("RU", "Sobin", "person:Harlan Price", ".", "%00"), "event": ("1", "0", "2031-05-21", "x"), "key": ("none", "document:none", "%00"),
}  # fmt: skip
ANYTHING = ("", "x", "\x00", "٣", "9" * 30)
HEADERS = {"host": "127.0.0.1"}


@pytest.fixture(scope="module")
def described(client: TestClient) -> Iterator[Any]:
    """Return the description of an application without a network, to be tried."""
    store: Store = client.app.state.store  # type: ignore[attr-defined]
    jobs = Jobs(store, Reader(), lambda clock: Fetcher(resolver=_nowhere, clock=clock, delay=0))
    yield schemathesis.openapi.from_asgi("/openapi.json", create_app(store, jobs=jobs), headers=HEADERS)
    jobs.close()


def _nowhere(host: str, port: int) -> tuple[str, ...]:
    raise FetchError(f"{host}: no machine of this name is found; check the address and the network")


def _operations(client: TestClient) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, operations in client.get("/openapi.json").json()["paths"].items():
        yield from ((path, method, operation) for method, operation in operations.items())


def test_every_operation_has_a_name_a_summary_and_its_answers(client: TestClient) -> None:
    names = set()
    for path, method, told in _operations(client):
        assert told["summary"] and told["operationId"] not in names and told["tags"], path
        names.add(told["operationId"])
        good = [answer for code, answer in told["responses"].items() if code < "300"]
        assert all(answer["content"] for answer in good) and (good or "303" in told["responses"]), (path, method)
        assert {"400", "404", "422", "503"} <= set(told["responses"]) and (method == "get" or "413" in told["responses"])
    assert len(names) > 40


def test_all_json_is_described_by_a_type(client: TestClient) -> None:
    for path, _, told in _operations(client):
        for answer in told["responses"].values():
            schema = answer.get("content", {}).get("application/json", {}).get("schema")
            assert schema is None or "$ref" in schema or schema.get("items") or schema.get("prefixItems"), f"{path}: name its type in web/described.py"


def test_nothing_brings_a_fault(described: Any) -> None:
    tried = 0
    for found in described.get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy())
        @settings(max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, phases=PHASES, suppress_health_check=list(HealthCheck))
        def holds(case: Case) -> None:
            case.call_and_validate(headers=HEADERS, checks=[not_a_server_error, response_schema_conformance])

        holds()
        tried += 1
    assert tried > 40


def _queries(names: list[str]) -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(st.sampled_from(names or ["ui"]), st.none(), max_size=4).flatmap(
        lambda chosen: st.fixed_dictionaries({name: st.sampled_from((*POOL.get(name, ()), *ANYTHING)) for name in chosen})
    )


@pytest.mark.filterwarnings("ignore:AutoDateLocator:UserWarning")
def test_what_readers_may_well_ask_brings_no_fault(client: TestClient) -> None:
    for path, method, told in _operations(client):
        if method == "get" and not path.endswith("/events"):
            names = [each["name"] for each in told.get("parameters", ()) if each["in"] == "query"]
            _ask(client, path, names)


def _ask(client: TestClient, path: str, names: list[str]) -> None:
    @given(query=_queries(names), place=st.data())
    @settings(max_examples=4 * EXAMPLES, derandomize=True, deadline=None, database=None, phases=PHASES, suppress_health_check=list(HealthCheck))
    def holds(query: dict[str, str], place: st.DataObject) -> None:
        address = re.sub(r"\{(\w+)\}", lambda slot: quote(place.draw(st.sampled_from(POOL[slot[1]])), safe="%:"), path)
        answer = client.get(address, params=query)
        assert answer.status_code < 500, (address, query)

    holds()


@pytest.mark.parametrize("query", ["other=US", "one=US", "one=US&parties=RU,US", "other=&one=", "one=US&other=RU", "parties=&since="])
def test_a_form_that_is_half_filled_leads_somewhere(client: TestClient, query: str) -> None:
    assert client.get(f"/map?{query}").status_code == 200
