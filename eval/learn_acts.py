"""Learn anew what words say about acts from labelled statements (`tests/statements`, `tests/acts`): `learn_acts.py [LANGUAGE...]`.

Writes `data/languages/LANGUAGE/acts.tsv`: what a softmax regression (`regress.py`) says of each word, pair of words, cue and
rule, in hundredths of a nat. The rules are asked first, on every statement, so that the regression learns how far each may be trusted:
learn again after they change. `held.tsv` is kept aside for measuring, and the gold of articles (`tests/gold`) is not looked at.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from learn import HELD, STATEMENTS, TESTS
from regress import Numbers, regressed

from detente.pipeline import load_plan
from detente.resources.actwords import NAME
from detente.resources.load import DATA, load_tsv
from detente.resources.topicwords import UNIT
from detente.stages.acts import features_of, ruled, ruled_act
from statements import COLUMNS, act_case, parsed

ACTS = TESTS / "acts"  # of these only the acts are learned
TAUGHT = ("en",)
LETTERS = {"en": 7, "ru": 7, "zh": 0}
RULED = 250  # what an act has beyond the others when the rules found it
SELDOM = 2  # in how many statements a word must stand
LEAST, SLIGHT = 0.3, 0.1  # nats: what says less of every act is no word of the table, what says less of one is left out
HEAD = """\
# What words say about acts, in hundredths of a nat: see eval/learn_acts.py, which makes this table from tests/statements. S is
# the speaker's side, O the other party, B both, T anybody else; ^ marks how a content begins, 0 is any number.
word\tweights
"""


class Known(NamedTuple):
    """What is known of a labelled statement, and its act."""

    features: list[str]
    act: str
    polarity: float


def known(code: str) -> Iterator[Known]:
    """Yield the labelled statements of a language that speak for a side."""
    plan = load_plan(code=code)
    for file in (*sorted((STATEMENTS / code).glob("*.tsv")), *sorted((ACTS / code).glob("*.tsv"))):
        for row in load_tsv(file, COLUMNS) if file.stem != HELD else ():
            if row["party"]:
                case = act_case(row, parsed(row, plan), plan)
                yield Known(features_of(ruled(case, *ruled_act(case)), LETTERS[code]), row["act"], float(row["polarity"]))


def table(statements: list[Known], code: str) -> str:
    """Return the table of a language, as it is written."""
    acts = tuple(sorted({each.act for each in statements}))
    seen = Counter(feature for each in statements for feature in each.features)
    examples = [([feature for feature in each.features if seen[feature] >= SELDOM], each.act, 1.0) for each in statements]
    signs = [_usual(each.polarity for each in statements if each.act == act) for act in acts]
    lines = [f"letters\t{LETTERS[code]}", f"ruled\t{RULED}", "acts\t" + " ".join(acts), "signs\t" + " ".join(f"{sign:g}" for sign in signs)]
    found = regressed(examples, acts)
    lines += [f"{word}\t{_row(found[word])}" for word in sorted(found) if abs(found[word]).max() >= LEAST]
    return HEAD + "\n".join(lines) + "\n"


def _usual(numbers: Iterable[float]) -> float:
    return Counter(numbers).most_common(1)[0][0]


def _row(weights: Numbers) -> str:
    return " ".join(f"{i}:{round(UNIT * float(weight))}" for i, weight in enumerate(weights) if abs(weight) >= SLIGHT)


if __name__ == "__main__":
    for language in sys.argv[1:] or TAUGHT:
        (DATA / "languages" / language / NAME).write_text(table(list(known(language)), language), encoding="utf-8", newline="\n")
