"""The number before a tracked change of it, and levels that start where another one is."""

import pytest
from building import BY, docx, lvl, mark, numbered, numbering, p

from amendments.word import read
from amendments.word.numbering import number_kept

TWO = numbering(lvl(0, "%1."), lvl(1, "%1.%2", start=4))


def renumbered(original: str, more: str = "") -> str:
    """A paragraph in a list whose number was another one before a tracked change."""
    change = f'<w:numberingChange {BY} w:original="{original}"/>'
    return p("x", numbered().replace("</w:numPr>", f"{change}</w:numPr>") + more)


def labels(*paragraphs: str) -> list[tuple[str, str]]:
    found = read(docx(*paragraphs, numbering=TWO)).paragraphs
    return [(x.label_before, x.label_after) for x in found]


@pytest.mark.parametrize(
    ("original", "label"),
    [
        ("%1:1:0:.", "1."),
        ("%1:3:0:.%2:2:4:)", "3.b)"),
        ("Article %1:4:1:", "Article IV"),
        ("%%%1:7:22:%%", "%07%"),
        ("%1:1:23:\uf0b7", "•"),
        ("%1:2:255:.", "2."),
        ("2)", "2)"),
        ("", ""),
        ("%1:99999999999999999999:0:.", "%1:99999999999999999999:0:."),
    ],
)
def test_a_number_that_word_kept_is_spelled(original, label):
    assert number_kept(original) == label


def test_a_long_number_is_cut():
    assert len(number_kept("%1:30000:1:" * 50)) == 255


def test_a_changed_number_is_read_before_and_counted_after():
    assert labels(renumbered("%1:1:3:)"), renumbered("%1:2:3:)"), p("x", numbered())) == [
        *(("A)", "1."), ("B)", "2."), ("3.", "3.")),
    ]


def test_a_change_without_the_old_number_is_counted_in_both_readings():
    change = f"<w:numberingChange {BY}/></w:numPr>"
    assert labels(p("x", numbered().replace("</w:numPr>", change))) == [("1.", "1.")]


def test_a_new_paragraph_had_no_number_whatever_its_change_says():
    assert labels(renumbered("%1:5:0:.", mark("ins")), p("y")) == [("", "1."), ("", "")]


def test_a_changed_number_is_a_tracked_change():
    found = read(docx(renumbered("%1:1:0:."), numbering=TWO)).revisions
    assert [(r.kind, r.where, r.author) for r in found] == [
        ("formatted", "numbering", "J. Silva (Brazil)"),
    ]


def test_a_level_that_starts_where_the_one_above_would_go_on_counts_below_it():
    levels = [p("x", numbered(level=level)) for level in (0, 0, 0, 1, 1, 0)]
    assert [after for _, after in labels(*levels)] == ["1.", "2.", "3.", "3.4", "3.5", "4."]


def test_a_level_without_its_upper_one_shows_where_that_starts():
    assert labels(p("x", numbered(level=1))) == [("1.4", "1.4")]
