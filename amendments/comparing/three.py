"""Several drafts laid on the base they were made from: who did what to each clause of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from amendments.comparing.deeds import NOWHERE, Deed, Hand, deed_of
from amendments.comparing.edits import Edit, edits_of
from amendments.comparing.overlap import are_two_wordings, clash
from amendments.comparing.tokens import plain
from amendments.comparing.weaving import made_together, of_wording, weave, with_spaces_before
from amendments.model import ChangeKind, Comparison, Draft
from amendments.sides import Fate, Laid, Row, Sides, Verdict

RIVALS_AT_MOST = 30
"""How many clauses added in one place a clause of another side is held against.

A side adds a few clauses in one place; a hundred are another text, and the work for two
hundred of them stays bounded.
"""

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
    hands = [Hand.of(side, c.changes) for side, c in zip(sides, comparisons, strict=True)]
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


# --- clauses of the base ----------------------------------------------------------------


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


# --- added clauses ----------------------------------------------------------------------


def added_rows(hands: Sequence[Hand]) -> Iterator[tuple[int, Row]]:
    """What the sides added, each row with the clause of the base it stands after."""
    added: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for side, hand in enumerate(hands):
        for number in range(len(hand.draft.clauses)):
            if number not in hand.came_from:
                added[hand.before[number]].append((side, number))
    for place, clauses in added.items():
        for group in rivals(clauses, hands):
            yield place, added_row(group, hands)


def rivals(clauses: Iterable[tuple[int, int]], hands: Sequence[Hand]) -> list[dict[int, int]]:
    """What was added in one place, by side: equal clauses and rival wordings together."""
    groups: list[dict[int, int]] = []
    for side, number in clauses:
        text = plain(hands[side].draft.clauses[number].text)
        free = [group for group in groups if side not in group][:RIVALS_AT_MOST]
        said = [[plain(hands[s].draft.clauses[n].text) for s, n in g.items()] for g in free]
        equal = (g for g, texts in zip(free, said, strict=True) if text in texts)
        alike = (
            g
            for g, texts in zip(free, said, strict=True)
            if any(are_two_wordings(text, other) for other in texts)
        )
        group = next(equal, None) or next(alike, None)
        if group is None:
            groups.append({side: number})
        else:
            group[side] = number
    return groups


def added_row(group: dict[int, int], hands: Sequence[Hand]) -> Row:
    """A clause that some sides added, in one wording or in several."""
    texts = {side: hands[side].draft.clauses[number].text for side, number in group.items()}
    touched_by: Sides = tuple(sorted(group))
    verdict = Verdict.ONE if len(group) == 1 else Verdict.SAME
    if len({plain(text) for text in texts.values()}) > 1:
        verdict = Verdict.CONFLICT
    fates = tuple(
        Fate(ChangeKind.ADDED, (group[side],), texts[side])
        if side in group
        else Fate(ChangeKind.UNCHANGED, (), "")
        for side in range(len(hands))
    )
    edits = [[Edit(0, 0, texts[side])] if side in group else [] for side in range(len(hands))]
    result = None if verdict is Verdict.CONFLICT else texts[touched_by[0]]
    return Row(verdict, (), fates, touched_by, weave("", edits), result)
