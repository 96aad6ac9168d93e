"""The look of an ITU Council document: page, paragraph styles, cover table, header and footer."""

from dataclasses import dataclass
from datetime import date

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import _Cell
from docx.text.paragraph import Paragraph

RECEIVED = "Sample file: the text as received under a made-up cover; not a document of ITU."
MADE_UP = (
    "Sample file, made up for illustration: not a document of ITU; records no State’s position."
)
TAB_STOP = Cm(1.4)
"""794 twentieths of a point, where ITU's own styles put the text after a label."""


@dataclass(frozen=True, slots=True)
class Look:
    """What sets one paragraph style apart from Normal; spaces in points."""

    before: int = 6
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    size: int = 12
    centred: bool = False
    indent: bool = False
    hanging: bool = False
    keep_with_next: bool = False


STYLES = {
    "Res_No": Look(24, capitals=True, size=14, centred=True, keep_with_next=True),
    "Res_title": Look(12, bold=True, size=14, centred=True, keep_with_next=True),
    "Normal after title": Look(14),
    "Call": Look(8, italic=True, indent=True, keep_with_next=True),
    "enumlev1": Look(4, hanging=True),
    "Annex_No": Look(24, capitals=True, size=14, centred=True, keep_with_next=True),
    "Annex_title": Look(12, bold=True, size=14, centred=True, keep_with_next=True),
    "Proposal": Look(12, bold=True, keep_with_next=True),
    "Reasons": Look(6),
}


def blank() -> Document:
    """A new A4 document with the styles and nothing in it."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(3), Cm(2)
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)  # noqa: S101 - python-docx types it as any style
    _font(normal, size=12)
    normal.paragraph_format.space_before, normal.paragraph_format.space_after = Pt(6), Pt(0)
    normal.paragraph_format.tab_stops.add_tab_stop(TAB_STOP)
    for name, look in STYLES.items():
        _add_style(document, name, look)
    _forget_unused_styles(document)
    return document


def _forget_unused_styles(document: Document) -> None:
    """Leave out the template's 150 other styles, which are most of a file's size."""
    keep = {*STYLES, "header", "footer"}
    for element in document.styles.element.findall(qn("w:style")):
        if element.name_val not in keep and element.get(qn("w:default")) is None:
            document.styles.element.remove(element)


def _font(style: ParagraphStyle, *, size: int) -> None:
    style.font.name, style.font.size = "Calibri", Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), "Calibri")


def _add_style(document: Document, name: str, look: Look) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - that is what was asked for
    style.base_style = document.styles["Normal"]
    _font(style, size=look.size)
    style.font.bold = look.bold or None
    style.font.italic = look.italic or None
    style.font.all_caps = look.capitals or None
    layout = style.paragraph_format
    layout.space_before = Pt(look.before)
    layout.keep_with_next = look.keep_with_next or None
    if look.centred:
        layout.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if look.indent or look.hanging:
        layout.left_indent = TAB_STOP
    if look.hanging:
        layout.first_line_indent = -TAB_STOP


def in_words(day: date) -> str:
    """The date as ITU's cover lines have it: "16 April 2007"."""
    return f"{day.day} {day:%B %Y}"


def add_cover(document: Document, *, symbol: str, day: date, source: str) -> None:
    """The two-column table above the text: meeting, symbol, date, language, source."""
    table = document.add_table(rows=2, cols=2)
    left, right = table.rows[0].cells
    _cell(left, "COUNCIL 2007", "Geneva, 4-14 September 2007")
    _cell(right, f"Document {symbol}-E", in_words(day), "Original: English")
    source_cell = table.rows[1].cells[0].merge(table.rows[1].cells[1])
    _cell(source_cell, f"Source: {source}")
    for row in table.rows:
        row.cells[0].width, row.cells[1].width = Cm(11), Cm(6)
    _underline_table(table.rows[1].cells[0])


def _cell(cell: _Cell, *lines: str) -> None:
    cell.paragraphs[0].add_run(lines[0]).bold = True
    for line in lines[1:]:
        cell.add_paragraph(line)
    for paragraph in cell.paragraphs:
        paragraph.paragraph_format.space_before = Pt(2)


def _underline_table(cell: _Cell) -> None:
    borders = parse_xml(
        f'<w:tcBorders {nsdecls("w")}><w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/>'
        "</w:tcBorders>"
    )
    cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001 - python-docx has no borders


def add_header_and_footer(document: Document, symbol: str, foot_line: str) -> None:
    """The page number and the symbol above every page; below, what kind of sample the file is."""
    section = document.sections[0]
    top = section.header.paragraphs[0]
    top.alignment = WD_ALIGN_PARAGRAPH.CENTER
    top.add_run("– ")
    _add_page_number(top)
    top.add_run(" –")
    below = section.header.add_paragraph(f"{symbol}-E")
    below.alignment = WD_ALIGN_PARAGRAPH.CENTER
    below.paragraph_format.space_before = Pt(0)
    for run in (*top.runs, *below.runs):
        run.font.size = Pt(9)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run(foot_line).font.size = Pt(8)


def _add_page_number(paragraph: Paragraph) -> None:
    field = (
        f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE ">'
        '<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>'
    )
    paragraph._p.append(parse_xml(field))  # noqa: SLF001 - python-docx has no fields
