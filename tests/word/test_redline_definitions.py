"""Lists and styles that only the new file defines come with the paragraphs that stand in them."""

import io
import zipfile

from building import NAMES, W, docx, lvl, numbered, numbering, p, part, r
from lxml import etree
from test_redline_validity import faults, parts_of, written

from amendments.word import read

NS = {"w": W}
VAL = f"{{{W}}}val"
LETTERS = numbering(lvl(0, "%1)", "lowerLetter"))
ROMAN = numbering(lvl(0, "(%1)", "lowerRoman"))
KEPT = p(r("Kept as it is"))


def style(identity, inside="", name="", kind="paragraph"):
    return (
        f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{name or identity}"/>'
        f"{inside}</w:style>"
    )


def in_style(identity):
    return f'<w:pStyle w:val="{identity}"/>'


def root_of(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


def labels(content):
    return [paragraph.label_after for paragraph in read(content).paragraphs]


def items(*texts, num=1):
    return [p(r(text), numbered(num)) for text in texts]


def test_new_items_of_a_new_list_show_their_numbers():
    old = docx(KEPT, p(r("End")))
    new = docx(KEPT, *items("to report", "to decide"), p(r("End")), numbering=LETTERS)
    assert labels(written(old, new)) == ["", "a)", "b)", ""]


def test_the_lists_of_the_old_file_stay_as_they_are():
    old = docx(KEPT, *items("one"), p(r("End")), numbering=ROMAN)
    new = docx(KEPT, *items("unlike all there was"), p(r("End")), numbering=LETTERS)
    content = written(old, new)
    mine = root_of(content, "word/numbering.xml")
    before = root_of(old, "word/numbering.xml")
    kept = [one for one in mine if one.get(f"{{{W}}}numId") == "1"]
    assert etree.tostring(mine[0], method="c14n") == etree.tostring(before[0], method="c14n")
    assert etree.tostring(kept[0], method="c14n") == etree.tostring(before[1], method="c14n")
    assert "a)" in labels(content)


def test_definitions_of_lists_stand_in_the_order_of_the_schema():
    tail = '<w:numIdMacAtCleanup w:val="1"/>'
    old = docx(KEPT, *items("one"), p(r("End")), numbering=numbering(lvl(0, "%1."), nums=tail))
    new = docx(KEPT, *items("quite another"), p(r("End")), numbering=LETTERS)
    names = [etree.QName(one).localname for one in root_of(written(old, new), "word/numbering.xml")]
    assert names == ["abstractNum", "abstractNum", "num", "num", "numIdMacAtCleanup"]


def test_a_list_that_both_files_define_alike_is_the_same_list():
    old = docx(KEPT, p(r("End")), numbering=LETTERS)
    new = docx(KEPT, *items("to report"), p(r("End")), numbering=LETTERS)
    content = written(old, new)
    assert root_of(content, "word/numbering.xml").findall("w:num", NS)[1:] == []
    assert labels(content) == ["", "a)", ""]


def test_a_new_list_over_an_old_ones_levels_counts_on_with_them():
    more = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    counting = numbering(lvl(0, "%1)", "lowerLetter"), nums=more)
    old = docx(*items("to report"), p(r("End")), numbering=LETTERS)
    new = docx(*items("to report"), *items("to decide", num=2), p(r("End")), numbering=counting)
    content = written(old, new)
    assert len(root_of(content, "word/numbering.xml").findall("w:abstractNum", NS)) == 1
    assert labels(content) == ["a)", "b)", ""]


def test_a_new_list_that_starts_anew_does_so():
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    more = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{start}</w:num>'
    counting = numbering(lvl(0, "%1)", "lowerLetter"), nums=more)
    old = docx(*items("to report"), p(r("End")), numbering=LETTERS)
    new = docx(*items("to report"), *items("to decide", num=2), p(r("End")), numbering=counting)
    assert labels(written(old, new)) == ["a)", "a)", ""]


def test_a_new_list_is_not_taken_for_an_old_one_of_the_same_serial_number():
    def with_serial(text):
        return numbering('<w:nsid w:val="1A2B3C4D"/>', lvl(0, text))

    old = docx(KEPT, *items("one"), p(r("End")), numbering=with_serial("%1."))
    new = docx(KEPT, *items("quite another"), p(r("End")), numbering=with_serial("§ %1"))
    root = root_of(written(old, new), "word/numbering.xml")
    assert len(root.findall(".//w:nsid", NS)) == 1


def test_a_paragraph_that_stood_in_no_list_teaches_none():
    old = docx(p(r("to report"), numbered(0)), p(r("End")), numbering=ROMAN)
    new = docx(*items("to report", "to decide"), p(r("End")), numbering=LETTERS)
    assert labels(written(old, new)) == ["", "a)", ""]


def test_picture_bullets_stay_behind_and_their_signs_come():
    level = lvl(0, "•", "bullet").replace("</w:lvl>", '<w:lvlPicBulletId w:val="0"/></w:lvl>')
    new = docx(KEPT, *items("to report"), p(r("End")), numbering=numbering(level))
    content = written(docx(KEPT, p(r("End"))), new)
    assert root_of(content, "word/numbering.xml").find(".//w:lvlPicBulletId", NS) is None
    assert labels(content) == ["", "•", ""]


def test_a_paragraph_out_of_its_styles_list_stays_out():
    call = style("Call", f"<w:pPr>{numbered(1)}</w:pPr>")
    parts = {"numbering": LETTERS, "styles": part("styles", call)}
    new = docx(KEPT, p(r("decides"), in_style("Call") + numbered(0)), p(r("End")), **parts)
    assert labels(written(docx(KEPT, p(r("End")), **parts), new)) == ["", "", ""]


def test_a_style_comes_with_what_it_is_based_on():
    styles = part(
        "styles",
        style("Base", "<w:rPr><w:i/></w:rPr>", "the base")
        + style("Call", '<w:basedOn w:val="Base"/><w:next w:val="Other"/>')
        + style("Other"),
    )
    old = docx(KEPT, p(r("End")), styles=part("styles", style("Base", name="unlike the base")))
    new = docx(KEPT, p(r("decides"), in_style("Call")), p(r("End")), styles=styles)
    content = written(old, new)
    found = {s.get(f"{{{W}}}styleId"): s for s in root_of(content, "word/styles.xml")}
    assert list(found) == ["Base", "Call", "Base2"]
    assert found["Call"].find("w:basedOn", NS).get(VAL) == "Base2"
    assert found["Call"].find("w:next", NS) is None
    assert parts_of(content)[0].find(".//w:pStyle", NS).get(VAL) == "Call"


def test_a_style_comes_with_its_list():
    counting = numbering(lvl(0, "%1."), lvl(1, "%1.%2", more='<w:pStyle w:val="Item"/>'))
    item = style("Item", f"<w:pPr>{numbered(1, None)}</w:pPr>")
    old = docx(KEPT, p(r("End")), numbering=ROMAN, styles=part("styles", style("Normal")))
    new = docx(
        *(KEPT, p(r("to report"), in_style("Item")), p(r("End"))),
        numbering=counting,
        styles=part("styles", item),
    )
    content = written(old, new)
    assert labels(content) == ["", "1.1", ""]
    assert [p.style for p in read(content).paragraphs] == ["", "Item", ""]


def test_a_style_of_the_same_name_keeps_the_old_files_list():
    counting = numbering(lvl(0, "%1.", more='<w:pStyle w:val="Item"/>'))
    parts = {"numbering": counting, "styles": part("styles", style("Item"))}
    new = docx(KEPT, p(r("to report"), in_style("Item") + numbered()), p(r("End")), **parts)
    content = written(docx(KEPT, p(r("End")), styles=part("styles", style("Item"))), new)
    assert root_of(content, "word/numbering.xml").find(".//w:pStyle", NS) is None
    assert labels(content) == ["", "1.", ""]


def test_styles_that_name_each_other_end():
    styles = part(
        "styles",
        style("Call", '<w:basedOn w:val="Link"/><w:link w:val="Link"/>')
        + style("Link", '<w:basedOn w:val="Call"/><w:link w:val="Call"/>', kind="character"),
    )
    new = docx(KEPT, p(r("decides"), in_style("Call")), p(r("End")), styles=styles)
    root = root_of(written(docx(KEPT, p(r("End"))), new), "word/styles.xml")
    assert [s.find("w:link", NS).get(VAL) for s in root] == ["Link", "Call"]


def test_a_style_never_becomes_the_default_of_the_old_file():
    mine = style("Call").replace("<w:style ", '<w:style w:default="1" ')
    new = docx(KEPT, p(r("decides"), in_style("Call")), p(r("End")), styles=part("styles", mine))
    root = root_of(written(docx(KEPT, p(r("End"))), new), "word/styles.xml")
    assert f"{{{W}}}default" not in root[0].attrib


def test_what_came_breaks_no_rule_and_lets_go_of_extensions():
    own = '<w:abstractNum w:abstractNumId="0" w15:restartNumberingAfterBreak="0">'
    counting = LETTERS.replace('<w:abstractNum w:abstractNumId="0">', own)
    new = docx(KEPT, *items("to report"), p(r("End")), numbering=counting)
    content = written(docx(KEPT, p(r("End"))), new)
    assert list(faults(content)) == []
    assert b"w15" not in etree.tostring(root_of(content, "word/numbering.xml"))


def test_definitions_that_are_damaged_stay_as_they_are():
    old = docx(KEPT, p(r("End")), numbering=f"<w:numbering {NAMES}>", styles="no XML")
    new = docx(
        *(KEPT, p(r("to report"), in_style("Call") + numbered()), p(r("End"))),
        numbering=LETTERS,
        styles=part("styles", style("Call")),
    )
    content = written(old, new)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.read("word/numbering.xml").decode() == f"<w:numbering {NAMES}>"
        assert package.read("word/styles.xml") == b"no XML"


def test_a_list_whose_levels_stand_in_a_numbering_style_brings_the_levels():
    lists = numbering(
        '<w:styleLink w:val="Mine"/>',
        lvl(0, "%1)", "lowerLetter"),
        more='<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Mine"/></w:abstractNum>',
        nums='<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>',
    )
    old = docx(KEPT, p(r("End")))
    new = docx(KEPT, *items("to report", "to decide", num=7), p(r("End")), numbering=lists)
    content = written(old, new)
    assert labels(content) == labels(new) == ["", "a)", "b)", ""]
    for abstract in root_of(content, "word/numbering.xml").iter(f"{{{W}}}abstractNum"):
        assert abstract.find("w:lvl", NS) is not None
