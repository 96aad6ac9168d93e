"""The text that a contribution asks for: its base with its proposals on it.

Proposals in ITU's form repeat only what they change. Compared as they stand, all that they
leave out would seem to be deleted; compared is therefore the text that would result.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from amendments.attributing.moves import destination
from amendments.model import Action, Clause, Draft, Kind, Part, Proposal


def is_excerpt(proposals: Sequence[Proposal]) -> bool:
    """Whether a file holds only what it changes: it is in ITU's form throughout."""
    return bool(proposals) and all(
        proposal.evidence and proposal.evidence[0].kind == "itu-form" for proposal in proposals
    )


def text_asked_for(base: Draft, proposals: Iterable[Proposal]) -> Draft:
    """The base as it would read with all of these proposals.

    A clause that is moved to a place the base does not have stays where it is. An added
    clause stands after the one it was proposed after, else at the beginning of the text.
    """
    after: dict[int, list[Clause]] = {}
    instead: dict[int, list[Clause]] = {clause.number: [clause] for clause in base.clauses}
    for proposal in proposals:
        about = proposal.base_clauses
        if proposal.action is Action.ADD:
            place = about[-1] if about else _first(base)
            after.setdefault(place, []).append(_added(base, place, proposal))
        elif about and proposal.action is not Action.NOC:
            asked = [] if proposal.action is Action.SUP else [_asked(base, about[0], proposal)]
            to = _place_of(base, destination(proposal), otherwise=about[0])
            for number in about:
                instead[number] = []
            if to == about[0]:
                instead[to] = asked
            else:
                after.setdefault(to if to > about[0] else to - 1, []).extend(asked)
    clauses = [
        clause
        for number in range(-1, len(base.clauses))
        for clause in (*instead.get(number, ()), *after.get(number, ()))
    ]
    numbered = tuple(replace(clause, number=number) for number, clause in enumerate(clauses))
    return replace(base, clauses=numbered)


def _asked(base: Draft, number: int, proposal: Proposal) -> Clause:
    return replace(base.clauses[number], text=proposal.after, runs=())


def _added(base: Draft, place: int, proposal: Proposal) -> Clause:
    """A new clause, in the part and under the heading of the one before it."""
    before = base.clauses[place] if 0 <= place < len(base.clauses) else None
    heading = before.heading if before is not None else None
    if before is not None and before.kind is Kind.HEADING:
        heading = before.text.rstrip(" :,")
    return Clause(
        number=-1,
        kind=Kind.CLAUSE,
        part=before.part if before is not None else Part.PREAMBLE,
        text=proposal.after,
        heading=heading,
        label=proposal.address.rpartition(" ")[2],
        level=max(before.level, 1) if before is not None else 1,
        address=proposal.address,
    )


def _first(base: Draft) -> int:
    """What the text begins after: the name of the body, else the cover."""
    bodies = [clause.number for clause in base.clauses if clause.kind is Kind.BODY]
    covers = [clause.number for clause in base.clauses if clause.part is Part.FRONT]
    return (bodies[:1] or covers[-1:] or [-1])[0]


def _place_of(base: Draft, address: str, *, otherwise: int) -> int:
    found = (clause.number for clause in base.clauses if address and clause.address == address)
    return next(found, otherwise)
