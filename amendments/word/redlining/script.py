"""What becomes of every character and every other thing of a paragraph: kept, deleted, added."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby

from amendments.errors import RedlineNotProven
from amendments.model import Op, Piece
from amendments.ordering import best_in_order
from amendments.word.redlining.units import MARK, SOFT_HYPHEN, Unit, parted

Words = Callable[[str, str], tuple[Piece, ...]]
"""Compares two texts word by word."""

Likeness = Callable[[Unit, Unit], float]
"""How surely two things of one key are the same thing, above 0 to 1."""

MOST_THINGS = 40_000
"""Pairs of things between two kept words; above it they are all deleted and added anew."""


@dataclass(eq=False, slots=True)
class Step:
    """What becomes of one unit: both are there where it is kept."""

    old: Unit | None
    new: Unit | None

    @property
    def op(self) -> Op:
        """Its fate; an old unit that stays without a partner has itself for one."""
        if self.old is None:
            return Op.ADDED
        return Op.DELETED if self.new is None else Op.KEPT


@dataclass(slots=True)
class _Script:
    """Steps under construction: what differs is gathered until a character is kept."""

    likeness: Likeness
    steps: list[Step] = field(default_factory=list)
    gone: list[Unit] = field(default_factory=list)
    came: list[Unit] = field(default_factory=list)

    def settle(self) -> None:
        """Put down what differed; things that stand on both sides are kept."""
        i = j = 0
        for a, b in [*_same_things(self.gone, self.came, self.likeness), (-1, -1)]:
            self.steps += [Step(unit, None) for unit in self.gone[i : a if a >= 0 else None]]
            self.steps += [Step(None, unit) for unit in self.came[j : b if b >= 0 else None]]
            if a >= 0:
                self.steps.append(Step(self.gone[a], self.came[b]))
            i, j = a + 1, b + 1
        self.gone, self.came = [], []


def script(
    old: Sequence[Unit], new: Sequence[Unit], words: Words, likeness: Likeness
) -> list[Step]:
    """The steps from the old units to the new ones, in the order of both."""
    pieces = pieces_between(_spelt(old), _spelt(new), words)
    olds, news = _cut_alike(old, new, pieces)
    written = _Script(likeness)
    i = j = 0
    for piece in pieces:
        left = len(piece.text)
        while left:
            if piece.op is not Op.ADDED:
                i = _past_things(olds, i, written.gone)
            if piece.op is not Op.DELETED:
                j = _past_things(news, j, written.came)
            unit = news[j] if piece.op is Op.ADDED else olds[i]
            if piece.op is Op.KEPT and _are_one(olds[i], news[j]):
                written.settle()
                written.steps.append(Step(olds[i], news[j]))
            else:
                written.gone += [olds[i]] if piece.op is not Op.ADDED else []
                written.came += [news[j]] if piece.op is not Op.DELETED else []
            left -= len(unit.text)
            i += piece.op is not Op.ADDED
            j += piece.op is not Op.DELETED
    written.gone += olds[i:]
    written.came += news[j:]
    written.settle()
    return _deleted_first(_with_whole_fields(_with_inert(written.steps)))


def _cut_alike(
    old: Sequence[Unit], new: Sequence[Unit], pieces: Sequence[Piece]
) -> tuple[list[Unit], list[Unit]]:
    """Both sides cut where pieces end, and what is kept wherever a text of either side ends."""
    olds, news = (
        list(accumulate(len(u.text) for u in old)),
        list(accumulate(len(u.text) for u in new)),
    )
    old_cuts: set[int] = set()
    new_cuts: set[int] = set()
    i = j = 0
    for piece in pieces:
        size = len(piece.text)
        old_cuts.add(i)
        new_cuts.add(j)
        if piece.op is Op.KEPT:
            new_cuts.update(end - i + j for end in _within(olds, i, i + size))
            old_cuts.update(end - j + i for end in _within(news, j, j + size))
        i += size if piece.op is not Op.ADDED else 0
        j += size if piece.op is not Op.DELETED else 0
    return parted(old, old_cuts), parted(new, new_cuts)


def _within(ends: Sequence[int], start: int, stop: int) -> Sequence[int]:
    return ends[bisect_right(ends, start) : bisect_left(ends, stop)]


def whole(units: Sequence[Unit], op: Op) -> list[Step]:
    """The steps where all units have one fate; what is pinned stays and does not come in."""
    if op is Op.ADDED:
        return [Step(None, unit) for unit in units if _comes(unit)]
    return [Step(unit, unit if unit.is_pinned or _stays(unit) else None) for unit in units]


def pieces_between(before: str, after: str, words: Words) -> tuple[Piece, ...]:
    """How one text became the other, proven to spell both.

    Raises:
        RedlineNotProven: if the comparison of words does not.

    """
    if before == after:
        return (Piece(Op.KEPT, before),)
    pieces = words(before, after)
    spelt = ["".join(p.text for p in pieces if p.op is not op) for op in (Op.ADDED, Op.DELETED)]
    if spelt != [before, after]:
        raise RedlineNotProven(
            f"The word comparison does not spell the paragraph {before[:60]!r}. "
            "Report the two files to the maintainers."
        )
    return pieces


def _spelt(units: Sequence[Unit]) -> str:
    return "".join(unit.text for unit in units)


def _past_things(units: Sequence[Unit], at: int, into: list[Unit]) -> int:
    while not units[at].text:
        into.append(units[at])
        at += 1
    return at


def _are_one(old: Unit, new: Unit) -> bool:
    """Whether what is spelt alike is the same: both marks, or words with the same link or none."""
    if is_joint(old) or is_joint(new):
        return is_joint(old) and is_joint(new)
    return old.leaves[0].link == new.leaves[0].link


def _same_things(
    gone: Sequence[Unit], came: Sequence[Unit], likeness: Likeness
) -> list[tuple[int, int]]:
    """Which things stand on both sides, the best total likeness, in the order of both."""
    olds = [n for n, unit in enumerate(gone) if unit.key]
    news = [n for n, unit in enumerate(came) if unit.key]
    if not olds or not news or len(olds) * len(news) > MOST_THINGS:
        return []
    alike = [[_alike(gone[a], came[b], likeness) for b in news] for a in olds]
    return [(olds[x], news[y]) for x, y in best_in_order(alike)]


def _alike(old: Unit, new: Unit, likeness: Likeness) -> float:
    return likeness(old, new) if old.key == new.key else 0.0


# --- what goes along with others -----------------------------------------------------


def _stays(unit: Unit) -> bool:
    """Whether it is the number that opens a note, which goes with the note alone."""
    return any(leaf.node.tag.endswith(("}footnoteRef", "}endnoteRef")) for leaf in unit.leaves)


def _is_inert(unit: Unit | None) -> bool:
    return unit is not None and not unit.text and not unit.key


def _with_inert(steps: list[Step]) -> list[Step]:
    """Inert units go with deleted words on both sides of them, and come with added ones."""
    found: list[Step] = []
    for n, step in enumerate(steps):
        unit = step.old or step.new
        if not _is_inert(unit) or step.op is Op.KEPT:
            found.append(step)
        elif step.old is not None:
            follows = _is_pinned(step.old) or not _stands_among(steps, n)
            found.append(Step(step.old, step.old if follows else None))
        elif step.new is not None and _comes(step.new) and _stands_among(steps, n):
            found.append(step)
    return found


def _comes(unit: Unit) -> bool:
    """Whether it can come in: comments and page ends belong to the file they stand in."""
    return not _is_inert(unit) or any(leaf.node.tag == SOFT_HYPHEN for leaf in unit.leaves)


def _is_pinned(unit: Unit) -> bool:
    return unit.is_pinned or _stays(unit)


def _stands_among(steps: list[Step], at: int) -> bool:
    """Whether the nearest words or things on both sides have the step's own fate."""
    for side in (range(at - 1, -1, -1), range(at + 1, len(steps))):
        for n in side:
            if not _is_inert(steps[n].old or steps[n].new):
                if steps[n].op is not steps[at].op:
                    return False
                break
        else:
            return False
    return True


def _with_whole_fields(steps: list[Step]) -> list[Step]:
    """A field goes or comes only as a whole: while any of its result is kept, so is it."""
    paired = [step for step in steps if step.op is Op.KEPT]
    held = {id(code) for step in paired if step.old for code in step.old.inside}
    held |= {id(step.old) for step in paired if step.old and step.old.key[:1] == ("code",)}
    met = {id(code) for step in paired if step.new for code in step.new.inside}
    met |= {id(step.new) for step in paired if step.new and step.new.key[:1] == ("code",)}
    found: list[Step] = []
    for step in steps:
        old, new = step.old, step.new
        if old is not None and old.key[:1] in {("code",), ("end",)}:
            is_held = id(old.code or old) in held
            found.append(Step(old, old if is_held else None))
            old = None
        if new is not None and new.key[:1] in {("code",), ("end",)}:
            if id(new.code or new) not in met:
                found.append(Step(None, new))
        elif old is not None or (new is not None and step.old is None):
            found.append(step)
    return found


def _deleted_first(steps: Sequence[Step]) -> list[Step]:
    """What is deleted stands before what is added in its place, so that fields stay nested."""
    found: list[Step] = []
    for _, group in groupby(steps, key=lambda step: step.op is Op.KEPT):
        found += sorted(group, key=lambda step: step.op is Op.ADDED)  # stable
    return found


def is_joint(unit: Unit | None) -> bool:
    """Whether it stands for a paragraph mark."""
    return unit is not None and unit.key == MARK
