"""Which words of a text were kept, deleted and added."""

from collections.abc import Sequence

from amendments.comparing.blocks import Block, common_blocks
from amendments.comparing.readable import Side, make_readable
from amendments.comparing.tokens import TYPOGRAPHY, Unit, units
from amendments.model import Op, Piece


def compare_words(before: str, after: str) -> tuple[Piece, ...]:
    """How one text became the other, in whole words.

    Kept and deleted pieces spell `before` exactly, kept and added ones `after`. A
    deletion stands before the addition in its place. The other way round gives the
    same pieces with deleted and added exchanged.
    """
    if before == after:
        return (Piece(Op.KEPT, before),) if before else ()
    # One order for each two texts: so their comparison is the same both ways.
    if (len(before), before) <= (len(after), after):
        old, new = units(before), units(after)
        return spelt(old, new, shared(old, new))
    old, new = units(before), units(after)
    return spelt(old, new, [Block(b.new, b.old, b.size) for b in shared(new, old)])


def say_the_same(pieces: Sequence[Piece]) -> bool:
    """Whether nothing but typography and white space differs."""
    deleted = [p.text for p in pieces if p.op is not Op.ADDED]
    added = [p.text for p in pieces if p.op is not Op.DELETED]
    return [u.key for u in units("".join(deleted))] == [u.key for u in units("".join(added))]


def shared(old: Sequence[Unit], new: Sequence[Unit]) -> list[Block]:
    """The runs of words that are the same in both, as a reader would see it."""
    ids: dict[str, int] = {}
    a = [ids.setdefault(unit.key, len(ids)) for unit in old]
    b = [ids.setdefault(unit.key, len(ids)) for unit in new]
    return make_readable(common_blocks(a, b), Side(old, a), Side(new, b))


# --- spelling --------------------------------------------------------------------


class Spelling:
    """Pieces under construction: what differs is gathered until something is kept."""

    def __init__(self) -> None:
        self.pieces: list[tuple[Op, list[str]]] = []
        self.deleted: list[str] = []
        self.added: list[str] = []

    def keep(self, text: str) -> None:
        """Words that are in both."""
        if text:
            self.settle()
            self.put(Op.KEPT, text)

    def differ(self, deleted: str, added: str) -> None:
        """Words of one text only, or of each."""
        if deleted or added:
            self.deleted.append(deleted)
            self.added.append(added)

    def settle(self) -> None:
        """Say what differed, less the white space that both ends share."""
        if not self.deleted:
            return
        deleted, added = "".join(self.deleted), "".join(self.added)
        self.deleted, self.added = [], []
        head = shared_space(deleted, added)
        tail = shared_space(deleted[head:][::-1], added[head:][::-1])
        self.put(Op.KEPT, deleted[:head])
        self.put(Op.DELETED, deleted[head : len(deleted) - tail])
        self.put(Op.ADDED, added[head : len(added) - tail])
        self.put(Op.KEPT, deleted[len(deleted) - tail :] if tail else "")

    def put(self, op: Op, text: str) -> None:
        """Lay one more piece, joined to the last where it has the same fate."""
        if text and self.pieces and self.pieces[-1][0] is op:
            self.pieces[-1][1].append(text)
        elif text:
            self.pieces.append((op, [text]))

    def finished(self) -> tuple[Piece, ...]:
        """The pieces."""
        self.settle()
        return tuple(Piece(op, "".join(texts)) for op, texts in self.pieces)


def shared_space(one: str, other: str) -> int:
    """How many characters of white space both begin with."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b or not a.isspace():
            break
        count += 1
    return count


def spelt(old: Sequence[Unit], new: Sequence[Unit], blocks: Sequence[Block]) -> tuple[Piece, ...]:
    """The pieces that spell both texts, given what they share."""
    spelling = Spelling()
    i = j = 0
    for block in (*blocks, Block(len(old), len(new), 0)):
        spelling.differ(text_of(old[i : block.old]), text_of(new[j : block.new]))
        i, j = block.old + block.size, block.new + block.size
        kept_old, kept_new = old[block.old : i], new[block.new : j]
        if kept_old == kept_new:
            spelling.keep(text_of(kept_old))
            continue
        for one, other in zip(kept_old, kept_new, strict=True):
            spell_kept(spelling, one, other)
    return spelling.finished()


def text_of(units_of_text: Sequence[Unit]) -> str:
    """The text that some units spell."""
    return "".join([core + space for core, space, _ in units_of_text])


def spell_kept(spelling: Spelling, one: Unit, other: Unit) -> None:
    """A word that is in both, with what differs in its typography or the space after it."""
    if one.core == other.core:
        spelling.keep(one.core)
    elif len(one.core) == len(other.core) and differ_in_signs(one.core, other.core):
        for a, b in zip(one.core, other.core, strict=True):
            spell_either(spelling, a, b)
    else:
        spelling.differ(one.core, other.core)
    spell_either(spelling, one.space, other.space)


def differ_in_signs(one: str, other: str) -> bool:
    """Whether two words are equal character for character, but for quotes and dashes."""
    return one.translate(TYPOGRAPHY) == other.translate(TYPOGRAPHY)


def spell_either(spelling: Spelling, one: str, other: str) -> None:
    """Keep what is equal, exchange what is not."""
    if one == other:
        spelling.keep(one)
    else:
        spelling.differ(one, other)
