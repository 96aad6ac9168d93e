"""The words found, shown where they stand, by our own offsets."""

from collections.abc import Sequence

from amendments.search.analyser import Token, is_han, tokens
from amendments.search.query import Leaf, Phrase, Prefix, Word
from amendments.search.records import SearchRecord, Snippet

SNIPPET = 240
"""About how many characters are shown: three lines of a list."""
LEAD = 60
"""Of these, how many stand before the first word found."""
SHOWN_FIRST = ("text", "deleted", "inserted")

Span = tuple[int, int]


def snippet(record: SearchRecord, leaves: Sequence[Leaf]) -> Snippet:
    """The part of a record that shows why it was found, out of the text that holds most of it."""
    best: tuple[int, str, list[Span]] = (0, "", [])
    for field in SHOWN_FIRST:
        if not getattr(record, field):
            continue
        text = _shown(record, field)
        found = tokens(text, record.language)
        by_leaf = [spans(leaf, found) for leaf in leaves if field in leaf.fields]
        held = sum(1 for one in by_leaf if one)
        if held > best[0] or not best[1]:
            best = (held, text, joined([span for one in by_leaf for span in one]))
    return excerpt(best[1], best[2])


def _shown(record: SearchRecord, field: str) -> str:
    """The text a field's words are shown in: deleted and added ones stand in their clause."""
    whole = {"deleted": record.before, "inserted": record.text}.get(field, "")
    return whole or str(getattr(record, field))


def spans(leaf: Leaf, found: Sequence[Token]) -> list[Span]:
    """Where a word or phrase stands in a text."""
    if isinstance(leaf, Prefix):
        return [(t.start, t.end) for t in found if t.word.startswith(leaf.start)]
    if isinstance(leaf, Phrase):
        return _runs_of(leaf.words, found)
    one = [(t.start, t.end) for t in found if t.stem in leaf.forms]
    return one + [span for pair in _han_pairs(leaf) for span in _runs_of(pair, found)]


def _han_pairs(leaf: Word) -> list[tuple[str, ...]]:
    return [tuple(form) for form in leaf.forms if len(form) == 2 and all(map(is_han, form))]  # noqa: PLR2004


def _runs_of(words: tuple[str, ...], found: Sequence[Token]) -> list[Span]:
    length = len(words)
    return [
        (found[at].start, found[at + length - 1].end)
        for at in range(len(found) - length + 1)
        if all(found[at + n].word == words[n] for n in range(length))
    ]


def joined(found: list[Span]) -> list[Span]:
    """The spans in order; those that touch or overlap are one."""
    merged: list[Span] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def excerpt(text: str, found: Sequence[Span]) -> Snippet:
    """About `SNIPPET` characters around the first span, cut between words."""
    first = found[0][0] if found else 0
    start = 0 if len(text) <= SNIPPET else max(0, min(first - LEAD, len(text) - SNIPPET))
    if start:
        start = _after_space(text, start, first)
    end = min(len(text), start + SNIPPET)
    if end < len(text):
        space = text.rfind(" ", first + 1, end)
        end = space if space > end - LEAD else end
    runs: list[tuple[str, bool]] = [("…", False)] if start else []
    at = start
    for left, right in ((max(s, start), min(e, end)) for s, e in found if s < end):
        runs += [(text[at:left], False), (text[left:right], True)]
        at = right
    runs += [(text[at:end], False), ("…" if end < len(text) else "", False)]
    return tuple(_told_once([(words, lit) for words, lit in runs if words]))


def _after_space(text: str, start: int, first: int) -> int:
    space = text.find(" ", start, first)
    return start if space < 0 else space + 1


def _told_once(runs: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Neighbours that look alike are one run."""
    merged: list[tuple[str, bool]] = []
    for words, lit in runs:
        if merged and merged[-1][1] == lit:
            merged[-1] = (merged[-1][0] + words, lit)
        else:
            merged.append((words, lit))
    return merged
