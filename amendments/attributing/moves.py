"""Where a proposal would move a clause to."""

from amendments.model import Action, Proposal

MOVED_TO = "moved to "
"""Begins the place of the evidence of a move, whichever notation it was read from."""


def moved_to(address: str) -> str:
    """The place of the evidence of a move to an address; "" is somewhere without a name."""
    return MOVED_TO + (address or "another place")


def destination(proposal: Proposal) -> str:
    """The address a clause is to be moved to; "" where nothing is moved."""
    if proposal.action is not Action.MOVE:
        return ""
    places = [e.where for e in proposal.evidence if e.where.startswith(MOVED_TO)]
    return places[-1].removeprefix(MOVED_TO) if places else ""
