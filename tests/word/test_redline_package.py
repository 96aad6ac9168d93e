"""The package of a redline: what it does not change stays as it is packed, damaged or not."""

import io
import zipfile

import pytest
from building import dele, docx, p, part, r, zipped
from hypothesis import given, settings
from test_redline_laws import BODIES
from test_redline_validity import MOMENT, WSIS, written

from amendments.comparing import compare_words
from amendments.errors import DraftRefused
from amendments.model import Reading
from amendments.word import read
from amendments.word.limits import Limits
from amendments.word.redline import redline
from amendments.word.redlining.packing import repacked
from amendments.word.redlining.proof import texts, texts_of
from amendments.word.wording import read_wording

NOTE = '<w:footnote w:id="5"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'
SIGN = '<w:r><w:footnoteReference w:id="5"/></w:r>'


def members(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_false_sum(content, name):
    """The zip file with another checksum for that member, as a damaged one has."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        sum_of_it = package.getinfo(name).CRC.to_bytes(4, "little")
    return content.replace(sum_of_it, b"\x01\x02\x03\x04")


def packed(content, name):
    """The bytes of a member as they are packed."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        info = package.getinfo(name)
        start = info.header_offset + 30 + len(info.filename.encode()) + len(info.extra)
        return content[start : start + info.compress_size], info.CRC


@pytest.mark.parametrize(
    "kind", ["footnotes", "endnotes", "comments", "header", "styles", "numbering", "settings"]
)
def test_a_part_that_is_no_xml_stays_byte_for_byte(kind):
    old = docx(p(r("Requests a report")), **{kind: "<broken"})
    new = docx(p(r("Requests a full report")))
    content = redline(old, new, author="Brazil", date=MOMENT, words=compare_words)
    assert members(content)[f"word/{kind}.xml"] == b"<broken"


def test_a_part_that_cannot_be_unpacked_stays_as_it_is_packed():
    old = docx(p(r("Requests a report")), comments=part("comments", "so much for comments" * 9))
    old = with_false_sum(old, "word/comments.xml")
    content = written(old, docx(p(r("Requests a full report"))))
    assert packed(content, "word/comments.xml") == packed(old, "word/comments.xml")
    assert [p.runs[0].text for p in read(content).paragraphs] == ["Requests a "]


def test_notes_cannot_come_into_damaged_ones():
    old = docx(p(r("Requests a report")), footnotes="<broken")
    new = docx(p(r("Requests a report") + SIGN), footnotes=part("footnotes", NOTE.format("ITU")))
    with pytest.raises(DraftRefused, match=r"old file's footnotes are damaged.*save it"):
        written(old, new)


@pytest.mark.parametrize("name", ["word/_rels/document.xml.rels", "[Content_Types].xml"])
def test_nothing_is_added_to_what_names_the_parts_where_that_is_damaged(name):
    old = members(docx(p(r("Requests a report")))) | {name: "<broken"}
    more = docx(p(r("Requests a full report")))
    new = docx(p(r("Requests a report") + SIGN), footnotes=part("footnotes", NOTE.format("ITU")))
    assert members(written(zipped(old), more))[name] == b"<broken"
    with pytest.raises(DraftRefused, match=r"The part .* holds no XML.*save it as"):
        written(zipped(old), new)


def test_a_part_whose_root_is_named_like_a_change_is_no_change():
    body = f"<w:body>{p(r('Requests a report'))}</w:body>"
    old = zipped(members(docx(p())) | {"word/document.xml": part("ins", body)})
    new = docx(p(r("Requests a full report")))
    content = redline(old, new, author="Brazil", date=MOMENT, words=compare_words)
    assert texts(read(content), Reading.AFTER) == ["Requests a full report"]


def test_a_text_that_is_read_in_pieces_may_be_longer_than_other_parts():
    look = '<w:rFonts w:ascii="A" w:hAnsi="A"/><w:sz w:val="24"/><w:lang w:val="en-GB"/>'
    line = p(r("Requests ", look) + r("a ", look) + r("report", look))
    long, longer = docx(line * 16_000), docx(line * 16_000 + p(r("Invites States")))
    assert line.count("<") + line.count('"') > Limits().elements / 16_000
    content = redline(long, longer, author="Brazil", date=MOMENT, words=compare_words)
    assert texts(read(content), Reading.AFTER)[-1] == "Invites States"


def test_a_file_whose_last_member_is_cut_short_is_refused():
    with pytest.raises(DraftRefused, match="cut short"):
        repacked(_with_false_size(zipped({"a.xml": "<a/>"})), {})


def _with_false_size(content):
    """A zip file whose directory says that its one member is longer than the file."""
    at = content.index(b"PK\x01\x02")
    return content[: at + 20] + (1 << 20).to_bytes(4, "little") + content[at + 24 :]


def test_members_with_their_sizes_behind_them_are_copied_whole():
    buffer = io.BytesIO()

    class Pipe(io.RawIOBase):
        """What cannot be gone back in: so zip files are written to a pipe."""

        def writable(self):
            return True

        def write(self, data):
            return buffer.write(data)

    with zipfile.ZipFile(Pipe(), "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a.xml", "<a/>" * 99)
        package.writestr("b.xml", "<b/>")
    content = repacked(buffer.getvalue(), {"b.xml": b"<c/>", "d.xml": b"<d/>"})
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        assert package.getinfo("a.xml").flag_bits & 0x08 == 0
    assert members(content) == {"a.xml": b"<a/>" * 99, "b.xml": b"<c/>", "d.xml": b"<d/>"}


def wordings(content):
    paragraphs = read_wording(content)
    return [texts_of(paragraphs, reading) for reading in Reading]


@pytest.mark.parametrize("path", sorted(WSIS.glob("*.docx")), ids=lambda path: path.stem)
def test_the_wording_is_what_reading_the_file_gives(path):
    content = path.read_bytes()
    assert wordings(content) == [texts(read(content), reading) for reading in Reading]


@settings(max_examples=25, deadline=None)
@given(BODIES, BODIES)
def test_the_wording_of_a_redline_is_what_reading_it_gives(old, new):
    content = written(old, new)
    assert wordings(content) == [texts(read(content), reading) for reading in Reading]


def test_the_wording_has_the_notes_and_passes_over_damaged_ones():
    text = p(r("Requests") + dele(" a report") + SIGN)
    whole = docx(text, footnotes=part("footnotes", NOTE.format("In 2030")))
    damaged = docx(text, footnotes="<broken")
    assert wordings(whole) == [["Requests a report", "In 2030"], ["Requests", "In 2030"]]
    assert wordings(damaged) == [["Requests a report"], ["Requests"]]
    with pytest.raises(DraftRefused, match="no Word text"):
        read_wording(zipped({"word/document.xml": part("document", "")}))
