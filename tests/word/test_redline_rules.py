"""Rules of real Word beyond the schema: what must be unique, and what must not be cut in two."""

import io
import zipfile
from collections import Counter

import pytest
from building import W, docx, lvl, numbered, numbering, p, part, r
from lxml import etree
from test_redline_things import reference, table
from test_redline_validity import NS, name_of, parts_of, written

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HOLDERS = {"ins", "del", "moveFrom", "moveTo", "tc", "sdtContent", "txbxContent"}
END = p(r("End"))
MOST = 0x80000000
"""A paragraph's id must be below it, or Word calls the file damaged."""


def bookmark(number, name, inside):
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def picture(number):
    return (
        f'<w:r><w:drawing><wp:docPr xmlns:wp="{WP}" id="{number}" name="Picture"/>'
        f'<w:blip xmlns:r="{OFFICE}" r:embed="r0"/></w:drawing></w:r>'
    )


def comments(*numbers):
    inside = "".join(f'<w:comment w:id="{n}">{p(r("Why?"))}</w:comment>' for n in numbers)
    return part("comments", inside)


def commented(number, inside):
    return (
        f'<w:commentRangeStart w:id="{number}"/>{inside}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def known(content, words):
    """A paragraph that has an id of its own."""
    return p(r(words)).replace("<w:p>", f'<w:p w14:paraId="{content}" w14:textId="77777777">')


def files_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def crossing_bookmarks(root):
    """Bookmarks that begin in one change, cell, control or box and end in another."""
    starts = {one.get(f"{{{W}}}id"): one for one in root.iterfind(".//w:bookmarkStart", NS)}
    for end in root.iterfind(".//w:bookmarkEnd", NS):
        start = starts[end.get(f"{{{W}}}id")]
        if _holder(start) is not _holder(end):
            yield start.get(f"{{{W}}}name")


def _holder(element):
    return next((up for up in element.iterancestors() if name_of(up) in HOLDERS), None)


def repeated(content):
    """Numbers of pictures, names of bookmarks and ids of paragraphs that stand twice."""
    roots = parts_of(content)
    found = [one.get("id") for root in roots for one in root.iter(f"{{{WP}}}docPr")]
    found += [
        one.get(f"{{{W}}}name") for root in roots for one in root.iterfind(".//w:bookmarkStart", NS)
    ]
    found += [p.get(f"{W14}paraId") for root in roots for p in root.iterfind(".//w:p", NS)]
    return [one for one, times in Counter(filter(None, found)).items() if times > 1]


MARKED = bookmark(7, "here", r("act now and"))
EDITS = [
    # the words in a bookmark go, or some of them, or all around it
    [p(r("States shall ") + r("then report;"))],
    [p(r("States shall ") + r("act then report;"))],
    [p(r("act now and"))],
    # its paragraph goes, is split, joins the next one, moves, changes into a row
    [],
    [p(r("States shall act")), p(r("now and then report;"))],
    [p(r("States shall act now and then report; Requests the Council to meet;"))],
    [p(r("Requests the Council to meet;")), END, p(r("States shall act now and then report;"))],
    [table("States shall act now and/then report;")],
]
PLACES = [
    lambda inside: [inside, p(r("Requests the Council to meet;"))],
    lambda inside: [table("a/b").replace(p(r("a")), inside)],
    lambda inside: [f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"],
]


@pytest.mark.parametrize("new", EDITS)
@pytest.mark.parametrize("around", PLACES)
def test_no_bookmark_is_cut_by_what_an_edit_puts_around_it(around, new):
    old = docx(*around(p(r("States shall ") + MARKED + r("then report;"))), END)
    (root,) = parts_of(written(old, docx(*new, END)))
    assert [one.get(f"{{{W}}}name") for one in root.iterfind(".//w:bookmarkStart", NS)] == ["here"]
    assert list(crossing_bookmarks(root)) == []


def test_a_crossing_bookmark_is_found():
    (root,) = parts_of(docx(table("a/b").replace(r("a"), bookmark(1, "x", "")), END))
    (end,) = root.iterfind(".//w:bookmarkEnd", NS)
    root[0].append(end)
    assert list(crossing_bookmarks(root)) == ["x"]


def test_what_comes_repeats_no_number_and_no_name():
    words = p(bookmark(3, "here", r("Kept;")) + picture(1))
    old = docx(words, known("00000001", "Known;"), END, image="<picture/>")
    more = p(bookmark(4, "here", r("Comes;")) + picture(1))
    new = docx(words, more, known("00000001", "Comes too;"), END, image="<other/>")
    content = written(old, new)
    assert repeated(content) == []
    assert len(parts_of(content)[0].findall(f".//{{{WP}}}docPr")) > 1
    assert repeated(docx(words, words)) == ["1", "here"]


def test_what_moves_repeats_no_number_and_no_name():
    moved = known("00000002", "Urges all States to act;").replace("</w:p>", picture(5) + "</w:p>")
    others = [p(r("Requests a written report;")), p(r("Invites the Council to meet;"))]
    old = docx(moved, *others, END, image="<picture/>")
    content = written(old, docx(*others, moved, END, image="<picture/>"))
    assert parts_of(content)[0].find(".//w:moveTo", NS) is not None
    assert repeated(content) == []


def test_no_paragraph_gets_an_id_that_word_refuses():
    old = docx(known("7FFFFFFF", "Kept;"), END)
    root = parts_of(written(old, docx(known("FFFFFFFF", "Kept and edited;"), known("FFFFFFFE", "Comes;"), END)))[0]  # fmt: skip
    ids = [one.get(f"{W14}paraId") for one in root.iterfind(".//w:p", NS)]
    assert [int(one, 16) < MOST for one in ids if one] == [True]


def test_every_comment_that_the_text_names_is_there():
    old = docx(p(commented(1, r("Kept;"))), p(commented(2, r("Goes;"))), END, comments=comments(1, 2))  # fmt: skip
    new = docx(p(commented(1, r("Kept too;"))), p(commented(3, r("Comes;"))), END, comments=comments(1, 3))  # fmt: skip
    content = written(old, new)
    root = parts_of(content)[0]
    named = {
        one.get(f"{{{W}}}id")
        for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
        for one in root.iterfind(f".//w:{name}", NS)
    }
    held = etree.fromstring(files_of(content)["word/comments.xml"])
    assert named == {one.get(f"{{{W}}}id") for one in held} == {"1", "2"}


def test_a_list_that_comes_has_all_that_it_must_have():
    new = docx(p(r("Comes;"), numbered(1)), END, numbering=numbering(lvl(0, "%1.")))
    content = written(docx(END, numbering=numbering()), new)
    lists = etree.fromstring(files_of(content)["word/numbering.xml"])
    for one in lists.iterfind("w:abstractNum", NS):
        assert one.get(f"{{{W}}}abstractNumId") is not None
    (num,) = lists.findall("w:num", NS)[1:]
    home = num.find("w:abstractNumId", NS).get(f"{{{W}}}val")
    (abstract,) = lists.xpath(f"w:abstractNum[@w:abstractNumId='{home}']", namespaces=NS)
    assert [name_of(c) for c in abstract.iterfind("w:lvl/*", NS)] == ["start", "numFmt", "lvlText"]


def test_what_a_picture_brings_has_a_type():
    new = docx(p(r("Text") + picture(1)), image="<picture/>")
    files = files_of(written(docx(p(r("Text"))), new))
    types = etree.fromstring(files["[content_types].xml"])
    assert "/word/red1-image.xml" in {one.get("PartName") for one in types}


def test_a_note_that_comes_takes_a_number_that_is_free():
    held = f'<w:footnote w:id="2">{p(r("first"))}</w:footnote>'
    both = held + f'<w:footnote w:id="3">{p(r("second"))}</w:footnote>'
    old = docx(p(r("Text") + reference(2)), END, footnotes=part("footnotes", held))
    new = docx(p(r("Text") + reference(2)), p(r("More") + reference(3)), END, footnotes=part("footnotes", both))  # fmt: skip
    notes = parts_of(written(old, new))[1]
    numbers = [one.get(f"{{{W}}}id") for one in notes.iterfind("w:footnote", NS)]
    assert len(numbers) == len(set(numbers)) == 2
