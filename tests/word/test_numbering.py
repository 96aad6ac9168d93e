"""The automatic numbers are those that Word shows."""

import pytest
from building import BY, docx, lvl, mark, numbered, numbering, p, part

from amendments.word import read
from amendments.word.counting import written


def labels(*paragraphs: str, **parts: str) -> list[str]:
    return [x.label_after for x in read(docx(*paragraphs, **parts)).paragraphs]


def at(*levels: int, num: int = 1) -> list[str]:
    return [p("x", numbered(num, level)) for level in levels]


TWO = (lvl(0, "%1."), lvl(1, "%1.%2)", "lowerLetter"))


def test_levels_count_and_start_again_below_a_higher_one():
    assert labels(*at(0, 1, 1, 0, 1), numbering=numbering(*TWO)) == [
        *("1.", "1.a)", "1.b)", "2.", "2.a)"),
    ]


def test_a_level_can_be_told_not_to_start_again():
    levels = (lvl(0, "%1."), lvl(1, "%2", more='<w:lvlRestart w:val="0"/>'))
    assert labels(*at(0, 1, 0, 1), numbering=numbering(*levels)) == ["1.", "1", "2.", "2"]


def test_a_level_starts_again_only_after_the_level_it_names():
    levels = (lvl(0, "%1."), lvl(1, "%2."), lvl(2, "%3", more='<w:lvlRestart w:val="1"/>'))
    assert labels(*at(0, 1, 2, 1, 2, 0, 2), numbering=numbering(*levels)) == [
        *("1.", "1.", "1", "2.", "2", "2.", "1"),
    ]


def test_two_lists_share_a_counter_until_one_starts_anew_once():
    nums = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    paragraphs = [*at(0), *at(0, num=2), *at(0, 0, num=3), *at(0), *at(0, num=3)]
    assert labels(*paragraphs, numbering=numbering(*TWO, nums=nums)) == [
        *("1.", "2.", "7.", "8.", "9.", "10."),
    ]


def test_a_list_can_replace_a_level():
    own = lvl(0, "[%1]", "upperRoman", start=4)
    nums = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{own}</w:lvlOverride></w:num>'
    assert labels(*at(0, 0, num=2), numbering=numbering(*TWO, nums=nums)) == ["[IV]", "[V]"]


def test_legal_numbering_is_decimal_but_keeps_leading_zeros():
    levels = (
        lvl(0, "Article %1", "upperRoman"),
        lvl(1, "%1.%2", "decimalZero", more="<w:isLgl/>"),
    )
    assert labels(*at(0, 1), numbering=numbering(*levels)) == ["Article I", "1.01"]


def test_bullets_of_symbol_fonts_are_readable():
    assert labels(*at(0), numbering=numbering(lvl(0, "\uf0b7", "bullet"))) == ["•"]


STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H3"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>',
)


def styled(name: str, more: str = "") -> str:
    return p("x", f'<w:pStyle w:val="{name}"/>{more}')


def test_a_style_gives_the_list_and_the_list_gives_the_level():
    levels = (
        lvl(0, "%1", more='<w:pStyle w:val="H1"/>'),
        lvl(1, "%1.%2", more='<w:pStyle w:val="H2"/>'),
    )
    got = labels(
        styled("H1"), styled("H2"), styled("H2"), numbering=numbering(*levels), styles=STYLES
    )
    assert got == ["1", "1.1", "1.2"]


def test_a_style_may_name_only_its_level():
    levels = (lvl(0, "%1", more='<w:pStyle w:val="H1"/>'), lvl(1, "%1.%2"))
    got = labels(styled("H1"), styled("H3"), numbering=numbering(*levels), styles=STYLES)
    assert got == ["1", "1.1"]


def test_number_zero_takes_a_paragraph_out_of_its_list():
    got = labels(
        styled("H1", numbered(0, None)), styled("H1"), numbering=numbering(*TWO), styles=STYLES
    )
    assert got == ["", "1."]


LINK = '<w:abstractNum w:abstractNumId="4"><w:numStyleLink w:val="L"/></w:abstractNum>'


def test_a_list_is_found_through_its_style():
    nums = (
        '<w:num w:numId="4"><w:abstractNumId w:val="4"/></w:num>'
        '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
    )
    parts = {"numbering": numbering(*TWO, more=LINK, nums=nums), "styles": STYLES}
    assert labels(*at(0, num=4), *at(0, num=1), **parts) == ["1.", "2."]


def test_a_list_linked_to_itself_ends():
    nums = (
        '<w:num w:numId="4"><w:abstractNumId w:val="4"/></w:num>'
        '<w:num w:numId="5"><w:abstractNumId w:val="4"/></w:num>'
    )
    parts = {"numbering": numbering(*TWO, more=LINK, nums=nums), "styles": STYLES}
    assert labels(*at(0, num=4), **parts) == [""]


def test_a_list_that_is_not_defined_is_noticed():
    document = read(docx(*at(0, num=77), numbering=numbering(*TWO)))
    assert document.paragraphs[0].label_after == ""
    assert [n.code for n in document.notices] == ["numbering-dangling"]


def test_what_is_not_there_in_a_reading_takes_no_number_in_it():
    gone = p(
        "<w:del w:id='1' w:author='A'><w:r><w:delText>x</w:delText></w:r></w:del>",
        numbered() + mark("del"),
    )
    new = p("x", numbered() + mark("ins"))
    document = read(docx(*at(0), gone, new, *at(0), numbering=numbering(*TWO)))
    assert [x.label_before for x in document.paragraphs] == ["1.", "2.", "", "3."]
    assert [x.label_after for x in document.paragraphs] == ["1.", "", "2.", "3."]


def test_a_list_joined_as_a_tracked_change_has_no_number_before():
    change = f"<w:pPrChange {BY}><w:pPr/></w:pPrChange>"
    document = read(docx(p("x", numbered() + change), *at(0), numbering=numbering(*TWO)))
    assert [(x.label_before, x.label_after) for x in document.paragraphs] == [
        ("", "1."),
        ("1.", "2."),
    ]


def test_levels_and_indents_of_lists_are_told():
    indented = (
        lvl(0, "%1.")
        + '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2"/><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>'
    )
    document = read(docx(*at(0, 1), p("x"), numbering=numbering(indented)))
    assert [(x.list_level, x.indent) for x in document.paragraphs] == [(0, 0), (1, 720), (None, 0)]


@pytest.mark.parametrize(
    ("fmt", "number", "label"),
    [
        ("lowerLetter", 27, "aa"),
        ("lowerLetter", 800, "t" * 31),
        ("upperRoman", 1994, "MCMXCIV"),
        ("ordinal", 12, "12th"),
        ("ordinal", 22, "22nd"),
        ("cardinalText", 142, "One hundred forty-two"),
        ("ordinalText", 20, "Twentieth"),
        ("ordinalText", 21, "Twenty-first"),
        ("decimalZero", 4, "04"),
        ("russianLower", 10, "к"),
        ("hebrew1", 15, "טו"),
        ("chineseCounting", 11, "十一"),
        ("chineseCountingThousand", 101, "一百零一"),
        ("ideographTraditional", 11, "甲"),
        ("decimalEnclosedCircle", 3, "③"),
        ("hindiArabic", 12, "١٢"),
        ("neverHeardOf", 5, "5"),
        ("upperRoman", 10**9, "1000000000"),
    ],
)
def test_formats(fmt, number, label):
    assert written(number, fmt) == label


def test_a_list_is_found_without_the_style_that_links_to_it():
    linked = (
        '<w:abstractNum w:abstractNumId="4"><w:numStyleLink w:val="Lost"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="6"><w:styleLink w:val="Lost"/>{lvl(0, "(%1)")}</w:abstractNum>'
    )
    nums = '<w:num w:numId="4"><w:abstractNumId w:val="4"/></w:num>'
    assert labels(*at(0, 0, num=4), numbering=numbering(*TWO, more=linked, nums=nums)) == [
        *("(1)", "(2)"),
    ]


@pytest.mark.parametrize(
    ("fmt", "label"),
    [
        *(("decimal", "0"), ("ordinal", "0th"), ("cardinalText", "Zero"), ("decimalZero", "00")),
        *(("lowerLetter", ""), ("upperRoman", ""), ("chicago", ""), ("ideographZodiac", "")),
    ],
)
def test_zero_is_written_where_a_format_has_one(fmt, label):
    assert written(0, fmt) == label


def test_endless_labels_are_cut():
    levels = (lvl(0, "%1" * 1_000, "lowerLetter", start=30_000),)
    assert [len(x) for x in labels(*at(0), numbering=numbering(*levels))] == [255]


def test_a_chain_of_styles_without_end_costs_little():
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{n}"><w:basedOn w:val="S{n + 1}"/></w:style>'
        for n in range(2_000)
    )
    document = read(docx(*[styled(f"S{n}") for n in range(2_000)], styles=part("styles", chain)))
    assert len(document.paragraphs) == 2_000
