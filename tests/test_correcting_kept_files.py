"""An outline corrected by hand: before a file is kept, after it, and when it is read anew."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from amendments.errors import NotFound, RequestRefused
from amendments.search import Criteria
from amendments.service import Service
from amendments.settings import Settings

WSIS = Path(__file__).parents[1] / "corpus" / "wsis"
NOW = datetime(2026, 5, 31, 12, tzinfo=UTC)
FIRST = "the outcomes of the Summit; that the gap remains wide and grows,"


def word_file(*lines):
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


DRAFT = word_file(
    "Draft resolution on the gap", "The Council,", "considering", f"a) {FIRST}",
    "b) the Plan of Action,", "resolves", "1 to close the gap within ten years;", "2 to report.",
)  # fmt: skip
OTHER = word_file(
    "Draft resolution on the gap", "The Council,", "considering",
    "a) the outcomes of the Summit; that the gap remains very wide and grows,",
    "b) the Plan of Action,", "resolves", "1 to close the gap within five years;", "2 to report.",
)  # fmt: skip


@pytest.fixture
def service(tmp_path):
    service = Service(Settings(home=tmp_path), clock=lambda: NOW)
    service.ingest(DRAFT, "draft.docx", resolution="gap", key="draft-1")
    yield service
    service.close()


@pytest.fixture
def asked(service):
    service.ingest(OTHER, "kenya.docx", resolution="gap", by=("KEN",), key="ken-1")
    return service


def number_of(page, start):
    return next(c.number for c in page.clauses if c.text.startswith(start))


def addresses(service, key="draft-1"):
    return [c.address for c in service.outline("gap", key).clauses if c.kind == "clause"]


def cut(service):
    page = service.outline("gap", "draft-1")
    place = number_of(page, "the outcomes")
    service.correct("gap", "draft-1", place, [("cut", "that the gap")], actor="A. Officer")


def test_a_kept_draft_is_corrected_and_says_who_did_it_when(service):
    cut(service)
    page = service.outline("gap", "draft-1")
    texts = [c.text for c in page.clauses if c.heading == "considering"]
    assert texts[:2] == ["the outcomes of the Summit;", "that the gap remains wide and grows,"]
    (said,) = page.corrections
    assert (said.fault, said.actor, said.at) == ("cut", "A. Officer", "2026-05-31T12:00:00Z")
    assert said.words == f"a) {FIRST}"


def test_every_other_clause_keeps_its_identity(service):
    before = {r.clause.text: r.id for r in service.draft("gap", "draft-1").clauses}
    cut(service)
    after = {r.clause.text: r.id for r in service.draft("gap", "draft-1").clauses}
    assert {text: after[text] for text in before if text in after} == {
        text: identity for text, identity in before.items() if text in after
    }
    assert after["the outcomes of the Summit;"] == before[FIRST]
    assert after["that the gap remains wide and grows,"] not in before.values()


def test_what_stands_on_a_draft_is_read_anew_with_it(asked):
    (wide, ten) = proposals(asked)
    assert wide.address == "considering a)"
    asked.rule("status", ten.id, ["agreed"])
    cut(asked)
    parted = {p.after: p for p in proposals(asked)}
    assert parted[ten.after].id == ten.id
    assert parted[ten.after].status == "agreed"
    (found,) = [p for p in parted.values() if p.id != ten.id]
    assert found.states == ("KEN",)
    assert "very wide" in found.after
    assert asked.index_is_current()
    assert asked.search(Criteria(words="very wide")).total


def proposals(service):
    page = service.proposals("gap")
    return [p for _, rows in page.bases for row in rows for p in row.proposals]


def test_a_correction_is_taken_back_and_all_is_as_it_was(asked):
    before = asked.draft("gap", "draft-1").clauses, proposals(asked)
    cut(asked)
    (said,) = asked.outline("gap", "draft-1").corrections
    asked.take_back("gap", "draft-1", said.id, actor="A. Officer")
    assert (asked.draft("gap", "draft-1").clauses, proposals(asked)) == before
    assert asked.outline("gap", "draft-1").corrections == ()
    with pytest.raises(NotFound, match="no such correction"):
        asked.take_back("gap", "draft-1", said.id)


def test_a_waiting_file_is_corrected_and_kept_so(service):
    token = service.hold(OTHER, "other.docx")
    page = service.held_outline(token)
    service.correct_held(token, number_of(page, "to report"), [("join", "")])
    service.correct_held(token, number_of(page, "the Plan"), [("kind", "other")], actor="Ann")
    assert [c.fault for c in service.held_outline(token).corrections] == ["join", "kind"]
    preview = service.preview(*service.held(token), resolution="gap")
    assert preview.clauses[-1].text == "to close the gap within five years; 2 to report."
    service.ingest(*service.held(token), resolution="gap", key="draft-2", role="draft")
    kept = service.outline("gap", "draft-2")
    assert kept.clauses == preview.clauses
    service.take_back_held(token, kept.corrections[0].id)
    assert [c.fault for c in service.held_outline(token).corrections] == ["kind"]


def test_the_search_no_longer_finds_what_a_correction_did_away_with(service):
    assert service.search(Criteria(words="Plan of Action")).total == 1
    page = service.outline("gap", "draft-1")
    service.correct("gap", "draft-1", number_of(page, "the Plan"), [("join", "")])
    (hit,) = service.search(Criteria(words="Plan of Action")).hits
    assert hit.address == "considering a)"


@pytest.mark.parametrize(
    ("number", "fault", "value", "reason"),
    [
        (999, "kind", "heading", "Load the outline anew"),
        (3, "colour", "red", "Choose kind"),
        (3, "cut", "words of nobody", "do not stand in the clause"),
        (0, "join", "", "Nothing stands before"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_all_as_it_was(service, number, fault, value, reason):
    before = service.draft("gap", "draft-1")
    with pytest.raises(RequestRefused, match=reason):
        service.correct("gap", "draft-1", number, [("level", "2"), (fault, value)])
    assert service.draft("gap", "draft-1") == before
    assert service.outline("gap", "draft-1").corrections == ()


def test_several_faults_of_one_clause_are_said_in_one_stroke(service):
    place = number_of(service.outline("gap", "draft-1"), "the Plan")
    said = [("part", "operative"), ("label", "c)"), ("level", "2")]
    service.correct("gap", "draft-1", place, said, seen="b) the Plan of Action,")
    clause = service.outline("gap", "draft-1").clauses[place]
    assert (clause.part, clause.label, clause.level) == ("operative", "c)", 2)
    with pytest.raises(RequestRefused, match="changed meanwhile"):
        service.correct("gap", "draft-1", place, [("join", "")], seen="b) the Plan of Action,")


def test_reading_the_corpus_again_changes_nothing(tmp_path):
    service = Service(Settings(home=tmp_path), clock=lambda: NOW)
    for path in sorted(WSIS.glob("*.docx"), key=lambda p: (not p.stem.startswith("draft"), p.name)):
        service.ingest(path.read_bytes(), path.name, resolution="wsis", key=path.stem)
    before = everything(service)
    keys = service.read_again("wsis")
    assert len(keys) == len(before[0])
    assert everything(service) == before
    assert service.index_is_current()
    service.close()


def everything(service):
    whole = service.resolution("wsis")
    keys = [d.key for d in (*whole.drafts, *whole.contributions)]
    return [service.draft("wsis", key) for key in keys], service.proposals("wsis")
