"""The words found, shown where they stand, by our own offsets."""

from collections.abc import Callable, Iterator, Sequence

from amendments.model import Op
from amendments.records import SnippetRun
from amendments.search.analyser import Token, is_han, tokens
from amendments.search.query import Leaf, Phrase, Prefix, Word
from amendments.search.records import Pieces, SearchRecord

SNIPPET = 240
"""About how many characters are shown: three lines of a list."""
LEAD = 60
"""Of these, how many stand before the first word found."""
SEARCHED_IN = {Op.ADDED: "inserted", Op.DELETED: "deleted"}
"""The text of a record in which words of that fate are searched, beside the resulting one."""

Span = tuple[int, int]
Find = Callable[[str, str], list[Span]]
"""Where the words looked for stand in a text, given with the name of its field."""


def snippet(record: SearchRecord, leaves: Sequence[Leaf]) -> tuple[SnippetRun, ...]:
    """The part of a record that shows why it was found, with its edits."""
    pieces = record.pieces or ((str(Op.KEPT), record.text),)

    def find(words: str, field: str) -> list[Span]:
        found = tokens(words, record.language)
        return [span for leaf in leaves if field in leaf.fields for span in spans(leaf, found)]

    return excerpt(pieces, joined([*_in_edits(pieces, find), *_in_result(pieces, find)]))


def _in_edits(pieces: Pieces, find: Find) -> Iterator[Span]:
    """Where added and deleted words are what was looked for."""
    for at, op, words in _placed(pieces):
        if op in SEARCHED_IN:
            for start, end in find(words, SEARCHED_IN[Op(op)]):
                yield at + start, at + end


def _in_result(pieces: Pieces, find: Find) -> Iterator[Span]:
    """The same in the resulting text, letter by letter: deleted words may cut a phrase in two."""
    result = [(at, words) for at, op, words in _placed(pieces) if op != Op.DELETED]
    places = [place for at, words in result for place in range(at, at + len(words))]
    for start, end in find("".join(words for _, words in result), "text"):
        for place in places[start:end]:
            yield place, place + 1


def _placed(pieces: Pieces) -> Iterator[tuple[int, str, str]]:
    """The pieces, each with where it begins in the text they all make."""
    at = 0
    for op, words in pieces:
        yield at, op, words
        at += len(words)


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


def excerpt(pieces: Pieces, found: Sequence[Span]) -> tuple[SnippetRun, ...]:
    """About `SNIPPET` characters around the first span, cut between words."""
    text = "".join(words for _, words in pieces)
    start, end = _window(text, found[0][0] if found else 0)
    runs = [SnippetRun("…")] if start else []
    for at, op, words in _placed(pieces):
        left, right = max(at, start), min(at + len(words), end)
        inside = [(max(a, left), min(b, right)) for a, b in found if a < right and b > left]
        for a, b in inside:
            runs += [
                SnippetRun(text[left:a], op=Op(op)),
                SnippetRun(text[a:b], is_found=True, op=Op(op)),
            ]
            left = b
        runs.append(SnippetRun(text[left:right], op=Op(op)))
    runs += [SnippetRun("…")] if end < len(text) else []
    return tuple(run for run in runs if run.text)


def _window(text: str, first: int) -> Span:
    """Where to cut the text so that what stands at `first` is in it."""
    start = 0 if len(text) <= SNIPPET else max(0, min(first - LEAD, len(text) - SNIPPET))
    if start:
        start = _after_space(text, start, first)
    end = min(len(text), start + SNIPPET)
    if end < len(text):
        space = text.rfind(" ", first + 1, end)
        end = space if space > end - LEAD else end
    return start, end


def _after_space(text: str, start: int, first: int) -> int:
    space = text.find(" ", start, first)
    return start if space < 0 else space + 1
