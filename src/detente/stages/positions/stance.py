"""A stance on a topic's proposition, where the codebook states one."""

from __future__ import annotations

from detente.records import Statement
from detente.resources.codebook import Topic

FOR = frozenset({"AGREE", "COOPERATE", "SUPPORT", "CONCEDE", "AID"})
AGAINST = frozenset({"REJECT"})


def on_topic(topic: Topic, statement: Statement, content: str) -> float | None:
    """Return +1 for the topic's proposition, -1 against it, or None where the words do not tell.

    `content` is the statement's content, folded. Words for and against are counted; a refusal turns them round
    (a refusal to lift sanctions is for them). A topic without such words goes by the act.
    """
    if topic.proposition is None:
        return None
    if not topic.pro and not topic.con:
        return 1.0 if statement.act in FOR else -1.0 if statement.act in AGAINST else None
    lean = _lean(topic, content) * (-1 if statement.act in AGAINST else 1)
    return float((lean > 0) - (lean < 0)) or None


def _lean(topic: Topic, content: str) -> int:
    against = [word for word in topic.con if word in content]
    plain = content
    for word in against:
        plain = plain.replace(word, "")
    return len([word for word in topic.pro if word in plain]) - len(against)
