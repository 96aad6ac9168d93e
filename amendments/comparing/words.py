"""Which words of a text were kept, deleted and added."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import count

from amendments.comparing.blocks import Block, common_blocks
from amendments.comparing.margins import common_margins
from amendments.comparing.readable import Side, is_rewritten, make_readable
from amendments.comparing.tokens import TYPOGRAPHY, Words, plain, words_of
from amendments.model import Op, Piece


def compare_words(before: str, after: str) -> tuple[Piece, ...]:
    """How one text became the other, in whole words.

    Kept and deleted pieces spell `before` exactly, kept and added ones `after`. A
    deletion stands before the addition in its place. The other way round gives the
    same pieces with deleted and added exchanged.

    The work is bounded by the words, whatever they are: at most 4,000 pairs of words are
    looked at for each word (`blocks.CELLS`), and beyond 20,000 words that differ the
    search for overlaps of edits is left out (`readable.POLISHED_AT_MOST`).
    """
    if before == after:
        return (Piece(Op.KEPT, before),) if before else ()
    head, tail = common_margins(before, after)
    old = words_of(before[head : len(before) - tail])
    new = words_of(after[head : len(after) - tail])
    # One order for each two texts: so their comparison is the same both ways.
    if (len(before), before) <= (len(after), after):
        blocks = shared(old, new)
    else:
        blocks = [Block(b.new, b.old, b.size) for b in shared(new, old)]
    if not head and not tail and is_rewritten(blocks, old, new):
        blocks = []
    spelling = Spelling()
    spelling.keep(before[:head])
    spell(spelling, old, new, blocks)
    spelling.keep(before[len(before) - tail :])
    return spelling.finished()


def say_the_same(pieces: Sequence[Piece]) -> bool:
    """Whether nothing but typography and white space differs."""
    deleted = "".join([p.text for p in pieces if p.op is not Op.ADDED])
    added = "".join([p.text for p in pieces if p.op is not Op.DELETED])
    if plain(deleted).replace(" ", "") != plain(added).replace(" ", ""):
        return False  # This is quicker to tell than the words.
    return [*words_of(deleted).keys] == [*words_of(added).keys]


def shared(old: Words, new: Words) -> list[Block]:
    """The runs of words that are the same in both, as a reader would see it."""
    ids: defaultdict[str, int] = defaultdict(count().__next__)
    a = [*map(ids.__getitem__, old.keys)]
    b = [*map(ids.__getitem__, new.keys)]
    return make_readable(common_blocks(a, b), Side(old, a), Side(new, b))


# --- spelling --------------------------------------------------------------------


class Spelling:
    """Pieces under construction: what differs is gathered until something is kept."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.kept = self.deleted = self.added = ""

    def keep(self, text: str) -> None:
        """Words that are in both."""
        if text and (self.deleted or self.added):
            self.settle()
        self.kept += text

    def differ(self, deleted: str, added: str) -> None:
        """Words of one text only, or of each."""
        self.deleted += deleted
        self.added += added

    def settle(self) -> None:
        """Say what was kept and what differed then, less the white space that both ends share."""
        deleted, added = self.deleted, self.added
        head = shared_space(deleted, added)
        before, deleted, added = deleted[:head], deleted[head:], added[head:]
        tail = shared_space(deleted[::-1], added[::-1])
        end = len(deleted) - tail
        after, deleted, added = deleted[end:], deleted[:end], added[: len(added) - tail]
        self.kept += before
        if deleted or added:
            self.put(Op.KEPT, self.kept)
            self.put(Op.DELETED, deleted)
            self.put(Op.ADDED, added)
            self.kept = ""
        self.kept += after
        self.deleted = self.added = ""

    def put(self, op: Op, text: str) -> None:
        """Lay one more piece."""
        if text:
            self.pieces.append(Piece(op, text))

    def finished(self) -> tuple[Piece, ...]:
        """The pieces."""
        self.settle()
        self.put(Op.KEPT, self.kept)
        return tuple(self.pieces)


def shared_space(one: str, other: str) -> int:
    """How many characters of white space both begin with."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b or not a.isspace():
            break
        count += 1
    return count


def spell(spelling: Spelling, old: Words, new: Words, blocks: Sequence[Block]) -> None:
    """Spell both texts, given what they share."""
    i = j = 0
    for block in (*blocks, Block(len(old.keys), len(new.keys), 0)):
        spelling.differ(old.text(i, block.old), new.text(j, block.new))
        i, j = block.old + block.size, block.new + block.size
        kept = old.text(block.old, i)
        if kept == new.text(block.new, j):
            spelling.keep(kept)
        else:
            spell_alike(spelling, old, new, block)


def spell_alike(spelling: Spelling, old: Words, new: Words, block: Block) -> None:
    """Words that are in both, with what differs in their typography or the spaces after them."""
    done, end = block.old, block.old + block.size
    for i, j in zip(range(done, end), count(block.new)):
        if old.text(i, i + 1) != new.text(j, j + 1):
            spelling.keep(old.text(done, i))
            spell_core(spelling, old.cores[i], new.cores[j])
            spell_either(spelling, old.space(i), new.space(j))
            done = i + 1
    spelling.keep(old.text(done, end))


def spell_core(spelling: Spelling, one: str, other: str) -> None:
    """A word that is in both, sign by sign where only its signs differ."""
    if one != other and len(one) == len(other) and differ_in_signs(one, other):
        for a, b in zip(one, other, strict=True):
            spell_either(spelling, a, b)
    else:
        spell_either(spelling, one, other)


def differ_in_signs(one: str, other: str) -> bool:
    """Whether two words are equal character for character, but for quotes and dashes."""
    return one.translate(TYPOGRAPHY) == other.translate(TYPOGRAPHY)


def spell_either(spelling: Spelling, one: str, other: str) -> None:
    """Keep what is equal, exchange what is not."""
    if one == other:
        spelling.keep(one)
    else:
        spelling.differ(one, other)
