"""Files in which anything may stand anywhere: they are refused, or give a redline that is exact."""

import copy
import io
import random
import zipfile

import pytest
from building import BY, W, docx, mark, numbered, p, part, r
from lxml import etree
from test_redline_validity import MOMENT, WSIS

from amendments.comparing import compare_words
from amendments.comparing.align import align
from amendments.errors import DraftRefused, RedlineNotProven
from amendments.model import Reading
from amendments.word import read
from amendments.word.redline import redline
from amendments.word.redlining.proof import texts

CASES = 100
NEAR_THE_SIZE = 4
"""A redline holds both texts, its marks and what it brings: not many times both files."""
WRAPPERS = (
    *("ins", "del", "moveFrom", "moveTo", "sdt", "sdtContent", "hyperlink", "r", "p", "tbl", "tr"),
    *("tc", "txbxContent", "fldSimple", "smartTag", "rPr", "pPr", "footnoteReference"),
)
VALUES = ("", "-1", "0", "abc", "99999999999999999999", "\u0661")
WORDS = ("", "x", "\u00a0", "\u2029", "\U00100041", "long " * 99)


def mutated_xml(text, rng):
    root = etree.fromstring(text)
    for _ in range(rng.choice([1, 1, 2, 5, 20])):
        elements = list(root.iterdescendants())
        if not elements:
            break
        element, other = rng.choice(elements), rng.choice(elements)
        if element not in {*other.iterancestors(), other}:
            mutate(element, other, rng)
    return etree.tostring(root)


def mutate(element, other, rng):
    """Take out, double, put elsewhere, rename, misname values, unwrap, wrap, reword."""
    parent = element.getparent()
    match rng.randrange(8):
        case 0:
            parent.remove(element)
        case 1:
            element.addnext(copy.deepcopy(element))
        case 2:
            other.append(element)
        case 3:
            element.tag = other.tag
        case 4:
            for name in element.attrib:
                element.set(name, rng.choice(VALUES))
        case 5:
            parent[parent.index(element) : parent.index(element) + 1] = list(element)
        case 6:
            wrapper = etree.Element(f"{{{W}}}{rng.choice(WRAPPERS)}")
            parent.replace(element, wrapper)
            wrapper.append(element)
        case _:
            element.text = rng.choice(WORDS)


def mutated(content, rng):
    """The file with one part changed: mostly the text, else any other, or bytes of the zip."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = "word/document.xml" if rng.random() < 0.7 else rng.choice(sorted(parts))
    if parts[name].startswith(b"<"):
        parts[name] = mutated_xml(parts[name], rng)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for one, text in parts.items():
            package.writestr(one, text)
    changed = bytearray(buffer.getvalue())
    for _ in range(rng.choice([0, 0, 0, 0, 3])):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def everything():
    """A file with a note, a table, a list, a box, a field and tracked changes."""
    box = f"<w:r><w:pict><w:txbxContent>{p(r('in a box'))}</w:txbxContent></w:pict></w:r>"
    field = f'<w:fldSimple w:instr="DATE">{r("1 May")}</w:fldSimple>'
    gone = f"<w:del {BY}><w:r><w:delText>thrice</w:delText></w:r></w:del>"
    note = "<w:r><w:footnoteReference w:id='5'/></w:r>"
    cells = "".join(f"<w:tc>{p(r(text))}</w:tc>" for text in ("one", "two"))
    return docx(
        p(r("Recalling Resolution 102") + note, numbered()),
        p(r("urges States ") + gone + field, mark("ins")),
        p(r("to report") + box, '<w:pStyle w:val="Call"/>'),
        f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl>",
        p(r("The end")),
        footnotes=part("footnotes", f'<w:footnote w:id="5">{p(r("of 2022"))}</w:footnote>'),
        styles=part("styles", '<w:style w:styleId="Call"><w:name w:val="Call"/></w:style>'),
        numbering=part("numbering", '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'),
    )


FILES = [everything(), *(p.read_bytes() for p in sorted(WSIS.glob("*.docx")))]


def attempt(old, new, readings=(Reading.AFTER, Reading.AFTER)):
    """The redline of two files if they have one; what it says is both texts."""
    try:
        content = redline(
            *(old, new),
            author="Brazil",
            date=MOMENT,
            words=compare_words,
            align=align,
            old_reading=readings[0],
            new_reading=readings[1],
        )
    except (DraftRefused, RedlineNotProven):
        return None
    made = read(content)
    assert texts(made, Reading.BEFORE) == texts(read(old), readings[0])
    assert texts(made, Reading.AFTER) == texts(read(new), readings[1])
    return content


@pytest.mark.parametrize("seed", range(CASES))
def test_anything_is_refused_or_exact(seed):
    rng = random.Random(seed)
    old = rng.choice(FILES)
    new = old if rng.random() < 0.6 else rng.choice(FILES)
    old, new = (mutated(one, rng) if rng.random() < 0.7 else one for one in (old, new))
    readings = rng.choice(list(Reading)), rng.choice(list(Reading))
    content = attempt(old, new, readings)
    assert content is None or len(content) < NEAR_THE_SIZE * (len(old) + len(new))


def test_most_mutated_files_have_a_redline():
    rng = random.Random(0)
    whole = everything()
    made = [attempt(whole, mutated(whole, rng)) for _ in range(60)]
    assert sum(one is not None for one in made) > len(made) / 2


def table(*rows):
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


FORMER = f"<w:pPrChange {BY}><w:pPr/></w:pPrChange>"
ROW = f"<w:tr><w:tc>{p(r('one'))}</w:tc></w:tr>"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # a paragraph separator inside the words of two paragraphs that become one
        ([p(r("Recalls the\u2029 old one")), p(r("and urges"))], [p(r("Recalls the old one and urges"))]),
        # the same the other way round
        ([p(r("Recalls the old one and urges"))], [p(r("Recalls the\u2029 old one")), p(r("and urges"))]),
        # a style named where a run has its content
        ([p(r("one"))], [p(r("one") + '<w:r><w:numPr><w:numId w:val="7"/></w:numPr></w:r>')]),
    ],
)  # fmt: skip
def test_what_mutations_brought_to_light_has_a_redline(old, new):
    assert attempt(docx(*old, p(r("The end"))), docx(*new, p(r("The end")))) is not None


def test_rows_come_into_a_table_whose_own_are_out_of_place():
    odd = table(f"<w:body>{ROW}</w:body>")
    attempt(docx(odd, p(r("The end"))), docx(table(ROW), p(r("The end"))))


def test_a_paragraph_may_have_two_former_formats():
    old = docx(p(r("one"), FORMER + FORMER), p(r("The end")))
    new = docx(p(r("two")), p(r("The end")))
    assert attempt(old, new, (Reading.BEFORE, Reading.AFTER)) is not None
