"""The sample corpus is what its README says, and can be made again."""

import importlib.util
import io
import sys
import tomllib
import zipfile
from collections import Counter
from pathlib import Path

import docx
import pytest
from lxml import etree

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
WSIS = CORPUS / "wsis"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENTS = tomllib.loads((WSIS / "manifest.toml").read_text(encoding="utf-8"))["document"]
KEYS = [document["key"] for document in DOCUMENTS]
TRACKED = {"brazil-1", "drafting-group-1"}


def _module(name):
    spec = importlib.util.spec_from_file_location(name, CORPUS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


marked_text = _module("marked_text")
make_wsis = _module("make_wsis")


def _body(key):
    with zipfile.ZipFile(WSIS / f"{key}.docx") as package:
        return etree.fromstring(package.read("word/document.xml"))[0]


def _text(element):
    found = []
    for node in element.iter(f"{W}t", f"{W}delText", f"{W}tab"):
        found.append("\t" if node.tag == f"{W}tab" else node.text)
    return "".join(found)


def _on_the_mark(node):
    return node.getparent().tag == f"{W}rPr"


def _paragraphs(key, *, without=()):
    """The text of each body paragraph, leaving out what stands inside the named marks."""
    found = []
    for paragraph in _body(key).findall(f"{W}p"):
        dropped = {n for tag in without for m in paragraph.iter(f"{W}{tag}") for n in m.iter()}
        whole = any(_on_the_mark(m) for tag in without for m in paragraph.iter(f"{W}{tag}"))
        nodes = [n for n in paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab") if n not in dropped]
        if not whole:
            found.append("".join("\t" if n.tag == f"{W}tab" else n.text for n in nodes))
    return found


def _before(key):
    return _paragraphs(key, without=("ins", "moveTo"))


def _words(paragraphs):
    return " ".join(paragraphs).split()


def _marked(key, tag, author):
    """The texts that an author put under one kind of mark, in reading order."""
    marks = _body(key).iter(f"{W}{tag}")
    return [_text(m) for m in marks if m.get(f"{W}author") == author and not _on_the_mark(m)]


# --- the files ----------------------------------------------------------------------------


@pytest.mark.parametrize("document", DOCUMENTS, ids=KEYS)
def test_a_file_made_again_has_the_committed_bytes(document):
    assert make_wsis.make(document) == (WSIS / document["file"]).read_bytes()


@pytest.mark.parametrize("document", DOCUMENTS, ids=KEYS)
def test_a_file_opens_with_python_docx_and_shows_its_symbol_and_source(document):
    opened = docx.Document(io.BytesIO((WSIS / document["file"]).read_bytes()))
    cover = [cell.text for row in opened.tables[0].rows for cell in row.cells]
    assert f"Document {document['symbol']}-E" in cover[1]
    assert cover[2] == f"Source: {document['source']}"
    assert f"{document['symbol']}-E" in opened.sections[0].header.paragraphs[1].text


@pytest.mark.parametrize("key", KEYS)
def test_every_page_says_what_is_made_up(key):
    foot = docx.Document(str(WSIS / f"{key}.docx")).sections[0].footer.paragraphs[0].text
    assert "not a document of ITU" in foot
    assert ("text as received" in foot) == (key == "draft-1")
    assert ("records no State’s position" in foot) == (key != "draft-1")


def test_the_folder_holds_the_files_of_the_manifest_and_no_other():
    assert {path.name for path in WSIS.glob("*.docx")} == {d["file"] for d in DOCUMENTS}


def test_the_manifest_names_every_base_before_what_is_written_against_it():
    for number, document in enumerate(DOCUMENTS[1:], start=1):
        earlier = {d["key"]: d for d in DOCUMENTS[:number]}
        assert earlier[document["against"]]["role"] == "draft"
    assert [d["date"] for d in DOCUMENTS] == sorted(d["date"] for d in DOCUMENTS)


def test_every_clause_has_its_label_and_a_tab_in_one_paragraph():
    labelled = [p for p in _paragraphs("draft-1") if "\t" in p]
    assert len(labelled) == 4 + 3 + 7 + 9 + 9
    assert all(len(p.split("\t")[0]) <= 2 and p.split("\t")[1] for p in labelled)


# --- draft 1 ------------------------------------------------------------------------------


def test_draft_1_holds_the_words_received_in_their_order_and_no_other():
    received = (WSIS / "seed-resolution.txt").read_text(encoding="utf-8")
    assert _words(_paragraphs("draft-1")) == received.split()


# --- what is tracked ----------------------------------------------------------------------


@pytest.mark.parametrize("key", sorted(set(KEYS) - TRACKED))
def test_files_that_should_be_clean_have_no_tracked_change(key):
    tags = ("ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart")
    assert not list(_body(key).iter(*(f"{W}{tag}" for tag in tags)))


def test_brazils_marks_undone_leave_draft_1():
    assert _before("brazil-1") == _paragraphs("draft-1")


def test_brazil_rewords_three_clauses_adds_one_and_deletes_one():
    inserted = _marked("brazil-1", "ins", "J. Silva (Brazil)")
    deleted = _marked("brazil-1", "del", "J. Silva (Brazil)")
    assert "leading" in inserted
    assert {"pivotal", "next Council", ", questionnaires"} <= set(deleted)
    assert any(text.startswith("\tthat bridging the digital divide") for text in inserted)
    assert any(text.startswith("\tthat WG-WSIS recommends") for text in deleted)
    paragraph_marks = Counter(m.tag for m in _body("brazil-1").iter() if _is_paragraph_mark(m))
    assert paragraph_marks == {f"{W}ins": 1, f"{W}del": 1}


def _is_paragraph_mark(node):
    return node.tag in (f"{W}ins", f"{W}del") and _on_the_mark(node)


def test_the_drafting_group_has_three_hands():
    authors = {m.get(f"{W}author") for m in _body("drafting-group-1").iter(f"{W}ins", f"{W}del")}
    assert authors == {"A. Tanaka (Japan)", "M. Dupont (France)", "Microsoft Office User"}


def test_one_author_deletes_what_another_inserted():
    nested = [
        (d.getparent().get(f"{W}author"), d.get(f"{W}author"), _text(d))
        for d in _body("drafting-group-1").iter(f"{W}del")
        if d.getparent().tag == f"{W}ins"
    ]
    assert nested == [("A. Tanaka (Japan)", "M. Dupont (France)", "and cost-effective ")]


def test_a_moved_clause_stands_in_both_places_under_one_name():
    body = _body("drafting-group-1")
    names = [s.get(f"{W}name") for s in body.iter(f"{W}moveFromRangeStart", f"{W}moveToRangeStart")]
    assert len(names) == 2
    assert len(set(names)) == 1
    moved = "".join(_marked("drafting-group-1", "moveFrom", "M. Dupont (France)"))
    assert moved.startswith("i)\tto review the preparations")
    assert moved == "".join(_marked("drafting-group-1", "moveTo", "M. Dupont (France)"))
    starts = {s.get(f"{W}id") for s in body.iter(f"{W}moveFromRangeStart", f"{W}moveToRangeStart")}
    ends = {e.get(f"{W}id") for e in body.iter(f"{W}moveFromRangeEnd", f"{W}moveToRangeEnd")}
    assert starts == ends


def test_the_drafting_groups_marks_undone_leave_draft_1_but_for_the_silent_deletion():
    pairs = zip(_paragraphs("draft-1"), _before("drafting-group-1"), strict=True)
    different = [(old, new) for old, new in pairs if old != new]
    assert len(different) == 1
    old, new = different[0]
    assert old.startswith("d)\tthat PP-06 adopted")
    assert new == old.replace("international and regional cooperation, ", "")


@pytest.mark.parametrize("key", sorted(TRACKED))
def test_no_two_tracked_changes_share_a_number(key):
    ends = (f"{W}moveFromRangeEnd", f"{W}moveToRangeEnd")
    nodes = [node for node in _body(key).iter() if node.tag not in ends]
    numbers = [node.get(f"{W}id") for node in nodes if node.get(f"{W}id")]
    assert len(numbers) == len(set(numbers)) > 10


# --- what is written out ------------------------------------------------------------------


def test_the_united_states_use_all_four_symbols_of_itu():
    lines = [p for p in _paragraphs("usa-2") if "USA/5/" in p]
    assert lines == ["MOD\tUSA/5/1", "ADD\tUSA/5/2", "SUP\tUSA/5/3", "NOC\tUSA/5/4"]
    assert sum(p.startswith("Reasons:\t") for p in _paragraphs("usa-2")) == 4


def test_what_the_united_states_repeat_stands_in_draft_2():
    paragraphs, base = _paragraphs("usa-2"), _paragraphs("draft-2")
    for symbol in ("SUP\tUSA/5/3", "NOC\tUSA/5/4"):
        assert paragraphs[paragraphs.index(symbol) + 2] in base


def test_the_brackets_taken_out_leave_draft_2():
    text = "\n".join(_paragraphs("consolidated-2"))
    brackets = [
        "[Brazil/Argentina propose: , landlocked developing countries]",
        " [Canada: delete]",
        "[Germany propose; Saudi Arabia oppose: , including through voluntary contributions]",
        "[India propose: two-]",
        (
            "4bis\t[Switzerland/Norway propose: to involve universities and civil society in the "
            "follow-up to the action lines;]\n"
        ),
    ]
    for bracket in brackets:
        assert text.count(bracket) == 1
        text = text.replace(bracket, "")
    assert text.split("\n") == _paragraphs("draft-2")


# --- what became of it --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "where"),
    [
        ("clearing-house", ["rcc-1", "draft-2", "usa-2", "consolidated-2"]),
        ("questionnaires", ["draft-1", "brazil-1", "drafting-group-1", "rcc-1"]),
        ("shall continue its work", ["rcc-1", "agreed"]),
        ("open consultations", ["brazil-1", "agreed"]),
        ("secondment", ["drafting-group-1"]),
    ],
)
def test_a_phrase_stands_where_the_readme_says(phrase, where):
    assert [key for key in KEYS if phrase in "\n".join(_paragraphs(key))] == where


def test_draft_2_splits_a_clause_of_draft_1():
    whole = next(p for p in _paragraphs("draft-1") if p.startswith("c)\tto provide guidance"))
    parts = [p for p in _paragraphs("draft-2") if "to provide guidance to the membership" in p]
    assert len(parts) == 2
    assert [p.split("\t")[0] for p in parts] == ["d)", "e)"]
    assert parts[0].split("\t")[1].rstrip(";") in whole
    assert parts[1].split("regarding ")[1] in whole


def test_draft_3_merges_two_clauses_of_draft_2():
    parts = [p for p in _paragraphs("draft-2") if p.startswith(("i)\tto consider", "j)\tto prep"))]
    merged = next(p for p in _paragraphs("draft-3") if p.startswith("i)\tto consider"))
    assert len(parts) == 2
    assert merged.startswith(parts[0].rstrip(";"))
    assert merged.endswith(parts[1].split("(Rev. Antalya, 2006)")[1])


def test_draft_2_moves_the_review_and_renumbers_the_annex():
    def label(key):
        return next(p for p in _paragraphs(key) if "\tto review the prep" in p).split("\t")[0]

    assert (label("draft-1"), label("draft-2")) == ("i)", "c)")


# --- the notation -------------------------------------------------------------------------


def test_a_line_that_is_neither_author_nor_paragraph_is_refused_with_its_number():
    with pytest.raises(ValueError, match="line 2 is neither"):
        marked_text.read("Normal: a)⇥words\nno style here\n")


def test_nested_braces_keep_both_authors():
    line = marked_text.read("Normal: a {+T b {-D c}} d\n").lines[0]
    found = [(w.text, w.inserted, w.deleted) for w in line.words]
    assert found == [("a ", "", ""), ("b ", "T", ""), ("c", "T", "D"), (" d", "", "")]
