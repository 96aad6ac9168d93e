"""The compilation table: a base text clause by clause, with what each State asks for beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amendments.errors import NotFound
from amendments.model import Op, Piece
from amendments.records import DraftRecord, ProposalRecord, ProposalRow, ProposalsPage

NOBODY = "State not known"
POSITIONS = {"support": "supported by", "oppose": "opposed by", "reserve": "reserved by"}


@dataclass(frozen=True, slots=True)
class Wish:
    """One proposal as a cell of the table tells it."""

    states: str
    """Codes in a row, "BRA, ARG", or NOBODY."""
    action: str
    symbol: str
    """The document it was made in."""
    pieces: tuple[Piece, ...]
    reasons: str = ""
    positions: tuple[str, ...] = ()
    """ "opposed by SAU" and the like."""
    fate: str = ""

    @property
    def text(self) -> str:
        """The wording asked for."""
        return "".join(piece.text for piece in self.pieces if piece.op is not Op.DELETED)


@dataclass(frozen=True, slots=True)
class Row:
    """One clause of the base."""

    address: str
    text: str
    wishes: tuple[Wish, ...]


@dataclass(frozen=True, slots=True)
class Compilation:
    """The whole table, ready to be written in any format."""

    title: str
    base: DraftRecord
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """What people call the base."""
        return self.base.symbol or self.base.key


def compilation(
    page: ProposalsPage, contributions: Sequence[DraftRecord], base_key: str = ""
) -> Compilation:
    """The table of the proposals on one base, the newest that has any unless it is named.

    `page` may hold the proposals of one State only. Raises NotFound where nothing is proposed.
    """
    symbols = {draft.key: draft.symbol or draft.key for draft in contributions}
    for base, rows in page.bases:
        if base_key in {"", base.key}:
            title = page.resolution.title or page.resolution.slug
            return Compilation(title, base, tuple(_rows(rows, symbols)))
    on = f" on “{base_key}”" if base_key else ""
    raise NotFound(f"Nothing is proposed{on} yet. Take a contribution in first.")


def _rows(rows: Sequence[ProposalRow], symbols: dict[str, str]) -> Iterator[Row]:
    for row in rows:
        clause = row.clause.clause if row.clause else None
        address = clause.address or str(clause.kind) if clause else "At the beginning"
        wishes = tuple(_wish(p, symbols) for p in row.proposals)
        yield Row(address, clause.text if clause else "", wishes)


def _wish(proposal: ProposalRecord, symbols: dict[str, str]) -> Wish:
    return Wish(
        states=", ".join(proposal.states) or NOBODY,
        action=proposal.action,
        symbol=symbols.get(proposal.contribution, proposal.contribution),
        pieces=proposal.pieces,
        reasons=proposal.reasons,
        positions=tuple(
            f"{POSITIONS.get(p.position, p.position)} {', '.join(p.states)}"
            for p in proposal.positions
        ),
        fate=proposal.fate,
    )
