"""The compilation table as a Word file: additions underlined, deletions struck through."""

import io

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell

from amendments.model import Op, Piece
from amendments.publishing.compilation import Compilation, Row, Wish
from amendments.publishing.undated import EPOCH, undated

HEADINGS = ("Clause", "Base text", "Proposals")
WIDTHS = (Mm(35), Mm(95), Mm(137))
"""Columns that fill A4 landscape between margins of 15 mm."""
ADDED = RGBColor(0x0B, 0x55, 0x27)
DELETED = RGBColor(0x9A, 0x1B, 0x1B)


def as_docx(table: Compilation) -> bytes:
    """The table on A4 landscape; its first row is repeated on every page."""
    document = docx.Document()
    _set_page(document)
    document.add_heading(table.title, level=1)
    document.add_paragraph(f"Proposals on {table.name}, clause by clause")
    grid = document.add_table(rows=1, cols=len(HEADINGS), style="Table Grid")
    grid.autofit = False
    for cell, words in zip(grid.rows[0].cells, HEADINGS, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    _repeat(grid.rows[0]._tr)  # noqa: SLF001 - python-docx has no word for it
    for row in table.rows:
        _write_row(grid.add_row().cells, row)
    for column, width in zip(grid.columns, WIDTHS, strict=True):
        column.width = width
    for written in grid.rows:
        _keep_together(written._tr)  # noqa: SLF001
        for cell, width in zip(written.cells, WIDTHS, strict=True):
            cell.width = width
    out = io.BytesIO()
    document.save(out)
    return undated(out)


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(15))
    document.styles["Normal"].font.size = Pt(9.5)
    properties = document.core_properties
    properties.author = "amendments"
    properties.created = properties.modified = EPOCH


def _write_row(cells: tuple[_Cell, ...], row: Row) -> None:
    cells[0].paragraphs[0].add_run(row.address).bold = True
    cells[1].paragraphs[0].add_run(row.text)
    for number, wish in enumerate(row.wishes):
        _write_wish(cells[2], wish, is_first=number == 0)


def _write_wish(cell: _Cell, wish: Wish, *, is_first: bool) -> None:
    head = cell.paragraphs[0] if is_first else cell.add_paragraph()
    head.paragraph_format.space_before = Pt(0 if is_first else 6)
    head.add_run(f"{wish.states}: {wish.action}").bold = True
    head.add_run(f"  ({wish.symbol})")
    _write_pieces(cell, wish.pieces)
    for words in (wish.reasons and f"Reasons: {wish.reasons}", *wish.positions):
        if words:
            cell.add_paragraph().add_run(words).italic = True


def _write_pieces(cell: _Cell, pieces: tuple[Piece, ...]) -> None:
    paragraph = cell.add_paragraph()
    for piece in pieces:
        run = paragraph.add_run(piece.text)
        if piece.op is Op.ADDED:
            run.underline, run.font.color.rgb = True, ADDED
        elif piece.op is Op.DELETED:
            run.font.strike, run.font.color.rgb = True, DELETED


def _repeat(row: object) -> None:
    """Make a row the head of the table on every page (ECMA-376-1, 17.4.78)."""
    _mark_row(row, "w:tblHeader")


def _keep_together(row: object) -> None:
    """Let no page break fall inside a row (17.4.6)."""
    _mark_row(row, "w:cantSplit")


def _mark_row(row: object, name: str) -> None:
    properties = row.get_or_add_trPr()  # type: ignore[attr-defined]
    element = OxmlElement(name)
    element.set(qn("w:val"), "true")
    properties.append(element)
