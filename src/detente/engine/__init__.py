"""Many articles, read by one process or by several."""

from .local import read_all
from .reader import Reader

__all__ = ["Reader", "read_all"]
