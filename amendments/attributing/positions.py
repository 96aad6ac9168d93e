"""Where others stand on a proposal."""

from dataclasses import dataclass, replace

from amendments.drafting.claims import Claim
from amendments.model import Action, Evidence, Position, Proposal
from amendments.notices import Notice


def joined(positions: tuple[Position, ...]) -> tuple[Position, ...]:
    """One entry for each position, with all who take it."""
    states: dict[str, dict[str, None]] = {}
    for one in positions:
        states.setdefault(one.position, {}).update(dict.fromkeys(one.states))
    return tuple(Position(tuple(codes), position) for position, codes in states.items())


def with_position(proposal: Proposal, claim: Claim, said: Evidence) -> Proposal:
    """The proposal with the position that a claim takes; who proposes takes none."""
    others = tuple(code for code in claim.states if code not in proposal.states)
    position = Position(others, claim.verb)
    if not others or position in proposal.positions:
        return proposal
    return replace(
        proposal,
        positions=joined((*proposal.positions, position)),
        evidence=(*proposal.evidence, said),
    )


@dataclass(frozen=True, slots=True)
class Spot:
    """The clause that a position is taken at."""

    base_clauses: tuple[int, ...]
    """Those of the base that it is; empty for a new one."""
    after: tuple[int, ...]
    """The base's clause that a new one stands after."""
    address: str

    def is_of(self, proposal: Proposal) -> bool:
        """Whether a proposal is about this clause."""
        if self.base_clauses:
            is_about = bool(set(proposal.base_clauses) & set(self.base_clauses))
            return is_about and proposal.action is not Action.ADD
        is_here = proposal.base_clauses == self.after and proposal.address == self.address
        return is_here and proposal.action is Action.ADD


def on_the_text(claim: Claim, words: str, where: str) -> Notice:
    """That a position is taken where nothing is proposed."""
    who = ", ".join(claim.states)
    detail = f"{who} ({claim.verb}) on the text as it stands: “{words}”"
    return Notice("position-on-the-text", where, detail)
