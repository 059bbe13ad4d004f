"""Readings → one world: who is one actor in several documents, and what was said once and reported several times."""

from .join import join_people, keys_of, may_be_one
from .offices import office_of
from .people import Named, Person, named_in, people_of, person_of
from .rename import rename
from .utterances import ADJACENT, Reported, is_same, may_recur, reported, same_utterances

__all__ = [
    "ADJACENT", "Named", "Person", "Reported", "is_same", "join_people", "keys_of", "may_be_one", "may_recur", "named_in", "office_of",
    "people_of", "person_of", "rename", "reported", "same_utterances",
]  # fmt: skip
