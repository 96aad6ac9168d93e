"""Make what two texts share readable: no chaff between edits, edges where a reader expects them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diff_match_patch import diff_match_patch

from amendments.comparing.blocks import Block, joined
from amendments.comparing.margins import RECOGNIZED
from amendments.comparing.tokens import Words

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

TELLING = 8
"""How many letters words must have to stay between nothing but deletions, or additions.

"of the" would stand stranded there; "and operations" is what the clause still says.
"""

POLISHED_AT_MOST = 20_000
"""How many words and marks are compared at most for the overlaps of edits to be looked for.

The search for an overlap is not linear; no clause is a tenth as long.
"""

CODES = "".join(map(chr, range(0x4E00, 0x4E00 + POLISHED_AT_MOST)))
"""A character for each word, from the first Chinese one on: below stand spaces and signs
that steer diff-match-patch's clean-up."""

STOPS = frozenset(".;:!?。；：؛؟")
COMMAS = frozenset(",，、،")
BEFORE_THESE = STOPS | COMMAS | frozenset("([（")
AFTER_THESE = frozenset(")]）")

START = Block(0, 0, 0)


class Side(NamedTuple):
    """One of the texts: its words, and the numbers they are compared by."""

    words: Words
    ids: Sequence[int]


def make_readable(blocks: list[Block], old: Side, new: Side) -> list[Block]:
    """The blocks a reader would call the same, however little they are."""
    kept = without_chaff(blocks, len(old.ids), len(new.ids))
    if len(kept) < len(blocks):
        kept = with_overlaps(kept, old.ids, new.ids)
        kept = with_phrases(kept, blocks, old, len(new.ids))
    return with_natural_edges(kept, old, new)


# --- chaff -----------------------------------------------------------------------


def without_chaff(blocks: Sequence[Block], size_old: int, size_new: int) -> list[Block]:
    """The blocks less those that are no longer than the edits on both of their sides.

    The rule is that of diff-match-patch's semantic clean-up. Each block is taken and
    thrown away once at most, so that the work grows with their number alone.
    """
    kept: list[Block] = []
    for block in (*blocks, Block(size_old, size_new, 0)):
        while kept and is_chaff(kept[-1], kept[-2] if len(kept) > 1 else START, block):
            kept.pop()
        kept.append(block)
    return kept[:-1]


def is_chaff(block: Block, before: Block, after: Block) -> bool:
    """Whether a block is no longer than what was edited before it and after it."""
    old, new, size = block
    edited_before = max(old - before.old, new - before.new) - before.size
    edited_after = max(after.old - old, after.new - new) - size
    return size <= edited_before and size <= edited_after


def with_overlaps(blocks: list[Block], a: Sequence[int], b: Sequence[int]) -> list[Block]:
    """The blocks, and what ends a deletion and begins the addition after it, or the reverse.

    diff-match-patch's semantic clean-up finds that, on one character a word. Its own
    comparison, with its clock, is never called; and with no chaff left, it goes over
    its list once.
    """
    if len(a) + len(b) > POLISHED_AT_MOST:
        return blocks
    old, new = "".join(map(CODES.__getitem__, a)), "".join(map(CODES.__getitem__, b))
    diffs: list[tuple[int, str]] = []
    i = j = 0
    for block in (*blocks, Block(len(a), len(b), 0)):
        diffs += (-1, old[i : block.old]), (1, new[j : block.new])
        i, j = block.old + block.size, block.new + block.size
        diffs.append((0, old[block.old : i]))
    diffs = [diff for diff in diffs if diff[1]]
    diff_match_patch().diff_cleanupSemantic(diffs)
    return blocks_of(diffs)


def with_phrases(
    cleaned: Sequence[Block], blocks: Sequence[Block], old: Side, size_new: int
) -> list[Block]:
    """The cleaned blocks, and of those cleaned away the ones a reader would miss.

    Those are phrases; and words between nothing but deletions, or nothing but additions:
    cleaned away, they would be struck and added again though nothing took their place.
    """
    result = [*cleaned]
    inside = iter(blocks)
    lost = next(inside, None)
    i = j = 0
    for block in (*cleaned, Block(len(old.ids), size_new, 0)):
        gap: list[Block] = []
        while lost and lost.old + lost.size <= block.old + block.size:
            if follows(Block(i, j, 0), lost) and follows(lost, block):
                gap.append(lost)
            lost = next(inside, None)
        shortest = min(block.old - i, block.new - j)
        result += worth_keeping(
            gap, old.words, all_of_one_text=sum(b.size for b in gap) == shortest
        )
        i, j = block.old + block.size, block.new + block.size
    return joined(sorted(result))


def follows(one: Block, other: Block) -> bool:
    """Whether a block ends before the other begins, in both texts."""
    return one.old + one.size <= other.old and one.new + one.size <= other.new


def worth_keeping(gap: Sequence[Block], text: Words, *, all_of_one_text: bool) -> Iterator[Block]:
    """The blocks of a gap that say enough to stand between edits."""
    said = [text.letters(block.old, block.old + block.size) for block in gap]
    if all_of_one_text and min(said, default=0) >= TELLING:
        yield from gap
        return
    yield from (block for block in gap if block.size >= PHRASE)


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
    if back == on == 0:
        return 0

    def fitness(shift: int) -> tuple[int, int]:
        both = edge(text, start + shift) + edge(text, end + shift)
        return both, -abs(shift)

    return max(range(-back, on + 1), key=fitness)


def edge(text: Words, place: int) -> int:
    """How natural a cut before a word or mark is, from 0 to 6 at either end of the text.

    After a comma is best within a sentence; yet where "development" becomes "development,
    and finance for development", the words that came stand between the two commas, not
    between "finance for" and its object.
    """
    if place in {0, len(text.keys)}:
        return 6
    before, after = text.keys[place - 1], text.keys[place]
    if before in STOPS:
        return 5
    if before in COMMAS:
        return 4
    if after in BEFORE_THESE or before in AFTER_THESE:
        return 3
    if not after[:1].isalnum():
        return 0
    return 2 if text.space(place - 1) else 1


# --- rewriting -------------------------------------------------------------------


def is_rewritten(blocks: Sequence[Block], old: Words, new: Words) -> bool:
    """Whether so little is left that the old text and the new are better shown whole."""
    if min(len(old.keys), len(new.keys)) < REWRITTEN_FROM:
        return False
    if max((block.size for block in blocks), default=0) >= RECOGNIZED:
        return False
    kept = sum([old.letters(block.old, block.old + block.size) for block in blocks])
    whole = min(old.letters(0, len(old.keys)), new.letters(0, len(new.keys)))
    return kept < REWRITTEN_BELOW * whole
