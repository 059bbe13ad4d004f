"""Topics by terms: venues and anti-terms masked, the longest term counts, the most specific topics win, two at most."""

from __future__ import annotations

import re
from collections import Counter

from detente.languages import Language
from detente.resources.codebook import Codebook
from detente.text.match import Matcher

MOST = 2
GENERAL = "bilateral-relations"
AGENDA = re.compile("、")


class Labeller:
    """Finds the topics of a codebook in folded text."""

    def __init__(self, codebook: Codebook, language: Language) -> None:
        self._rank = {topic.id: topic.rank for topic in codebook.topics}
        rows: dict[str, tuple[str, str]] = {}
        for phrase in codebook.venues:
            rows.setdefault(phrase, ("", "mask"))
        for topic in codebook.topics:
            for term in topic.terms:
                rows.setdefault(term, (topic.id, "strong"))
        for topic in codebook.topics:
            for term in topic.weak:
                rows.setdefault(term, (topic.id, "weak"))
            for term in topic.anti:
                rows.setdefault(term, ("", "mask"))
        names = {
            n: e.party for n, e in language.gazetteer.entries.items() if e.kind in ("state", "side") and len(n) > 1
        }
        self._states = {n: t.id for t in codebook.topics for n, p in names.items() if p in t.states}
        self._parties = {n: p for n, p in names.items() if n in self._states}
        for name, topic_id in self._states.items():
            rows.setdefault(name, (topic_id, "state"))
        shorts = "".join(sorted(n for n in language.gazetteer.shorts if len(n) == 1))
        self._relations = re.compile(
            f"(?:[{shorts}]{{2}}|两国|双边|双方|与.{{1,5}}|对[{shorts}])(?:两国|之间)?的?(?:双边|紧张)?关系"
        )
        self._rows = rows
        self._matcher = Matcher(rows)

    def topics(self, text: str, parties: tuple[str, ...]) -> tuple[str, ...]:
        """Return the topics of a folded text, the most specific first; a bare state name never for a party of the map."""
        weight: Counter[str] = Counter()
        first: dict[str, int] = {}
        for number, start, _ in self._matcher.matches(text):
            term = self._matcher.words[number]
            topic, strength = self._rows[term]
            if strength == "mask" or (strength == "state" and self._parties.get(term) in parties):
                continue
            weight[topic] += 1 if strength == "weak" else 2
            first.setdefault(topic, start)
        if GENERAL in self._rank and (relation := self._relations.search(text)):
            weight[GENERAL] += 2
            first.setdefault(GENERAL, relation.start())
        found = [t for t in weight if weight[t] >= 2]
        if len(found) > 1:
            found = [t for t in found if self._rank[t] > 1] or found
        most = 6 if AGENDA.search(text) else MOST
        return tuple(sorted(found, key=lambda t: (-self._rank[t], -weight[t], first[t]))[:most])
