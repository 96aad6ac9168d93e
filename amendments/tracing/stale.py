"""References that a new draft made point elsewhere: "considering f)" is another clause now."""

from collections.abc import Iterator

from amendments.drafting.lookup import key
from amendments.drafting.references import clause_references
from amendments.model import Comparison, Draft
from amendments.notices import Notice


def stale_references(old: Draft, new: Draft, comparison: Comparison) -> tuple[Notice, ...]:
    """The references kept from the old draft whose clause moved, got another number or is gone."""
    return tuple(dict.fromkeys(_stale(old, new, comparison)))


def _stale(old: Draft, new: Draft, comparison: Comparison) -> Iterator[Notice]:
    became = {number: change.new for change in comparison.changes for number in change.old}
    came_from = {number: change.old for change in comparison.changes for number in change.new}
    places_old, places_new = _places(old), _places(new)
    before = clause_references(old)
    for number, found in clause_references(new).items():
        former = {
            reference.target
            for place in came_from.get(number, ())
            for reference in before.get(place, ())
        }
        where = new.clauses[number].address
        for reference in found:
            target = key(reference.target)
            meant, points = places_old.get(target), places_new.get(target)
            if reference.target not in former or meant is None:
                if points is None:
                    detail = f"“{reference.words}” is in no clause of this draft."
                    yield Notice("reference-to-nothing", where, detail)
                continue
            now = became.get(meant, ())
            if points in now:
                continue
            yield Notice("reference-stale", where, _told(reference.words, new, now, points))


def _told(words: str, new: Draft, now: tuple[int, ...], points: int | None) -> str:
    stands = " and ".join(new.clauses[n].address for n in now)
    if not now:
        return f"“{words}” meant a clause that is no longer in the text."
    if points is None:
        return f"“{words}” meant a clause that now stands as {stands}."
    return f"“{words}” now points to another clause; the one it meant stands as {stands}."


def _places(draft: Draft) -> dict[str, int]:
    return {key(c.address): c.number for c in draft.clauses if c.address}
