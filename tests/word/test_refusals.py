"""What is no Word file, or a hostile one, is refused with its cure."""

import io
import zipfile

import pytest
from building import document, docx, p, zipped

from amendments.errors import DraftRefused
from amendments.word import Limits, read, safely
from amendments.word.safely import read_safely

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def entry(name: str, content: str = "x") -> bytes:
    return zipped({name: content})


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (OLE + b"\0" * 600, "older Word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"{\\rtf1 x}", "RTF"),
        (b"SQLite format 3\0" + b"\0" * 600, "database"),
        (b"%PDF-1.7", "PDF"),
        (b"<!DOCTYPE html><p>", "HTML"),
        (b"Dear delegates", "plain text"),
        (bytes(range(256)), "no Word document"),
        (b"PK\x03\x04 cut short", "damaged"),
        (entry("mimetype", "application/vnd.oasis.opendocument.text"), "OpenDocument"),
        (entry("xl/workbook.xml"), "Excel"),
        (entry("ppt/presentation.xml"), "PowerPoint"),
        (entry("a.txt"), "without a Word document"),
        (entry("word/document.xml", "no xml"), "not well-formed"),
        (entry("word/document.xml", "<a/>"), "no Word text"),
    ],
)
def test_other_files_are_refused_by_what_they_are(content, words):
    with pytest.raises(DraftRefused, match=words) as refusal:
        read(content)
    assert str(refusal.value).endswith(".")


def test_a_document_type_is_refused():
    laughs = '<!DOCTYPE w [<!ENTITY a "ha">]>' + document(p("x"))
    with pytest.raises(DraftRefused, match="document type"):
        read(entry("word/document.xml", laughs))


def test_an_encoding_that_hides_a_document_type_is_refused():
    hidden = '<?xml version="1.0" encoding="UTF-7"?>' + document(p("x"))
    with pytest.raises(DraftRefused, match="UTF-7"):
        read(entry("word/document.xml", hidden))


def test_deep_nesting_is_refused():
    deep = "<w:sdt><w:sdtContent>" * 300 + p("x") + "</w:sdtContent></w:sdt>" * 300
    with pytest.raises(DraftRefused, match="nested too deeply"):
        read(docx(deep))


def test_endless_text_is_refused_for_what_it_is():
    with pytest.raises(DraftRefused, match="10 MB of text"):
        read(docx(p("x" * 11_000_000)))


def test_nesting_as_deep_as_is_allowed_is_read():
    deep = "<w:sdt><w:sdtContent>" * 120 + p("x") + "</w:sdtContent></w:sdt>" * 120
    assert len(read(docx(deep)).paragraphs) == 1


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(file_bytes=100), "MB"),
        (Limits(parts=2), "too many"),
        (Limits(part_bytes=500), "unpacks"),
        (Limits(total_bytes=500), "unpack"),
        (Limits(elements=10), "elements"),
    ],
)
def test_each_limit_holds(limits, words):
    content = docx(*[p("words")] * 10)
    assert len(read(content).paragraphs) == 10
    with pytest.raises(DraftRefused, match=words):
        read(content, limits)


def test_a_part_that_stands_there_twice_is_refused():
    with pytest.raises(DraftRefused, match="twice"):
        read(
            zipped({"word/document.xml": document(p("a")), "Word\\document.xml": document(p("b"))})
        )


def test_an_encrypted_entry_is_refused():
    content = bytearray(docx(p("x")))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(sign)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(sign, at + 1)
    with pytest.raises(DraftRefused, match="password"):
        read(bytes(content))


def test_a_size_that_lies_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document(p("x" * 5000)))
        true = archive.infolist()[0].file_size
    content = buffer.getvalue().replace(true.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    with pytest.raises(DraftRefused, match="damaged"):
        read(content)


def test_a_note_cannot_be_multiplied():
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = (
        document()
        .replace("document", "footnotes")
        .replace("<w:body></w:body>", f'<w:footnote w:id="2">{p(reference)}</w:footnote>')
    )
    assert len(read(docx(p(reference * 50), footnotes=notes)).paragraphs) == 3


def test_a_child_process_reads_the_same():
    content = docx(p("words"))
    assert read_safely(content, Limits()) == read(content)


def test_a_child_process_passes_refusals_on():
    with pytest.raises(DraftRefused, match="PDF"):
        read_safely(b"%PDF-1.7", Limits())


def test_a_child_without_memory_is_a_refusal():
    assert read_safely(docx(p("words")), Limits(), memory_bytes=80 << 20).paragraphs
    with pytest.raises(DraftRefused, match="memory"):
        read_safely(docx(*[p("words")] * 50_000), Limits(), memory_bytes=80 << 20)


def test_a_child_without_time_is_a_refusal():
    with pytest.raises(DraftRefused, match="seconds"):
        read_safely(docx(p("words")), Limits(), seconds=0.01)


def test_a_fault_of_the_program_itself_is_told_as_such_and_logged(monkeypatch, caplog):
    monkeypatch.setattr(safely.sys, "executable", "/bin/false")
    with pytest.raises(DraftRefused, match="This program failed"):
        read_safely(docx(p("words")))
    assert "could not be read" in caplog.text
