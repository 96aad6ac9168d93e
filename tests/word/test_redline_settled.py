"""What the old file's own tracked changes leave behind when they are settled first: nothing."""

from building import BY, dele, docx, p, r
from test_redline import shown
from test_redline_rules import commented, comments, files_of
from test_redline_validity import NS, parts_of, written

from amendments.model import Reading
from amendments.word.redlining.sides import Side

END = p(r("End"))


def deleted(*runs):
    return f"<w:del {BY}>{''.join(runs)}</w:del>"


def test_the_ranges_of_a_moved_control_go_with_the_move():
    ranges = (
        f'<w:customXmlMoveFromRangeStart {BY}/><w:customXmlMoveFromRangeEnd w:id="1"/>'
        f'<w:customXmlMoveToRangeStart {BY}/><w:customXmlMoveToRangeEnd w:id="1"/>'
    )
    content = written(docx(p(r("One") + ranges), END), docx(p(r("One two")), END))
    assert shown(content) == "One{+ two+}¶ | End¶"
    assert not [one for one in parts_of(content)[0].iter() if "customXml" in str(one.tag)]


def test_a_word_of_a_deleted_fields_code_goes_too():
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    code = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
    left = docx(p(r("One") + deleted(begin) + code + deleted(end)), END)
    content = written(left, docx(p(r("One two")), END))
    assert parts_of(content)[0].find(".//w:instrText", NS) is None

    live = docx(p(r("One") + begin + code + end + dele("gone")), END)
    content = written(live, docx(p(r("One two") + begin + code + end), END))
    assert parts_of(content)[0].find(".//w:instrText", NS) is not None


def test_a_comment_goes_with_the_deleted_words_it_stood_at():
    gone = dele("gone").replace("</w:del>", '<w:r><w:commentReference w:id="1"/></w:r></w:del>')
    old = docx(p(commented(0, r("One")) + gone), END, comments=comments(0, 1))
    content = written(old, docx(p(r("One two")), END))
    kept = files_of(content)["word/comments.xml"]
    assert kept.count(b"<w:comment ") == 1
    assert b'w:id="0"' in kept


def test_xml_that_is_written_otherwise_is_the_same_drawing():
    sides = [
        Side(docx(END, diagram=text), Reading.AFTER)
        for text in ('<a b="1" c="2"></a>', "<a c='2' b='1'/>", '<a b="1" c="3"/>')
    ]
    one, same, other = (side.digest("word/diagram.xml") for side in sides)
    assert one == same != other


def test_a_drawing_that_is_no_xml_is_told_apart_by_its_bytes():
    sides = [Side(docx(END, diagram=text), Reading.AFTER) for text in ("<a", "<b", "<a")]
    one, other, same = (side.digest("word/diagram.xml") for side in sides)
    assert one == same != other
