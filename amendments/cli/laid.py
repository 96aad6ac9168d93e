"""Two drafts laid on one base, in plain text."""

from collections.abc import Iterator, Sequence

from amendments.model import Draft, Op
from amendments.sides import Laid, Row, Sides, Verdict, WovenPiece

SIGNS = "AB"
SHAPES = {Op.DELETED: "[{}-{}-]", Op.ADDED: "{{{}+{}+}}"}


def told_of(laid: Laid, base: Draft, sides: Sequence[Draft]) -> Iterator[str]:
    """Every row that a side touched, in lines of text."""
    for row in laid.rows:
        if row.verdict is Verdict.UNTOUCHED:
            continue
        deeds = [f"{SIGNS[side]} {row.fates[side].kind}" for side in row.touched_by]
        yield f"{row.verdict} {address_of(row, base, sides)} ({', '.join(deeds)})"
        yield f"    {marked_by(row.pieces)}"
        if row.verdict is Verdict.COMPOSE:
            yield f"    = {row.result}"
        if row.verdict is Verdict.CONFLICT:
            for side in row.touched_by:
                yield f"    {SIGNS[side]}: {row.fates[side].text or 'deleted'}"


def address_of(row: Row, base: Draft, sides: Sequence[Draft]) -> str:
    """Where the row stands: in the base, or in the first draft that added it."""
    first = row.touched_by[0]
    numbers, draft = (row.base, base) if row.base else (row.fates[first].new, sides[first])
    return ", ".join(draft.clauses[n].address or str(draft.clauses[n].kind) for n in numbers)


def marked_by(pieces: Sequence[WovenPiece]) -> str:
    """The pieces with who did what: "to [A-invite-]{A+request+} the Council"."""
    return "".join(
        SHAPES[piece.op].format(signs(piece.by), piece.text) if piece.by else piece.text
        for piece in pieces
    )


def signs(by: Sides) -> str:
    """The sides by their signs."""
    return "".join(SIGNS[side] for side in by)
