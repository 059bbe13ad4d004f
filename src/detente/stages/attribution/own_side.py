"""What a speaker only tells again of his own side, and what of that is told as its own."""

from __future__ import annotations

from detente.languages import Language
from detente.records import Draft, Statement
from detente.text.fold import simplified

MOST_OF_WHOLE = 0.6


def repeats_own_side(number: int, drafts: tuple[Draft, ...], statements: tuple[Statement, ...], language: Language) -> bool:
    """Whether a nested statement only says in the third person what its speaker's own side says: 中方 of a 中方 speaker."""
    outer, statement = drafts[number].outer, statements[number]
    if outer is None or statement.speaker is None or _is_told_apart(drafts[number], drafts[outer], statement, language):
        return False
    speaker, teller = statement.speaker, statements[outer].speaker
    return speaker.party is not None and speaker.actor_id.startswith("state:") and teller is not None and teller.party == speaker.party


def _is_told_apart(draft: Draft, outer: Draft, statement: Statement, language: Language) -> bool:
    """Whether an act counts that one's own side is told to do (`retold`): what a capital demands, or what is demanded among other things."""
    words, cue = language.lexicon.words, language.lexicon.cues.get(draft.lemma)
    if cue is None or cue.act not in words["retold"] or cue.frame != "act" or statement.speaker is None:
        return False
    own, whole = (sum(span.stop - span.start for span in each.content) for each in (draft, outer))
    name = simplified(statement.speaker.name)
    is_named = statement.speaker.stop < draft.cue.start or not name.endswith(tuple(words["side_ending"]))
    return own <= MOST_OF_WHOLE * whole or (is_named and name not in words["first_person", "own_state"])
