"""Russian: words with their dictionary forms and cases by pymorphy3, names of several words as one.

A token's word is its dictionary form, or the name that the gazetteer lists; its case column holds what the subject test
needs (see `forms.Form.case`).

| letter | class | letter | class |
|---|---|---|---|
| S | state, its people, its adjective | M | seat or capital that stands for a state |
| G | organisation | Y | ministry or other body of a state |
| T | office | t | private office (professor, analyst) |
| K | person | k | other name |
| p | other place | | |
| O | outlet | h | human noun |
| I | institution | J | joint subject (стороны) |
| R | pronoun | d | determiner |
| c | reporting verb | N | noun that reports (заявление) |
| V | other verb or predicate | v | infinitive |
| g | gerund | z | не |
| l | что | q | question word |
| i | который | B | но, хотя, поскольку |
| A | по словам | r | со ссылкой на |
| P | preposition | w | и, или |
| a | adverb, particle | D, m | time, number |
| j | adjective, participle | n | noun |
| x | anything else | | |

Marks stand for themselves, sentence ends for `.`, dashes for `-`.
"""

from .language import Russian

LANGUAGE = Russian

__all__ = ["LANGUAGE", "Russian"]
