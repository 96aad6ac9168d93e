"""Several drafts laid on the base they were made from: who did what to each clause of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from amendments.comparing.added import added_rows
from amendments.comparing.deeds import NOWHERE, Deed, Hand, deed_of, deleted_in
from amendments.comparing.edits import Edit, edits_of
from amendments.comparing.overlap import clash
from amendments.comparing.weaving import made_together, of_wording, weave, with_spaces_before
from amendments.model import Comparison, Draft
from amendments.sides import Laid, Row, Verdict

Wording = dict[Edit, Edit]


def lay_on_base(base: Draft, sides: Sequence[Draft], comparisons: Sequence[Comparison]) -> Laid:
    """What every side made of each clause of the base, word for word.

    `comparisons` are those of the base with each side, in the order of `sides`; there is
    one at least. The pieces of a row spell the base's text and each side's exactly
    (`sides.as_one_side`). Where sides changed one clause, what overlaps is decided as it
    is between proposals; typography is nobody's wish, so the composed text has the base's.

    The work grows with the words and edits of the comparisons; only where one side merged
    clauses that another did not are their words compared once more.
    """
    lost = deleted_in(comparisons)
    hands = [Hand.of(side, c.changes, lost) for side, c in zip(sides, comparisons, strict=True)]
    after: defaultdict[int, list[Row]] = defaultdict(list)
    for place, row in added_rows(hands):
        after[place].append(row)
    rows = [*after[NOWHERE]]
    for numbers in standing_together(len(base.clauses), comparisons):
        text = " ".join(base.clauses[n].text for n in numbers)
        rows.append(row_of(numbers, text, hands))
        rows += [row for number in numbers for row in after[number]]
    return Laid(tuple(rows), comparisons[0].algorithm)


def standing_together(count: int, comparisons: Iterable[Comparison]) -> Iterator[tuple[int, ...]]:
    """The base's clauses in their order, those that any side merged in one group."""
    lead = [*range(count)]

    def head(number: int) -> int:
        while lead[number] != number:
            lead[number] = number = lead[lead[number]]
        return number

    for comparison in comparisons:
        for change in comparison.changes:
            for other in change.old[1:]:
                low, high = sorted((head(change.old[0]), head(other)))
                lead[high] = low
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(count):
        groups[head(number)].append(number)
    return (tuple(group) for group in groups.values())


def row_of(numbers: tuple[int, ...], text: str, hands: Sequence[Hand]) -> Row:
    """What every side did to some clauses of the base that spell a text."""
    deeds = [deed_of(hand, numbers, text) for hand in hands]
    edits = [[*with_spaces_before(edits_of(deed.pieces), text)] for deed in deeds]
    touched_by = tuple(side for side, deed in enumerate(deeds) if deed.is_touching)
    verdict, result = judged(text, [(deeds[side], edits[side]) for side in touched_by])
    fates = tuple(deed.fate for deed in deeds)
    return Row(verdict, numbers, fates, touched_by, weave(text, edits), result)


def judged(text: str, acting: Sequence[tuple[Deed, Sequence[Edit]]]) -> tuple[Verdict, str | None]:
    """How the deeds of those who did something go together, and what comes of it."""
    deeds = [deed for deed, _ in acting]
    if not deeds:
        return Verdict.UNTOUCHED, text
    if len(deeds) == 1:
        return Verdict.ONE, deeds[0].fate.text
    if all(deed.is_like(deeds[0]) for deed in deeds):
        return Verdict.SAME, deeds[0].fate.text
    wordings = [of_wording(edits, text) for _, edits in acting]
    if any_clash(deeds, wordings):
        return Verdict.CONFLICT, None
    return Verdict.COMPOSE, made_together(text, wordings)


def any_clash(deeds: Sequence[Deed], wordings: Sequence[Wording]) -> bool:
    """Whether two deeds exclude each other, by what becomes of the clause or by its words."""
    return any(
        not deeds[one].is_like(deeds[other])
        and (deeds[one].excludes(deeds[other]) or clash([*wordings[one]], [*wordings[other]]))
        for other in range(len(deeds))
        for one in range(other)
    )
