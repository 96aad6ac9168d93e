"""What an independent checker of Word files, ooxml-integrity, says of our redlines."""

import io
import zipfile
from pathlib import Path

import ooxml_integrity
import pytest
from building import zipped
from test_redline_validity import MOMENT

from amendments.comparing import compare_words
from amendments.comparing.align import align
from amendments.model import Op, Piece
from amendments.word import read
from amendments.word.hands import Deletion, Rewording, redline_by_several
from amendments.word.redline import redline

DRAFTS = sorted((Path(__file__).parents[2] / "corpus" / "wsis").glob("*.docx"))


def found_in(content, where):
    """What the checker warns of in a file."""
    path = where / "checked.docx"
    path.write_bytes(content)
    return [one for one in ooxml_integrity.check(path) if one.severity is not ooxml_integrity.INFO]


def redlined(old, new):
    return redline(
        old.read_bytes(),
        new.read_bytes(),
        author="Brazil",
        date=MOMENT,
        words=compare_words,
        align=align,
    )


@pytest.mark.parametrize("old", DRAFTS, ids=lambda path: path.stem)
def test_redlines_of_the_corpus_have_no_fault(old, tmp_path):
    for new in DRAFTS:
        if new != old:
            assert found_in(redlined(old, new), tmp_path) == [], new.name


def test_a_draft_marked_by_several_has_no_fault(tmp_path):
    base = DRAFTS[-1].read_bytes()
    texts = ["".join(run.text for run in one.runs) for one in read(base).paragraphs]
    clause, other = [n for n, text in enumerate(texts) if len(text) > 100][:2]
    start, rest = texts[clause][:20], texts[clause][20:]
    amendments = [
        Rewording(
            "Brazil", (clause,), (Piece(Op.KEPT, start + rest), Piece(Op.ADDED, " and more"))
        ),
        Rewording("India", (clause,), (Piece(Op.DELETED, start), Piece(Op.KEPT, rest))),
        Deletion("India", (other,), remark="Said elsewhere."),
    ]
    outcome = redline_by_several(base, amendments, date=MOMENT)
    assert outcome.notices == ()
    assert found_in(outcome.value, tmp_path) == []


def test_the_checker_sees_a_fault(tmp_path):
    package = zipfile.ZipFile(io.BytesIO(redlined(*DRAFTS[:2])))
    files = {name: package.read(name) for name in package.namelist()}
    main = "word/document.xml"
    files[main] = files[main].replace(b"w:delText", b"w:t")
    assert found_in(zipped(files), tmp_path)
