"""What stands in a Word file is read, all of it, once."""

import pytest
from building import NAMES, docx, p, part, r, relations, zipped

from amendments.model import WordDocument
from amendments.word import read


def texts(document: WordDocument) -> list[str]:
    return ["".join(run.text for run in paragraph.runs) for paragraph in document.paragraphs]


def test_runs_of_one_look_are_merged_and_looks_are_told_apart():
    (paragraph,) = read(docx(p(r("No") + r("ting ", "") + r("that", "<w:b/>")))).paragraphs
    assert [(run.text, run.bold) for run in paragraph.runs] == [("Noting ", False), ("that", True)]


def test_a_switched_off_look_is_no_look():
    (paragraph,) = read(docx(p(r("x", '<w:b w:val="0"/><w:u w:val="none"/><w:i/>')))).paragraphs
    (run,) = paragraph.runs
    assert (run.bold, run.underlined, run.italic) == (False, False, True)


@pytest.mark.parametrize(
    ("snippet", "text"),
    [
        ("<w:tab/>", "\t"),
        ("<w:br/>", "\n"),
        ("<w:cr/>", "\n"),
        ("<w:noBreakHyphen/>", "\u2011"),
        ("<w:softHyphen/>", ""),
        ('<w:sym w:font="Symbol" w:char="F0B7"/>', "•"),
        ('<w:sym w:font="Arial" w:char="20AC"/>', "€"),
        ('<w:sym w:font="Arial" w:char="DC00"/>', ""),
        ("<w:lastRenderedPageBreak/>", ""),
    ],
)
def test_signs_are_characters(snippet, text):
    body = p(f"<w:r><w:t>a</w:t>{snippet}<w:t>b</w:t></w:r>")
    assert texts(read(docx(body))) == [f"a{text}b"]


@pytest.mark.parametrize(
    "wrapper", ["smartTag", "customXml", "hyperlink", "fldSimple", "bdo", "dir"]
)
def test_text_in_wrappers_is_read(wrapper):
    assert texts(read(docx(p(f"<w:{wrapper}>{r('inside')}</w:{wrapper}>")))) == ["inside"]


def test_content_controls_are_read_at_every_level():
    control = (
        "<w:sdt><w:sdtPr><w:alias w:val='no'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    )
    cell = control.format("<w:tc>" + control.format(p(control.format(r("deep")))) + "</w:tc>")
    row = control.format(f"<w:tr>{cell}</w:tr>")
    document = read(docx(f"<w:tbl>{row}</w:tbl>", control.format(p("block"))))
    assert texts(document) == ["deep", "block"]
    assert [paragraph.story for paragraph in document.paragraphs] == ["table", "body"]


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_a_field_shows_its_result_and_not_its_instruction():
    code = "<w:r><w:instrText>REF x</w:instrText></w:r>"
    inner = field("begin") + code + field("separate") + r("hidden") + field("end")
    outer = field("begin") + inner + field("separate") + r("shown") + field("end")
    assert texts(read(docx(p(outer + r("!"))))) == ["shown!"]


def test_a_field_without_its_end_swallows_nothing():
    assert texts(read(docx(p(field("begin") + r("gone")), p("kept")))) == ["", "kept"]


def test_alternatives_are_read_once_and_a_text_box_follows_its_paragraph():
    box = f"<w:txbxContent>{p('box')}</w:txbxContent>"
    choice = f"<mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
    fallback = f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    run = f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"
    document = read(docx(p(run + r("host")), p("next")))
    assert texts(document) == ["host", "box", "next"]
    assert document.paragraphs[1].story == "textbox"


def test_notes_stand_at_the_end_in_the_order_of_their_references():
    def notes(kind: str, *texts: str) -> str:
        inside = f'<w:{kind} w:id="0" w:type="separator">{p("line")}</w:{kind}>'
        for number, text in enumerate(texts, 1):
            inside += f'<w:{kind} w:id="{number}">{p(text)}</w:{kind}>'
        return part(kind + "s", inside)

    body = p('<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>')
    document = read(
        docx(body, footnotes=notes("footnote", "unused", "foot"), endnotes=notes("endnote", "end"))
    )
    assert texts(document) == ["", "foot", "end"]
    assert [x.story for x in document.paragraphs] == ["body", "footnote", "endnote"]


def test_formulas_and_ruby_are_read():
    math = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    ruby = f"<w:r><w:ruby><w:rt>{r('かん')}</w:rt><w:rubyBase>{r('漢')}</w:rubyBase></w:ruby></w:r>"
    assert texts(read(docx(p(math), p(ruby)))) == ["x=1", "漢(かん)"]


def test_hidden_words_are_read_and_noticed():
    document = read(
        docx(p("plain"), p(r("secret", "<w:vanish/>")), p(r("tiny", '<w:sz w:val="2"/>')))
    )
    assert texts(document) == ["plain", "secret", "tiny"]
    assert [(n.code, n.where) for n in document.notices] == [
        ("hidden-text", "paragraph 2"),
        ("hidden-text", "paragraph 3"),
    ]


def test_strict_files_read_like_transitional_ones():
    names = NAMES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    text = f"<w:document {names}><w:body>{p('words')}</w:body></w:document>"
    assert texts(read(zipped({"word/document.xml": text}))) == ["words"]


def test_sixteen_bit_xml_is_read():
    text = f"<?xml version='1.0' encoding='UTF-16'?>{part('document', '<w:body>' + p('é') + '</w:body>')}"
    assert texts(read(zipped({"word/document.xml": text.encode("utf-16")}))) == ["é"]


@pytest.mark.parametrize("main", ["word/document2.xml", "Word\\Document.xml", "WORD/DOCUMENT.XML"])
def test_the_main_part_is_found_under_unusual_names(main):
    assert texts(read(docx(p("found"), main=main))) == ["found"]


def test_bytes_around_the_archive_do_not_matter():
    content = docx(p("found"))
    assert texts(read(content + b"\0" * 64)) == texts(read(b"junk\0" + content)) == ["found"]


def test_styles_indents_and_properties_are_told():
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="Call"/><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="heading 1"/><w:basedOn w:val="C"/>'
        '<w:pPr><w:ind w:left="794"/></w:pPr></w:style>',
    )
    document = read(
        docx(
            p("a", '<w:pStyle w:val="C"/>'),
            p("b", '<w:pStyle w:val="B"/><w:ind w:start="12"/>'),
            p("c", '<w:pStyle w:val="missing"/>'),
            styles=styles,
        )
    )
    assert [(x.style, x.indent) for x in document.paragraphs] == [
        ("Call", 794),
        ("Heading 1", 12),
        ("Normal", 0),
    ]


def test_header_and_properties_are_told():
    files = {
        "word/document.xml": part("document", f"<w:body>{p('x')}</w:body>"),
        "word/_rels/document.xml.rels": relations({"header": "header1.xml"}),
        "word/header1.xml": part("hdr", p("Document C24/1-E")),
        "docProps/core.xml": '<c xmlns:d="d"><d:title>Draft</d:title><d:creator>Sec</d:creator></c>',
        "docProps/app.xml": "<Properties><Company>ITU</Company></Properties>",
    }
    document = read(zipped(files))
    assert (document.header, document.title) == ("Document C24/1-E", "Draft")
    assert (document.author, document.company) == ("Sec", "ITU")


def test_comments_stand_with_their_words_and_answers():
    def comment(number: int, text: str) -> str:
        inside = f'<w:p w14:paraId="0000000{number}">{r(text)}</w:p>'
        return f'<w:comment w:id="{number}" w:author="Kenya">{inside}</w:comment>'

    comments = part("comments", comment(1, "why?") + comment(2, "because"))
    extended = (
        f"<w15:commentsEx {NAMES}>"
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001"/></w15:commentsEx>'
    )
    body = p(
        '<w:commentRangeStart w:id="1"/>' + r("these words") + '<w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/><w:commentReference w:id="9"/></w:r>' + r(" not these")
    )
    document = read(docx(p("before"), body, comments=comments, commentsExtended=extended))
    first, second = document.paragraphs[1].comments
    assert (first.text, first.anchor, first.author) == ("why?", "these words", "Kenya")
    assert (second.text, second.replies_to) == ("because", first.id)
    assert document.paragraphs[0].comments == ()
    assert [n.code for n in document.notices] == ["comment-missing"]


def test_embedded_documents_are_announced():
    assert [n.code for n in read(docx("<w:altChunk/>", p("x"))).notices] == ["text-elsewhere"]


def test_a_damaged_part_beside_the_text_is_a_notice():
    document = read(docx(p("x"), styles="<broken"))
    assert texts(document) == ["x"]
    assert [(n.code, n.where) for n in document.notices] == [("part-unreadable", "word/styles.xml")]
