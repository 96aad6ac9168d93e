"""Make what two texts share readable: no chaff between edits, edges where a reader expects them."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from diff_match_patch import diff_match_patch

from amendments.comparing.blocks import Block, joined
from amendments.comparing.tokens import Unit

REWRITTEN_BELOW = 0.2
"""The share of the shorter text's letters that must be kept for a redline to be of use.

Below it "the", "of" and a comma would stand alone between long edits; the old text
struck as a whole and the new one after it read better.
"""

REWRITTEN_FROM = 8
"""How many words and marks both texts must have before that is asked: short ones read well."""

SLIDE_AT_MOST = 120
"""How far, in words, an edge is moved in search of a better place: no sentence is longer."""

PHRASE = 4
"""How many words and marks in a row stay although the edits around them are longer.

The clean-up alone would strike and add again whole phrases between two long edits.
"""

FIRST_CODE = 0x4E00
"""Words are numbered from the first Chinese character: below stand spaces and signs that
steer diff-match-patch's clean-up."""
SURROGATES = range(0xD800, 0xE000)
LAST_CODE = 0x10FFFF


class Side(NamedTuple):
    """One of the texts: its words, and the numbers they are compared by."""

    units: Sequence[Unit]
    ids: Sequence[int]


def make_readable(blocks: list[Block], old: Side, new: Side) -> list[Block]:
    """The blocks a reader would call the same."""
    kept = without_chaff(blocks, old.ids, new.ids)
    kept = with_natural_edges(kept, old, new)
    return [] if is_rewritten(kept, old.units, new.units) else kept


# --- chaff -----------------------------------------------------------------------


def code(number: int) -> str:
    """A character that stands for a word."""
    point = FIRST_CODE + number
    return chr(point if point < SURROGATES.start else point + len(SURROGATES))


def without_chaff(blocks: list[Block], a: Sequence[int], b: Sequence[int]) -> list[Block]:
    """The blocks less those too short to stand between the edits around them.

    diff-match-patch's semantic clean-up decides, on one character a word; its own
    comparison, with its clock, is never called.
    """
    most = LAST_CODE - FIRST_CODE - len(SURROGATES)
    if not blocks or max(max(a, default=0), max(b, default=0)) > most:
        return blocks
    diffs: list[tuple[int, str]] = []
    i = j = 0
    for block in (*blocks, Block(len(a), len(b), 0)):
        diffs.append((-1, "".join(map(code, a[i : block.old]))))
        diffs.append((1, "".join(map(code, b[j : block.new]))))
        diffs.append((0, "".join(map(code, a[block.old : block.old + block.size]))))
        i, j = block.old + block.size, block.new + block.size
    diffs = [diff for diff in diffs if diff[1]]
    diff_match_patch().diff_cleanupSemantic(diffs)
    return with_phrases(blocks_of(diffs), blocks)


def with_phrases(cleaned: Sequence[Block], blocks: Sequence[Block]) -> list[Block]:
    """The cleaned blocks, and of those cleaned away the ones long enough to be a phrase."""
    result = [*cleaned]
    for block in blocks:
        if block.size >= PHRASE:
            at = bisect_left(cleaned, block)
            if not any(crosses(block, other) for other in cleaned[max(0, at - 1) : at + 1]):
                result.append(block)
    return joined(sorted(result))


def crosses(one: Block, other: Block) -> bool:
    """Whether two blocks cannot both stand: each must end before the next begins, in both texts."""
    return not (
        (one.old + one.size <= other.old and one.new + one.size <= other.new)
        or (other.old + other.size <= one.old and other.new + other.size <= one.new)
    )


def blocks_of(diffs: Sequence[tuple[int, str]]) -> list[Block]:
    """What diff-match-patch's list says is the same."""
    blocks: list[Block] = []
    i = j = 0
    for op, words in diffs:
        if op == 0:
            blocks.append(Block(i, j, len(words)))
        i += len(words) if op <= 0 else 0
        j += len(words) if op >= 0 else 0
    return joined(blocks)


# --- edges -----------------------------------------------------------------------


def with_natural_edges(blocks: list[Block], old: Side, new: Side) -> list[Block]:
    """The same amount kept, with lone deletions and additions slid to where phrases end."""
    result = [*blocks]
    for n in range(len(result) - 1):
        left, right = result[n], result[n + 1]
        i, j = left.old + left.size, left.new + left.size
        if i == right.old and j < right.new:
            shift = best_slide(new, (j, right.new), (left.size, right.size))
        elif j == right.new and i < right.old:
            shift = best_slide(old, (i, right.old), (left.size, right.size))
        else:
            continue
        result[n] = left._replace(size=left.size + shift)
        result[n + 1] = Block(right.old + shift, right.new + shift, right.size - shift)
    return joined(result)


def best_slide(side: Side, edit: tuple[int, int], room: tuple[int, int]) -> int:
    """How far to move an edit, to the right where above 0, for its ends to fall best."""
    text, words = side
    start, end = edit
    back = 0
    while back < min(room[0], SLIDE_AT_MOST) and words[start - 1 - back] == words[end - 1 - back]:
        back += 1
    on = 0
    while on < min(room[1], SLIDE_AT_MOST) and words[start + on] == words[end + on]:
        on += 1

    def fitness(shift: int) -> tuple[int, int]:
        both = edge(text, start + shift) + edge(text, end + shift)
        return both, -abs(shift)

    return max(range(-back, on + 1), key=fitness)


def edge(text: Sequence[Unit], place: int) -> int:
    """How natural a cut before a word is: 6 at either end of the text, 0 before a mark."""
    if place in {0, len(text)}:
        return 6
    before, after = text[place - 1].key, text[place].key
    if before in {".", ";", ":", "!", "?", "。", "；", "：", "؛", "؟"}:
        return 5
    if before in {",", "，", "、", "،"}:
        return 4
    if after in {"(", "[", "（"} or before in {")", "]", "）"}:
        return 3
    if not text[place].is_word:
        return 0
    return 2 if text[place - 1].space else 1


# --- rewriting -------------------------------------------------------------------


def is_rewritten(blocks: Sequence[Block], old: Sequence[Unit], new: Sequence[Unit]) -> bool:
    """Whether so little is left that the old text and the new are better shown whole."""
    if min(len(old), len(new)) < REWRITTEN_FROM:
        return False
    kept = sum(letters(old[block.old : block.old + block.size]) for block in blocks)
    return kept < REWRITTEN_BELOW * min(letters(old), letters(new))


def letters(text: Sequence[Unit]) -> int:
    """How many characters the words have, marks left out."""
    return sum(len(unit.core) for unit in text if unit.is_word)
