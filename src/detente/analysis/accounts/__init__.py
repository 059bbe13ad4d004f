"""Two accounts of one meeting: which meetings readings tell of, and what each side tells of one."""

from .clues import Clues
from .compare import ACCOUNTS, BOTH, CONTRADICTED, ONE, Account, Comparison, compare
from .gatherings import Gathering, Told, gatherings, told_in
from .named import find_gathering, gathering_named
from .sides import press_of
from .tellings import Telling

__all__ = [
    "ACCOUNTS", "BOTH", "CONTRADICTED", "ONE", "Account", "Clues", "Comparison", "Gathering", "Telling", "Told", "compare",
    "find_gathering", "gathering_named", "gatherings", "press_of", "told_in",
]  # fmt: skip
