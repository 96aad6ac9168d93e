"""Where a proposal would move a clause to."""

from collections.abc import Iterable

from amendments.model import Action, Evidence, Proposal

MOVED_TO = "moved to "
"""Begins the place of the evidence of a move, whichever notation it was read from."""


def moved_to(address: str) -> str:
    """The place of the evidence of a move to an address; "" is somewhere without a name."""
    return MOVED_TO + (address or "another place")


def destination(proposal: Proposal) -> str:
    """The address a clause is to be moved to; "" where nothing is moved."""
    return place_in(proposal.evidence) if proposal.action is Action.MOVE else ""


def place_in(evidence: Iterable[Evidence]) -> str:
    """The address that the evidence of a move names; "" where none does."""
    places = [e.where for e in evidence if e.where.startswith(MOVED_TO)]
    return places[-1].removeprefix(MOVED_TO) if places else ""
