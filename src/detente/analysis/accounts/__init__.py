"""Two accounts of one meeting: which meetings readings tell of, and what each side tells of one."""

from .compare import BOTH, CONTRADICTED, ONE, Account, Comparison, compare, specificity
from .gatherings import FAMILIES, Gathering, Told, gatherings, told_in, told_of
from .named import find_gathering
from .sides import press_of
from .tellings import Telling

__all__ = [
    "BOTH", "CONTRADICTED", "FAMILIES", "ONE", "Account", "Comparison", "Gathering", "Telling", "Told", "compare", "find_gathering",
    "gatherings", "press_of", "specificity", "told_in", "told_of",
]  # fmt: skip
