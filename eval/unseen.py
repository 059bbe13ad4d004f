"""How right commitments, their fates and both sides' accounts are on meetings that nobody has looked at: what their intervals are made of.

    unseen.py               print these figures for the folders that are kept aside (`tests/meetings/*-fresh`)
    unseen.py --write       write them to `data/weights/meetings.toml`, from which ledgers and comparisons take their intervals

Run it once, at a first contact, beside `meetings.py --fresh` and `accounts.py --fresh`: what is looked at afterwards is not unseen any more.
Of those of a kind that were found it counts how many are right, and how many the gold tells of (`Tried`):

    commitments     matched as in `meetings.py`; of the gold, those that are not optional
    fates           by the fate that was found; right is what is matched and has the fate of the gold
    accounts        rows by their account; right is a row with topic, account and side of the gold
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from accounts import NONE_FRESH, Compared, compared, folders

from detente.analysis.accounts import ACCOUNTS
from detente.analysis.commitments import FATES
from detente.records import Meetings, Tried
from detente.resources.meetings import MEASURED
from meetings import Scored, score_folder

HEAD = """# How right ledgers of commitments and comparisons of accounts were on invented meetings that nobody had looked at while their rules were made.
# Source: eval/unseen.py over the folders that were kept aside, at their first contact. Licence: Apache-2.0.
# Of those of a kind that were found, how many are right, and how many the gold tells of. A fate is right with its commitment, an account with
# its topic and its side.
"""
Counts = Counter[tuple[str, str]]


def measured(ledgers: Sequence[Scored], comparisons: Sequence[Compared]) -> Meetings:
    """Return what was right of some meetings, by their scored ledgers and comparisons.

    >>> both, one = ("trade", "both", ""), ("water", "one", "KE")
    >>> measured([], [Compared(frozenset({both, one}), frozenset({both}))]).accounts["one"]
    Tried(right=0, found=1, told=0)
    """
    fates = _fates(ledgers)
    right, missed, extra = (sum(len(getattr(each, name)) for each in ledgers) for name in ("pairs", "missed", "extra"))
    return Meetings(len(comparisons), Tried(right, right + extra, right + missed), _tried(fates, FATES), _tried(_accounts(comparisons), ACCOUNTS))


def _fates(ledgers: Iterable[Scored]) -> Counts:
    counts: Counts = Counter()
    for each in ledgers:
        counts.update((found.fate, "found") for found in (*each.extra, *(found for _, found in each.pairs)))
        counts.update((gold["fate"], "told") for gold in (*each.missed, *(gold for gold, _ in each.pairs)))
        counts.update((found.fate, "right") for gold, found in each.pairs if gold["fate"] == found.fate)
    return counts


def _accounts(comparisons: Iterable[Compared]) -> Counts:
    counts: Counts = Counter()
    for each in comparisons:
        for name, rows in (("found", each.found), ("told", each.gold), ("right", each.found & each.gold)):
            counts.update((account, name) for _, account, _ in rows)
    return counts


def _tried(counts: Counts, kinds: Iterable[str]) -> dict[str, Tried]:
    return {kind: Tried(counts[kind, "right"], counts[kind, "found"], counts[kind, "told"]) for kind in kinds}


def as_toml(found: Meetings) -> str:
    """Return what was measured as the file that ledgers and comparisons read."""
    lines = [f"meetings = {found.meetings}", f"commitments = {_numbers(found.commitments)}"]
    return HEAD + "\n".join((*lines, *_table("fates", found.fates), *_table("accounts", found.accounts))) + "\n"


def _table(name: str, kinds: Mapping[str, Tried]) -> list[str]:
    return ["", f"[{name}]", *(f"{kind} = {_numbers(each)}" for kind, each in kinds.items())]


def _numbers(tried: Tried) -> str:
    return f"{{ right = {tried.right}, found = {tried.found}, told = {tried.told} }}"


def main(argv: Sequence[str]) -> int:
    """Print or write how right what is found of the folders is that are kept aside."""
    aside = folders(fresh=True)
    if not aside:
        print(NONE_FRESH)
        return 0
    text = as_toml(measured([score_folder(folder) for folder in aside], [compared(folder) for folder in aside]))
    if "--write" in argv:
        MEASURED.write_text(text, encoding="utf-8", newline="\n")
    else:
        print(text, end="")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
