"""What the store keeps, with its keys, dates and places; and how it is asked for."""

from dataclasses import dataclass, field
from typing import Literal

from amendments.model import Clause, Evidence, Piece, Position, Silent
from amendments.notices import Notice

Role = Literal["draft", "contribution"]


@dataclass(frozen=True, slots=True)
class ResolutionRecord:
    """One text under negotiation."""

    slug: str
    title: str
    body: str = ""
    session: str = ""
    drafts: int = 0
    contributions: int = 0
    latest_date: str = ""


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """One Word file of a resolution: a draft, or a contribution against a base."""

    resolution: str
    key: str
    """Its name in URLs, stable: "draft-1", "brazil-1"."""
    role: Role
    title: str
    filename: str
    sha256: str
    symbol: str = ""
    date: str = ""
    """ISO 8601 day, or ""."""
    base: str | None = None
    """The key of the draft it was compared with."""
    states: tuple[str, ...] = ()
    language: str = "en"
    clauses: int = 0
    changes: dict[str, int] = field(default_factory=dict)
    """How many of each kind, against the base; unchanged ones left out."""
    proposals: int = 0
    authors: dict[str, str | None] = field(default_factory=dict)
    silent: tuple[Silent, ...] = ()
    notices: tuple[Notice, ...] = ()
    received: str = ""
    """When it was taken in, RFC 3339 UTC."""


@dataclass(frozen=True, slots=True)
class ClauseRecord:
    """A clause of a draft with its permanent identity."""

    id: str
    """The same in every draft the clause lives on in; the number is not."""
    clause: Clause


@dataclass(frozen=True, slots=True)
class ProposalRecord:
    """A proposal with its keys, its standing among the others, and where it leads."""

    id: str
    resolution: str
    base: str
    contribution: str
    states: tuple[str, ...]
    action: str
    clause: str
    """The id of the clause of the base; for ADD, the one it is to stand after; "" at the top."""
    address: str
    before: str
    after: str
    pieces: tuple[Piece, ...]
    evidence: tuple[Evidence, ...]
    confidence: float
    status: str = "proposed"
    author: str = ""
    positions: tuple[Position, ...] = ()
    reasons: str = ""
    conflicts: tuple[str, ...] = ()
    identical: tuple[str, ...] = ()
    fate: str = ""
    """What later drafts made of it: adopted, in part, not adopted, later removed; "" so far."""
    fate_draft: str = ""
    """The key of the draft that decided its fate."""


STATUSES = ("proposed", "withdrawn", "agreed", "agreed in part", "not agreed")
"""What can be decided on a proposal."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which proposals are asked for; "" asks for all of that kind."""

    states: tuple[str, ...] = ()
    """States and groups, by code; none asks for all."""
    groups: bool = False
    """Whether the proposals of the groups that these States are members of are asked for too."""
    action: str = ""
    status: str = ""
    """What was decided, or what later drafts made of it."""
    part: str = ""
    """preamble, operative or annex."""


EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class Ingested:
    """One file taken in."""

    draft: DraftRecord
    new: bool
    """False where the same bytes were here already; nothing was changed then."""
