"""Our query language: what was typed becomes a tree that every engine understands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amendments.notices import Notice, Outcome
from amendments.search.analyser import Token, forms, is_han, tokens
from amendments.search.criteria import FACET_FIELDS, Criteria
from amendments.search.records import FIELDS

MOST_ITEMS = 40
"""Words and phrases of a query that are read; each costs a look into the index."""

QUOTES = str.maketrans(dict.fromkeys("“”„«»＂", '"'))
ITEM = re.compile(
    r'(?P<minus>-)?(?:(?P<field>[A-Za-z]+):)?(?:"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<word>[^\s"]+))'
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its endings."""

    forms: frozenset[str]
    fields: tuple[str, ...] = FIELDS


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order, as written."""

    words: tuple[str, ...]
    fields: tuple[str, ...] = FIELDS


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any word that begins so."""

    start: str
    fields: tuple[str, ...] = FIELDS


@dataclass(frozen=True, slots=True)
class Facet:
    """A value of a facet, in any case of its letters."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Between:
    """A day in this span, both ends included; "" is open. Undated records never fit."""

    after: str
    before: str


@dataclass(frozen=True, slots=True)
class Never:
    """What must not fit."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class Every:
    """All of these must fit; nothing to fit means that everything does."""

    nodes: tuple["Node", ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """One of these must fit."""

    nodes: tuple["Node", ...]


Leaf = Word | Phrase | Prefix
Node = Leaf | Facet | Between | Never | Every | Either


def wanted(criteria: Criteria) -> Outcome[Node]:
    """All that the criteria ask for: words, facets and days."""
    parsed = parse(criteria.words)
    nodes = [parsed.value]
    for facet in FACET_FIELDS:
        values = sorted(criteria.chosen(facet))
        if values:
            nodes.append(Either(tuple(Facet(facet, value) for value in values)))
    if criteria.after or criteria.before:
        nodes.append(Between(criteria.after, criteria.before))
    return Outcome(Every(tuple(nodes)), parsed.notices)


def leaves(node: Node) -> Iterator[Leaf]:
    """The words looked for, in order, less those that must not be there."""
    if isinstance(node, Every | Either):
        for one in node.nodes:
            yield from leaves(one)
    elif isinstance(node, Leaf):
        yield node


def parse(typed: str) -> Outcome[Node]:
    """What was typed as a tree. Nothing is an error; what was guessed is noticed."""
    notices: list[Notice] = []
    groups: list[list[Node]] = []
    alternative = False
    items = list(ITEM.finditer(typed.translate(QUOTES)))
    if len(items) > MOST_ITEMS:
        notices.append(_notice("query-too-long", f"Only the first {MOST_ITEMS} words were read."))
    for item in items[:MOST_ITEMS]:
        if item.group() == "AND":
            continue
        if item.group() == "OR":
            alternative = bool(groups)
            continue
        if item["phrase"] is not None and not item["closed"]:
            words = "The quotation mark is not closed; all that follows it was read as one phrase."
            notices.append(_notice("query-quote-open", words))
        node = _item(item)
        if node is None:
            continue
        if alternative:
            groups[-1].append(node)
        else:
            groups.append([node])
        alternative = False
    if typed.strip() and not groups:
        notices.append(_notice("query-no-words", "There is no word in the query to search for."))
    nodes = [group[0] if len(group) == 1 else Either(tuple(group)) for group in groups]
    return Outcome(nodes[0] if len(nodes) == 1 else Every(tuple(nodes)), tuple(notices))


def _notice(code: str, detail: str) -> Notice:
    return Notice(code, "search", detail)


def _item(item: re.Match[str]) -> Node | None:
    """One word or phrase with what stands before it; None where nothing is left of it."""
    field = (item["field"] or "").lower()
    phrase, word = item["phrase"], item["word"] or ""
    node: Node | None
    if field in FACET_FIELDS:
        value = (phrase if phrase is not None else word).strip()
        node = Facet(field, value) if value else None
    elif phrase is not None:
        node = _phrase(phrase, _fields(field))
    elif word.endswith(":") and not field and _is_field(word[:-1].lower()):
        node = None
    else:
        # A colon after any other word ("annex:3") is only a mark between two words.
        rest = word if _is_field(field) or not field else f"{field} {word}"
        node = _words(rest, _fields(field))
    return Never(node) if node is not None and item["minus"] else node


def _is_field(name: str) -> bool:
    return name in FIELDS or name in FACET_FIELDS


def _fields(name: str) -> tuple[str, ...]:
    return (name,) if name in FIELDS else FIELDS


def _phrase(typed: str, fields: tuple[str, ...]) -> Node | None:
    words = tuple(token.word for token in tokens(typed, "en"))
    return Phrase(words, fields) if words else None


def _words(typed: str, fields: tuple[str, ...]) -> Node | None:
    """A word; "sub-regional" is two, and Chinese characters stay side by side."""
    nodes: list[Node] = []
    runs = _runs(tokens(typed, "en"))
    for number, run in enumerate(runs, 1):
        is_last = number == len(runs)
        if is_last and typed.endswith("*") and not is_han(run[0]):
            nodes.append(Prefix(run[0], fields))
        else:
            nodes.append(_run(run, fields))
    if not nodes:
        return None
    return nodes[0] if len(nodes) == 1 else Every(tuple(nodes))


def _run(run: list[str], fields: tuple[str, ...]) -> Node:
    if not is_han(run[0]):
        return Word(forms(run[0]), fields)
    if len(run) <= 2:  # noqa: PLR2004 - one or two characters are kept as they stand
        return Word(frozenset({"".join(run)}), fields)
    return Phrase(tuple(run), fields)


def _runs(found: list[Token]) -> list[list[str]]:
    """The words, with Han characters that touch in one run."""
    runs: list[list[str]] = []
    end = -1
    for token in found:
        if runs and is_han(token.word) and is_han(runs[-1][-1]) and token.start == end:
            runs[-1].append(token.word)
        else:
            runs.append([token.word])
        end = token.end
    return runs


def facet_token(name: str, value: str) -> str:
    """A facet's value as engines keep it: one word, its letters in one case."""
    plain = "".join(c if c.isalnum() else f"%{ord(c):x}." for c in value.strip().casefold())
    return f"{name}={plain}"
