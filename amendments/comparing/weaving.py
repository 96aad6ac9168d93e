"""The edits of several hands on one text, woven into one list of pieces, or made together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from amendments.comparing.edits import Edit
from amendments.comparing.overlap import in_words, is_typography, word_spans
from amendments.model import Op
from amendments.sides import Sides, WovenPiece

Hands = Sequence[Sequence[Edit]]
"""What each side does to the text; the edits of one side never overlap."""


def weave(text: str, hands: Hands) -> tuple[WovenPiece, ...]:
    """The text with what every hand deleted and added; equal words in one place stand once.

    The work grows with the number of edits and the length of the text alone.
    """
    gone, come = boundaries(hands)
    pieces: list[WovenPiece] = []
    struck: set[int] = set()
    at = 0
    for place in sorted({*gone, *come, len(text)}):
        _lay(pieces, text[at:place], tuple(sorted(struck)))
        for words, by in come[place].items():
            pieces.append(WovenPiece(Op.ADDED, words, tuple(by)))
        struck ^= gone[place]
        at = place
    return tuple(pieces)


def boundaries(
    hands: Hands,
) -> tuple[defaultdict[int, set[int]], defaultdict[int, dict[str, list[int]]]]:
    """Where each side begins or ends to delete, and which words it adds where."""
    gone: defaultdict[int, set[int]] = defaultdict(set)
    come: defaultdict[int, dict[str, list[int]]] = defaultdict(dict)
    for side, edits in enumerate(hands):
        for edit in edits:
            if edit.start < edit.end:
                gone[edit.start] ^= {side}
                gone[edit.end] ^= {side}
            if edit.words:
                come[edit.end].setdefault(edit.words, []).append(side)
    return gone, come


def _lay(pieces: list[WovenPiece], text: str, struck_by: Sides) -> None:
    """One more run of the text itself, joined to the last where it has the same fate."""
    op = Op.DELETED if struck_by else Op.KEPT
    if text and pieces and (pieces[-1].op, pieces[-1].by) == (op, struck_by):
        text = pieces.pop().text + text
    if text:
        pieces.append(WovenPiece(op, text, struck_by))


# --- as they can be laid side by side ---------------------------------------------------


def with_spaces_before(edits: Iterable[Edit], text: str) -> Iterator[Edit]:
    """The same edits of one hand, each with the space before its words where it can.

    "b " struck from "a b c" and " b" struck from it are one edit then, and what one hand
    adds beside what another strikes keeps its space.
    """
    floor = 0
    for edit in edits:
        start, end, words = edit.start, edit.end, edit.words
        while start > floor and text[start - 1].isspace() and _ends_in(text[start - 1], edit, text):
            start, end = start - 1, end - 1
            words = words[-1:] + words[:-1]
            edit = Edit(start, end, words)  # noqa: PLW2901 - the same edit, moved
        yield edit
        floor = end + 1


def _ends_in(space: str, edit: Edit, text: str) -> bool:
    """Whether what is only struck, or only added, ends in that space."""
    if edit.start == edit.end:
        return edit.words.endswith(space)
    return not edit.words and text[edit.end - 1] == space


def of_wording(edits: Iterable[Edit], text: str) -> dict[Edit, Edit]:
    """The edits by what they are in whole words; those of mere typography are left out."""
    spans = word_spans(text)
    widened = {in_words(edit, text, spans): edit for edit in edits}
    return {whole: edit for whole, edit in widened.items() if not is_typography(whole, text)}


# --- made together ----------------------------------------------------------------------


def made_together(text: str, hands: Sequence[dict[Edit, Edit]]) -> str:
    """The text with the edits of every hand, which must not clash; white space tidied."""
    chosen: dict[Edit, Edit] = {}
    for hand in hands:
        for whole, edit in hand.items():
            chosen.setdefault(whole, edit)
    pieces = weave(text, [[edit] for edit in _apart(sorted(chosen.values()))])
    return " ".join("".join(p.text for p in pieces if p.op is not Op.DELETED).split())


def _apart(edits: Sequence[Edit]) -> Iterator[Edit]:
    """The edits, with no insertion inside the white space that another one takes."""
    reach = 0
    for edit in edits:
        if edit.start == edit.end < reach:
            yield Edit(reach, reach, edit.words.lstrip() + " ")
        else:
            yield edit
        reach = max(reach, edit.end)
