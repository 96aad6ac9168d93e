"""The compilation table says what was proposed, in every format."""

import csv
import io
import time
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from amendments import operations
from amendments.errors import NotFound
from amendments.model import Op, Piece
from amendments.publishing import as_csv, as_docx, as_xlsx, compilation
from amendments.publishing.table_csv import harmless, marked
from amendments.service import Service
from amendments.settings import Settings

WSIS = Path(__file__).parents[2] / "corpus" / "wsis"


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    service = Service(Settings(home=tmp_path_factory.mktemp("table")))
    operations.load_corpus(service, WSIS)
    yield service
    service.close()


@pytest.fixture(scope="module")
def table(service):
    whole = service.resolution("wsis")
    return compilation(service.proposals("wsis"), whole.contributions, "draft-1")


def wishes(table):
    return [wish for row in table.rows for wish in row.wishes]


def cells_of(content):
    (grid,) = docx.Document(io.BytesIO(content)).tables
    return grid, [paragraph for row in grid.rows[1:] for paragraph in row.cells[2].paragraphs]


def test_every_proposal_on_the_base_is_in_the_table(service, table):
    page = service.proposals("wsis")
    asked = [
        p for base, rows in page.bases if base.key == "draft-1" for r in rows for p in r.proposals
    ]
    assert len(wishes(table)) == len(asked) > 10


def test_the_newest_base_with_proposals_is_taken_where_none_is_named(service):
    whole = service.resolution("wsis")
    assert compilation(service.proposals("wsis"), whole.contributions).base.key == "draft-2"


def test_a_base_without_proposals_is_not_found(service):
    with pytest.raises(NotFound, match="agreed"):
        compilation(service.proposals("wsis"), (), "agreed")


@pytest.mark.parametrize(("op", "look"), [(Op.ADDED, "underline"), (Op.DELETED, "strike")])
def test_word_shows_additions_underlined_and_deletions_struck(table, op, look):
    _, paragraphs = cells_of(as_docx(table))
    shown = [run.text for p in paragraphs for run in p.runs if run.text and getattr(run.font, look)]
    pieces = [p.text for wish in wishes(table) for p in wish.pieces if p.op is op and p.text]
    assert shown == pieces


def test_the_words_of_the_word_table_are_those_of_the_proposals(table):
    _, paragraphs = cells_of(as_docx(table))
    texts = {p.text for p in paragraphs}
    for wish in wishes(table):
        assert "".join(piece.text for piece in wish.pieces) in texts


def test_the_head_of_the_word_table_is_repeated_on_every_page(table):
    grid, _ = cells_of(as_docx(table))
    assert "w:tblHeader" in etree.tostring(grid.rows[0]._tr).decode()


def test_the_same_table_gives_the_same_file(table):
    first = [write(table) for write in (as_docx, as_xlsx, as_csv)]
    time.sleep(2.1)  # the times in a zip file have steps of two seconds
    assert first == [write(table) for write in (as_docx, as_xlsx, as_csv)]


def test_csv_has_a_line_a_proposal_with_the_redline_in_signs(table):
    lines = list(csv.DictReader(io.StringIO(as_csv(table).decode("utf-8-sig"))))
    assert len(lines) == len(wishes(table))
    assert any("[-" in line["marked text"] and "{+" in line["marked text"] for line in lines)


def test_a_cell_that_looks_like_a_formula_is_made_harmless():
    assert harmless("=SUM(A1)") == "'=SUM(A1)"
    assert harmless("the Council") == "the Council"


def test_marks_stand_around_changed_words():
    pieces = (Piece(Op.KEPT, "to "), Piece(Op.DELETED, "invite"), Piece(Op.ADDED, "request"))
    assert marked(pieces) == "to [-invite-]{+request+}"


def test_excel_holds_every_proposal_with_formatted_edits(table):
    with zipfile.ZipFile(io.BytesIO(as_xlsx(table))) as book:
        strings = book.read("xl/sharedStrings.xml").decode()
        styles = book.read("xl/styles.xml").decode()
    assert "questionnaires" in strings
    assert "<strike/>" in strings + styles
    assert "<u/>" in strings + styles
