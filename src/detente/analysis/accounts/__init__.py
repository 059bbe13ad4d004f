"""Two accounts of one meeting: which meetings readings tell of, and what each side tells of one."""

from .compare import BOTH, CONTRADICTED, ONE, Account, Comparison, compare, specificity
from .gatherings import Gathering, Told, gatherings, told_in
from .tellings import Telling

__all__ = [
    "BOTH", "CONTRADICTED", "ONE", "Account", "Comparison", "Gathering", "Telling", "Told", "compare", "gatherings",
    "specificity", "told_in",
]  # fmt: skip
