"""What a story is made of: its paragraphs and tables in order, and which came from which."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from amendments.ordering import best_in_order
from amendments.word.body import choice_of, content_of
from amendments.word.names import MC, M, W
from amendments.word.redlining.marks import look_of
from amendments.word.redlining.sides import NOTES, Part, Side
from amendments.word.redlining.units import Key, boxes_of, contents_of, key_of, text_of

Group = tuple[tuple[int, ...], tuple[int, ...]]
Align = Callable[[Sequence[str], Sequence[str]], Sequence[Group]]
"""Says which of two lists of texts belong together, as places: one with one, or with several."""

TRANSPARENT = frozenset({W + "customXml", W + "smartTag"})
"""Wrappers around blocks, rows or cells that change nothing."""
BETWEEN = frozenset(
    W + name
    for name in [
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
        "commentRangeStart",
        "commentRangeEnd",
        "permStart",
        "permEnd",
    ]
)
"""What may stand between two paragraphs that follow each other."""


@dataclass(eq=False, slots=True)
class Item:
    """A paragraph or a table of a story."""

    element: etree._Element
    text: str
    """The characters of a paragraph as they are compared; "" for a table."""
    shown: str
    """What it is found again by: its text, and what its things say."""
    things: tuple[tuple[Key, str], ...] = ()
    """Its notes, boxes and pictures with their texts; what stands where is not told."""
    segment: int = 0
    """Paragraphs of one segment follow each other with nothing between them."""

    @property
    def is_table(self) -> bool:
        """Whether it is a table."""
        return self.element.tag == W + "tbl"

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to find it again by; such paragraphs only give space."""
        return not self.is_table and not self.things and not self.shown.strip()


def items_of(container: etree._Element, side: Side, part: Part) -> list[Item]:
    """The paragraphs and tables of a body, cell, note or box."""
    found: list[Item] = []
    segment = 0

    def walk(parent: etree._Element) -> None:
        nonlocal segment
        for child in parent:
            if child.tag == W + "p":
                found.append(paragraph_item(child, side, part, segment))
            elif child.tag in BETWEEN:
                continue
            else:
                segment += 1
                if child.tag != W + "tbl":
                    walk(_inner(child))
                elif next(child.iter(W + "tr"), None) is not None:
                    # Of a table without rows nothing shows, and nothing could be tracked.
                    found.append(Item(child, "", _table_text(child), segment=segment))
                segment += 1

    walk(container)
    return found


def _inner(element: etree._Element) -> etree._Element:
    if element.tag == W + "sdt":
        return content_of(element)
    if element.tag == MC + "AlternateContent":
        return choice_of(element)
    return element if element.tag in TRANSPARENT else etree.Element("none")


def paragraph_item(element: etree._Element, side: Side, part: Part, segment: int = 0) -> Item:
    """A paragraph and what it is found again by."""
    text, nodes = contents_of(element)
    things = tuple((key_of(node, side, part), thing_text(node, side)) for node in nodes)
    said = [
        f"{key[-1][:12]} {words}" for key, words in things if key[0] != "note" or not text.strip()
    ]
    return Item(element, text, " ".join([text, *said]) if said else text, things, segment)


def thing_text(node: etree._Element, side: Side) -> str:
    """What a note or a box says, or a formula."""
    if node.tag in NOTES:
        note = side.note(node)
        return "" if note is None else _all_text(note)
    return _all_text(node)


def _all_text(element: etree._Element) -> str:
    return "\n".join(text_of(paragraph) for paragraph in element.iter(W + "p")) or "".join(
        one.text or "" for one in element.iter(M + "t")
    )


def _table_text(table: etree._Element) -> str:
    return "\n".join(text_of(paragraph) for paragraph in table.iter(W + "p"))


def members(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also inside content controls and wrappers."""
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag == W + "sdt":
            yield from members(content_of(child), wanted)
        elif child.tag in TRANSPARENT:
            yield from members(child, wanted)


def boxes_side_by_side(
    old: etree._Element, new: etree._Element
) -> Iterator[tuple[etree._Element, etree._Element]]:
    """The text boxes of two drawings, each rendering with its like."""
    theirs = boxes_of(new)
    for n, boxes in enumerate(boxes_of(old)):
        likes = theirs[min(n, len(theirs) - 1)]
        likes = likes if len(likes) == len(boxes) else theirs[0]
        yield from zip(boxes, likes, strict=False)


MOST_SPACES = 40_000
"""Pairs of paragraphs between two that stay; above it empty ones are paired one by one."""

# --- which came from which ------------------------------------------------------------


@dataclass(slots=True)
class Matching:
    """Groups that kept their place, in order, and pairs that moved; places on both sides."""

    groups: list[Group] = field(default_factory=list)
    moves: list[tuple[int, int]] = field(default_factory=list)


def match(olds: Sequence[Item], news: Sequence[Item], align: Align) -> Matching:
    """Which items of one story are which of the other."""
    old_places = [i for i, item in enumerate(olds) if not item.is_empty]
    new_places = [j for j, item in enumerate(news) if not item.is_empty]
    found = align([olds[i].shown for i in old_places], [news[j].shown for j in new_places])
    groups = [
        (
            tuple(old_places[i] for i in sorted(group[0])),
            tuple(new_places[j] for j in sorted(group[1])),
        )
        for group in found
    ]
    groups = [group for group in groups if _is_of_one_kind(group, olds, news)]
    taken_old = {i for group in groups for i in group[0]}
    taken_new = {j for group in groups for j in group[1]}
    groups = [_whole(group, olds, news, taken_old, taken_new) for group in groups]
    kept = rising(groups, lambda group: _weight(olds[group[0][0]]))
    in_place = set(kept)
    moved = [
        (group[0][0], group[1][0])
        for group in groups
        if group not in in_place and not olds[group[0][0]].is_table
    ]
    found_spaces = _spaces(kept, moved, olds, news)
    return Matching(sorted([*kept, *found_spaces]), sorted(moved))


def _spaces(
    kept: Sequence[Group],
    moved: Sequence[tuple[int, int]],
    olds: Sequence[Item],
    news: Sequence[Item],
) -> Iterator[Group]:
    """Which empty paragraphs are which; those that were filled or emptied count too."""
    away, here = {i for i, _ in moved}, {j for _, j in moved}
    i = j = 0
    for old, new in [*kept, ((len(olds),), (len(news),))]:
        left = [n for n in range(i, old[0]) if n not in away]
        come = [n for n in range(j, new[0]) if n not in here]
        if old[0] == len(olds):
            # The story's last mark cannot be tracked: of equal ways, that which keeps it.
            left, come = left[::-1], come[::-1]
        for a, b in _space_pairs([olds[n] for n in left], [news[n] for n in come]):
            yield (left[a],), (come[b],)
        i, j = old[-1] + 1, new[-1] + 1


def _space_pairs(olds: Sequence[Item], news: Sequence[Item]) -> list[tuple[int, int]]:
    if not olds or not news or not any(item.is_empty for item in (*olds, *news)):
        return []
    if len(olds) * len(news) > MOST_SPACES:
        spaces = ([n for n, item in enumerate(items) if item.is_empty] for items in (olds, news))
        return list(zip(*spaces, strict=False))
    looks = [[look_of(item.element) for item in items] for items in (olds, news)]
    return best_in_order(
        [
            [
                _space(old, new, is_alike=mine == theirs)
                for new, theirs in zip(news, looks[1], strict=True)
            ]
            for old, mine in zip(olds, looks[0], strict=True)
        ]
    )


def _space(old: Item, new: Item, *, is_alike: bool) -> float:
    """What is saved by one paragraph for both, in marks that else would go and come.

    Two empty ones save both marks, and nothing is written. If one has words, they are
    written still; that saves less than half, so that a space stays rather than a mark.
    """
    if old.is_table or new.is_table:
        return 0.0
    if old.is_empty and new.is_empty:
        return 4.0
    return 1.0 if old.is_empty != new.is_empty and is_alike else 0.0


def _weight(item: Item) -> int:
    """How much a thing counts that stays: a table, which no change can move, with all in it."""
    return sum(1 for _ in item.element.iter(W + "p")) if item.is_table else 1


def _is_of_one_kind(group: Group, olds: Sequence[Item], news: Sequence[Item]) -> bool:
    tables = [olds[i].is_table for i in group[0]] + [news[j].is_table for j in group[1]]
    return not any(tables) or (all(tables) and len(tables) == 2)  # noqa: PLR2004 - one with one


def _whole(
    group: Group,
    olds: Sequence[Item],
    news: Sequence[Item],
    old_taken: set[int],
    new_taken: set[int],
) -> Group:
    """The group with all that stands between its parts, or its longest pair if it cannot join."""
    if len(group[0]) == len(group[1]) == 1:
        return group
    wide = tuple(tuple(range(places[0], places[-1] + 1)) for places in group)
    between_old = old_taken & (set(wide[0]) - set(group[0]))
    between_new = new_taken & (set(wide[1]) - set(group[1]))
    is_free = not between_old and not between_new
    if is_free and _can_join(wide[0], olds) and _can_join(wide[1], news):
        return wide[0], wide[1]
    longest_old = max(group[0], key=lambda i: len(olds[i].text))
    longest_new = max(group[1], key=lambda j: len(news[j].text))
    return (longest_old,), (longest_new,)


def _can_join(places: tuple[int, ...], items: Sequence[Item]) -> bool:
    segments = {items[place].segment for place in places}
    ends_section = any(
        items[place].element.find(f"{W}pPr/{W}sectPr") is not None for place in places[:-1]
    )
    return len(segments) == 1 and not ends_section


def rising(groups: Sequence[Group], weight: Callable[[Group], int] = lambda _: 1) -> list[Group]:
    """The heaviest run of groups that rises on both sides."""
    ordered = sorted(groups)
    ends: list[tuple[int, int, int]] = []
    """Of the best runs so far, each that weighs more than those that end before it."""
    before: list[int] = []
    for n, group in enumerate(ordered):
        place = group[1][0]
        at = bisect_left(ends, place, key=lambda end: end[0])
        _, sum_before, last = ends[at - 1] if at else (0, 0, -1)
        before.append(last)
        total = sum_before + weight(group)
        stop = at
        while stop < len(ends) and ends[stop][1] <= total:
            stop += 1
        ends[at:stop] = [(place, total, n)]
    run: list[Group] = []
    n = ends[-1][2] if ends else -1
    while n >= 0:
        run.append(ordered[n])
        n = before[n]
    return run[::-1]


def equal_texts(old: Sequence[str], new: Sequence[str]) -> list[Group]:
    """Texts that are the same on both sides, each as often as both have it, in order."""
    places: dict[str, list[int]] = {}
    for j, text in reversed(list(enumerate(new))):
        places.setdefault(text, []).append(j)
    return [((i,), (places[text].pop(),)) for i, text in enumerate(old) if places.get(text)]
