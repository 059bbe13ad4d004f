"""What is given again: while the store stays as it is, for a share of the time that making took, and within bounds."""

from __future__ import annotations

from detente.web.shelf import LONGEST, OLDEST, SHARE, Shelf


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_as_long_as_nothing_changes_it_is_good() -> None:
    clock = Clock()
    shelf = Shelf[str](most=10, clock=clock)
    shelf.put("a", "page", state=1, took=0.01)
    clock.now = 1e6
    assert shelf.find("a", 1) == "page" and shelf.find("a", 2) is None


def test_after_a_change_it_is_good_the_longer_the_longer_it_took() -> None:
    clock = Clock()
    shelf = Shelf[str](most=10, clock=clock)
    shelf.put("quick", "page", state=1, took=0.02)
    shelf.put("slow", "page", state=1, took=9.0)
    clock.now = SHARE * 0.02 + 0.1
    assert shelf.find("quick", 2) is None and shelf.find("slow", 2) == "page"
    clock.now = LONGEST
    assert shelf.find("slow", 2) is None


def test_what_is_not_good_any_more_may_be_given_until_it_is_too_old() -> None:
    clock = Clock()
    shelf = Shelf[str](most=10, clock=clock)
    shelf.put("a", "page", state=1, took=0.01)
    clock.now = OLDEST - 1
    assert shelf.find("a", 2) is None and shelf.past("a") == "page" and shelf.past("b") is None
    clock.now = OLDEST
    assert shelf.past("a") is None


def test_it_is_bounded_and_what_was_asked_for_longest_ago_goes() -> None:
    shelf = Shelf[str](most=10)
    for key in "abc":
        shelf.put(key, key, state=1, took=0, size=4)
    assert [key for key in "abc" if shelf.find(key, 1)] == ["b", "c"]
    shelf.find("b", 1)
    shelf.put("d", "d", state=1, took=0, size=4)
    assert [key for key in "bcd" if shelf.find(key, 1)] == ["b", "d"]
    shelf.put("b", "large", state=1, took=0, size=11)
    assert shelf.find("b", 1) is None and shelf.find("d", 1) == "d"
