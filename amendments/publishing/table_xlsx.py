"""The compilation table as an Excel workbook, one row a proposal, edits formatted in the cell."""

import io
from typing import Any

import xlsxwriter

from amendments.model import Op, Piece
from amendments.publishing.compilation import Compilation
from amendments.publishing.undated import EPOCH

COLUMNS = {
    "Clause": 22, "Base text": 60, "States": 14, "Action": 9, "Document": 14, "Proposal": 70,
    "Reasons": 40, "Positions": 24, "Became": 16,
}  # fmt: skip
"""Each with its width in characters."""
PROPOSAL = list(COLUMNS).index("Proposal")
LONGEST_CELL = 32_000
"""Characters; Excel's limit is 32,767, format codes included."""


def as_xlsx(table: Compilation) -> bytes:
    """The workbook; its header stays in view and can be filtered."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"author": "amendments", "created": EPOCH})
    sheet = book.add_worksheet("Proposals")
    in_cell = {"text_wrap": True, "valign": "top"}
    looks = {
        Op.KEPT: book.add_format(in_cell),
        Op.ADDED: book.add_format(in_cell | {"underline": 1, "font_color": "#0B5527"}),
        Op.DELETED: book.add_format(in_cell | {"font_strikeout": True, "font_color": "#9A1B1B"}),
    }
    head = book.add_format({"bold": True, "bottom": 1})
    for column, (name, width) in enumerate(COLUMNS.items()):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, head)
    sheet.freeze_panes(1, 1)
    line = 0
    for row in table.rows:
        for wish in row.wishes:
            line += 1
            cells = (
                row.address, row.text, wish.states, wish.action, wish.symbol, "", wish.reasons,
                "; ".join(wish.positions), wish.fate,
            )  # fmt: skip
            for column, cell in enumerate(cells):
                sheet.write_string(line, column, cell[:LONGEST_CELL], looks[Op.KEPT])
            _write_pieces(sheet, (line, PROPOSAL), wish.pieces, looks)
    sheet.autofilter(0, 0, max(line, 1), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    book.close()
    return out.getvalue()


def _write_pieces(
    sheet: Any, place: tuple[int, int], pieces: tuple[Piece, ...], looks: dict[Op, Any]
) -> None:
    shown = [piece for piece in pieces if piece.text]
    if len(shown) > 1 and sum(len(piece.text) for piece in shown) < LONGEST_CELL:
        fragments = [part for piece in shown for part in (looks[piece.op], piece.text)]
        sheet.write_rich_string(*place, *fragments, looks[Op.KEPT])
    elif shown:  # a rich cell needs two parts; one alone gives its look to the whole cell
        words = "".join(piece.text for piece in shown)[:LONGEST_CELL]
        sheet.write_string(*place, words, looks[shown[0].op if len(shown) == 1 else Op.KEPT])
