"""What a cover says of its document: its symbol and its day."""

import tomllib
from pathlib import Path

import pytest
from drafting.papers import paper

from amendments.naming import cover
from amendments.word import read

WSIS = Path(__file__).parents[1] / "corpus" / "wsis"


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("Document C07/DT/1(Rev.1)-E", "C07/DT/1(Rev.1)"),
        ("Document C07/2-E", "C07/2"),
        ("A/C.2/79/L.12/Rev.1", "A/C.2/79/L.12/Rev.1"),
        ("A/RES/70/125", "A/RES/70/125"),
        ("no symbol here", ""),
    ],
)
def test_the_symbol_is_the_same_in_every_language_and_keeps_its_revision(line, symbol):
    assert cover(paper(line)).symbol == symbol


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("16 April 2007", "2007-04-16"),
        ("1er mars 2022", "2022-03-01"),
        ("16 août 2007", "2007-08-16"),
        ("31 de diciembre de 2022", "2022-12-31"),
        ("5 мая 2021 года", "2021-05-05"),
        ("31 آذار/مارس 2022", "2022-03-31"),
        ("2022年3月31日", "2022-03-31"),
        ("Geneva, 4-14 September 2007", ""),
        ("du 4 au 14 septembre 2007", ""),
        ("undated", ""),
    ],
)
def test_the_day_is_read_in_six_languages_and_a_meeting_is_no_day(line, day):
    assert cover(paper(line)).date == day


@pytest.mark.parametrize("path", sorted(WSIS.glob("*.docx")), ids=lambda path: path.stem)
def test_the_covers_of_the_corpus_say_what_its_list_says(path):
    listed = tomllib.loads((WSIS / "manifest.toml").read_text(encoding="utf-8"))
    entry = next(each for each in listed["document"] if each["file"] == path.name)
    found = cover(read(path.read_bytes()))
    assert (found.symbol, found.date) == (entry["symbol"], str(entry["date"]))
