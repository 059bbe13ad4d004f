"""Readings → one world: who is one actor in several documents, and what was said once and reported several times."""

from .join import join_people
from .people import Person, people_of
from .rename import rename
from .utterances import same_utterances

__all__ = ["Person", "join_people", "people_of", "rename", "same_utterances"]
