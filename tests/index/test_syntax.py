"""The language of queries, and what is wrong with a query, with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.index import All, Node, OneOf, Phrase, QueryError, parse


def shape(node: Node) -> str:
    """Return a tree in words."""
    if isinstance(node, Phrase):
        return node.words
    if isinstance(node, OneOf):
        return f"one({', '.join(map(shape, node.parts))})"
    missing = f" without {', '.join(map(shape, node.without))}" if isinstance(node, All) and node.without else ""
    return f"all({', '.join(map(shape, node.parts))}{missing})"


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("fish", "fish"),
        ("fish cod", "all(fish, cod)"),
        ("fish AND cod OR quota", "one(all(fish, cod), quota)"),
        ("fish (cod OR quota)", "all(fish, one(cod, quota))"),
        ("fish -cod NOT quota", "all(fish without cod, quota)"),
        ("fish (NOT cod)", "all(fish without cod)"),
        ("-cod fish", "all(fish without cod)"),
        ("fish -(cod OR quota)", "all(fish without one(cod, quota))"),
        ('"free trade" F-16', "all(free trade, F-16)"),
        ("\u300c軍控談判\u300d\uff08美國 OR 俄國\uff09", "all(軍控談判, one(美國, 俄國))"),
        ("«контроль над» and", "all(контроль над, and)"),
    ],
)
def test_queries_are_read(query: str, tree: str) -> None:
    assert shape(parse(query)) == tree


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("", "at character 1 of the query: a word is missing here"),
        ("fish OR", "at character 8 of the query: a word is missing here"),
        ("OR fish", "at character 1 of the query: a word is missing before OR"),
        ("fish (cod", "at character 6 of the query: this parenthesis is not closed"),
        ("fish) cod", "at character 5 of the query: this parenthesis closes none"),
        ('fish "free trade', "at character 6 of the query: this quotation mark is not closed"),
        ("-fish", "at character 1 of the query: this only says what must be missing"),
        ("fish OR -cod", "at character 9 of the query: this only says what must be missing"),
        ("NOT NOT fish", "at character 5 of the query: this only says what must be missing"),
        ("fish …", "at character 6 of the query: there is no letter and no digit in this"),
        ("sanction*", "at character 9 of the query: there is no sign for any letters"),
        ("(" * 30 + "fish" + ")" * 30, "at character 21 of the query: there are more than 20 parentheses"),
        ("fish " * 300, "a query has at most 1,000 characters, this one has 1,500"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(query: str, told: str) -> None:
    with pytest.raises(QueryError) as error:
        parse(query)
    assert str(error.value).startswith(told)


@given(st.text(alphabet="ab京 ()\"-ANDORT“”«»*…", max_size=40))
def test_any_query_is_read_or_refused(query: str) -> None:
    try:
        parse(query)
    except QueryError as error:
        assert str(error)
