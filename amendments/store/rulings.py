"""What a person said by hand stands above every guess: authors, proposals, decisions."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from amendments.drafting.brackets import Meaning
from amendments.model import Evidence, Proposal

BY_HAND = 1.0
"""The confidence of what a person said."""


class About(StrEnum):
    """What a ruling is about."""

    AUTHOR = "author"
    """Which State an author recorded by Word speaks for, in every file."""
    STATES = "states"
    """Whose a proposal is."""
    BRACKETS = "brackets"
    """What square brackets mean in a resolution."""
    STATUS = "status"
    """What was decided on a proposal."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One thing said by hand."""

    about: About
    object: str
    """The author as recorded by Word, the id of the proposal, or the resolution."""
    value: tuple[str, ...]
    """Codes of States; for a status, the one word."""
    actor: str
    at: str


@dataclass(frozen=True, slots=True)
class Rulings:
    """The newest ruling on each thing; what was withdrawn is not here."""

    authors: Mapping[str, Ruling] = field(default_factory=dict)
    states: Mapping[str, Ruling] = field(default_factory=dict)
    statuses: Mapping[str, Ruling] = field(default_factory=dict)
    meanings: Mapping[str, Ruling] = field(default_factory=dict)

    @property
    def known_authors(self) -> dict[str, str]:
        """The State of every author that somebody named."""
        return {author: ruling.value[0] for author, ruling in self.authors.items()}

    def on(self, proposal_id: str, proposal: Proposal) -> Proposal:
        """The proposal with the States that a person gave it, and the evidence for it."""
        ruling = self.states.get(proposal_id) or self.authors.get(proposal.author)
        if ruling is None or not (proposal.author or ruling.about is About.STATES):
            return proposal
        said = Evidence("by-hand", ", ".join(ruling.value), f"{ruling.actor}, {ruling.at[:10]}")
        return replace(
            proposal,
            states=ruling.value,
            confidence=BY_HAND,
            evidence=(said, *proposal.evidence),
        )

    def brackets_in(self, slug: str) -> Meaning:
        """What square brackets mean in a resolution: not agreed, if nothing was said."""
        ruling = self.meanings.get(slug)
        return Meaning(ruling.value[0]) if ruling else Meaning.OPEN

    def status(self, proposal_id: str, otherwise: str) -> str:
        """What was decided on a proposal."""
        ruling = self.statuses.get(proposal_id)
        return ruling.value[0] if ruling else otherwise


def newest(rulings: list[Ruling]) -> Rulings:
    """The rulings in force, given all in the order in which they were made."""
    found: dict[About, dict[str, Ruling]] = {about: {} for about in About}
    for ruling in rulings:
        found[ruling.about].pop(ruling.object, None)
        if ruling.value:
            found[ruling.about][ruling.object] = ruling
    return Rulings(
        found[About.AUTHOR], found[About.STATES], found[About.STATUS], found[About.BRACKETS]
    )
