"""The document's people, looked up by name in time that does not grow with their number."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from detente.records import Name, by_form
from detente.text.match import is_one_edit

LONGEST_NATIVE = 3


class People:
    """The names of a document, by every form and by every form with one character left out; `likely` are those whose party no word tells."""

    def __init__(self, names: tuple[Name, ...]) -> None:
        self._names = names
        self.likely = frozenset(name.actor_id for name in names if name.party and not name.told)
        self._longest = max((len(form) for name in names for form in name.forms), default=0)
        self._found: dict[str, Name | None] = {**by_form(names)}

    @cached_property
    def _near(self) -> dict[str, list[tuple[int, str]]]:
        """The numbers and forms of names by what is near each form; few documents ask."""
        near: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for number, name in enumerate(self._names):
            for form in name.forms:
                for key in _shortened(form):
                    near[key].append((number, form))
        return near

    def find(self, word: str) -> Name | None:
        """Return the person a word names, also by a form with one character wrong, missing or too many.

        >>> from detente.records import Name
        >>> people = People((Name("person:1", ("乌沙科夫",), "总统助理", "RU"),))
        >>> [found.actor_id for word in ("乌沙科夫", "乌沙科", "乌沙") if (found := people.find(word))]
        ['person:1', 'person:1']
        """
        if word not in self._found:
            self._found[word] = self._nearly(word)
        return self._found[word]

    def of_surname(self, surname: str) -> Name | None:
        """Return the person whose name begins with a surname of one character (权市长), the last introduced if several do."""
        if len(surname) != 1:
            return None
        return next((n for n in reversed(self._names) if len(n.forms[0]) <= LONGEST_NATIVE and n.forms[0][0] == surname), None)

    def _nearly(self, word: str) -> Name | None:
        if len(word) > self._longest + 1:
            return None
        keys = [key for key in _shortened(word) if key in self._near]
        numbers = [number for key in keys for number, form in self._near[key] if is_one_edit(word, form)]
        return self._names[min(numbers)] if numbers else None


def _shortened(word: str) -> list[str]:
    """The word, and the word less each of its characters: two words that differ by one character share one of these."""
    return [word, *[word[:i] + word[i + 1 :] for i in range(len(word))]]
