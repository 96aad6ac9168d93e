"""The compilation table as CSV, one line a proposal."""

import csv
import io

from amendments.model import Op, Piece
from amendments.publishing.compilation import Compilation

COLUMNS = (
    "clause", "base text", "States", "action", "document", "proposed text", "marked text",
    "reasons", "positions", "became",
)  # fmt: skip
SIGNS = {Op.ADDED: ("{+", "+}"), Op.DELETED: ("[-", "-]")}
"""How word differences are marked in plain text (GNU wdiff)."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula at the start of a cell (OWASP, CSV Injection)."""


def as_csv(table: Compilation) -> bytes:
    """The table in UTF-8 with its byte order mark, by which Excel knows it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in table.rows:
        for wish in row.wishes:
            cells = (
                row.address, row.text, wish.states, wish.action, wish.symbol, wish.text,
                marked(wish.pieces), wish.reasons, "; ".join(wish.positions), wish.fate,
            )  # fmt: skip
            writer.writerow([harmless(cell) for cell in cells])
    return out.getvalue().encode("utf-8-sig")


def marked(pieces: tuple[Piece, ...]) -> str:
    """The redline in plain text: "to [-invite-]{+request+} the Council"."""
    shown = (SIGNS.get(piece.op, ("", "")) for piece in pieces)
    return "".join(f"{a}{piece.text}{b}" for piece, (a, b) in zip(pieces, shown, strict=True))


def harmless(cell: str) -> str:
    """The cell, an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
