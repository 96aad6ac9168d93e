"""Brackets inside brackets: what each State among them would have the whole say."""

from collections.abc import Iterator
from dataclasses import dataclass

from amendments.attributing.positions import joined
from amendments.drafting.notations import Bracket
from amendments.model import Position

STANDINGS = ("support", "oppose", "reserve")


@dataclass(frozen=True, slots=True)
class Voiced:
    """The outermost bracket as those of one bracket in it would have it."""

    bracket: Bracket
    words: str
    positions: tuple[Position, ...]


def all_in(bracket: Bracket) -> Iterator[Bracket]:
    """The bracket and those inside it, at any depth."""
    yield bracket
    for inner in bracket.inner:
        yield from all_in(inner)


def voices(outer: Bracket) -> Iterator[Voiced]:
    """Each wish in a bracket: the outer words without the inner ones, then with each of them.

    What is only opposed inside a proposal is part of it, except as its opponents would have
    it; they stand against all.
    """
    for chain in _chains(outer, ()):
        last = chain[-1]
        yield Voiced(last, _wording(outer, chain), joined((*positions_of(last), *_against(last))))


def _chains(bracket: Bracket, above: tuple[Bracket, ...]) -> Iterator[tuple[Bracket, ...]]:
    chain = (*above, bracket)
    if bracket.proposers or not above:
        yield chain
    for inner in bracket.inner:
        if not inner.deletes:
            yield from _chains(inner, chain)


def _wording(bracket: Bracket, shown: tuple[Bracket, ...]) -> str:
    kept, at = "", 0
    for inner in bracket.inner:
        start, end = inner.start - bracket.words_start, inner.end - bracket.words_start
        kept += bracket.words[at:start]
        at = end
        if inner in shown or (_is_only_opposed(inner) and not _opposes(shown[-1], inner)):
            kept += _wording(inner, shown)
        else:
            kept = closed_up(kept, bracket.words[at:])
    return kept + bracket.words[at:]


def closed_up(before: str, after: str) -> str:
    """The text before a gap without the space that would be left hanging in it."""
    hangs = before.endswith(" ") and after[:1] in {"", " ", ".", ",", ";"}
    return before.rstrip(" ") if hangs else before


def _is_only_opposed(bracket: Bracket) -> bool:
    return not bracket.proposers and bool(positions_of(bracket))


def _opposes(speaking: Bracket, inner: Bracket) -> bool:
    """Whether all who speak are opponents of the words."""
    proposers = set(speaking.proposers)
    return bool(proposers) and proposers <= set(inner.standing("oppose"))


def _against(bracket: Bracket) -> Iterator[Position]:
    """Who opposes words inside a bracket, or would delete them."""
    for inner in bracket.inner:
        if inner.deletes:
            yield Position(inner.proposers, "oppose")
        elif _is_only_opposed(inner):
            yield from positions_of(inner)


def positions_of(bracket: Bracket) -> tuple[Position, ...]:
    """Who supports, opposes or reserves, as the bracket's head says."""
    return tuple(
        Position(states, position)
        for position in STANDINGS
        if (states := bracket.standing(position))
    )
