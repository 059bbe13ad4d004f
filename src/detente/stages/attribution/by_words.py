"""What an outlet does, by the words before it and behind it: it carries a report, is cited, was told, or just reports."""

from __future__ import annotations

from detente.text.carriers import carries
from detente.text.outlets import is_latin

from .case import Attribution
from .media import DATIVE, OPEN, does, is_english, is_medium, is_source, is_taken_over, reports_last

CARRIES, CITED, TOLD, PLAIN = "carries", "cited", "told", "plain"
LONGEST_CLAUSE = 16  # tokens in which it ends
NEAR = 4  # tokens behind 的 in which stands what an outlet made
REACH = 6  # tokens before an outlet in which stands what it does
STOPS = frozenset(",.;:\n\r")
SPEAKERS = frozenset("TthK")
BEHIND = frozenset("Dmaeu”》v")  # what may stand between an outlet and what it does
ACCORDING = "according"
ADDRESSED = 5  # tokens before an outlet in which stands that it was told: to the Cluj paper
RELATIVE = "i"
OBJECTIVE = frozenset("OGQDog")  # cases of a relative pronoun that is no subject
EITHER, ACCUSED = frozenset("Bb"), frozenset("oO")  # of one that may be a subject or an object, and of an outlet that is an object
OBJECTS = frozenset("NndR")
GENITIVE = frozenset("gqG")
AIRED = frozenset("Dmeuv\u300bh")  # what stands between an outlet and its programme


def role_of(first: int, last: int, begin: int, case: Attribution) -> str | None:
    """Return what an outlet at tokens `first` to `last` does, by what stands before it from `begin` on and behind it; nothing where no word tells."""
    if case.parse.tokens.words[max(first - 1, 0)].lower() in case.words("in_brackets") and "(" in case.parse.tokens.classes[max(first - 3, 0) : first]:
        return CARRIES  # (перевод ИноСМИ)
    if is_taken_over(first, last, case) or reports_last(first, last, case):
        return CARRIES
    told = _by_words_behind if not case.language.is_spaced else _by_words_before
    return told(first, last, begin, case) or _carries(last, case) or _publishes(last, case)


def _carries(last: int, case: Attribution) -> str | None:
    """TASS carried a Bloomberg item; ТАСС распространил сообщение агентства «Спутник»."""
    tokens, at = case.parse.tokens, _behind(last, case)
    word, object_ = tokens.words[at], tokens.classes[at + 1 : at + 2]
    if not case.language.is_spaced or tokens.classes[at] not in "Vcu" or at > last + 2 or object_ in ("P", "b", ",", "."):
        return None
    passes = word in case.words("carrying") or (
        word in case.words("publishing") and "O" in tokens.classes[at + 1 : at + REACH]
    )
    if passes and is_english(case) and word in case.words("quoting") and "B" in tokens.classes[at + 1 : at + LONGEST_CLAUSE]:
        return PLAIN  # TOLOnews quoted an official as saying
    return CARRIES if passes else None


def _publishes(last: int, case: Attribution) -> str | None:
    """Haaretz published an account; газета побеседовала с послом; in a BBC interview."""
    tokens = case.parse.tokens
    interview = (
        is_english(case)
        and tokens.words[last : last + 1]
        and tokens.words[last].lower() in case.words("telling_outlet")
    )
    if is_english(case) and tokens.words[last : last + 1] and tokens.words[last] in case.words("outlet_item"):
        return PLAIN
    published = tokens.words[_behind(last, case)] if not interview else ""
    if interview or (published in case.words("publishing") and (case.language.is_spaced or published in case.words("words_of"))):
        return TOLD
    return PLAIN if published in case.words("publishing") else None


def _behind(last: int, case: Attribution) -> int:
    tokens = case.parse.tokens
    at = last
    while at + 1 < len(tokens.classes) and (tokens.classes[at] in BEHIND or _is_part(at, case)) and not _acts(at, case):
        at += 1
    return min(at, len(tokens.classes) - 1)


def _is_part(i: int, case: Attribution) -> bool:
    """Whether a word is of what an outlet has: 晚间新闻."""
    tokens = case.parse.tokens
    if case.language.is_spaced or tokens.classes[i] not in "nhi":
        return False
    return tokens.words[i].endswith((*case.words("outlet_part"), *case.words("asker")))


def _acts(i: int, case: Attribution) -> bool:
    word = case.parse.tokens.words[i]
    return does(i, case) or word in case.words("publishing") or word in case.words("learning")


def _by_words_before(first: int, last: int, begin: int, case: Attribution) -> str | None:
    """Carried by PAP; with reference to Delfi; told Globo; на которую ссылается «Танюг»."""
    tokens = case.parse.tokens
    if tokens.classes[first - 1 : first] == "-" and tokens.classes[last : last + 1] in ("", ".", "\n", "\r"):
        return CARRIES
    if tokens.cases and (_is_dative(first, case) or is_source(first - 1, case)):
        return TOLD
    if tokens.cases and tokens.classes[first - 1] == "c" and _is_told(first, last, case):
        return TOLD
    seen: set[str] = set()
    made = None
    for i in range(first - 1, max(begin, first - REACH) - 1, -1):
        word = tokens.words[i].lower()
        if tokens.classes[i] in STOPS or tokens.classes[i] == "O":
            return made
        if word in case.words("carrying") and not tokens.cases and case.words("carried_by").isdisjoint(seen) and i >= first - REACH + 2:
            return CITED
        if word in case.words("carrying") and tokens.cases and _is_placed(i, first, case):
            return CARRIES
        if word in case.words("carrying") and (not case.words("carried_by").isdisjoint(seen) or _is_subject(first, case)):
            return CARRIES
        if made and tokens.cases and word in case.words(("withheld", "undenied")):
            return None  # комментируя публикацию газеты
        made = PLAIN if word in case.words("outlet_item") else made
        if tokens.classes[i] in "cV" and not made and "by" in seen and not tokens.cases:
            return TOLD if word in case.words("telling_outlet") else CARRIES
        if word == ACCORDING and "to" in seen:
            return CARRIES
        if word in case.words("sourcing"):
            return CARRIES if tokens.cases and _is_object(i, begin, case) else CITED
        if tokens.cases and word in case.words("passing_on") and (i == first - 1 or (i == first - 2 and is_medium(first - 1, case))):
            return PLAIN
        if word in case.words("learning"):
            return CITED if not seen.isdisjoint(case.words("learned_from")) else PLAIN
        if word in case.words("telling_outlet") or ("to" in seen and word in case.words("words_of")) or _is_addressed(i, first, begin, case):
            return TOLD
        seen.add(word)
    return made


def _is_addressed(i: int, first: int, begin: int, case: Attribution) -> bool:
    """Whether the words that a sentence takes up were for an outlet: The remark was made to ABC Color."""
    tokens = case.parse.tokens
    echoing = is_english(case) and any(begin <= at < first for at in case.echoes)
    return echoing and i >= first - ADDRESSED and tokens.words[i] == "to" and tokens.classes[i - 1] != "x"


def _is_subject(first: int, case: Attribution) -> bool:
    """Whether an outlet is who does what stands before it: приводит «Спутник», not приводит сообщение агентства «Спутник»."""
    cases = case.parse.tokens.cases
    at = first - 1 if is_medium(first - 1, case) else first + (case.parse.tokens.classes[first] in OPEN)
    owned = bool(cases) and cases[at] in GENITIVE and not _is_as_listed(at, case)
    return bool(cases) and not owned and not _is_of_item(first - is_medium(first - 1, case), case)


def _is_as_listed(i: int, case: Attribution) -> bool:
    """Whether the name of an outlet is written as in the list, whatever its ending looks like: «Коммерсантъ»."""
    tokens = case.parse.tokens
    return tokens.classes[i] == "O" and case.parse.folded[tokens.starts[i] : tokens.stops[i]] == tokens.words[i]


def _is_of_item(first: int, case: Attribution) -> bool:
    """Whether an outlet is whose an article is: перевод колонки Le Figaro; публикацию польской Rzeczpospolita."""
    tokens, at = case.parse.tokens, first - 1
    while at > 0 and (tokens.classes[at] in "jS" or tokens.classes[at] in OPEN):
        at -= 1
    made = case.words("outlet_item") | (case.words("taken_up") - case.words("words_of"))
    return tokens.words[at] in made and tokens.classes[at - 1] != "d"


def _is_told(first: int, last: int, case: Attribution) -> bool:
    """Whether an outlet behind a verb is who was told: заявил Tolo News, что; рассказал Reuters дипломат; уверял «Имеди» собеседник."""
    tokens = case.parse.tokens
    behind = tokens.classes[last : last + 1]
    if behind in ("T", "t", "h", "K") and tokens.cases[last] in "nb":
        return is_latin(tokens.words[first]) or tokens.classes[first] in OPEN
    return is_latin(tokens.words[first]) and (tokens.classes.startswith(",l", last) or behind in SPEAKERS)


def _is_placed(verb: int, first: int, case: Attribution) -> bool:
    """Whether an outlet is where words stand: приведено на сайте агентства, опубликованы в газете."""
    between = range(verb + 1, first)
    return any(case.parse.tokens.words[i] in case.words("published_in") and is_medium(i + 1, case) for i in between)


def _is_dative(first: int, case: Attribution) -> bool:
    """сказал телеканалу BBC, рассказал «Коммерсанту»."""
    tokens = case.parse.tokens
    cases, at = tokens.cases, first - 1
    if tokens.classes[at] == "P":
        return False  # нашлось в «Новой газете»
    beside = is_medium(at, case) or tokens.classes[at] == "t"  # журналистам «Зари»
    return (beside and cases[at] in DATIVE) or cases[first + (tokens.classes[first] in OPEN)] in DATIVE


def _is_object(i: int, begin: int, case: Attribution) -> bool:
    """Whether what is cited stands before who cites it: на которую ссылается, которую цитирует."""
    tokens = case.parse.tokens
    if tokens.classes[i] == "j" or tokens.cases[i].isupper():
        return True  # цитируемое ТАСС
    if tokens.classes[i] in "cVr" and not OBJECTS.isdisjoint(tokens.classes[max(begin, i - 2) : i]):
        return True  # ее слова цитирует ТАСС
    at = next((k for k in range(i - 1, max(begin, i - 3) - 1, -1) if tokens.classes[k] == RELATIVE), -1)
    if at >= 0 and tokens.classes[at - 1] == "P":
        return tokens.words[at - 1] in case.words("referred_onto")
    return at >= 0 and (tokens.cases[at] in OBJECTIVE or (tokens.cases[at] in EITHER and _may_act(i + 1, case)))


def _may_act(i: int, case: Attribution) -> bool:
    """Whether an outlet behind a verb may be who does it, by its form: которое цитирует ТАСС; not который цитирует газету."""
    tokens = case.parse.tokens
    at = i + (tokens.classes[i] in OPEN)
    return i < len(tokens.classes) and tokens.cases[at] not in ACCUSED


def _by_words_behind(first: int, last: int, begin: int, case: Attribution) -> str | None:
    """对《消息报》表示; 接受CNN专访; 转载路透社电文; 联合新闻网转载了全文."""
    tokens = case.parse.tokens
    before = first - 1
    while before > begin and (tokens.classes[before] in "SM《“eu" or is_medium(before, case) or tokens.words[before] in case.words("nearby")):
        before -= 1
    word, behind = tokens.words[before] if before >= begin else "", tokens.words[_behind(last, case)]
    if word in case.words("aired_at") and _is_aired(last, case):
        return TOLD
    if word in case.words("learned_from") and behind in case.words("learning"):
        return CITED
    if word in case.words("combining") and tokens.classes[before - 1 : before] not in ("O", "\u300b", "h"):
        return None
    if word in case.words("telling_outlet"):
        return TOLD
    if word in case.words("according") and "O" in case.parse.tokens.classes[_clause_start(before, case) : before]:
        return CITED  # 《商报》据路透社的消息报道
    if word in case.words("sourcing") or word in case.words("carrying"):
        return CITED
    if behind in case.words("carrying") or _only_carries(first, case):
        return CARRIES
    return PLAIN if _says_by_item(last, case) else None


def _says_by_item(last: int, case: Attribution) -> bool:
    """法新社从基加利发出的报道说."""
    tokens = case.parse.tokens
    of = tokens.classes.find("u", last, last + REACH)
    at = next((i for i in range(of + 1, min(of + NEAR, len(tokens.words) - 1)) if tokens.words[i] in case.words("outlet_item")), 0) if of > 0 else 0
    return at > 0 and tokens.classes[at + 1] == "c" and STOPS.isdisjoint(tokens.classes[last:at]) and "c" not in tokens.classes[last:at]


def _clause_start(first: int, case: Attribution) -> int:
    least = max(first - LONGEST_CLAUSE, 0)
    return max(least, *[case.parse.tokens.classes.rfind(stop, least, first) + 1 for stop in STOPS])


def _only_carries(first: int, case: Attribution) -> bool:
    """Whether the outlet's clause only tells that it passed on what was said, and ends its sentence or stands before another such."""
    tokens, start = case.parse.tokens, _clause_start(first, case)
    if "O" in tokens.classes[start:first]:
        return False
    stop = next((i for i in range(first, min(first + LONGEST_CLAUSE, len(tokens.words))) if tokens.classes[i] in STOPS), len(tokens.words))
    ends = stop == len(tokens.words) or tokens.classes[stop] != ","
    return ends and carries(tokens.words, tokens.classes, start, stop, case.language.lexicon.words)


def _is_aired(last: int, case: Attribution) -> bool:
    """在CNN节目中, 在以色列第12频道7日晚播出的节目里."""
    tokens = case.parse.tokens
    within = range(last, min(last + REACH, len(tokens.words)))
    ends = tuple(case.words("words_of"))
    return next((tokens.words[i].endswith(ends) for i in within if tokens.classes[i] not in AIRED or tokens.words[i].endswith(ends)), False)
