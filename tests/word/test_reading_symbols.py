"""Characters of symbol fonts are read by their font."""

import pytest
from building import docx, lvl, numbered, numbering, p

from amendments.word import read
from amendments.word.symbols import FONTS, symbol


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Symbol", "F061", "α"),
        ("Symbol", "F06C", "λ"),
        ("Wingdings", "F06C", "●"),
        ("Symbol", "F0A3", "≤"),
        ("Wingdings 2", "F0A3", "□"),
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings 2", "F052", "☑"),
        ("Wingdings", "F0FD", "☒"),
        ("Symbol", "F0E3", "©"),
        ("Symbol", "F02D", "-"),
        ("SYMBOL", "F0B7", "•"),
    ],
)
def test_one_place_is_another_sign_in_each_font(font, code, sign):
    content = docx(p(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'))
    assert [run.text for run in read(content).paragraphs[0].runs] == [sign]


def test_a_place_counts_with_and_without_the_private_use_range():
    assert symbol("00A3", "Wingdings 2") == symbol("F0A3", "Wingdings 2") == "□"


@pytest.mark.parametrize(
    ("font", "label"), [("Symbol", "♦"), ("Wingdings", "◻"), ("Arial", "◻"), ("", "◻")]
)
def test_a_bullet_is_the_sign_of_its_font(font, label):
    look = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>' if font else ""
    lists = numbering(lvl(0, "\uf0a8", "bullet").replace("</w:lvl>", f"{look}</w:lvl>"))
    document = read(docx(p("x", numbered()), numbering=lists))
    assert document.paragraphs[0].label_after == label


def test_a_sign_that_is_not_known_is_no_letter():
    assert symbol("0041", "Wingdings") == symbol("F041", "Wingdings") == "\uf041"


def test_a_character_of_an_ordinary_font_is_itself():
    assert symbol("20AC", "Symbol") == symbol("20AC", "Arial") == "€"
    assert symbol("F0B7", None) == symbol("F0B7", "Some Font") == "•"


def test_no_place_of_a_font_is_private_or_empty():
    signs = {sign for places in FONTS.values() for sign in places.values()}
    assert not [sign for sign in signs if len(sign) != 1 or "\ue000" <= sign <= "\uf8ff"]
