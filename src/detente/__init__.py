"""Détente reads news about relations between states and maps where two parties agree and differ.

>>> import detente
>>> reading = detente.read("俄方表示,俄方愿意同美方恢复谈判。")
>>> reading.statements[0].speaker.party
'RU'
"""

from .api import dialogue_map, read

__all__ = ["dialogue_map", "read"]
