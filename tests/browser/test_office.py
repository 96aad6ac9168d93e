"""LibreOffice opens our redlines, shows true tracked changes, and reads both texts in them."""

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from amendments import operations
from amendments.comparing import compare_words
from amendments.comparing.align import align
from amendments.model import Reading
from amendments.publishing import all_proposals
from amendments.service import Service
from amendments.settings import Settings
from amendments.word import read
from amendments.word.redline import redline
from amendments.word.redlining.hands.views import view
from amendments.word.redlining.proof import texts

pytestmark = pytest.mark.browser
WSIS = Path(__file__).parents[2] / "corpus" / "wsis"
PAIRS = [
    ("draft-1", "draft-2"),
    ("draft-2", "draft-3"),
    ("draft-3", "agreed"),
    ("agreed", "draft-1"),
]
SLOWEST = 180
"""Seconds; the first start makes a profile, which takes some."""


@pytest.fixture(scope="session")
def convert(tmp_path_factory):
    """Has LibreOffice open a file and write it in another kind."""
    office = os.environ.get("SOFFICE") or shutil.which("soffice")
    if not office:
        pytest.skip("there is no soffice: install Debian's libreoffice-writer-nogui or set SOFFICE")
    profile = tmp_path_factory.mktemp("profile")

    def converted(path, kind):
        folder = path.parent / kind
        command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        subprocess.run(
            [*command, "--convert-to", kind, "--outdir", folder, path],
            check=True,
            capture_output=True,
            timeout=SLOWEST,
        )
        return folder / f"{path.stem}.{kind}"

    return converted


@pytest.fixture(params=PAIRS, ids="-".join)
def pair(request, tmp_path):
    """Both texts of a redline of the corpus, and where it lies."""
    old, new = ((WSIS / f"{name}.docx").read_bytes() for name in request.param)
    path = tmp_path / "redline.docx"
    moment = datetime(2024, 5, 1, tzinfo=UTC)
    path.write_bytes(
        redline(old, new, author="Brazil", date=moment, words=compare_words, align=align)
    )
    return texts(read(old), Reading.AFTER), texts(read(new), Reading.AFTER), path


def plain(lines):
    """The words of both texts alone.

    LibreOffice has its own idea of white space; and it makes one change of two that stand at
    both sides of a paragraph's end, so that the end goes with them (seen in 7.4).
    """
    return "".join("".join(line.split()) for line in lines)


def test_a_redline_opens_and_prints(pair, convert):
    assert convert(pair[2], "pdf").read_bytes().startswith(b"%PDF")


def test_libreoffice_has_both_texts_and_the_author(pair, convert):
    before, after, path = pair
    again = read(convert(path, "docx").read_bytes())
    assert {mark.author for mark in again.marks} == {"Brazil"}
    assert plain(texts(again, Reading.BEFORE)) == plain(before)
    assert plain(texts(again, Reading.AFTER)) == plain(after)


def test_the_compilation_table_opens_whole(tmp_path, convert):
    service = Service(Settings(home=tmp_path / "home"))
    operations.load_corpus(service, WSIS)
    path = tmp_path / "table.docx"
    path.write_bytes(service.table("wsis", "docx", "draft-1"))
    service.close()
    seen = read(convert(path, "docx").read_bytes())
    assert texts(seen, Reading.AFTER) == texts(read(path.read_bytes()), Reading.AFTER)
    assert convert(path, "pdf").read_bytes().startswith(b"%PDF")


def test_proposals_of_several_states_keep_their_names_and_texts(tmp_path, convert):
    service = Service(Settings(home=tmp_path / "home"))
    operations.load_corpus(service, WSIS)
    asked = [
        p for _, rows in service.proposals("wsis").bases for row in rows for p in row.proposals
    ]
    clauses = service.draft("wsis", "draft-1").clauses
    base = service.file("wsis", "draft-1")[1]
    service.close()
    path = tmp_path / "all.docx"
    own = [p for p in asked if p.base == "draft-1"]
    path.write_bytes(all_proposals(base, clauses, own, date=datetime(2026, 5, 1, tzinfo=UTC)).value)
    ours, again = read(path.read_bytes()), read(convert(path, "docx").read_bytes())
    names = {mark.author for mark in ours.marks}
    assert {mark.author for mark in again.marks} == names > {"Brazil", "France", "Japan"}
    assert plain(texts(again, Reading.BEFORE)) == plain(texts(ours, Reading.BEFORE))
    for name in names:
        both = [plain(texts(view(one, {name}), Reading.AFTER)) for one in (again, ours)]
        assert both[0] == both[1]
    assert convert(path, "pdf").read_bytes().startswith(b"%PDF")
